/* test-import-pane.c - an exercise library comes into the practice and goes again, in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include <glib/gstdio.h>
#include "fixture.h"
#include "picture-maker.h"
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

/* --- the folder, with pictures --- */

static const char library[] =
    "[{\"id\":\"lift\",\"name\":\"Lift\",\"instructions\":[\"Lift.\"],\"images\":["
    "\"lift/0.jpg\",\"lift/1.jpg\"]},"
    "{\"id\":\"press\",\"name\":\"Press\",\"instructions\":[\"Press.\"],\"images\":["
    "\"press/0.jpg\",\"press/1.jpg\"]}]";

static void
write_bytes (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *above = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

/* Three pictures, and one that is none.  (transfer full) */
static char *
write_library (void)
{
  char *folder = g_build_filename (fixture_home (), "library", NULL);
  g_autoptr (GBytes) list = g_bytes_new_static (library, strlen (library));
  g_autoptr (GBytes) start = picture_make_jpeg (300, 200, 1), end = picture_make_jpeg (200, 300, 1);

  write_bytes (folder, "dist/exercises.json", list);
  write_bytes (folder, "exercises/lift/0.jpg", start);
  write_bytes (folder, "exercises/lift/1.jpg", end);
  write_bytes (folder, "exercises/press/0.jpg", end);
  write_bytes (folder, "exercises/press/1.jpg", list);
  return folder;
}

static const char *
get_picture (TonusWindow *window, const char *id)
{
  TonusSchema *schema = tonus_session_get_schema (tonus_window_get_session (window));
  const TonusEntry *entry =
      tonus_catalogue_lookup (tonus_schema_find_catalogue (schema, "exercise"), id);

  return entry ? tonus_entry_get (entry, "picture") : NULL;
}

static void
start (TonusWindow *window, const char *path)
{
  const char *const paths[] = { path, NULL };

  tonus_import_pane_choose (find (window, "import"), paths);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (window, "import/rights")), TRUE);
  press (window, "import/start");
}

/* Without them first, then with them. */
static void
test_pictures (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  TonusWindow *window = open_pane (practice);
  g_autofree char *folder = write_library ();
  g_autofree char *file = g_build_filename (folder, "dist", "exercises.json", NULL);

  start (window, file);
  g_assert_nonnull (strstr (get_result (window), "choose it to have them"));
  g_assert_null (get_picture (window, "x-fed-lift"));
  start (window, folder);
  g_assert_nonnull (strstr (get_result (window), " 3 pictures were taken over."));
  g_assert_nonnull (strstr (get_result (window), " 1 picture could not be used."));
  g_assert_cmpuint (strlen (get_picture (window, "x-fed-lift")), ==, 2 * strlen (".jpg;") + 80);
  g_assert_cmpuint (strlen (get_picture (window, "x-fed-press")), ==, strlen (".jpg;") + 40);
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* Cancelled, no row is there; whoever was too late has them with their pictures. */
static void
test_cancelled (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  TonusWindow *window = open_pane (practice);
  g_autofree char *folder = write_library ();
  const char *const paths[] = { folder, NULL };

  tonus_import_pane_choose (find (window, "import"), paths);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (window, "import/rights")), TRUE);
  gtk_button_clicked (GTK_BUTTON (find (window, "import/start")));
  gtk_button_clicked (GTK_BUTTON (find (window, "import/cancel")));
  fixture_wait (has_result, window);
  g_assert_true ((strstr (get_result (window), "nothing was imported") != NULL) ==
                 (get_picture (window, "x-fed-lift") == NULL));
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
  g_test_add_func ("/ui/import-pane/pictures", test_pictures);
  g_test_add_func ("/ui/import-pane/cancelled", test_cancelled);
  g_test_add_func ("/ui/import-pane/left", test_left);
  return fixture_finish (g_test_run ());
}
