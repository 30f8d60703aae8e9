/* tonus-tab-place.c - where a tab of the chart stands: what moves in it moves nothing outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-tab-place.h"

struct _TonusTabPlace
{
  GtkEventBox parent_instance;
};

G_DEFINE_TYPE (TonusTabPlace, tonus_tab_place, GTK_TYPE_EVENT_BOX)

static void
tonus_tab_place_check_resize (GtkContainer *container)
{
  GtkWidget *widget = GTK_WIDGET (container);
  GtkRequisition least;
  GtkAllocation place;

  gtk_widget_get_preferred_size (widget, &least, NULL);
  gtk_widget_get_allocation (widget, &place);
  if (least.width > place.width || least.height > place.height)
    gtk_widget_queue_resize (gtk_widget_get_parent (widget));
  else
    GTK_CONTAINER_CLASS (tonus_tab_place_parent_class)->check_resize (container);
}

static void
tonus_tab_place_class_init (TonusTabPlaceClass *klass)
{
  GTK_CONTAINER_CLASS (klass)->check_resize = tonus_tab_place_check_resize;
}

static void
tonus_tab_place_init (TonusTabPlace *self)
{
  gtk_event_box_set_visible_window (GTK_EVENT_BOX (self), FALSE);
  g_object_set (self, "resize-mode", GTK_RESIZE_QUEUE, NULL);
}

GtkWidget *
tonus_tab_place_new (void)
{
  return g_object_new (TONUS_TYPE_TAB_PLACE, NULL);
}
