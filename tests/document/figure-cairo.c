/* figure-cairo.c - a display list drawn by cairo, to compare with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "figure-cairo.h"

#include <math.h>

static void
play_path (cairo_t *cr, const TonusFigureSegment *segments, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const float *p = segments[i].p;

      if (segments[i].kind == 'M')
        cairo_move_to (cr, p[0], p[1]);
      else if (segments[i].kind == 'L')
        cairo_line_to (cr, p[0], p[1]);
      else if (segments[i].kind == 'C')
        cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
      else
        cairo_close_path (cr);
    }
}

static void
play_image (cairo_t *cr, const TonusFigureOp *op)
{
  int width = (int) tonus_image_get_width (op->image);
  int height = (int) tonus_image_get_height (op->image);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  for (int i = 0; i < width * height; i++)
    {
      const guint8 *p = tonus_image_get_pixels (op->image) + 3 * i;
      guint8 *to = cairo_image_surface_get_data (surface) + 4 * (i % width) +
                   cairo_image_surface_get_stride (surface) * (i / width);
      guint8 grey = (guint8) lround (.299 * p[0] + .587 * p[1] + .114 * p[2]);

      for (int c = 0; c < 3; c++)
        to[c] = op->is_grey ? grey : p[2 - c];
    }
  cairo_surface_mark_dirty (surface);
  cairo_save (cr);
  cairo_translate (cr, op->place.x, op->place.y + op->place.height);
  cairo_scale (cr, op->place.width / width, -op->place.height / height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

void
figure_cairo_play (cairo_t *cr, const TonusFigureList *list)
{
  guint n_ops, n_segments;
  const TonusFigureOp *ops = tonus_figure_list_get_ops (list, &n_ops);
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (list, &n_segments);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < n_ops; i++)
    {
      const TonusFigureOp *op = &ops[i];

      if (op->kind == TONUS_FIGURE_IMAGE)
        play_image (cr, op);
      if (op->kind == TONUS_FIGURE_POP)
        cairo_restore (cr);
      if (op->kind == TONUS_FIGURE_CLIP)
        cairo_save (cr);
      play_path (cr, segments + op->first, op->kind == TONUS_FIGURE_POP ? 0 : op->n);
      if (op->kind == TONUS_FIGURE_CLIP)
        cairo_clip (cr);
      cairo_set_line_width (cr, op->line_width);
      cairo_set_source_rgb (cr, op->fill[0], op->fill[1], op->fill[2]);
      if (op->kind == TONUS_FIGURE_DRAW && op->has_fill)
        cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, op->stroke[0], op->stroke[1], op->stroke[2]);
      if (op->kind == TONUS_FIGURE_DRAW && op->has_stroke)
        cairo_stroke_preserve (cr);
      cairo_new_path (cr);
    }
}
