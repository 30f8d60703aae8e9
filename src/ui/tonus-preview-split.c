/* tonus-preview-split.c - a view, and the preview beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-focus.h"
#include "tonus-preferences.h"
#include "tonus-preview-split.h"

/* What the program's cards need to be read without scrolling sideways. */
#define VIEW_LEAST 560
/* Below this a page is a picture, not a text. */
#define PREVIEW_LEAST 320
#define PREVIEW_MOST 640
#define PREVIEW_SHARE 0.4

struct _TonusPreviewSplit
{
  GtkContainer parent_instance;

  /* Owned, as a container does */
  GtkWidget *view;
  GtkWidget *preview;

  int width;         /* the last one allocated */
  gboolean is_asked; /* the preview, where there is no room for both */
};

G_DEFINE_TYPE (TonusPreviewSplit, tonus_preview_split, GTK_TYPE_CONTAINER)

static gboolean
is_hidden (void)
{
  return tonus_preferences_get_flag (tonus_preferences_get_default (),
                                     TONUS_PREFERENCE_PREVIEW_HIDDEN);
}

/* The larger of the two sides' needs counts: with large text they need more. */
static void
measure_least (TonusPreviewSplit *self, int *view, int *preview)
{
  gtk_widget_get_preferred_width (self->view, view, NULL);
  gtk_widget_get_preferred_width (self->preview, preview, NULL);
  *view = MAX (*view, VIEW_LEAST);
  *preview = MAX (*preview, PREVIEW_LEAST);
}

static gboolean
has_room (TonusPreviewSplit *self, int width)
{
  int view, preview;

  measure_least (self, &view, &preview);
  return width >= view + preview;
}

/* How much of @width is the preview's. */
static int
share (TonusPreviewSplit *self, int width)
{
  int view, preview;

  if (!has_room (self, width))
    return self->is_asked ? width : 0;
  if (is_hidden ())
    return 0;
  measure_least (self, &view, &preview);
  return CLAMP ((int) (width * PREVIEW_SHARE), preview,
                MAX (preview, MIN (PREVIEW_MOST, width - view)));
}

/* A widget that is not shown must not keep the keys. */
static void
set_shown (GtkWidget *child, gboolean is_shown)
{
  if (gtk_widget_get_child_visible (child) != is_shown)
    gtk_widget_set_child_visible (child, is_shown);
}

static void
tonus_preview_split_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  TonusPreviewSplit *self = TONUS_PREVIEW_SPLIT (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = share (self, allocation->width);
  GtkAllocation view = *allocation, preview = *allocation;

  gtk_widget_set_allocation (widget, allocation);
  self->width = allocation->width;
  view.width = allocation->width - width;
  preview.width = width;
  if (is_rtl)
    view.x += width;
  else
    preview.x += view.width;
  set_shown (self->view, view.width > 0);
  set_shown (self->preview, preview.width > 0);
  if (view.width > 0)
    gtk_widget_size_allocate (self->view, &view);
  if (preview.width > 0)
    gtk_widget_size_allocate (self->preview, &preview);
}

static void
tonus_preview_split_get_preferred_width (GtkWidget *widget, int *least, int *wish)
{
  TonusPreviewSplit *self = TONUS_PREVIEW_SPLIT (widget);
  int preview_least, preview_wish;

  gtk_widget_get_preferred_width (self->view, least, wish);
  gtk_widget_get_preferred_width (self->preview, &preview_least, &preview_wish);
  *least = MAX (*least, preview_least);
  *wish = MAX (*wish, *least);
}

static void
tonus_preview_split_get_preferred_height (GtkWidget *widget, int *least, int *wish)
{
  TonusPreviewSplit *self = TONUS_PREVIEW_SPLIT (widget);
  int preview_least, preview_wish;

  gtk_widget_get_preferred_height (self->view, least, wish);
  gtk_widget_get_preferred_height (self->preview, &preview_least, &preview_wish);
  *least = MAX (*least, preview_least);
  *wish = MAX (*wish, preview_wish);
}

static void
tonus_preview_split_forall (GtkContainer *container,
                            gboolean includes_internals,
                            GtkCallback callback,
                            gpointer data)
{
  TonusPreviewSplit *self = TONUS_PREVIEW_SPLIT (container);

  if (self->view)
    callback (self->view, data);
  if (self->preview)
    callback (self->preview, data);
}

static void
tonus_preview_split_remove (GtkContainer *container, GtkWidget *child)
{
  TonusPreviewSplit *self = TONUS_PREVIEW_SPLIT (container);

  if (child == self->view)
    self->view = NULL;
  else if (child == self->preview)
    self->preview = NULL;
  gtk_widget_unparent (child);
}

static void
tonus_preview_split_class_init (TonusPreviewSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkContainerClass *container_class = GTK_CONTAINER_CLASS (klass);

  widget_class->size_allocate = tonus_preview_split_size_allocate;
  widget_class->get_preferred_width = tonus_preview_split_get_preferred_width;
  widget_class->get_preferred_height = tonus_preview_split_get_preferred_height;
  container_class->forall = tonus_preview_split_forall;
  container_class->remove = tonus_preview_split_remove;
}

static void
tonus_preview_split_init (TonusPreviewSplit *self)
{
  gtk_widget_set_has_window (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tonus_preview_split_new (GtkWidget *view, GtkWidget *preview)
{
  TonusPreviewSplit *self = g_object_new (TONUS_TYPE_PREVIEW_SPLIT, NULL);

  self->view = view;
  self->preview = preview;
  gtk_widget_set_parent (view, GTK_WIDGET (self));
  gtk_widget_set_parent (preview, GTK_WIDGET (self));
  gtk_widget_show (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

GtkWidget *
tonus_preview_split_get_view (TonusPreviewSplit *self)
{
  return self->view;
}

gboolean
tonus_preview_split_toggle (TonusPreviewSplit *self)
{
  gboolean is_shown = self->width > 0 && share (self, self->width) > 0;

  if (!has_room (self, self->width))
    self->is_asked = !is_shown;
  else
    tonus_preferences_set_flag (tonus_preferences_get_default (), TONUS_PREFERENCE_PREVIEW_HIDDEN,
                                is_shown);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return !is_shown;
}

void
tonus_preview_split_show_view (TonusPreviewSplit *self)
{
  if (!self->is_asked)
    return;
  self->is_asked = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
