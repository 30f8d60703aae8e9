/* bench-search.c - finding a patient among ten thousand, key by key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     bench-search TONUSCTL FOLDER
 *
 * Two figures a key: the work it makes, without the pause a search entry leaves for the next key,
 * and how long until the list shows the answer.  The reference is one look at every folded name.
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "paint-clock.h"
#include "tonus-identify.h"
#include "tonus-index.h"
#include "tonus-text.h"
#include "tonus-window.h"

#define N_PATIENTS "10000"
#define N_ROUNDS 5
#define TARGET 16

static TonusPractice *
open_practice (const char *tonusctl, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "practice", NULL);
  const char *argv[] = { tonusctl,   "generate", "--patients", N_PATIENTS,
                         "--visits", "20000",    path,         NULL };
  g_autoptr (GError) error = NULL;
  TonusPractice *practice;
  int status = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR) &&
      (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                      &error) ||
       !g_spawn_check_wait_status (status, &error)))
    g_error ("%s", error->message);
  practice = tonus_practice_open (tonus_io_real (), path, &error);
  g_assert_no_error (error);
  return practice;
}

static void
put_text (GtkWidget *search, const char *text)
{
  gtk_entry_set_text (GTK_ENTRY (search), text);
  gtk_editable_set_position (GTK_EDITABLE (search), -1);
}

typedef struct
{
  GtkWidget *search;
  const char *text;
} Act;

static void
search_at_once (gpointer data)
{
  Act *act = data;

  put_text (act->search, act->text);
  g_signal_emit_by_name (act->search, "search-changed");
}

static double
time_reference (TonusPractice *practice, const char *needle)
{
  g_autoptr (GPtrArray) entries = tonus_index_load (practice, NULL);
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += tonus_text_matches (((TonusIndexEntry *) g_ptr_array_index (entries, i))->folded, needle);
  g_assert_cmpuint (n, <=, entries->len);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

int
main (int argc, char **argv)
{
  static const char *const texts[] = { "m", "ma", "mar", "ma", "m", "" };
  static const guint keys[] = { GDK_KEY_m, GDK_KEY_a, GDK_KEY_r };
  g_autoptr (GArray) work = figures_new (), seen = figures_new (), reference = figures_new ();
  g_autoptr (TonusPractice) practice = NULL;
  TonusWindow *window;
  Act act;
  GtkWidget *list;

  fixture_init (&argc, &argv, TRUE);
  paint_clock_init ();
  practice = open_practice (argv[1], argv[2]);
  window = tonus_window_new (NULL);
  tonus_window_set_practice (window, practice);
  paint_clock_present (GTK_WINDOW (window));
  act.search = tonus_widget_find (GTK_WIDGET (window), "patients/search");
  list = tonus_widget_find (GTK_WIDGET (window), "patients/list");
  for (int i = 0; i < N_ROUNDS; i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        {
          act.text = texts[k];
          paint_clock_settle ();
          paint_clock_time (list, search_at_once, &act);
          figures_add (work, paint_clock_get_cpu ());
          figures_add (reference, time_reference (practice, texts[k]));
        }
      gtk_widget_grab_focus (act.search);
      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        {
          paint_clock_settle ();
          figures_add (seen, paint_clock_key (list, keys[k]));
        }
    }
  g_print (
      "search among %s patients: %.1f ms of work a key, worst %.1f (target %d), %.0f times one "
      "look at every name (%.2f ms); key to answer %.1f ms, worst %.1f\n",
      N_PATIENTS, figures_get (work, 0.5), figures_get (work, 1), TARGET,
      figures_get (work, 0.5) / figures_get (reference, 0.5), figures_get (reference, 0.5),
      figures_get (seen, 0.5), figures_get (seen, 1));
  gtk_widget_destroy (GTK_WIDGET (window));
  return fixture_finish (0);
}
