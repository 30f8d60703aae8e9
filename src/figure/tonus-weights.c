/* tonus-weights.c - dumbbells, kettlebells and the bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-props.h"
#include "tonus-solids.h"

static TonusVec
along (TonusVec at, TonusVec axis, double distance)
{
  return tonus_vec_add (at, tonus_vec_scale (axis, distance));
}

static void
draw_dumbbell (const TonusSkeleton *skeleton, const TonusSketch *sketch, guint side)
{
  TonusVec at = tonus_grip_find (skeleton, side), axis = skeleton->turn[TONUS_BONE_HAND + side].x;
  double near = tonus_camera_depth (sketch->camera, axis) > 0 ? .10 : -.10;

  tonus_solid_cylinder (sketch, along (at, axis, -near), axis, .052, .035, TONUS_INK_RUBBER);
  tonus_solid_cylinder (sketch, at, axis, .014, .10, TONUS_INK_STEEL);
  tonus_solid_cylinder (sketch, along (at, axis, near), axis, .052, .035, TONUS_INK_RUBBER);
}

/* Hangs from one hand or both: a bow and the bell under it. */
static void
draw_kettlebell (const TonusProp *prop, const TonusSkeleton *skeleton, const TonusSketch *sketch)
{
  TonusVec right = tonus_grip_find (skeleton, TONUS_RIGHT);
  TonusVec left = tonus_grip_find (skeleton, TONUS_LEFT);
  TonusVec at = prop->sides == TONUS_BOTH          ? tonus_vec_mix (right, left, .5)
                : prop->sides == 1u << TONUS_RIGHT ? right
                                                   : left;
  TonusVec bow[] = { along (at, tonus_vec (-.045, -.085, 0), 1),
                     along (at, tonus_vec (-.05, .012, 0), 1),
                     along (at, tonus_vec (.05, .012, 0), 1),
                     along (at, tonus_vec (.045, -.085, 0), 1) };
  TonusOutline bell = { 0 };
  TonusTurn upright = tonus_turn_none ();

  tonus_solid_strap (sketch, bow, G_N_ELEMENTS (bow), TONUS_INK_STEEL, 1.8);
  tonus_outline_add_ball (&bell, sketch->camera, along (at, tonus_vec (0, -.135, 0), 1), &upright,
                          .088, .085, .088);
  tonus_outline_hull (&bell);
  tonus_outline_trace (&bell, sketch->list);
  tonus_sketch_paint (sketch, TONUS_INK_RUBBER, 1, TONUS_INK_LINE, .8);
}

void
tonus_weight_draw (const TonusProp *prop,
                   const TonusSkeleton *skeleton,
                   const TonusSketch *sketch,
                   guint sides)
{
  if (prop->kind == TONUS_PROP_KETTLEBELL)
    draw_kettlebell (prop, skeleton, sketch);
  else
    for (guint side = 0; side < 2; side++)
      if ((prop->sides & sides & (1u << side)) != 0)
        draw_dumbbell (skeleton, sketch, side);
}

void
tonus_barbell_draw (const TonusProp *prop,
                    const TonusSkeleton *skeleton,
                    const TonusSketch *sketch,
                    gboolean is_near)
{
  TonusVec at = tonus_vec_mix (tonus_grip_find (skeleton, TONUS_RIGHT),
                               tonus_grip_find (skeleton, TONUS_LEFT), .5);
  TonusVec axis = skeleton->turn[TONUS_BONE_PELVIS].z;
  double radius = prop->n_numbers > 0 ? prop->number[0] : .2;

  if (tonus_camera_depth (sketch->camera, axis) < 0)
    axis = tonus_vec_scale (axis, -1);
  if (is_near)
    {
      tonus_solid_cylinder (sketch, at, axis, .014, .72, TONUS_INK_STEEL);
      tonus_solid_cylinder (sketch, along (at, axis, .60), axis, radius, .02, TONUS_INK_RUBBER);
      tonus_solid_cylinder (sketch, along (at, axis, .63), axis, radius * .45, .012,
                            TONUS_INK_STEEL);
    }
  else
    {
      tonus_solid_cylinder (sketch, along (at, axis, -.60), axis, radius, .02, TONUS_INK_STEEL);
      tonus_solid_cylinder (sketch, at, axis, .014, .60, TONUS_INK_STEEL);
    }
}
