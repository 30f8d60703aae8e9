/* tonus-window-state.c - the window comes back as large as it was left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-window-state.h"

/* Smaller than this was no choice but an accident. */
#define LEAST 200

/* The screen may have become smaller since: a projector, another desk. */
static void
restore_size (GtkWindow *window, int width, int height)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GdkMonitor *monitor = gdk_display_get_primary_monitor (display);
  GdkRectangle area = { 0 };

  if (!monitor)
    monitor = gdk_display_get_monitor (display, 0);
  if (!monitor || width < LEAST || height < LEAST)
    return;
  gdk_monitor_get_workarea (monitor, &area);
  gtk_window_set_default_size (window, MIN (width, area.width), MIN (height, area.height));
}

static gboolean
delete_event_cb (GtkWindow *window, GdkEvent *event, TonusPreferences *preferences)
{
  gboolean is_maximized = gtk_window_is_maximized (window);
  int width, height;

  tonus_preferences_set_flag (preferences, TONUS_PREFERENCE_WINDOW_MAXIMIZED, is_maximized);
  if (is_maximized)
    return FALSE;
  gtk_window_get_size (window, &width, &height);
  tonus_preferences_set_number (preferences, TONUS_PREFERENCE_WINDOW_WIDTH, width);
  tonus_preferences_set_number (preferences, TONUS_PREFERENCE_WINDOW_HEIGHT, height);
  return FALSE;
}

void
tonus_window_state_follow (GtkWindow *window, TonusPreferences *preferences)
{
  restore_size (window, tonus_preferences_get_number (preferences, TONUS_PREFERENCE_WINDOW_WIDTH),
                tonus_preferences_get_number (preferences, TONUS_PREFERENCE_WINDOW_HEIGHT));
  if (tonus_preferences_get_flag (preferences, TONUS_PREFERENCE_WINDOW_MAXIMIZED))
    gtk_window_maximize (window);
  g_signal_connect_object (window, "delete-event", G_CALLBACK (delete_event_cb), preferences, 0);
}
