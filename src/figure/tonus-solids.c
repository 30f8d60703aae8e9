/* tonus-solids.c - boxes, cylinders, balls and straps as things stand around a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-solids.h"

#define LINE_WIDTH .8
#define RIM 1.5

/* The corner of a box whose bits choose x1, y1, z1. */
static TonusVec
corner (const TonusBox *box, guint bits)
{
  return tonus_vec ((bits & 1) != 0 ? box->x1 : box->x0, (bits & 2) != 0 ? box->y1 : box->y0,
                    (bits & 4) != 0 ? box->z1 : box->z0);
}

void
tonus_solid_box (const TonusSketch *sketch, TonusBox box, TonusInk ink, TonusInk line)
{
  static const struct
  {
    TonusVec normal;
    guint corners[4];
    double light;
  } faces[] = {
    { { 0, 1, 0 }, { 2, 3, 7, 6 }, 1 },    { { 0, 0, 1 }, { 4, 5, 7, 6 }, .88 },
    { { 0, 0, -1 }, { 0, 1, 3, 2 }, .88 }, { { 1, 0, 0 }, { 1, 5, 7, 3 }, .76 },
    { { -1, 0, 0 }, { 0, 4, 6, 2 }, .76 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      TonusOutline face = { 0 };

      if (tonus_vec_dot (faces[i].normal, sketch->camera->toward) < 1e-3)
        continue;
      for (guint j = 0; j < 4; j++)
        tonus_outline_add (&face,
                           tonus_camera_see (sketch->camera, corner (&box, faces[i].corners[j])));
      tonus_outline_trace (&face, sketch->list);
      tonus_sketch_paint (sketch, ink, faces[i].light, line, LINE_WIDTH);
    }
}

void
tonus_solid_cylinder (const TonusSketch *sketch,
                      TonusVec centre,
                      TonusVec axis,
                      double radius,
                      double half_length,
                      TonusInk ink)
{
  TonusVec unit = tonus_vec_unit (axis);
  TonusVec aside = fabs (unit.y) < .9 ? tonus_vec (0, 1, 0) : tonus_vec (1, 0, 0);
  TonusTurn turn = { tonus_vec_unit (tonus_vec_cross (unit, aside)), unit, { 0, 0, 0 } };
  TonusVec half = tonus_vec_scale (unit, half_length);
  double facing = tonus_vec_dot (unit, sketch->camera->toward);
  TonusOutline all = { 0 }, end = { 0 };

  turn.z = tonus_vec_cross (turn.x, unit);
  tonus_outline_add_disc (&all, sketch->camera, tonus_vec_sub (centre, half), &turn, radius,
                          radius);
  tonus_outline_add_disc (&all, sketch->camera, tonus_vec_add (centre, half), &turn, radius,
                          radius);
  tonus_outline_hull (&all);
  tonus_outline_trace (&all, sketch->list);
  tonus_sketch_paint (sketch, ink, .85, TONUS_INK_LINE, LINE_WIDTH);
  if (fabs (facing) < .02)
    return;
  tonus_outline_add_disc (&end, sketch->camera,
                          facing > 0 ? tonus_vec_add (centre, half) : tonus_vec_sub (centre, half),
                          &turn, radius, radius);
  tonus_outline_hull (&end);
  tonus_outline_trace (&end, sketch->list);
  tonus_sketch_paint (sketch, ink, 1, TONUS_INK_LINE, LINE_WIDTH);
}

/* An ellipse with two conjugate half-axes, as four cubics. */
static void
trace_ellipse (const TonusSketch *sketch, TonusPoint at, TonusPoint a, TonusPoint b)
{
  /* The handle of a cubic that is a quarter of a circle. */
  const double k = .5523;

  tonus_figure_list_move (sketch->list, at.x + a.x, at.y + a.y);
  for (guint i = 0; i < 4; i++)
    {
      TonusPoint next = { -a.x, -a.y };

      tonus_figure_list_curve (sketch->list, at.x + a.x + k * b.x, at.y + a.y + k * b.y,
                               at.x + b.x + k * a.x, at.y + b.y + k * a.y, at.x + b.x, at.y + b.y);
      a = b;
      b = next;
    }
  tonus_figure_list_close (sketch->list);
}

static void
trace_circle (const TonusSketch *sketch, TonusPoint at, double radius)
{
  trace_ellipse (sketch, at, (TonusPoint){ radius, 0 }, (TonusPoint){ 0, radius });
}

void
tonus_solid_patch (const TonusSketch *sketch, TonusVec centre, double half_x, double half_z)
{
  TonusPoint at = tonus_camera_see (sketch->camera, centre);
  TonusPoint a = tonus_camera_see (sketch->camera, tonus_vec (half_x, 0, 0));
  TonusPoint b = tonus_camera_see (sketch->camera, tonus_vec (0, 0, half_z));

  trace_ellipse (sketch, at, a, b);
}

/* Dark below, with a light where a lamp at the upper left would make one. */
void
tonus_solid_ball (const TonusSketch *sketch, TonusVec centre, double radius)
{
  TonusPoint at = tonus_camera_see (sketch->camera, centre);

  trace_circle (sketch, at, radius);
  tonus_sketch_paint (sketch, TONUS_INK_BALL, .8, TONUS_INK_LINE, LINE_WIDTH);
  trace_circle (sketch, at, radius);
  tonus_figure_list_clip (sketch->list);
  trace_circle (sketch, (TonusPoint){ at.x - .16 * radius, at.y + .20 * radius }, radius);
  tonus_sketch_fill_lit (sketch, TONUS_INK_BALL, 1);
  trace_circle (sketch, (TonusPoint){ at.x - .34 * radius, at.y + .40 * radius }, radius * .36);
  tonus_sketch_fill_lit (sketch, TONUS_INK_BALL_LIGHT, 1);
  trace_circle (sketch, at, radius);
  tonus_sketch_contour (sketch, LINE_WIDTH * sketch->weight);
  tonus_figure_list_pop (sketch->list);
}

void
tonus_solid_strap (
    const TonusSketch *sketch, const TonusVec *points, guint n, TonusInk ink, double width)
{
  TonusPoint seen[16];

  g_assert (n <= G_N_ELEMENTS (seen));
  for (guint i = 0; i < n; i++)
    seen[i] = tonus_camera_see (sketch->camera, points[i]);
  tonus_outline_trace_line (seen, n, FALSE, sketch->list);
  tonus_sketch_contour (sketch, (width + RIM) * sketch->weight);
  tonus_outline_trace_line (seen, n, FALSE, sketch->list);
  tonus_sketch_stroke (sketch, ink, width * sketch->weight);
}
