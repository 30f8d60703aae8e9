/* tonus-arrow.c - which way it goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-arrow.h"

#include <string.h>

/* Points of paper. */
#define SHAFT_WIDTH 2.3
#define HALO_WIDTH 2.6
#define HEAD_LENGTH 8.0
#define HEAD_HALF_WIDTH 3.9
#define SHORTEST 17.0

/* Metres. */
#define NO_MOVE .01
#define NEAR .006

#define N_WAY 9

const double tonus_arrow_moments[TONUS_TRACE] = { 1 / 12., .5, 1 };

typedef struct
{
  guint n;
  TonusPoint at[N_WAY];
} Way;

static TonusPoint
move_towards (TonusPoint from, TonusPoint to, double distance)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  if (length < 1e-9)
    return from;
  return (TonusPoint){ from.x + (to.x - from.x) * distance / length,
                       from.y + (to.y - from.y) * distance / length };
}

static void
turn_round (Way *way)
{
  for (guint i = 0; i < way->n / 2; i++)
    {
      TonusPoint kept = way->at[i];
      way->at[i] = way->at[way->n - 1 - i];
      way->at[way->n - 1 - i] = kept;
    }
}

/* Leaves @length out at the end of the way, where the head goes. */
static void
shorten (Way *way, double length)
{
  while (way->n > 1)
    {
      TonusPoint last = way->at[way->n - 1], before = way->at[way->n - 2];
      double step = hypot (last.x - before.x, last.y - before.y);

      if (step > length)
        {
          way->at[way->n - 1] = move_towards (last, before, length);
          return;
        }
      if (way->n == 2)
        return;
      length -= step;
      way->n--;
    }
}

static void
make_head (TonusOutline *head, TonusPoint tip, TonusPoint base, double unit)
{
  double length = MAX (hypot (tip.x - base.x, tip.y - base.y), 1e-9);
  double ux = (tip.x - base.x) / length, uy = (tip.y - base.y) / length;
  double back = HEAD_LENGTH * unit, half = HEAD_HALF_WIDTH * unit;

  tonus_outline_add (head, tip);
  tonus_outline_add (head,
                     (TonusPoint){ tip.x - ux * back - uy * half, tip.y - uy * back + ux * half });
  tonus_outline_add (head, (TonusPoint){ tip.x - ux * back * .78, tip.y - uy * back * .78 });
  tonus_outline_add (head,
                     (TonusPoint){ tip.x - ux * back + uy * half, tip.y - uy * back - ux * half });
}

static void
draw_way (Way *way, gboolean is_double, const TonusSketch *sketch)
{
  double unit = sketch->weight / sketch->scale;
  TonusOutline heads[2] = { 0 };
  guint n_heads = 0;

  for (guint i = 0; i < (is_double ? 2 : 1); i++)
    {
      TonusPoint tip = way->at[way->n - 1];

      shorten (way, HEAD_LENGTH * .85 * unit);
      make_head (&heads[n_heads++], tip, way->at[way->n - 1], unit);
      turn_round (way);
    }
  tonus_outline_trace_line (way->at, way->n, way->n > 2, sketch->list);
  tonus_sketch_stroke (sketch, TONUS_INK_WHITE, (SHAFT_WIDTH + HALO_WIDTH) * sketch->weight);
  for (guint i = 0; i < n_heads; i++)
    {
      tonus_outline_trace (&heads[i], sketch->list);
      tonus_sketch_paint (sketch, TONUS_INK_WHITE, 1, TONUS_INK_WHITE, HALO_WIDTH);
    }
  tonus_outline_trace_line (way->at, way->n, way->n > 2, sketch->list);
  tonus_sketch_stroke (sketch, TONUS_INK_ARROW, SHAFT_WIDTH * sketch->weight);
  for (guint i = 0; i < n_heads; i++)
    {
      tonus_outline_trace (&heads[i], sketch->list);
      tonus_sketch_paint (sketch, TONUS_INK_ARROW, 1, TONUS_INK_ARROW, .4);
    }
}

/* The one quadratic curve through the landmark's three places: the true path can jump where the
 * contacts change. */
static void
trace_curve (const TonusArrow *self, const TonusPoint *through, TonusPoint *points)
{
  TonusPoint handle = { 2 * through[1].x - (through[0].x + through[2].x) / 2,
                        2 * through[1].y - (through[0].y + through[2].y) / 2 };

  for (guint i = 0; i < N_WAY; i++)
    {
      double u = self->from + (1 - self->from) * i / (N_WAY - 1);
      double a = (1 - u) * (1 - u), b = 2 * u * (1 - u), c = u * u;
      points[i] = (TonusPoint){ a * through[0].x + b * handle.x + c * through[2].x,
                                a * through[0].y + b * handle.y + c * through[2].y };
    }
}

/* Shifted to its left by the offset, without points that stand on one another. */
static void
shift_aside (const TonusPoint *points, double offset, Way *way)
{
  for (guint i = 0; i < N_WAY; i++)
    {
      TonusPoint a = points[i > 0 ? i - 1 : 0], b = points[MIN (i + 1, N_WAY - 1)];
      double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-9);
      TonusPoint at = { points[i].x - (b.y - a.y) / length * offset,
                        points[i].y + (b.x - a.x) / length * offset };
      const TonusPoint *last = way->n > 0 ? &way->at[way->n - 1] : NULL;

      if (last == NULL || hypot (at.x - last->x, at.y - last->y) > NEAR)
        way->at[way->n++] = at;
    }
}

/* A very short one is made long enough to be seen. */
static void
lengthen (Way *way, double least)
{
  TonusPoint first = way->at[0], last = way->at[way->n - 1], middle;
  double length = 0, straight = hypot (last.x - first.x, last.y - first.y);

  for (guint i = 1; i < way->n; i++)
    length += hypot (way->at[i].x - way->at[i - 1].x, way->at[i].y - way->at[i - 1].y);
  if (length >= least || straight < 1e-6)
    return;
  middle = (TonusPoint){ (first.x + last.x) / 2, (first.y + last.y) / 2 };
  way->n = 2;
  way->at[0] = move_towards (middle, first, least / 2);
  way->at[1] = move_towards (middle, last, least / 2);
}

void
tonus_arrow_draw (const TonusArrow *self, const TonusSkeleton *trace, const TonusSketch *sketch)
{
  TonusPoint through[TONUS_TRACE], points[N_WAY];
  Way way = { 0 };

  if (self->is_vector)
    {
      TonusVec from = tonus_vec_add (tonus_spot_find (&self->spot, &trace[TONUS_TRACE - 1]),
                                     tonus_vec (self->start_x, self->start_y, 0));

      way.n = 2;
      way.at[0] = tonus_camera_see (sketch->camera, from);
      way.at[1] = tonus_camera_see (sketch->camera,
                                    tonus_vec_add (from, tonus_vec (self->dx, self->dy, 0)));
    }
  else
    {
      for (guint i = 0; i < TONUS_TRACE; i++)
        through[i] = tonus_camera_see (sketch->camera, tonus_spot_find (&self->spot, &trace[i]));
      if (hypot (through[2].x - through[0].x, through[2].y - through[0].y) < NO_MOVE)
        return;
      trace_curve (self, through, points);
      shift_aside (points, self->offset, &way);
      if (way.n < 2)
        return;
    }
  lengthen (&way, SHORTEST * sketch->weight / sketch->scale);
  if (hypot (way.at[0].x - way.at[way.n - 1].x, way.at[0].y - way.at[way.n - 1].y) > 1e-6)
    draw_way (&way, self->is_double, sketch);
}
