/* test-preferences.c - what is remembered on this computer, and what it does to a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gstdio.h>
#include "fixture.h"
#include "tonus-appearance.h"
#include "tonus-identify.h"
#include "tonus-window.h"

static char *
new_path (const char *name)
{
  return g_build_filename (fixture_home (), name, "settings.ini", NULL);
}

static void
test_round_trip (void)
{
  g_autofree char *path = new_path ("round-trip");

  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (TonusPreferences) preferences = tonus_preferences_new (path);
      g_autofree char *folder =
          tonus_preferences_get_text (preferences, TONUS_PREFERENCE_LAST_FOLDER);
      g_autofree char *therapist = tonus_preferences_get_therapist (preferences, "practice-b");

      g_assert_null (tonus_preferences_get_complaint (preferences));
      g_assert_cmpstr (folder, ==, turn ? "/srv/Überland = [x]" : "");
      g_assert_cmpint (tonus_preferences_get_number (preferences, TONUS_PREFERENCE_TEXT_SIZE), ==,
                       turn ? 150 : 100);
      g_assert_cmpint (tonus_preferences_get_flag (preferences, TONUS_PREFERENCE_TOUCH), ==, turn);
      g_assert_cmpstr (therapist, ==, turn ? "bea" : NULL);
      tonus_preferences_set_text (preferences, TONUS_PREFERENCE_LAST_FOLDER, "/srv/Überland = [x]");
      tonus_preferences_set_number (preferences, TONUS_PREFERENCE_TEXT_SIZE, 150);
      tonus_preferences_set_flag (preferences, TONUS_PREFERENCE_TOUCH, TRUE);
      tonus_preferences_set_therapist (preferences, "practice-b", "ann");
      tonus_preferences_set_therapist (preferences, "practice-a", "abe");
      tonus_preferences_set_therapist (preferences, "practice-b", "bea");
    }
}

static void
write_file (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_damaged (void)
{
  static const char *const damaged[] = {
    "\x01\x02 no key file at all",
    "[tonus]\ntext-size=abc\n",
    "[tonus]\ntext-size=100000\n",
    "[tonus]\ntheme='pink'\nlast-folder='/srv/cut off",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *name = g_strdup_printf ("damaged-%u", i);
      g_autofree char *path = new_path (name);
      g_autoptr (TonusPreferences) preferences = NULL;
      g_autofree char *theme = NULL;

      write_file (path, damaged[i]);
      preferences = tonus_preferences_new (path);
      theme = tonus_preferences_get_text (preferences, TONUS_PREFERENCE_THEME);
      g_assert_nonnull (tonus_preferences_get_complaint (preferences));
      g_assert_cmpint (tonus_preferences_get_number (preferences, TONUS_PREFERENCE_TEXT_SIZE), ==,
                       100);
      g_assert_cmpstr (theme, ==, "system");
      /* What is chosen from now on is kept. */
      g_assert_true (tonus_preferences_set_text (preferences, TONUS_PREFERENCE_THEME, "dark"));
    }
}

static int
get_dpi (void)
{
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi;
}

static void
choose (TonusWindow *window, const char *id)
{
  GtkWidget *button = tonus_widget_find (GTK_WIDGET (window), id);

  g_assert_nonnull (button);
  gtk_button_clicked (GTK_BUTTON (button));
}

static void
test_pane (void)
{
  TonusPreferences *preferences = tonus_preferences_get_default ();
  TonusWindow *window = tonus_window_new (NULL);
  GActionGroup *actions = G_ACTION_GROUP (window);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (window));
  int usual;

  tonus_appearance_follow (preferences);
  gtk_widget_show (GTK_WIDGET (window));
  usual = get_dpi ();
  usual = usual > 0 ? usual : 96 * 1024;
  g_action_group_activate_action (actions, "preferences", NULL);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
  choose (window, "preferences/text-size/200");
  g_assert_cmpint (get_dpi (), ==, usual * 2);
  choose (window, "preferences/text-size/100");
  g_assert_cmpint (get_dpi (), ==, usual);
  choose (window, "preferences/touch/yes");
  g_assert_true (gtk_style_context_has_class (style, "tonus-touch"));
  choose (window, "preferences/touch/no");
  g_assert_false (gtk_style_context_has_class (style, "tonus-touch"));
  /* Escape goes back to where the pane was opened. */
  fixture_key (tonus_widget_find (GTK_WIDGET (window), "preferences"), GDK_KEY_Escape, 0);
  g_assert_null (tonus_widget_find (GTK_WIDGET (window), "preferences"));
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_focus_returns (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  TonusWindow *window = tonus_window_new (NULL);
  GActionGroup *actions = G_ACTION_GROUP (window);
  GtkWidget *before;

  tonus_window_set_practice (window, practice);
  gtk_widget_show (GTK_WIDGET (window));
  fixture_settle ();
  before = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (before);
  g_action_group_activate_action (actions, "preferences", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != before);
  g_action_group_activate_action (actions, "back", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);
  /* A command about patients leaves the pane. */
  g_action_group_activate_action (actions, "preferences", NULL);
  g_action_group_activate_action (actions, "find", NULL);
  g_assert_null (tonus_widget_find (GTK_WIDGET (window), "preferences"));
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_window_state (void)
{
  TonusPreferences *preferences = tonus_preferences_get_default ();
  TonusWindow *window = tonus_window_new (NULL);
  int width = 0, height = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_widget_show (GTK_WIDGET (window));
  fixture_settle ();
  gtk_window_get_size (GTK_WINDOW (window), &width, &height);
  gtk_window_close (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_cmpint (tonus_preferences_get_number (preferences, TONUS_PREFERENCE_WINDOW_WIDTH), ==,
                   width);
  window = tonus_window_new (NULL);
  g_object_get (window, "default-width", &width, "default-height", &height, NULL);
  g_assert_cmpint (tonus_preferences_get_number (preferences, TONUS_PREFERENCE_WINDOW_WIDTH), ==,
                   width);
  g_assert_cmpint (tonus_preferences_get_number (preferences, TONUS_PREFERENCE_WINDOW_HEIGHT), ==,
                   height);
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/preferences/round-trip", test_round_trip);
  g_test_add_func ("/preferences/damaged", test_damaged);
  g_test_add_func ("/preferences/pane", test_pane);
  g_test_add_func ("/preferences/focus-returns", test_focus_returns);
  g_test_add_func ("/preferences/window-state", test_window_state);
  return fixture_finish (g_test_run ());
}
