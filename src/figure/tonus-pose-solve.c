/* tonus-pose-solve.c - the angles of a pose made to touch what they should touch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In this order: the whole body turns until two contacts are at their heights, is shifted there,
 * joints are bent until their contact is down, the pinned landmark is put in its place, feet and
 * then hands reach.
 */
#include "config.h"

#include "tonus-pose-solve.h"

#include <string.h>

#define LEAN_LIMIT 80.0
#define FIT_LIMIT 70.0
#define SCAN_STEP 2.5
#define N_BISECTIONS 24

gboolean
tonus_solve_nearest (TonusHeight height, gpointer data, double limit, double *nearest)
{
  gboolean is_found = FALSE;
  double x = -limit, y = height (x, data);

  while (x < limit)
    {
      double next = MIN (x + SCAN_STEP, limit), y_next = height (next, data);

      /* The nearest one lies in the nearest interval. */
      if ((y < 0) != (y_next < 0) && (!is_found || MIN (fabs (x), fabs (next)) < fabs (*nearest)))
        {
          double low = x, high = next;
          for (guint i = 0; i < N_BISECTIONS; i++)
            {
              double middle = (low + high) / 2;
              if ((height (middle, data) < 0) == (y < 0))
                low = middle;
              else
                high = middle;
            }
          if (!is_found || fabs ((low + high) / 2) < fabs (*nearest))
            *nearest = (low + high) / 2;
          is_found = TRUE;
        }
      x = next;
      y = y_next;
    }
  return is_found;
}

typedef struct
{
  TonusAngles angles;
  TonusStance stance;
  const TonusPoseFrame *frame;
  const TonusFit *fit; /* being solved */
} Solver;

static double
height_of (const TonusSkeleton *skeleton, const TonusContact *contact)
{
  return tonus_contact_height (skeleton, contact->kind, contact->sides) - contact->height;
}

static double
measure_lean (double lean, gpointer data)
{
  Solver *solver = data;
  TonusSkeleton skeleton;

  solver->stance.lean = lean;
  tonus_skeleton_build (&skeleton, &solver->angles, &solver->stance);
  return height_of (&skeleton, &solver->frame->rest[0]) -
         height_of (&skeleton, &solver->frame->rest[1]);
}

static double
measure_fit (double bend, gpointer data)
{
  Solver *solver = data;
  TonusSkeleton skeleton;
  TonusAngles angles = solver->angles;

  for (guint i = 0; i < solver->fit->n; i++)
    angles.angle[solver->fit->joint + i][0] += bend;
  tonus_skeleton_build (&skeleton, &angles, &solver->stance);
  return height_of (&skeleton, &solver->fit->contact);
}

static void
rest_on_floor (Solver *solver, TonusSolution *solution)
{
  double lean = 0;

  if (solver->frame->n_rest == 2 && !tonus_solve_nearest (measure_lean, solver, LEAN_LIMIT, &lean))
    solution->is_rest_missed = TRUE;
  solver->stance.lean = lean;
  tonus_skeleton_build (&solution->skeleton, &solver->angles, &solver->stance);
  solver->stance.origin.y = -height_of (&solution->skeleton, &solver->frame->rest[0]);
}

static void
fit_joints (Solver *solver, TonusSolution *solution)
{
  for (guint i = 0; i < solver->frame->n_fit; i++)
    {
      double bend = 0;

      solver->fit = &solver->frame->fit[i];
      if (!tonus_solve_nearest (measure_fit, solver, FIT_LIMIT, &bend))
        solution->n_fits_missed++;
      for (guint j = 0; j < solver->fit->n; j++)
        solver->angles.angle[solver->fit->joint + j][0] += bend;
    }
}

static TonusTarget
find_target (const TonusReach *reach, const TonusSkeleton *skeleton, guint side)
{
  double outward = TONUS_OUTWARD (side);
  TonusVec pole = reach->has_pole ? reach->pole : tonus_vec (-.6, -.6, .6);
  TonusTarget target = { .is_set = TRUE };

  target.pole =
      tonus_turn_apply (&skeleton->turn[TONUS_BONE_THO], pole.x, pole.y, pole.z * outward);
  target.at = reach->is_world
                  ? reach->offset
                  : tonus_skeleton_point (skeleton, reach->landmark, reach->bone, reach->offset.x,
                                          reach->offset.y, reach->offset.z * outward);
  return target;
}

/* A hand may reach for a foot that reaches itself: so hands are found twice. */
static void
reach_out (Solver *solver, TonusSkeleton *skeleton)
{
  const TonusPoseFrame *frame = solver->frame;

  for (guint side = 0; side < 2; side++)
    if (frame->foot[side].is_set)
      solver->stance.foot[side] =
          (TonusTarget){ TRUE, frame->foot[side].offset, skeleton->turn[TONUS_BONE_PELVIS].x };
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint side = 0; side < 2; side++)
        if (frame->hand[side].is_set)
          solver->stance.hand[side] = find_target (&frame->hand[side], skeleton, side);
      tonus_skeleton_build (skeleton, &solver->angles, &solver->stance);
    }
}

static TonusReach
mix_reach (const TonusReach *a, const TonusReach *b, double t)
{
  TonusReach mixed = t < .5 ? *a : *b;

  if (a->is_set && b->is_set && a->is_world == b->is_world && a->landmark == b->landmark)
    {
      mixed.offset = tonus_vec_mix (a->offset, b->offset, t);
      if (a->has_pole && b->has_pole)
        mixed.pole = tonus_vec_mix (a->pole, b->pole, t);
    }
  return mixed;
}

/* Angles and reaches go over into one another; what rests where changes halfway. */
static void
mix_frames (const TonusPose *self, double t, TonusPoseFrame *mixed)
{
  const TonusPoseFrame *a = &self->frame[0], *b = &self->frame[1];

  *mixed = t < .5 ? *a : *b;
  if (a->pin == b->pin)
    {
      mixed->pin_x = a->pin_x * (1 - t) + b->pin_x * t;
      mixed->pin_z = a->pin_z * (1 - t) + b->pin_z * t;
    }
  for (guint joint = 0; joint < TONUS_N_JOINTS; joint++)
    for (guint i = 0; i < 3; i++)
      mixed->angles.angle[joint][i] =
          a->angles.angle[joint][i] * (1 - t) + b->angles.angle[joint][i] * t;
  for (guint side = 0; side < 2; side++)
    {
      mixed->hand[side] = mix_reach (&a->hand[side], &b->hand[side], t);
      mixed->foot[side] = mix_reach (&a->foot[side], &b->foot[side], t);
    }
}

void
tonus_pose_solve (const TonusPose *self, double t, TonusSolution *solution)
{
  TonusPoseFrame frame;
  Solver solver = { .frame = &frame };
  TonusSkeleton *skeleton = &solution->skeleton;
  TonusVec pinned;

  mix_frames (self, t, &frame);
  solver.angles = frame.angles;
  solver.stance.posture = self->posture;
  solver.stance.flat = frame.flat;
  solution->is_rest_missed = FALSE;
  solution->n_fits_missed = 0;
  rest_on_floor (&solver, solution);
  fit_joints (&solver, solution);
  tonus_skeleton_build (skeleton, &solver.angles, &solver.stance);
  pinned = skeleton->at[frame.pin];
  solver.stance.origin = tonus_vec_sub (
      solver.stance.origin, tonus_vec (pinned.x - frame.pin_x, 0, pinned.z - frame.pin_z));
  tonus_skeleton_build (skeleton, &solver.angles, &solver.stance);
  reach_out (&solver, skeleton);
  solution->angles = solver.angles;
}

TonusVec
tonus_spot_find (const TonusSpot *self, const TonusSkeleton *skeleton)
{
  TonusTouch touches[TONUS_TOUCHES_MAX];

  if (!self->is_contact)
    return skeleton->at[self->landmark];
  tonus_contact_list (skeleton, self->contact, self->sides, touches);
  return touches[0].at;
}
