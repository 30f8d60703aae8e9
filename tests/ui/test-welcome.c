/* test-welcome.c - the ways into a practice, and the guide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gstdio.h>
#include <string.h>
#include "fixture.h"
#include "tonus-guide-pane.h"
#include "tonus-identify.h"
#include "tonus-preferences.h"
#include "tonus-recent.h"
#include "tonus-window.h"

static GtkWidget *
find (TonusWindow *window, const char *id)
{
  GtkWidget *widget = tonus_widget_find (GTK_WIDGET (window), id);

  g_assert_nonnull (widget);
  return widget;
}

static void
press (TonusWindow *window, const char *id)
{
  gtk_button_clicked (GTK_BUTTON (find (window, id)));
}

static void
enter (TonusWindow *window, const char *id, const char *text)
{
  gtk_entry_set_text (GTK_ENTRY (find (window, id)), text);
}

static const char *
get_message (TonusWindow *window)
{
  return gtk_label_get_text (GTK_LABEL (find (window, "welcome/message")));
}

static const char *
get_focus (TonusWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus ? gtk_widget_get_name (focus) : NULL;
}

static void
test_first_start (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autofree char *folder = g_build_filename (fixture_home (), "mine", NULL);

  gtk_widget_show (GTK_WIDGET (window));
  g_assert_cmpstr (get_focus (window), ==, "welcome/demo");
  g_assert_null (tonus_widget_find (GTK_WIDGET (window), "welcome/recent"));
  press (window, "welcome/create");
  enter (window, "welcome/folder", folder);
  press (window, "welcome/go");
  g_assert_nonnull (strstr (get_message (window), "Name of the clinic"));
  enter (window, "welcome/clinic", "Riverside");
  enter (window, "welcome/therapist", "Alex Kim");
  press (window, "welcome/go");
  g_assert_nonnull (tonus_window_get_session (window));
  g_assert_nonnull (
      strstr (tonus_session_get_status (tonus_window_get_session (window)), "is ready"));
  gtk_widget_destroy (GTK_WIDGET (window));
}

/* Goes by what the test before has left: the next start of the same person. */
static void
test_next_start (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  g_autofree char *folder = tonus_recent_get_folder ();
  g_autofree char *away = g_strconcat (folder, ".away", NULL);

  gtk_widget_show (GTK_WIDGET (window));
  g_assert_cmpstr (get_focus (window), ==, "welcome/recent");
  /* The drive is not there: said in place, and again when it is. */
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  press (window, "welcome/recent");
  g_assert_null (tonus_window_get_session (window));
  g_assert_nonnull (strstr (get_message (window), "is not there"));
  g_assert_cmpint (g_rename (away, folder), ==, 0);
  press (window, "welcome/recent");
  g_assert_nonnull (tonus_window_get_session (window));
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_create_over_a_practice (void)
{
  g_autoptr (TonusPractice) practice = fixture_empty ();
  TonusWindow *window = tonus_window_new (NULL);

  gtk_widget_show (GTK_WIDGET (window));
  press (window, "welcome/create");
  enter (window, "welcome/folder", tonus_practice_get_folder (practice));
  enter (window, "welcome/clinic", "Riverside");
  enter (window, "welcome/therapist", "Alex Kim");
  press (window, "welcome/go");
  g_assert_null (tonus_window_get_session (window));
  g_assert_nonnull (strstr (get_message (window), "Open a folder"));
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_demo_is_not_recent (void)
{
  g_autofree char *before = tonus_recent_get_folder ();
  g_autofree char *after = NULL;
  TonusWindow *window = tonus_window_new (NULL);

  press (window, "welcome/demo");
  g_assert_nonnull (tonus_window_get_session (window));
  after = tonus_recent_get_folder ();
  g_assert_cmpstr (after, ==, before);
  gtk_widget_destroy (GTK_WIDGET (window));
}

static void
test_guide (void)
{
  TonusWindow *window = tonus_window_new (NULL);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_widget_show (GTK_WIDGET (window));
  g_action_group_activate_action (G_ACTION_GROUP (window), "guide", NULL);
  g_assert_cmpstr (get_focus (window), ==, "guide/text");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (window, "guide/text")));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_nonnull (strstr (text, "Draft kept"));
  /* All of the markup is understood. */
  g_assert_null (strchr (text, '*'));
  g_assert_null (strchr (text, '#'));
  gtk_widget_destroy (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, TRUE);
  g_test_add_func ("/welcome/first-start", test_first_start);
  g_test_add_func ("/welcome/next-start", test_next_start);
  g_test_add_func ("/welcome/create-over-a-practice", test_create_over_a_practice);
  g_test_add_func ("/welcome/demo-is-not-recent", test_demo_is_not_recent);
  g_test_add_func ("/welcome/guide", test_guide);
  return fixture_finish (g_test_run ());
}
