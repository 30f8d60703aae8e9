/* tonus-tab-place.c - where a tab of the chart stands: what moves in it moves nothing outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-tab-place.h"

struct _TonusTabPlace
{
  GtkEventBox parent_instance;

  GtkRequisition asked; /* for this much; a window that cannot grow is not asked again */
};

G_DEFINE_TYPE (TonusTabPlace, tonus_tab_place, GTK_TYPE_EVENT_BOX)

static void
tonus_tab_place_check_resize (GtkContainer *container)
{
  TonusTabPlace *self = TONUS_TAB_PLACE (container);
  GtkWidget *widget = GTK_WIDGET (container);
  GtkRequisition least;
  GtkAllocation place;
  gboolean is_wide, is_tall;

  gtk_widget_get_preferred_size (widget, &least, NULL);
  gtk_widget_get_allocation (widget, &place);
  is_wide = least.width > place.width;
  is_tall = least.height > place.height;
  if ((is_wide && least.width != self->asked.width) ||
      (is_tall && least.height != self->asked.height))
    {
      self->asked = least;
      gtk_widget_queue_resize (gtk_widget_get_parent (widget));
    }
  else if (is_wide || is_tall)
    {
      /* Until there is room, the contents are cut and not squeezed. */
      place.width = MAX (place.width, least.width);
      place.height = MAX (place.height, least.height);
      gtk_widget_size_allocate (widget, &place);
    }
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
