/* test-import-pane.c - an exercise library comes into the practice and goes again, in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include "tonus-identify.h"
#include "tonus-import-pane.h"
#include "tonus-window.h"

#define CALF "x-fed-calf-stretch"

static char *samples;

static GtkWidget *
find (TonusWindow *window, const char *id)
{
  GtkWidget *widget = tonus_widget_find (GTK_WIDGET (window), id);

  g_assert_nonnull (widget);
  return widget;
}

static const char *
get_result (TonusWindow *window)
{
  return gtk_label_get_text (GTK_LABEL (find (window, "import/result")));
}

static gboolean
has_result (gpointer window)
{
  return *get_result (window) != '\0';
}

static TonusWindow *
open_pane (TonusPractice *practice)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autofree char *patient = fixture_first_patient (practice);

  tonus_window_set_practice (window, practice);
  g_assert_true (tonus_session_open_patient (tonus_window_get_session (window), patient, NULL));
  g_action_group_activate_action (G_ACTION_GROUP (window), "import", NULL);
  return window;
}

static void
choose (TonusWindow *window, const char *sample)
{
  g_autofree char *path = g_build_filename (samples, sample, NULL);
  const char *const paths[] = { path, NULL };

  tonus_import_pane_choose (find (window, "import"), paths);
}

static void
press (TonusWindow *window, const char *id)
{
  gtk_button_clicked (GTK_BUTTON (find (window, id)));
  fixture_wait (has_result, window);
}

static const TonusEntry *
look_up (TonusWindow *window)
{
  TonusSchema *schema = tonus_session_get_schema (tonus_window_get_session (window));

  return tonus_catalogue_lookup (tonus_schema_find_catalogue (schema, "exercise"), CALF);
}

static void
test_in_and_out (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  TonusWindow *window = open_pane (practice);
  GtkWidget *start = find (window, "import/start");

  g_assert_false (gtk_widget_get_sensitive (start));
  choose (window, "free.json");
  g_assert_false (gtk_widget_get_sensitive (start));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (window, "import/rights")), TRUE);
  g_assert_true (gtk_widget_get_sensitive (start));
  press (window, "import/start");
  g_assert_true (g_str_has_prefix (get_result (window), "2 exercises of free-exercise-db"));
  g_assert_nonnull (look_up (window));
  /* The chart that was open is open. */
  g_assert_nonnull (tonus_session_get_chart (tonus_window_get_session (window)));
  press (window, "import/source/free-exercise-db");
  g_assert_true (look_up (window)->is_retired);
  press (window, "import/source/free-exercise-db");
  g_assert_false (look_up (window)->is_retired);
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_refused (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  TonusWindow *window = open_pane (practice);

  choose (window, "wger/exercises.json");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (window, "import/rights")), TRUE);
  press (window, "import/start");
  g_assert_nonnull (strstr (get_result (window), "translations.json"));
  g_assert_true (gtk_widget_get_sensitive (find (window, "import/start")));
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* Left in the middle of it. */
static void
test_left (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  TonusWindow *window = open_pane (practice);

  choose (window, "free.json");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (window, "import/rights")), TRUE);
  gtk_button_clicked (GTK_BUTTON (find (window, "import/start")));
  g_action_group_activate_action (G_ACTION_GROUP (window), "back", NULL);
  gtk_widget_destroy (GTK_WIDGET (window));
  fixture_settle ();
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  samples = argv[1];
  g_test_add_func ("/ui/import-pane/in-and-out", test_in_and_out);
  g_test_add_func ("/ui/import-pane/refused", test_refused);
  g_test_add_func ("/ui/import-pane/left", test_left);
  return fixture_finish (g_test_run ());
}
