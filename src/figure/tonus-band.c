/* tonus-band.c - an elastic loop around the legs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A strip in space: half around each leg and straight between them.  What faces the camera is its
 * outside, drawn before the legs; the rest is its inside, drawn behind them.
 */
#include "config.h"

#include "tonus-props.h"

#define WIDTH .034
#define N_ARC 9 /* points of half a circle */
#define LINE_WIDTH .8

typedef struct
{
  TonusVec at, out;
} LoopPoint;

static TonusVec
find_middle (const TonusProp *prop, const TonusSkeleton *s, guint side, guint *bone)
{
  double offset = prop->n_numbers > 0 ? prop->number[0] : 0;

  *bone = side + (prop->limb == TONUS_AT_ANKLE ? TONUS_BONE_SHANK
                  : prop->limb == TONUS_AT_MTP ? TONUS_BONE_FOOT
                                               : TONUS_BONE_THIGH);
  if (prop->limb == TONUS_AT_HIP)
    return tonus_vec_add (
        tonus_vec_mix (s->at[TONUS_AT_HIP + side], s->at[TONUS_AT_KNEE + side], .72),
        tonus_turn_apply (&s->turn[*bone], 0, offset, 0));
  return tonus_skeleton_point (s, prop->limb + side, *bone, 0, offset, 0);
}

static double
find_radius (const TonusProp *prop)
{
  switch (prop->limb)
    {
    case TONUS_AT_HIP:
      return .067;
    case TONUS_AT_KNEE:
      return .058;
    case TONUS_AT_ANKLE:
      return .041;
    default:
      return .045;
    }
}

/* @centre: of the two legs, or twice the same. */
static guint
build_loop (const TonusVec *centre, TonusVec axis, double radius, LoopPoint *loop)
{
  TonusVec between = tonus_vec_sub (centre[1], centre[0]), aside, e1, e2;
  guint n = 0;

  aside = tonus_vec_sub (between, tonus_vec_scale (axis, tonus_vec_dot (between, axis)));
  if (tonus_vec_length (aside) < 1e-3)
    aside = tonus_vec_cross (axis, fabs (axis.x) < .8 ? tonus_vec (1, 0, 0) : tonus_vec (0, 1, 0));
  e1 = tonus_vec_unit (aside);
  e2 = tonus_vec_cross (axis, e1);
  for (guint half = 0; half < 2; half++)
    for (guint i = 0; i < N_ARC; i++)
      {
        double angle = G_PI * ((double) i / (N_ARC - 1) - .5 + half);
        TonusVec out =
            tonus_vec_add (tonus_vec_scale (e1, cos (angle)), tonus_vec_scale (e2, sin (angle)));
        loop[n++] =
            (LoopPoint){ tonus_vec_add (centre[1 - half], tonus_vec_scale (out, radius)), out };
      }
  return n;
}

/* The run of points that faces the camera, or does not; one point over on both sides. */
static guint
find_run (const LoopPoint *loop, guint n, TonusVec toward, gboolean is_near, guint *first)
{
  guint n_run = 0, start = n;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_in = (tonus_vec_dot (loop[i].out, toward) > 0) == is_near;
      gboolean was_in = (tonus_vec_dot (loop[(i + n - 1) % n].out, toward) > 0) == is_near;

      if (is_in && !was_in)
        start = i;
      n_run += is_in;
    }
  if (start == n)
    return 0;
  *first = (start + n - 1) % n;
  return MIN (n_run + 2, n);
}

void
tonus_band_draw (const TonusProp *prop,
                 const TonusSkeleton *skeleton,
                 const TonusSketch *sketch,
                 gboolean is_near)
{
  LoopPoint loop[2 * N_ARC];
  TonusVec centre[2], axis = { 0, 0, 0 };
  TonusOutline strip = { 0 };
  guint bone, n, n_run, first = 0;

  for (guint side = 0; side < 2; side++)
    {
      guint of = prop->sides == TONUS_BOTH ? side : prop->sides == 1 ? TONUS_RIGHT : TONUS_LEFT;
      centre[side] = find_middle (prop, skeleton, of, &bone);
      axis = tonus_vec_add (axis, skeleton->turn[bone].y);
    }
  axis = tonus_vec_unit (axis);
  n = build_loop (centre, axis, find_radius (prop), loop);
  n_run = find_run (loop, n, sketch->camera->toward, is_near, &first);
  for (int edge = 1; edge >= -1; edge -= 2)
    for (guint i = 0; i < n_run; i++)
      {
        const LoopPoint *p = &loop[(first + (edge > 0 ? i : n_run - 1 - i)) % n];
        tonus_outline_add (
            &strip,
            tonus_camera_see (sketch->camera,
                              tonus_vec_add (p->at, tonus_vec_scale (axis, edge * WIDTH / 2))));
      }
  tonus_outline_trace (&strip, sketch->list);
  tonus_sketch_paint (sketch, is_near ? TONUS_INK_BAND : TONUS_INK_BAND_INSIDE, 1, TONUS_INK_LINE,
                      LINE_WIDTH);
}
