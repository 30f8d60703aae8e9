/* tonus-figure-cell.c - the picture of an exercise in a list: seen as a picture, heard as words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-figure-cell.h"
#include "tonus-figure-pictures.h"
#include "tonus-figure-view.h"
#include "tonus-figure-words.h"

struct _TonusFigureCell
{
  GtkCellRendererText parent_instance;

  int width, height;
  const TonusEntry *exercise;
};

G_DEFINE_TYPE (TonusFigureCell, tonus_figure_cell, GTK_TYPE_CELL_RENDERER_TEXT)

#define PAD 3

static void
get_preferred_width (GtkCellRenderer *cell, GtkWidget *widget, int *least, int *natural)
{
  int width = TONUS_FIGURE_CELL (cell)->width + 2 * PAD;

  if (least)
    *least = width;
  if (natural)
    *natural = width;
}

/* The words take no room. */
static void
get_preferred_height (GtkCellRenderer *cell, GtkWidget *widget, int *least, int *natural)
{
  int height = TONUS_FIGURE_CELL (cell)->height + 2 * PAD;

  if (least)
    *least = height;
  if (natural)
    *natural = height;
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
  TonusFigureCell *self = TONUS_FIGURE_CELL (cell);
  GdkRectangle place = { area->x + PAD, area->y + (area->height - self->height) / 2, self->width,
                         self->height };

  if (self->exercise)
    tonus_figure_draw_at (cr, widget, &place, self->exercise, FALSE);
}

static void
tonus_figure_cell_class_init (TonusFigureCellClass *klass)
{
  GtkCellRendererClass *cell_class = GTK_CELL_RENDERER_CLASS (klass);

  cell_class->get_preferred_width = get_preferred_width;
  cell_class->get_preferred_height = get_preferred_height;
  cell_class->get_preferred_height_for_width = get_preferred_height_for_width;
  cell_class->render = render;
}

static void
tonus_figure_cell_init (TonusFigureCell *self)
{
}

GtkCellRenderer *
tonus_figure_cell_new (int width, int height)
{
  TonusFigureCell *self = g_object_new (TONUS_TYPE_FIGURE_CELL, NULL);

  self->width = width;
  self->height = height;
  return GTK_CELL_RENDERER (self);
}

void
tonus_figure_cell_set (TonusFigureCell *self, const TonusEntry *exercise)
{
  g_autofree char *words =
      tonus_figure_words_name (tonus_figure_picture_of (exercise), tonus_entry_label (exercise));

  self->exercise = exercise;
  g_object_set (self, "text", words, NULL);
}
