/* tonus-skeleton.c - where every joint of the mannequin is, given its angles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-skeleton.h"

#include <string.h>

#define HIP_HALF_WIDTH .088
#define LUMBAR_HEIGHT .095
#define THORACIC_HEIGHT .145
#define SHOULDER_HEIGHT .180
#define SHOULDER_HALF_WIDTH .170

/* A raised arm takes the shoulder blade along from here on. */
#define SCAPULA_FROM 50.0
#define SCAPULA_LIFT .055

void
tonus_angles_init (TonusAngles *angles)
{
  memset (angles, 0, sizeof *angles);
  for (guint side = 0; side < 2; side++)
    {
      angles->angle[TONUS_JOINT_SHOULDER + side][1] = 6;
      angles->angle[TONUS_JOINT_ELBOW + side][0] = 8;
      angles->angle[TONUS_JOINT_WRIST + side][2] = 45;
    }
}

void
tonus_skeleton_reach (TonusVec root,
                      const TonusTarget *target,
                      double upper,
                      double lower,
                      TonusVec *middle,
                      TonusVec *end)
{
  TonusVec way = tonus_vec_sub (target->at, root), unit = tonus_vec_unit (way), aside;
  double length = CLAMP (tonus_vec_length (way), fabs (upper - lower) + 1e-3, upper + lower - 1e-3);
  double along = (upper * upper - lower * lower + length * length) / (2 * length);
  double away = sqrt (MAX (upper * upper - along * along, 0));

  if (tonus_vec_length (unit) < .5)
    unit = tonus_vec (0, -1, 0);
  aside = tonus_vec_sub (target->pole, tonus_vec_scale (unit, tonus_vec_dot (target->pole, unit)));
  aside = tonus_vec_unit (aside);
  *middle = tonus_vec_add (
      root, tonus_vec_add (tonus_vec_scale (unit, along), tonus_vec_scale (aside, away)));
  *end = tonus_vec_add (root, tonus_vec_scale (unit, length));
}

static TonusTurn
turn_of_posture (TonusPosture posture)
{
  switch (posture)
    {
    case TONUS_POSTURE_SUPINE:
      return tonus_turn_about_z (90);
    case TONUS_POSTURE_PRONE:
    case TONUS_POSTURE_QUADRUPED:
      return tonus_turn_about_z (-90);
    case TONUS_POSTURE_SIDE_LEFT:
      return (TonusTurn){ { 0, 0, 1 }, { 1, 0, 0 }, { 0, 1, 0 } };
    case TONUS_POSTURE_SIDE_RIGHT:
      return (TonusTurn){ { 0, 0, 1 }, { -1, 0, 0 }, { 0, -1, 0 } };
    case TONUS_POSTURE_STAND:
    case TONUS_N_POSTURES:
    default:
      return tonus_turn_none ();
    }
}

/* Three turns one after the other, each in the frame the one before made. */
static TonusTurn
turn_by (const TonusTurn *from, TonusTurn a, TonusTurn b, TonusTurn c)
{
  TonusTurn turn = tonus_turn_after (from, a);

  turn = tonus_turn_after (&turn, b);
  return tonus_turn_after (&turn, c);
}

static TonusTurn
turn_spine (const TonusTurn *from, const double *angle, double share)
{
  return turn_by (from, tonus_turn_about_z (-angle[0] * share),
                  tonus_turn_about_x (angle[1] * share), tonus_turn_about_y (-angle[2] * share));
}

/* A ball joint: flexion, abduction, external rotation. */
static TonusTurn
turn_ball (const TonusTurn *from, const double *angle, double outward)
{
  return turn_by (from, tonus_turn_about_z (angle[0]), tonus_turn_about_x (-outward * angle[1]),
                  tonus_turn_about_y (-outward * angle[2]));
}

static void
build_trunk (TonusSkeleton *self, const TonusAngles *angles, const TonusStance *stance)
{
  const double *root = angles->angle[TONUS_JOINT_ROOT];
  TonusTurn posture = turn_of_posture (stance->posture), *turn = self->turn;
  TonusTurn lean = tonus_turn_about_z (stance->lean);
  TonusTurn pelvis = turn_by (&posture, tonus_turn_about_y (-root[2]), tonus_turn_about_x (root[1]),
                              tonus_turn_about_z (-root[0]));

  turn[TONUS_BONE_PELVIS] = tonus_turn_after (&lean, pelvis);
  turn[TONUS_BONE_LUM] =
      turn_spine (&turn[TONUS_BONE_PELVIS], angles->angle[TONUS_JOINT_LUMBAR], 1);
  turn[TONUS_BONE_THO] = turn_spine (&turn[TONUS_BONE_LUM], angles->angle[TONUS_JOINT_THORACIC], 1);
  turn[TONUS_BONE_NECK] = turn_spine (&turn[TONUS_BONE_THO], angles->angle[TONUS_JOINT_NECK], .55);
  turn[TONUS_BONE_HEAD] = turn_spine (&turn[TONUS_BONE_THO], angles->angle[TONUS_JOINT_NECK], 1);
  self->at[TONUS_AT_PELVIS] = stance->origin;
  self->at[TONUS_AT_LUM] =
      tonus_skeleton_point (self, TONUS_AT_PELVIS, TONUS_BONE_PELVIS, 0, LUMBAR_HEIGHT, 0);
  self->at[TONUS_AT_THO] =
      tonus_skeleton_point (self, TONUS_AT_LUM, TONUS_BONE_LUM, 0, THORACIC_HEIGHT, 0);
  self->at[TONUS_AT_C7] = tonus_skeleton_point (self, TONUS_AT_THO, TONUS_BONE_THO, -.012, .235, 0);
  self->at[TONUS_AT_SKULL] =
      tonus_skeleton_point (self, TONUS_AT_C7, TONUS_BONE_NECK, .030, .080, 0);
  self->at[TONUS_AT_HEAD] =
      tonus_skeleton_point (self, TONUS_AT_SKULL, TONUS_BONE_HEAD, .022, .098, 0);
}

/* A sole parallel to the floor points where the shank's front does, or else the pelvis'. */
static TonusTurn
turn_flat (const TonusTurn *shank, const TonusTurn *pelvis)
{
  TonusVec front = tonus_vec (shank->x.x, 0, shank->x.z), side;

  if (tonus_vec_length (front) < .3)
    front = tonus_vec (pelvis->x.x, 0, pelvis->x.z);
  front = tonus_vec_unit (front);
  if (tonus_vec_length (front) < .5)
    front = tonus_vec (1, 0, 0);
  side = tonus_vec_cross (front, tonus_vec (0, 1, 0));
  return (TonusTurn){ front, tonus_vec_cross (side, front), side };
}

static void
build_foot (TonusSkeleton *self, const TonusAngles *angles, const TonusStance *stance, guint side)
{
  TonusTurn *foot = &self->turn[TONUS_BONE_FOOT + side];

  *foot = (stance->flat & (1u << side)) != 0
              ? turn_flat (&self->turn[TONUS_BONE_SHANK + side], &self->turn[TONUS_BONE_PELVIS])
              : self->turn[TONUS_BONE_SHANK + side];
  *foot = tonus_turn_after (foot, tonus_turn_about_z (angles->angle[TONUS_JOINT_ANKLE + side][0]));
  self->at[TONUS_AT_MTP + side] =
      tonus_skeleton_point (self, TONUS_AT_ANKLE + side, TONUS_BONE_FOOT + side, .125, -.058, 0);
  self->turn[TONUS_BONE_TOE + side] =
      tonus_turn_after (foot, tonus_turn_about_z (angles->angle[TONUS_JOINT_TOE + side][0]));
  self->at[TONUS_AT_TOE + side] =
      tonus_skeleton_point (self, TONUS_AT_MTP + side, TONUS_BONE_TOE + side, .05, 0, 0);
  self->at[TONUS_AT_HEEL + side] =
      tonus_skeleton_point (self, TONUS_AT_ANKLE + side, TONUS_BONE_FOOT + side, -.05, -.05, 0);
}

static void
build_leg (TonusSkeleton *self, const TonusAngles *angles, const TonusStance *stance, guint side)
{
  const TonusTurn *pelvis = &self->turn[TONUS_BONE_PELVIS];
  TonusTurn *thigh = &self->turn[TONUS_BONE_THIGH + side];
  TonusTurn *shank = &self->turn[TONUS_BONE_SHANK + side];
  TonusVec *hip = &self->at[TONUS_AT_HIP + side], *knee = &self->at[TONUS_AT_KNEE + side];
  TonusVec *ankle = &self->at[TONUS_AT_ANKLE + side];

  *hip = tonus_skeleton_point (self, TONUS_AT_PELVIS, TONUS_BONE_PELVIS, 0, 0,
                               TONUS_OUTWARD (side) * HIP_HALF_WIDTH);
  if (stance->foot[side].is_set)
    {
      tonus_skeleton_reach (*hip, &stance->foot[side], TONUS_THIGH, TONUS_SHANK, knee, ankle);
      *thigh = tonus_turn_of_bone (tonus_vec_sub (*knee, *hip), pelvis->x);
      *shank = tonus_turn_of_bone (tonus_vec_sub (*ankle, *knee), pelvis->x);
    }
  else
    {
      *thigh = turn_ball (pelvis, angles->angle[TONUS_JOINT_HIP + side], TONUS_OUTWARD (side));
      *shank =
          tonus_turn_after (thigh, tonus_turn_about_z (-angles->angle[TONUS_JOINT_KNEE + side][0]));
      *knee = tonus_skeleton_point (self, TONUS_AT_HIP + side, TONUS_BONE_THIGH + side, 0,
                                    -TONUS_THIGH, 0);
      *ankle = tonus_skeleton_point (self, TONUS_AT_KNEE + side, TONUS_BONE_SHANK + side, 0,
                                     -TONUS_SHANK, 0);
    }
  build_foot (self, angles, stance, side);
}

/* @arm: where the arm points, in the frame of the chest; hanging is 0, -1, 0. */
static void
place_shoulder (TonusSkeleton *self, TonusVec arm, guint side)
{
  double elevation = acos (CLAMP (-arm.y, -1, 1)) * 180 / G_PI;
  double lift = MAX (0, elevation - SCAPULA_FROM) / (180 - SCAPULA_FROM) * SCAPULA_LIFT;
  double forward = elevation > 30 ? .02 * MAX (0, arm.x) : 0;

  self->at[TONUS_AT_SHOULDER + side] = tonus_skeleton_point (
      self, TONUS_AT_THO, TONUS_BONE_THO, forward - .005, SHOULDER_HEIGHT + lift,
      TONUS_OUTWARD (side) * (SHOULDER_HALF_WIDTH - lift * .35));
}

/* The normal of the bent arm tells where its front is; a straight one has none. */
static TonusVec
find_front (TonusVec upper, TonusVec lower, TonusVec bone, TonusVec fallback)
{
  TonusVec front = tonus_vec_unit (tonus_vec_cross (tonus_vec_cross (upper, lower), bone));

  return tonus_vec_length (front) > .5 ? front : fallback;
}

static TonusVec
into_frame (const TonusTurn *frame, TonusVec v)
{
  return tonus_vec (tonus_vec_dot (frame->x, v), tonus_vec_dot (frame->y, v),
                    tonus_vec_dot (frame->z, v));
}

static void
reach_with_arm (TonusSkeleton *self, const TonusTarget *target, guint side)
{
  const TonusTurn *chest = &self->turn[TONUS_BONE_THO];
  TonusVec *shoulder = &self->at[TONUS_AT_SHOULDER + side];
  TonusVec *elbow = &self->at[TONUS_AT_ELBOW + side], *wrist = &self->at[TONUS_AT_WRIST + side];
  TonusVec upper, lower, front;

  /* Where the arm ends up decides where the shoulder is, from which it reaches. */
  for (guint i = 0; i < 3; i++)
    {
      tonus_skeleton_reach (*shoulder, target, TONUS_UPPERARM, TONUS_FOREARM, elbow, wrist);
      if (i < 2)
        place_shoulder (
            self, into_frame (chest, tonus_vec_unit (tonus_vec_sub (*elbow, *shoulder))), side);
    }
  upper = tonus_vec_sub (*elbow, *shoulder);
  lower = tonus_vec_sub (*wrist, *elbow);
  front = find_front (upper, lower, upper, chest->x);
  self->turn[TONUS_BONE_UPPERARM + side] = tonus_turn_of_bone (upper, front);
  self->turn[TONUS_BONE_FOREARM + side] =
      tonus_turn_of_bone (lower, find_front (upper, lower, lower, front));
}

static void
hang_arm (TonusSkeleton *self, const TonusAngles *angles, guint side)
{
  self->turn[TONUS_BONE_FOREARM + side] =
      tonus_turn_after (&self->turn[TONUS_BONE_UPPERARM + side],
                        tonus_turn_about_z (angles->angle[TONUS_JOINT_ELBOW + side][0]));
  self->at[TONUS_AT_ELBOW + side] = tonus_skeleton_point (
      self, TONUS_AT_SHOULDER + side, TONUS_BONE_UPPERARM + side, 0, -TONUS_UPPERARM, 0);
  self->at[TONUS_AT_WRIST + side] = tonus_skeleton_point (
      self, TONUS_AT_ELBOW + side, TONUS_BONE_FOREARM + side, 0, -TONUS_FOREARM, 0);
}

static void
build_arm (TonusSkeleton *self, const TonusAngles *angles, const TonusStance *stance, guint side)
{
  const TonusTurn *chest = &self->turn[TONUS_BONE_THO];
  const double *wrist = angles->angle[TONUS_JOINT_WRIST + side];
  double outward = TONUS_OUTWARD (side);
  TonusTurn *upper = &self->turn[TONUS_BONE_UPPERARM + side];

  *upper = turn_ball (chest, angles->angle[TONUS_JOINT_SHOULDER + side], outward);
  place_shoulder (self, into_frame (chest, tonus_vec_scale (upper->y, -1)), side);
  if (stance->hand[side].is_set)
    reach_with_arm (self, &stance->hand[side], side);
  else
    hang_arm (self, angles, side);
  self->turn[TONUS_BONE_HAND + side] =
      turn_by (&self->turn[TONUS_BONE_FOREARM + side], tonus_turn_about_y (outward * wrist[2]),
               tonus_turn_about_x (-outward * wrist[0]), tonus_turn_about_z (wrist[1]));
  self->at[TONUS_AT_HAND + side] =
      tonus_skeleton_point (self, TONUS_AT_WRIST + side, TONUS_BONE_HAND + side, 0, -.075, 0);
  self->at[TONUS_AT_FINGERS + side] =
      tonus_skeleton_point (self, TONUS_AT_WRIST + side, TONUS_BONE_HAND + side, 0, -.16, 0);
}

void
tonus_skeleton_build (TonusSkeleton *self, const TonusAngles *angles, const TonusStance *stance)
{
  build_trunk (self, angles, stance);
  for (guint side = 0; side < 2; side++)
    {
      build_leg (self, angles, stance, side);
      build_arm (self, angles, stance, side);
    }
}
