/* tonus-figure-view.c - the picture of an exercise as a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-figure-pictures.h"
#include "tonus-figure-view.h"
#include "tonus-figure-words.h"

struct _TonusFigureView
{
  GtkDrawingArea parent_instance;

  int width, height;
  gboolean is_mirrored;
  const TonusEntry *exercise; /* (nullable) borrowed */
};

G_DEFINE_TYPE (TonusFigureView, tonus_figure_view, GTK_TYPE_DRAWING_AREA)

static void
say_none (cairo_t *cr, GtkWidget *widget, const GdkRectangle *area)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autofree char *markup = g_markup_printf_escaped ("<small>%s</small>", _ ("No picture"));
  int width, height;

  pango_layout_set_markup (layout, markup, -1);
  pango_layout_set_width (layout, area->width * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_render_layout (style, cr, area->x, area->y + (area->height - height) / 2.0, layout);
}

void
tonus_figure_draw_at (cairo_t *cr,
                      GtkWidget *widget,
                      const GdkRectangle *area,
                      const TonusEntry *exercise,
                      gboolean is_mirrored)
{
  TonusFigurePictures *pictures = tonus_figure_pictures_get_default ();
  TonusPictureSize size = { area->width, area->height, gtk_widget_get_scale_factor (widget),
                            is_mirrored };
  cairo_surface_t *surface;

  if (!tonus_figure_pictures_has (pictures, exercise))
    {
      say_none (cr, widget, area);
      return;
    }
  surface = tonus_figure_pictures_look (pictures, exercise, &size);
  if (!surface)
    return;
  cairo_set_source_surface (cr, surface, area->x, area->y);
  cairo_paint (cr);
}

static gboolean
tonus_figure_view_draw (GtkWidget *widget, cairo_t *cr)
{
  TonusFigureView *self = TONUS_FIGURE_VIEW (widget);
  GdkRectangle area = { (gtk_widget_get_allocated_width (widget) - self->width) / 2,
                        (gtk_widget_get_allocated_height (widget) - self->height) / 2, self->width,
                        self->height };

  if (self->exercise)
    tonus_figure_draw_at (cr, widget, &area, self->exercise, self->is_mirrored);
  return FALSE;
}

static void
tonus_figure_view_class_init (TonusFigureViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->draw = tonus_figure_view_draw;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), ATK_ROLE_IMAGE);
}

static void
tonus_figure_view_init (TonusFigureView *self)
{
  g_signal_connect_object (tonus_figure_pictures_get_default (), "ready",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tonus_figure_view_new (int width, int height)
{
  TonusFigureView *self = g_object_new (TONUS_TYPE_FIGURE_VIEW, NULL);

  self->width = width;
  self->height = height;
  gtk_widget_set_size_request (GTK_WIDGET (self), width, height);
  return GTK_WIDGET (self);
}

void
tonus_figure_view_show (TonusFigureView *self, const TonusEntry *exercise, gboolean is_mirrored)
{
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (self));
  g_autofree char *name = exercise ? tonus_figure_words_name (exercise) : NULL;
  g_autofree char *words = exercise ? tonus_figure_words_describe (exercise) : NULL;

  if (self->exercise == exercise && self->is_mirrored == is_mirrored)
    return;
  self->exercise = exercise;
  self->is_mirrored = is_mirrored;
  atk_object_set_name (accessible, name ? name : _ ("No picture"));
  atk_object_set_description (accessible, words ? words : "");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
