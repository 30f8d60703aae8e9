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
  char *picture;              /* (nullable) what is shown */
  char *name;                 /* (nullable) of what */
  gboolean has_one;           /* as was said when its name was given */
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

static void
draw_picture (cairo_t *cr,
              GtkWidget *widget,
              const GdkRectangle *area,
              const char *picture,
              gboolean is_mirrored)
{
  TonusFigurePictures *pictures = tonus_figure_pictures_get_default ();
  TonusPictureSize size = { area->width, area->height, gtk_widget_get_scale_factor (widget),
                            is_mirrored };
  cairo_surface_t *surface;

  if (!tonus_figure_pictures_has (pictures, picture))
    {
      say_none (cr, widget, area);
      return;
    }
  surface = tonus_figure_pictures_look (pictures, picture, &size);
  if (!surface)
    return;
  cairo_set_source_surface (cr, surface, area->x, area->y);
  cairo_paint (cr);
}

void
tonus_figure_draw_at (cairo_t *cr,
                      GtkWidget *widget,
                      const GdkRectangle *area,
                      const TonusEntry *exercise,
                      gboolean is_mirrored)
{
  draw_picture (cr, widget, area, tonus_figure_picture_of (exercise), is_mirrored);
}

static gboolean
tonus_figure_view_draw (GtkWidget *widget, cairo_t *cr)
{
  TonusFigureView *self = TONUS_FIGURE_VIEW (widget);
  GdkRectangle area = { (gtk_widget_get_allocated_width (widget) - self->width) / 2,
                        (gtk_widget_get_allocated_height (widget) - self->height) / 2, self->width,
                        self->height };

  if (self->picture)
    draw_picture (cr, widget, &area, self->picture, self->is_mirrored);
  return FALSE;
}

/* What is heard of it. */
static void
give_name (TonusFigureView *self)
{
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (self));
  g_autofree char *name = NULL, *words = NULL;

  self->has_one = self->picture &&
                  tonus_figure_pictures_has (tonus_figure_pictures_get_default (), self->picture);
  name = self->picture ? tonus_figure_words_name (self->picture, self->name) : NULL;
  words = self->exercise ? tonus_figure_words_describe (self->exercise) : NULL;
  atk_object_set_name (accessible, name ? name : _ ("No picture"));
  atk_object_set_description (accessible, words ? words : "");
}

/* That a file is no picture is found out by drawing it. */
static void
ready_cb (TonusFigureView *self)
{
  if (self->picture && self->has_one != tonus_figure_pictures_has (
                                            tonus_figure_pictures_get_default (), self->picture))
    give_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tonus_figure_view_finalize (GObject *object)
{
  TonusFigureView *self = TONUS_FIGURE_VIEW (object);

  g_free (self->picture);
  g_free (self->name);
  G_OBJECT_CLASS (tonus_figure_view_parent_class)->finalize (object);
}

static void
tonus_figure_view_class_init (TonusFigureViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_figure_view_finalize;
  GTK_WIDGET_CLASS (klass)->draw = tonus_figure_view_draw;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), ATK_ROLE_IMAGE);
}

static void
tonus_figure_view_init (TonusFigureView *self)
{
  g_signal_connect_object (tonus_figure_pictures_get_default (), "ready", G_CALLBACK (ready_cb),
                           self, G_CONNECT_SWAPPED);
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
  const char *picture = exercise ? tonus_figure_picture_of (exercise) : NULL;
  const char *name = exercise ? tonus_entry_label (exercise) : NULL;

  /* Another catalogue may have its row where the one before had this. */
  if (self->exercise == exercise && self->is_mirrored == is_mirrored &&
      g_strcmp0 (self->picture, picture) == 0 && g_strcmp0 (self->name, name) == 0)
    return;
  self->exercise = exercise;
  self->is_mirrored = is_mirrored;
  g_free (self->picture);
  self->picture = g_strdup (picture);
  g_free (self->name);
  self->name = g_strdup (name);
  give_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
