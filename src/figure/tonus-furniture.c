/* tonus-furniture.c - what an exercise is done on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-props.h"
#include "tonus-solids.h"

#define SEAT_HALF .22
#define LEG_HALF .018

static double
number (const TonusProp *prop, guint i, double fallback)
{
  return i < prop->n_numbers ? prop->number[i] : fallback;
}

static void
wood (const TonusSketch *sketch, double x0, double x1, double y0, double y1, double z0, double z1)
{
  tonus_solid_box (sketch, (TonusBox){ MIN (x0, x1), MAX (x0, x1), y0, y1, z0, z1 }, TONUS_INK_WOOD,
                   TONUS_INK_LINE);
}

static void
draw_mat (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  tonus_solid_box (
      sketch,
      (TonusBox){ stage->x0 - stage->overhang, stage->x1 + stage->overhang, -.022, 0, -.34, .34 },
      TONUS_INK_MAT, TONUS_INK_PALE_LINE);
}

/* Under the seat of the start, a little to its front. */
static TonusVec
find_seat (const TonusStage *stage)
{
  TonusVec at = stage->start->at[TONUS_AT_PELVIS];
  TonusVec front = stage->start->turn[TONUS_BONE_PELVIS].x;
  double length = MAX (hypot (front.x, front.z), 1e-3);

  return tonus_vec (at.x + .06 * front.x / length,
                    tonus_contact_height (stage->start, TONUS_CONTACT_SEAT, TONUS_BOTH),
                    at.z + .06 * front.z / length);
}

static void
draw_chair (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  TonusVec seat = find_seat (stage);
  double h = seat.y, back = (prop->is_left ? 1 : -1) * .21;

  for (int i = -1; i <= 1; i += 2)
    wood (sketch, seat.x + i * .19 - LEG_HALF, seat.x + i * .19 + LEG_HALF, 0, h - .04,
          seat.z - .19 - LEG_HALF, seat.z - .19 + LEG_HALF);
  if (prop->kind == TONUS_PROP_CHAIR)
    wood (sketch, seat.x + back - LEG_HALF, seat.x + back + LEG_HALF, h - .04, h + .46,
          seat.z - .21, seat.z + .21);
  wood (sketch, seat.x - SEAT_HALF, seat.x + SEAT_HALF, h - .045, h, seat.z - SEAT_HALF,
        seat.z + SEAT_HALF);
  for (int i = -1; i <= 1; i += 2)
    wood (sketch, seat.x + i * .19 - LEG_HALF, seat.x + i * .19 + LEG_HALF, 0, h - .045,
          seat.z + .18, seat.z + .215);
}

static void
draw_table (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  TonusVec seat = find_seat (stage);
  double x1 = stage->start->at[TONUS_AT_PELVIS].x + .36, h = seat.y;

  for (guint i = 0; i < 2; i++)
    {
      double x = x1 - (i == 0 ? .66 : .10);
      tonus_solid_box (sketch, (TonusBox){ x - .03, x + .03, 0, h - .08, -.25, .25 },
                       TONUS_INK_STEEL, TONUS_INK_LINE);
    }
  tonus_solid_box (sketch, (TonusBox){ x1 - .76, x1, h - .09, h, -.32, .32 }, TONUS_INK_TABLE,
                   TONUS_INK_LINE);
}

/* A chair to hold on to, its back towards the figure. */
static void
draw_support (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  double x = prop->number[0], s = x > 0 ? 1 : -1, h = .45;

  for (int z = -1; z <= 1; z += 2)
    for (guint i = 0; i < 2; i++)
      wood (sketch, x + s * .38 * i, x + s * (.38 * i + .03), 0, h, z * .18 - LEG_HALF,
            z * .18 + LEG_HALF);
  wood (sketch, x, x + s * .03, h, .92, -.20, .20);
  wood (sketch, x, x + s * .42, h - .04, h, -.20, .20);
}

static void
draw_desk (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  double x0 = prop->number[0], x1 = prop->number[1], h = prop->number[2], half = .28;

  wood (sketch, x1 - .05, x1 - .01, 0, h - .03, -half, .04 - half);
  wood (sketch, x0 + .01, x0 + .05, 0, h - .03, -half, .04 - half);
  wood (sketch, x1 - .05, x1 - .01, 0, h - .03, half - .04, half);
  wood (sketch, x0, x1, h - .03, h, -half, half);
}

static void
draw_door (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  double x = prop->number[0], half = number (prop, 1, .46);

  wood (sketch, x, x + .08, 0, 2.0, -half - .08, -half);
  wood (sketch, x, x + .08, 2.0, 2.08, -half - .08, half + .08);
  wood (sketch, x, x + .08, 0, 2.0, half, half + .08);
}

static void
draw_wall (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  double x = prop->number[0], s = x > 0 ? 1 : -1;

  tonus_solid_box (sketch,
                   (TonusBox){ MIN (x, x + s * .07), MAX (x, x + s * .07), 0, 1.95, -.42, .42 },
                   TONUS_INK_WALL, TONUS_INK_PALE_LINE);
}

/* Where it is while it is used; in both frames if it moves along. */
static void
draw_ball (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  TonusVec offset = { number (prop, 1, 0), number (prop, 2, 0), number (prop, 3, 0) };
  TonusVec at = tonus_spot_find (&prop->spot[0], stage->shown);
  TonusVec was = tonus_spot_find (&prop->spot[0], stage->start);

  if (stage->pose->style == TONUS_STYLE_GHOST && tonus_vec_length (tonus_vec_sub (at, was)) > .05)
    {
      TonusSketch ghost = *sketch;

      ghost.is_ghost = TRUE;
      tonus_solid_ball (&ghost, tonus_vec_add (was, offset), prop->number[0]);
    }
  tonus_solid_ball (sketch, tonus_vec_add (at, offset), prop->number[0]);
}

static void
draw_pillow (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  TonusVec at = tonus_spot_find (&prop->spot[0], stage->shown);
  double x = at.x + number (prop, 0, 0);

  tonus_solid_box (sketch, (TonusBox){ x - .16, x + .16, 0, number (prop, 1, .07), -.2, .2 },
                   TONUS_INK_PILLOW, TONUS_INK_LINE);
}

/* A foam roller on the floor, or a rolled towel where it is said. */
static void
draw_roll (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  TonusVec at = tonus_spot_find (&prop->spot[0], stage->shown), across = { 0, 0, 1 };

  if (prop->kind == TONUS_PROP_ROLLER)
    tonus_solid_cylinder (sketch, tonus_vec (at.x + number (prop, 0, 0), .075, 0), across, .075,
                          .28, TONUS_INK_ROLLER);
  else
    tonus_solid_cylinder (
        sketch,
        tonus_vec (at.x + number (prop, 1, 0), at.y + number (prop, 2, 0), number (prop, 3, 0)),
        across, prop->number[0], .26, TONUS_INK_PILLOW);
}

static void
draw_step (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  wood (sketch, prop->number[0], prop->number[1], 0, prop->number[2], -.30, .30);
}

static void
draw_bike (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  tonus_bike_draw (prop, stage->shown, sketch);
}

typedef void (*Draw) (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch);

/* What is not here is no furniture. */
static const Draw furniture[TONUS_N_PROPS] = {
  [TONUS_PROP_MAT] = draw_mat,         [TONUS_PROP_WALL] = draw_wall,
  [TONUS_PROP_DOOR] = draw_door,       [TONUS_PROP_STEP] = draw_step,
  [TONUS_PROP_DESK] = draw_desk,       [TONUS_PROP_CHAIR] = draw_chair,
  [TONUS_PROP_STOOL] = draw_chair,     [TONUS_PROP_TABLE] = draw_table,
  [TONUS_PROP_SUPPORT] = draw_support, [TONUS_PROP_ROLLER] = draw_roll,
  [TONUS_PROP_ROLL] = draw_roll,       [TONUS_PROP_BALL] = draw_ball,
  [TONUS_PROP_PILLOW] = draw_pillow,   [TONUS_PROP_BIKE] = draw_bike,
};

void
tonus_furniture_draw (const TonusProp *prop, const TonusStage *stage, const TonusSketch *sketch)
{
  if (furniture[prop->kind] != NULL)
    furniture[prop->kind](prop, stage, sketch);
}
