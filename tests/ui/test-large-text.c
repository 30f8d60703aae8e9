/* test-large-text.c - text twice as large on the smallest screen: nothing stands outside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "fixture.h"
#include "tonus-identify.h"
#include "tonus-window.h"

#define SCREEN_WIDTH 1024
#define TWICE (2 * 96 * 1024) /* dots per inch, in 1024ths */

static TonusWindow *
open_visit (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *patient = fixture_first_patient (practice);
  TonusSession *session;

  tonus_window_set_practice (window, practice);
  session = tonus_window_get_session (window);
  g_assert_true (tonus_session_open_patient (session, patient, NULL));
  g_assert_true (tonus_session_start_visit (session, NULL));
  gtk_window_present (GTK_WINDOW (window));
  fixture_paint (GTK_WIDGET (window));
  return window;
}

static void
check_width (GtkWidget *part)
{
  int least;

  gtk_widget_get_preferred_width (part, &least, NULL);
  g_assert_cmpint (least, <=, SCREEN_WIDTH);
}

static void
check_tab (gconstpointer tab)
{
  TonusWindow *window = open_visit ();

  g_action_group_activate_action (G_ACTION_GROUP (window), tab, NULL);
  fixture_settle ();
  check_width (tonus_widget_find (GTK_WIDGET (window), "chart"));
  /* What the menu has too may go. */
  gtk_widget_hide (tonus_widget_find (GTK_WIDGET (window), "details"));
  check_width (gtk_window_get_titlebar (GTK_WINDOW (window)));
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* The editor of a picture has two columns, and both are needed. */
static void
test_drawing (void)
{
  TonusWindow *window = open_visit ();

  g_action_group_activate_action (G_ACTION_GROUP (window), "own-exercise", NULL);
  gtk_button_clicked (GTK_BUTTON (tonus_widget_find (GTK_WIDGET (window), "own/draw")));
  fixture_settle ();
  check_width (tonus_widget_find (GTK_WIDGET (window), "pose"));
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", TWICE, NULL);
  g_test_add_data_func ("/large-text/assessment", "tab-assessment", check_tab);
  g_test_add_data_func ("/large-text/interventions", "tab-interventions", check_tab);
  g_test_add_data_func ("/large-text/home-program", "tab-home-program", check_tab);
  g_test_add_data_func ("/large-text/history", "tab-history", check_tab);
  g_test_add_func ("/large-text/drawing", test_drawing);
  return fixture_finish (g_test_run ());
}
