/* tonus-narrow.c - with large text on a small screen the list of patients gives way to the chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-narrow.h"

#define NARROW "tonus-narrow"

typedef struct
{
  GtkWindow *window;
  GtkWidget *list;
  GtkWidget *spare;
  guint idle;
} Narrow;

static void
narrow_free (gpointer data)
{
  Narrow *self = data;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self);
}

static int
screen_width (GtkWidget *window)
{
  GdkRectangle area = { 0 };
  GdkWindow *place = gtk_widget_get_window (window);
  GdkMonitor *monitor =
      place ? gdk_display_get_monitor_at_window (gtk_widget_get_display (window), place) : NULL;

  if (monitor)
    gdk_monitor_get_workarea (monitor, &area);
  return area.width;
}

static gboolean
is_too_wide (Narrow *self, GtkWidget *part)
{
  int least;

  gtk_widget_get_preferred_width (part, &least, NULL);
  return least > screen_width (GTK_WIDGET (self->window));
}

static gboolean
look_cb (gpointer data)
{
  Narrow *self = data;
  GtkWidget *focus = gtk_window_get_focus (self->window);

  self->idle = 0;
  if (gtk_widget_get_visible (self->spare) &&
      is_too_wide (self, gtk_window_get_titlebar (self->window)))
    gtk_widget_hide (self->spare);
  if (!gtk_widget_get_visible (self->list) || !gtk_widget_get_mapped (GTK_WIDGET (self->window)) ||
      !focus || gtk_widget_is_ancestor (focus, self->list))
    return G_SOURCE_REMOVE;
  if (is_too_wide (self, GTK_WIDGET (self->window)))
    gtk_widget_hide (self->list);
  return G_SOURCE_REMOVE;
}

/* Not in the middle of laying out. */
static void
look_soon (Narrow *self)
{
  if (!self->idle)
    self->idle = g_idle_add (look_cb, self);
}

void
tonus_narrow_watch (GtkWindow *window, GtkWidget *list, GtkWidget *chart, GtkWidget *spare)
{
  Narrow *self = g_new0 (Narrow, 1);

  self->window = window;
  self->list = list;
  self->spare = spare;
  g_object_set_data_full (G_OBJECT (window), NARROW, self, narrow_free);
  g_signal_connect_swapped (chart, "size-allocate", G_CALLBACK (look_soon), self);
  g_signal_connect_data (window, "set-focus", G_CALLBACK (look_soon), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
