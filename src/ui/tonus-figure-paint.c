/* tonus-figure-paint.c - the cairo player of a drawing that is a list of paths
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-figure-paint.h"

static void
trace (cairo_t *cr, const TonusFigureSegment *segment)
{
  const float *p = segment->p;

  switch (segment->kind)
    {
    case 'M':
      cairo_move_to (cr, p[0], p[1]);
      break;
    case 'L':
      cairo_line_to (cr, p[0], p[1]);
      break;
    case 'C':
      cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
      break;
    case 'Z':
      cairo_close_path (cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw (cairo_t *cr, const TonusFigureOp *op)
{
  if (op->has_fill)
    {
      cairo_set_source_rgb (cr, op->fill[0], op->fill[1], op->fill[2]);
      cairo_fill_preserve (cr);
    }
  if (op->has_stroke)
    {
      cairo_set_source_rgb (cr, op->stroke[0], op->stroke[1], op->stroke[2]);
      cairo_set_line_width (cr, op->line_width);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
play (cairo_t *cr, const TonusFigureOp *op, const TonusFigureSegment *segments)
{
  if (op->kind == TONUS_FIGURE_POP)
    {
      cairo_restore (cr);
      return;
    }
  cairo_new_path (cr);
  for (guint i = op->first; i < op->first + op->n; i++)
    trace (cr, &segments[i]);
  if (op->kind == TONUS_FIGURE_DRAW)
    {
      draw (cr, op);
      return;
    }
  cairo_save (cr);
  cairo_clip (cr);
}

void
tonus_figure_paint (cairo_t *cr, const TonusFigureList *list, double x, double y)
{
  guint n_ops, n_segments;
  const TonusFigureOp *ops = tonus_figure_list_get_ops (list, &n_ops);
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (list, &n_segments);

  cairo_save (cr);
  /* A list counts upwards from its bottom. */
  cairo_translate (cr, x, y + tonus_figure_list_get_height (list));
  cairo_scale (cr, 1, -1);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < n_ops; i++)
    play (cr, &ops[i], segments);
  cairo_restore (cr);
}
