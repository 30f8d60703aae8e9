/* figure-cairo.c - a display list drawn by cairo, to compare with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "figure-cairo.h"

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
