/* tonus-mark-cell.c - a dot in a list that is seen as a dot and heard as words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-mark-cell.h"

struct _TonusMarkCell
{
  GtkCellRendererText parent_instance;

  gboolean is_marked;
};

G_DEFINE_TYPE (TonusMarkCell, tonus_mark_cell, GTK_TYPE_CELL_RENDERER_TEXT)

#define PROPERTY_IS_MARKED 1
#define SIZE 8

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, TONUS_MARK_CELL (object)->is_marked);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TONUS_MARK_CELL (object)->is_marked = g_value_get_boolean (value);
}

static void
get_preferred_width (GtkCellRenderer *cell, GtkWidget *widget, int *least, int *natural)
{
  if (least)
    *least = SIZE + 8;
  if (natural)
    *natural = SIZE + 8;
}

/* The words take no room. */
static void
get_preferred_height (GtkCellRenderer *cell, GtkWidget *widget, int *least, int *natural)
{
  if (least)
    *least = SIZE;
  if (natural)
    *natural = SIZE;
}

static void
get_preferred_height_for_width (
    GtkCellRenderer *cell, GtkWidget *widget, int width, int *least, int *natural)
{
  get_preferred_height (cell, widget, least, natural);
}

static void
render (GtkCellRenderer *cell,
        cairo_t *cr,
        GtkWidget *widget,
        const GdkRectangle *background,
        const GdkRectangle *area,
        GtkCellRendererState state)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (!TONUS_MARK_CELL (cell)->is_marked)
    return;
  gtk_style_context_get_color (context, gtk_style_context_get_state (context), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, area->x + area->width / 2.0, area->y + area->height / 2.0, SIZE / 2.0, 0,
             2 * G_PI);
  cairo_fill (cr);
}

static void
tonus_mark_cell_class_init (TonusMarkCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkCellRendererClass *cell_class = GTK_CELL_RENDERER_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  cell_class->get_preferred_width = get_preferred_width;
  cell_class->get_preferred_height = get_preferred_height;
  cell_class->get_preferred_height_for_width = get_preferred_height_for_width;
  cell_class->render = render;
  g_object_class_install_property (
      object_class, PROPERTY_IS_MARKED,
      g_param_spec_boolean ("is-marked", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
tonus_mark_cell_init (TonusMarkCell *self)
{
}

GtkCellRenderer *
tonus_mark_cell_new (void)
{
  return g_object_new (TONUS_TYPE_MARK_CELL, NULL);
}
