/* bench-library.c - scrolling and searching an exercise library of two thousand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frame of scrolling is timed twice: with the pictures still to be drawn, and with all of them
 * kept.  The reference is the same list with ten rows' worth to show and nothing to scroll to: the
 * frame that GTK needs anyway.  The whole again with a photo of its own for each row, as an import
 * brings them.
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "paint-clock.h"
#include "picture-maker.h"
#include "tonus-figure-pictures.h"
#include "tonus-identify.h"
#include "tonus-practice-pictures.h"
#include "tonus-window.h"

#define N_EXERCISES 2000
#define N_OBJECTS 4
#define N_FRAMES 60
#define TARGET 16

/* As large as pictures are kept.  (transfer full) */
static char *
keep_photo (TonusPractice *practice, guint seed)
{
  g_autoptr (GBytes) bytes = picture_make_busy_jpeg (1000, 667, seed);
  g_autofree char *name = NULL;

  g_assert_true (tonus_practice_keep_picture (practice, bytes, "jpg", &name, NULL));
  return g_strconcat (name, ";", NULL);
}

/* What is to be seen in the frames that are timed. */
#define N_PHOTOS 400

static GPtrArray *
keep_photos (TonusPractice *practice)
{
  GPtrArray *photos = g_ptr_array_new_with_free_func (g_free);

  tonus_practice_begin_bulk (practice);
  for (guint i = 0; i < N_PHOTOS; i++)
    g_ptr_array_add (photos, keep_photo (practice, i));
  g_assert_true (tonus_practice_end_bulk (practice, NULL));
  return photos;
}

/* Own rows that borrow the pictures of shipped ones, or have @photos, in a few objects as an import
 * writes them. */
static void
add_exercises (TonusPractice *practice, GPtrArray *photos)
{
  static const char *const poses[] = { "bridge",    "bird-dog", "dead-bug", "deadlift-kb",
                                       "cat-camel", "band-er",  "clam-band" };
  static const char *const types[] = { "strength", "mobility", "control", "stretch" };
  g_autoptr (GError) error = NULL;

  for (guint object = 0; object < N_OBJECTS; object++)
    {
      g_autoptr (GString) text = g_string_new ("[Tonus]\nFormat=1\nKind=catalogue\n\n[exercise]\n");
      g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (TonusRecord) saved = NULL;

      for (guint i = object; i < N_EXERCISES; i += N_OBJECTS)
        g_string_append_printf (
            text,
            "\n[exercise/x-bench-%u]\nLabel=Exercise number %u\nregion=hip\n"
            "position=standing;\ntype=%s\nlevel=%u\ndose-sets=3\n"
            "picture=%s\nname=Exercise %u\nstep1=Stand tall.\n",
            i, i, types[i % G_N_ELEMENTS (types)], 1 + i % 5,
            photos ? (char *) photos->pdata[i % photos->len] : poses[i % G_N_ELEMENTS (poses)], i);
      saved =
          tonus_practice_record_text (practice, text->str, text->len, NULL, refusals, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
scroll_on (gpointer list)
{
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + 150);
}

static void
draw_again (gpointer list)
{
  gtk_widget_queue_draw (GTK_WIDGET (list));
}

static void
time_frames (GtkWidget *list, void (*act) (gpointer), GArray *seen, GArray *work)
{
  for (guint i = 0; i < N_FRAMES; i++)
    {
      figures_add (seen, paint_clock_time (list, act, list));
      figures_add (work, paint_clock_get_cpu ());
    }
}

static double
time_keys (GtkWidget *search, GtkWidget *list)
{
  static const guint keys[] = { GDK_KEY_n,         GDK_KEY_u,         GDK_KEY_m,
                                GDK_KEY_BackSpace, GDK_KEY_BackSpace, GDK_KEY_BackSpace };
  g_autoptr (GArray) figures = figures_new ();

  gtk_widget_grab_focus (search);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      paint_clock_settle ();
      figures_add (figures, paint_clock_key (list, keys[i]));
    }
  return figures_get (figures, 0.5);
}

static GtkWidget *
open_library (TonusWindow *window, TonusPractice *practice)
{
  TonusSession *session;
  g_autofree char *patient = fixture_first_patient (practice);

  tonus_window_set_practice (window, practice);
  session = tonus_window_get_session (window);
  g_assert_true (tonus_session_open_patient (session, patient, NULL));
  gtk_window_resize (GTK_WINDOW (window), 1366, 768);
  paint_clock_present (GTK_WINDOW (window));
  g_action_group_activate_action (G_ACTION_GROUP (window), "tab-home-program", NULL);
  paint_clock_settle ();
  return tonus_widget_find (GTK_WIDGET (window), "library/search");
}

static void
measure (gboolean with_photos)
{
  g_autoptr (GArray) fresh = figures_new (), kept = figures_new (), idle = figures_new ();
  g_autoptr (GArray) fresh_work = figures_new (), kept_work = figures_new ();
  g_autoptr (GArray) idle_work = figures_new ();
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (GPtrArray) photos = with_photos ? keep_photos (practice) : NULL;
  TonusWindow *window;
  GtkWidget *search, *list;
  double open, key;

  add_exercises (practice, photos);
  window = tonus_window_new (NULL);
  search = open_library (window, practice);
  list = tonus_widget_find (GTK_WIDGET (window), "library/list");
  gtk_widget_grab_focus (search);
  open = paint_clock_key (GTK_WIDGET (window), GDK_KEY_Down);
  paint_clock_settle ();
  time_frames (list, draw_again, idle, idle_work);
  time_frames (list, scroll_on, fresh, fresh_work);
  tonus_figure_pictures_finish (tonus_figure_pictures_get_default ());
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), 0);
  paint_clock_settle ();
  time_frames (list, scroll_on, kept, kept_work);
  key = time_keys (search, list);
  g_print ("library of %d with %s: opened in %.1f ms; a frame of scrolling %.1f ms, worst %.1f "
           "(target %d), "
           "%.1f ms of work, %.1f times the same frame without scrolling (%.1f ms); with pictures "
           "still to draw %.1f, worst %.1f; key to answer %.1f ms\n",
           gtk_tree_model_iter_n_children (gtk_tree_view_get_model (GTK_TREE_VIEW (list)), NULL),
           with_photos ? "photos" : "poses", open, figures_get (kept, 0.5), figures_get (kept, 1),
           TARGET, figures_get (kept_work, 0.5),
           figures_get (kept_work, 0.5) / figures_get (idle_work, 0.5),
           figures_get (idle_work, 0.5), figures_get (fresh, 0.5), figures_get (fresh, 1), key);
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  paint_clock_init ();
  measure (FALSE);
  measure (TRUE);
  return fixture_finish (0);
}
