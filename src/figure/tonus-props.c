/* tonus-props.c - what an exercise is done with, before and behind the figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-props.h"
#include "tonus-solids.h"

#define STRAP_WIDTH 2.2
#define TUBE_WIDTH 1.8
#define STICK_WIDTH 3.2

TonusVec
tonus_grip_find (const TonusSkeleton *skeleton, guint side)
{
  return tonus_skeleton_point (skeleton, TONUS_AT_WRIST + side, TONUS_BONE_HAND + side, .004, -.058,
                               0);
}

static void
draw_strap (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  TonusVec points[TONUS_PROP_SPOTS_MAX];

  for (guint i = 0; i < prop->n_spots; i++)
    points[i] = tonus_spot_find (&prop->spot[i], stage->shown);
  tonus_solid_strap (sketch, points, prop->n_spots, TONUS_INK_BAND, STRAP_WIDTH);
}

/* From a fixed point of the room to the figure. */
static void
draw_tube (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  TonusVec points[2] = { { prop->number[0], prop->number[1], prop->number[2] },
                         tonus_spot_find (&prop->spot[0], stage->shown) };

  if (prop->n_numbers == 6)
    points[1] =
        tonus_vec_add (points[1], tonus_vec (prop->number[3], prop->number[4], prop->number[5]));
  tonus_solid_strap (sketch, points, 2, TONUS_INK_BAND, TUBE_WIDTH);
}

static void
draw_stick (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  double overhang = prop->n_numbers > 0 ? prop->number[0] : .16;
  TonusVec a = tonus_grip_find (stage->shown, TONUS_LEFT);
  TonusVec b = tonus_grip_find (stage->shown, TONUS_RIGHT), unit;
  TonusVec points[2];

  unit = tonus_vec_unit (tonus_vec_sub (b, a));
  points[0] = tonus_vec_sub (a, tonus_vec_scale (unit, overhang));
  points[1] = tonus_vec_add (b, tonus_vec_scale (unit, overhang));
  tonus_solid_strap (sketch, points, 2, TONUS_INK_WOOD, STICK_WIDTH);
}

/* A weight cuff above the ankle or wrist. */
static void
draw_cuff (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  guint side = prop->spot[0].landmark % 2 == TONUS_AT_HIP % 2 ? TONUS_RIGHT : TONUS_LEFT;
  guint bone =
      side + (prop->spot[0].landmark >= TONUS_AT_SHOULDER ? TONUS_BONE_FOREARM : TONUS_BONE_SHANK);
  TonusVec along = stage->shown->turn[bone].y;
  TonusVec at =
      tonus_vec_add (tonus_spot_find (&prop->spot[0], stage->shown), tonus_vec_scale (along, .045));

  tonus_solid_cylinder (sketch, at, along, .052, .035, TONUS_INK_RUBBER);
}

/* A card with a cross to look at, held up. */
static void
draw_card (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  static const double frame[4][2] = {
    { -.055, -.08 }, { .055, -.08 }, { .055, .08 }, { -.055, .08 }
  };
  static const double cross[4][2] = {
    { -.028, -.045 }, { .028, .045 }, { -.028, .045 }, { .028, -.045 }
  };
  guint side = prop->sides == 1u << TONUS_LEFT ? TONUS_LEFT : TONUS_RIGHT;
  TonusVec across = stage->shown->turn[TONUS_BONE_PELVIS].z;
  TonusVec middle = tonus_vec_add (tonus_grip_find (stage->shown, side), tonus_vec (0, .10, 0));
  TonusPoint at[8];
  TonusOutline outline = { 0 };

  for (guint i = 0; i < 8; i++)
    {
      const double *p = i < 4 ? frame[i] : cross[i - 4];
      at[i] = tonus_camera_see (
          sketch->camera, tonus_vec_add (middle, tonus_vec_add (tonus_vec_scale (across, p[0]),
                                                                tonus_vec (0, p[1], 0))));
      if (i < 4)
        tonus_outline_add (&outline, at[i]);
    }
  tonus_outline_trace (&outline, sketch->list);
  tonus_sketch_paint (sketch, TONUS_INK_WHITE, 1, TONUS_INK_LINE, .9);
  tonus_outline_trace_line (at + 4, 2, FALSE, sketch->list);
  tonus_outline_trace_line (at + 6, 2, FALSE, sketch->list);
  tonus_sketch_contour (sketch, 1.6 * sketch->weight);
}

/* Whose arm is behind the body. */
static guint
find_sides_behind (const TonusStage *stage)
{
  guint sides = 0;

  for (guint side = 0; side < 2; side++)
    if (stage->body->arm[side].place == TONUS_PLACE_BEHIND)
      sides |= 1u << side;
  return sides;
}

void
tonus_props_draw_behind (const TonusStage *stage, const TonusSketch *sketch)
{
  for (guint i = 0; i < stage->pose->n_props; i++)
    {
      const TonusProp *prop = &stage->pose->props[i];

      if (prop->kind == TONUS_PROP_BAND)
        tonus_band_draw (prop, stage->shown, sketch, FALSE);
      else if (prop->kind == TONUS_PROP_BARBELL)
        tonus_barbell_draw (prop, stage->shown, sketch, FALSE);
      else if (prop->kind == TONUS_PROP_DUMBBELL)
        tonus_weight_draw (prop, stage->shown, sketch, find_sides_behind (stage));
    }
}

void
tonus_props_draw_before (const TonusStage *stage, const TonusSketch *sketch)
{
  for (guint i = 0; i < stage->pose->n_props; i++)
    {
      const TonusProp *prop = &stage->pose->props[i];

      if (prop->kind == TONUS_PROP_STRAP)
        draw_strap (prop, stage, sketch);
      else if (prop->kind == TONUS_PROP_TUBE)
        draw_tube (prop, stage, sketch);
      else if (prop->kind == TONUS_PROP_STICK)
        draw_stick (prop, stage, sketch);
      else if (prop->kind == TONUS_PROP_CUFF)
        draw_cuff (prop, stage, sketch);
      else if (prop->kind == TONUS_PROP_CARD)
        draw_card (prop, stage, sketch);
      else if (prop->kind == TONUS_PROP_BAND)
        tonus_band_draw (prop, stage->shown, sketch, TRUE);
      else if (prop->kind == TONUS_PROP_BARBELL)
        tonus_barbell_draw (prop, stage->shown, sketch, TRUE);
      else if (prop->kind == TONUS_PROP_DUMBBELL)
        tonus_weight_draw (prop, stage->shown, sketch, TONUS_BOTH & ~find_sides_behind (stage));
      else if (prop->kind == TONUS_PROP_KETTLEBELL)
        tonus_weight_draw (prop, stage->shown, sketch, TONUS_BOTH);
    }
}
