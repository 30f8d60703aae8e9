/* tonus-bike.c - an exercise bicycle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its bottom bracket is where the pose says; saddle, bar and pedals are where the figure has its
 * seat, hands and feet.
 */
#include "config.h"

#include "tonus-props.h"
#include "tonus-solids.h"

#define TUBE .035 /* metres */

static void
tube (const TonusSketch *sketch, TonusVec from, TonusVec to, double share, TonusInk ink)
{
  TonusVec points[2] = { from, to };

  tonus_solid_strap (sketch, points, 2, ink, share * TUBE * sketch->scale / sketch->weight);
}

static void
draw_frame (double x, double y, TonusVec seat, TonusVec bar, const TonusSketch *sketch)
{
  TonusVec bracket = { x, y, 0 }, wheel = { x + .36, .36, 0 };

  for (int end = -1; end <= 1; end += 2)
    tube (sketch, tonus_vec (x + end * .42, .03, -.22), tonus_vec (x + end * .42, .03, .22), 1,
          TONUS_INK_STEEL);
  tube (sketch, tonus_vec (x - .42, .03, 0), tonus_vec (x + .42, .03, 0), 1, TONUS_INK_STEEL);
  tonus_solid_cylinder (sketch, wheel, tonus_vec (0, 0, 1), .26, .03, TONUS_INK_WALL);
  tonus_solid_cylinder (sketch, tonus_vec_add (wheel, tonus_vec (0, 0, .03)), tonus_vec (0, 0, 1),
                        .05, .01, TONUS_INK_STEEL);
  tube (sketch, tonus_vec (x - .15, .03, 0), tonus_vec_sub (seat, tonus_vec (.03, .03, 0)), 1,
        TONUS_INK_STEEL);
  tube (sketch, bracket, tonus_vec (x - .12, .30, 0), 1, TONUS_INK_STEEL);
  tube (sketch, tonus_vec (x + .36, .03, 0), tonus_vec (bar.x, bar.y, 0), 1, TONUS_INK_STEEL);
  tube (sketch, tonus_vec (bar.x, bar.y, -.22), tonus_vec (bar.x, bar.y, .22), .8,
        TONUS_INK_RUBBER);
  tube (sketch, bracket, wheel, 1, TONUS_INK_STEEL);
}

static void
draw_pedal (double x, double y, TonusVec foot, guint side, const TonusSketch *sketch)
{
  double z = TONUS_OUTWARD (side) * .07;

  tube (sketch, tonus_vec (x, y, z), tonus_vec (foot.x, foot.y - .03, z), .6, TONUS_INK_RUBBER);
  tonus_solid_box (sketch,
                   (TonusBox){ foot.x - .05, foot.x + .05, foot.y - .04, foot.y - .016,
                               foot.z - .05, foot.z + .05 },
                   TONUS_INK_RUBBER, TONUS_INK_LINE);
}

void
tonus_bike_draw (const TonusProp *prop, const TonusSkeleton *skeleton, const TonusSketch *sketch)
{
  double x = prop->number[0], y = prop->number[1];
  double height = tonus_contact_height (skeleton, TONUS_CONTACT_PELVIS, TONUS_BOTH);
  TonusVec seat = { skeleton->at[TONUS_AT_PELVIS].x, height, 0 };
  TonusVec hands = tonus_vec_mix (skeleton->at[TONUS_AT_WRIST + TONUS_RIGHT],
                                  skeleton->at[TONUS_AT_WRIST + TONUS_LEFT], .5);

  draw_frame (x, y, seat, tonus_vec_add (hands, tonus_vec (.04, -.03, 0)), sketch);
  tonus_solid_box (sketch,
                   (TonusBox){ seat.x - .15, seat.x + .13, height - .05, height, -.08, .08 },
                   TONUS_INK_RUBBER, TONUS_INK_LINE);
  for (guint i = 0; i < 2; i++)
    {
      guint side = i == 0 ? TONUS_LEFT : TONUS_RIGHT;
      draw_pedal (x, y, skeleton->at[TONUS_AT_MTP + side], side, sketch);
    }
}
