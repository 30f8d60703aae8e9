/* tonus-place.c - a list in metres brought into its box in points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-place.h"

#include <math.h>

/* Points nearer than this to the straight line without them are left out: less than a printer's dot
 * and a half at 1200 to the inch. */
#define STRAIGHT .08

typedef struct
{
  double x, y;
} Point;

static Point
place (const TonusPlacing *placing, const float *p)
{
  double x = placing->x + p[0] * placing->scale, y = placing->y + p[1] * placing->scale;

  /* About the middle of the box. */
  return (Point){ placing->is_mirrored ? 2 * placing->box.x + placing->box.width - x : x, y };
}

/* Where a segment ends. */
static Point
end_of (const TonusPlacing *placing, const TonusFigureSegment *segment)
{
  return place (placing, segment->kind == 'C' ? segment->p + 4 : segment->p);
}

static double
distance_to_line (Point p, Point a, Point b)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = hypot (dx, dy);

  if (length < 1e-9)
    return hypot (p.x - a.x, p.y - a.y);
  return fabs ((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
}

/* May the straight line from point @from to @to stand for all between? */
static gboolean
is_straight (const TonusPlacing *placing, const TonusFigureSegment *segments, guint from, guint to)
{
  Point a = end_of (placing, &segments[from]), b = end_of (placing, &segments[to]);

  for (guint i = from + 1; i < to; i++)
    if (distance_to_line (place (placing, segments[i].p), a, b) > STRAIGHT)
      return FALSE;
  return TRUE;
}

/* Whether segment @i is a corner between two straight lines, so that it could be left out. */
static gboolean
is_inner (const TonusFigureSegment *segments, guint i, guint end)
{
  return segments[i].kind == 'L' && i + 1 < end && segments[i + 1].kind == 'L';
}

static void
place_path (const TonusPlacing *placing,
            const TonusFigureSegment *segments,
            guint first,
            guint end,
            TonusFigureList *list)
{
  guint kept = first; /* the last point that was written */

  for (guint i = first; i < end; i++)
    {
      const TonusFigureSegment *s = &segments[i];
      Point at = place (placing, s->p);

      if (s->kind == 'Z')
        tonus_figure_list_close (list);
      else if (s->kind == 'M')
        tonus_figure_list_move (list, at.x, at.y);
      else if (s->kind == 'C')
        {
          Point b = place (placing, s->p + 2), c = place (placing, s->p + 4);
          tonus_figure_list_curve (list, at.x, at.y, b.x, b.y, c.x, c.y);
        }
      else if (is_inner (segments, i, end) && is_straight (placing, segments, kept, i + 1))
        continue;
      else
        tonus_figure_list_line (list, at.x, at.y);
      kept = i;
    }
}

static void
clip_to_box (const TonusPlacing *placing, TonusFigureList *list)
{
  double m = placing->margin, x0 = placing->box.x + m, y0 = placing->box.y + m;
  double x1 = placing->box.x + placing->box.width - m;
  double y1 = placing->box.y + placing->box.height - m;

  tonus_figure_list_move (list, x0, y0);
  tonus_figure_list_line (list, x1, y0);
  tonus_figure_list_line (list, x1, y1);
  tonus_figure_list_line (list, x0, y1);
  tonus_figure_list_close (list);
  tonus_figure_list_clip (list);
}

void
tonus_figure_place (const TonusFigureList *drawn,
                    const TonusPlacing *placing,
                    TonusFigureList *list)
{
  guint n_ops = 0, n_segments = 0;
  const TonusFigureOp *ops = tonus_figure_list_get_ops (drawn, &n_ops);
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (drawn, &n_segments);

  if (placing->margin >= 0)
    clip_to_box (placing, list);
  for (guint i = 0; i < n_ops; i++)
    {
      const TonusFigureOp *op = &ops[i];

      place_path (placing, segments, op->first, op->first + op->n, list);
      if (op->kind == TONUS_FIGURE_CLIP)
        tonus_figure_list_clip (list);
      else if (op->kind == TONUS_FIGURE_POP)
        tonus_figure_list_pop (list);
      else
        tonus_figure_list_draw (list, op->has_fill ? op->fill : NULL,
                                op->has_stroke ? op->stroke : NULL, op->line_width);
    }
  if (placing->margin >= 0)
    tonus_figure_list_pop (list);
}
