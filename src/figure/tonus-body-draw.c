/* tonus-body-draw.c - a figure on the picture, from back to front
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-body-draw.h"

#include <stdlib.h>

#define N_LIMBS 4

/* How much of its root a limb leaves out of its outline, in sections. */
#define TRIM_MIDDLE 1.35
#define TRIM_LEG 1.0
#define TRIM_ARM .55

/* A head this far behind the trunk is drawn before it. */
#define HEAD_BEHIND -.06

typedef struct
{
  const TonusBody *body;
  const TonusSketch *sketch;
  const TonusPose *pose;
  gboolean has_muscles;
} Drawing;

/* Arms win over legs of the same depth. */
static double
order_of (const TonusBodyLimb *limb)
{
  return limb->depth + (!limb->is_leg && limb->place == TONUS_PLACE_FRONT ? .02 : 0);
}

static int
compare_depth (gconstpointer a, gconstpointer b)
{
  const TonusBodyLimb *const *one = a, *const *other = b;
  double difference = order_of (*one) - order_of (*other);

  return difference < 0 ? -1 : difference > 0;
}

/* Far ones first. */
static guint
list_limbs (const TonusBody *body, TonusPlace place, const TonusBodyLimb **limbs)
{
  const TonusBodyLimb *all[] = { &body->leg[0], &body->arm[0], &body->leg[1], &body->arm[1] };
  guint n = 0;

  for (guint i = 0; i < N_LIMBS; i++)
    if (all[i]->place == place)
      limbs[n++] = all[i];
  qsort (limbs, n, sizeof *limbs, compare_depth);
  return n;
}

static void
draw_muscles (const Drawing *self, TonusMuscleHost host, guint sides)
{
  if (self->has_muscles)
    tonus_muscles_draw (self->body, self->sketch, self->pose, host, sides);
}

static void
draw_behind (const Drawing *self)
{
  const TonusBodyLimb *limbs[N_LIMBS];
  guint n = list_limbs (self->body, TONUS_PLACE_BEHIND, limbs);

  for (guint i = 0; i < n; i++)
    {
      guint side = 1u << limbs[i]->side;

      tonus_limb_draw (limbs[i], self->sketch, 0);
      if (limbs[i]->is_leg)
        draw_muscles (self, TONUS_MUSCLE_ON_LEG, side);
      else
        {
          draw_muscles (self, TONUS_MUSCLE_ON_ARM, side);
          draw_muscles (self, TONUS_MUSCLE_ON_FOREARM, side);
        }
    }
}

static void
trace_yokes (const Drawing *self)
{
  for (guint side = 0; side < 2; side++)
    tonus_outline_trace (&self->body->yoke[side], self->sketch->list);
}

static void
fill_part (const Drawing *self, const TonusPart *part, TonusInk ink)
{
  tonus_part_trace (part, self->sketch->camera, self->sketch->list);
  tonus_sketch_fill (self->sketch, ink, 0);
}

static void
draw_core_outline (const Drawing *self)
{
  const TonusBody *body = self->body;
  const TonusSketch *sketch = self->sketch;
  double width = 2 * tonus_sketch_outline (sketch);

  tonus_part_trace (&body->neck, sketch->camera, sketch->list);
  tonus_sketch_contour (sketch, width);
  tonus_part_trace (&body->trunk, sketch->camera, sketch->list);
  trace_yokes (self);
  for (guint side = 0; side < 2; side++)
    {
      if (body->leg[side].place == TONUS_PLACE_FRONT)
        tonus_part_trace (&body->leg[side].upper, sketch->camera, sketch->list);
      if (body->arm[side].place == TONUS_PLACE_FRONT)
        tonus_part_trace (&body->arm[side].upper, sketch->camera, sketch->list);
    }
  tonus_sketch_contour (sketch, width);
  fill_part (self, &body->neck, TONUS_INK_NECK);
}

/* Legs seen from the front: the trousers are one piece, and the shirt hangs over them. */
static void
draw_middle (const Drawing *self)
{
  const TonusBody *body = self->body;
  const TonusSketch *sketch = self->sketch;
  const TonusBodyLimb *limbs[N_LIMBS];
  guint n = list_limbs (body, TONUS_PLACE_MIDDLE, limbs);

  for (guint i = 0; i < n; i++)
    {
      tonus_part_trace (&limbs[i]->upper, sketch->camera, sketch->list);
      tonus_sketch_contour (sketch, 2 * tonus_sketch_outline (sketch));
    }
  fill_part (self, &body->trunk, TONUS_INK_TROUSERS);
  for (guint i = 0; i < n; i++)
    tonus_limb_draw (limbs[i], sketch, TRIM_MIDDLE);
  if (n == 0)
    return;
  tonus_part_trace_cut (&body->trousers, .6, TONUS_SECTIONS_MAX, sketch->camera, sketch->list);
  tonus_sketch_fill (sketch, TONUS_INK_TROUSERS, 0);
  for (guint i = 0; i < n; i++)
    draw_muscles (self, TONUS_MUSCLE_ON_LEG, 1u << limbs[i]->side);
  tonus_part_trace (&body->shirt, sketch->camera, sketch->list);
  tonus_sketch_contour (sketch, 2 * tonus_sketch_outline (sketch));
}

static void
draw_shirt (const Drawing *self)
{
  const TonusBody *body = self->body;
  const TonusSketch *sketch = self->sketch;

  trace_yokes (self);
  tonus_sketch_fill (sketch, TONUS_INK_SHIRT, 0);
  fill_part (self, &body->shirt, TONUS_INK_SHIRT);
  if (sketch->is_ghost)
    return;
  tonus_part_trace (&body->trunk, sketch->camera, sketch->list);
  tonus_figure_list_clip (sketch->list);
  tonus_part_trace_ring (&body->shirt, 0, sketch->camera, sketch->list);
  tonus_sketch_contour (sketch, tonus_sketch_outline (sketch) * .6);
  tonus_figure_list_pop (sketch->list);
  fill_part (self, &body->shirt, TONUS_INK_SHIRT);
}

/* What lies on the trunk, and of a hip whose leg is not in front. */
static void
draw_trunk_muscles (const Drawing *self)
{
  guint sides = 0;

  draw_muscles (self, TONUS_MUSCLE_ON_TRUNK, TONUS_BOTH);
  draw_muscles (self, TONUS_MUSCLE_ON_NECK, TONUS_BOTH);
  for (guint side = 0; side < 2; side++)
    if (self->body->leg[side].place != TONUS_PLACE_FRONT && self->body->leg[side].shade < .5)
      sides |= 1u << side;
  draw_muscles (self, TONUS_MUSCLE_ON_HIP, sides);
}

static void
draw_front (const Drawing *self)
{
  const TonusBodyLimb *limbs[N_LIMBS];
  guint n = list_limbs (self->body, TONUS_PLACE_FRONT, limbs);

  for (guint i = 0; i < n; i++)
    {
      guint side = 1u << limbs[i]->side;

      tonus_limb_draw (limbs[i], self->sketch, limbs[i]->is_leg ? TRIM_LEG : TRIM_ARM);
      if (limbs[i]->is_leg)
        {
          draw_muscles (self, TONUS_MUSCLE_ON_LEG, side);
          draw_muscles (self, TONUS_MUSCLE_ON_HIP, side);
        }
      else
        {
          draw_muscles (self, TONUS_MUSCLE_ON_ARM, side);
          draw_muscles (self, TONUS_MUSCLE_ON_FOREARM, side);
          draw_muscles (self, TONUS_MUSCLE_ON_SHOULDER, side);
        }
    }
}

void
tonus_body_draw (const TonusBody *self,
                 const TonusSketch *sketch,
                 const TonusPose *pose,
                 gboolean has_muscles)
{
  Drawing drawing = { self, sketch, pose, has_muscles };
  gboolean is_head_behind =
      tonus_camera_depth (sketch->camera, self->skeleton->at[TONUS_AT_HEAD]) - self->trunk.depth <
      HEAD_BEHIND;

  draw_behind (&drawing);
  if (is_head_behind)
    tonus_head_draw (self->skeleton, sketch, pose->has_bun);
  draw_core_outline (&drawing);
  draw_middle (&drawing);
  draw_shirt (&drawing);
  draw_trunk_muscles (&drawing);
  if (!is_head_behind)
    tonus_head_draw (self->skeleton, sketch, pose->has_bun);
  draw_front (&drawing);
}
