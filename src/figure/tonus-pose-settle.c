/* tonus-pose-settle.c - what the joints of a solved figure are bent by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-settle.h"

/* A pose file takes no more. */
#define ANGLE_LIMIT 200.0

/* A foot this far up is not on the floor any more, metres. */
#define LIFTED .03

#define DEGREES(radians) ((radians) *180 / G_PI)

/* --- angles of bones --- */

/* The same angle, as near to @hint as whole turns allow. */
static double
wrap (double angle, double hint)
{
  while (angle - hint > 180)
    angle -= 360;
  while (angle - hint < -180)
    angle += 360;
  return angle;
}

static double
distance (const double *a, const double *b)
{
  return fabs (a[0] - b[0]) + fabs (a[1] - b[1]) + fabs (a[2] - b[2]);
}

/* The inverse of three turns about z, x and y; of the two ways to make the same turn the one nearer
 * to @angle. */
static void
read_ball (const TonusTurn *from, const TonusTurn *to, double outward, double *angle)
{
  TonusVec y = to->y;
  double sine = CLAMP (tonus_vec_dot (from->z, y), -1, 1), found[2][3], first, second, third;

  second = DEGREES (asin (sine));
  first = DEGREES (atan2 (-tonus_vec_dot (from->x, y), tonus_vec_dot (from->y, y)));
  third = DEGREES (atan2 (-tonus_vec_dot (from->z, to->x), tonus_vec_dot (from->z, to->z)));
  if (fabs (sine) > 1 - 1e-9)
    {
      /* Both other axes are one: what one turns the other need not. */
      third = -outward * angle[2];
      first = DEGREES (atan2 (tonus_vec_dot (from->y, to->x), tonus_vec_dot (from->x, to->x))) -
              (sine > 0 ? third : -third);
    }
  for (guint i = 0; i < 2; i++)
    {
      found[i][0] = wrap (first + 180 * i, angle[0]);
      found[i][1] = wrap (-outward * (i == 0 ? second : 180 - second), angle[1]);
      found[i][2] = wrap (-outward * (third + 180 * i), angle[2]);
    }
  if (distance (found[1], angle) < distance (found[0], angle))
    found[0][0] = found[1][0], found[0][1] = found[1][1], found[0][2] = found[1][2];
  for (guint i = 0; i < 3; i++)
    angle[i] = found[0][i];
}

/* Between two bones that bend about their common z. */
static double
read_hinge (const TonusTurn *upper, const TonusTurn *lower)
{
  return DEGREES (atan2 (-tonus_vec_dot (upper->x, lower->y), tonus_vec_dot (upper->y, lower->y)));
}

static double
read_ankle (const TonusTurn *shank, const TonusTurn *foot)
{
  return DEGREES (atan2 (tonus_vec_dot (shank->y, foot->x), tonus_vec_dot (shank->x, foot->x)));
}

static void
read_leg (const TonusPoseFrame *frame, const TonusTurn *turn, guint side, double (*angle)[3])
{
  if (!frame->foot[side].is_set)
    return;
  read_ball (&turn[TONUS_BONE_PELVIS], &turn[TONUS_BONE_THIGH + side], TONUS_OUTWARD (side),
             angle[TONUS_JOINT_HIP + side]);
  angle[TONUS_JOINT_KNEE + side][0] =
      -read_hinge (&turn[TONUS_BONE_THIGH + side], &turn[TONUS_BONE_SHANK + side]);
}

static void
read_arm (const TonusPoseFrame *frame, const TonusTurn *turn, guint side, double (*angle)[3])
{
  if (!frame->hand[side].is_set)
    return;
  read_ball (&turn[TONUS_BONE_THO], &turn[TONUS_BONE_UPPERARM + side], TONUS_OUTWARD (side),
             angle[TONUS_JOINT_SHOULDER + side]);
  angle[TONUS_JOINT_ELBOW + side][0] =
      read_hinge (&turn[TONUS_BONE_UPPERARM + side], &turn[TONUS_BONE_FOREARM + side]);
}

static void
read_solved (const TonusPoseFrame *frame, const TonusSolution *solution, TonusAngles *angles)
{
  const TonusTurn *turn = solution->skeleton.turn;

  *angles = solution->angles;
  for (guint side = 0; side < 2; side++)
    {
      read_leg (frame, turn, side, angles->angle);
      read_arm (frame, turn, side, angles->angle);
    }
}

void
tonus_pose_read_angles (const TonusPose *self, guint frame, TonusAngles *angles)
{
  TonusSolution solution;
  const TonusTurn *turn = solution.skeleton.turn;

  tonus_pose_solve (self, frame, &solution);
  read_solved (&self->frame[frame], &solution, angles);
  for (guint side = 0; side < 2; side++)
    if ((self->frame[frame].flat & (1u << side)) != 0)
      angles->angle[TONUS_JOINT_ANKLE + side][0] =
          read_ankle (&turn[TONUS_BONE_SHANK + side], &turn[TONUS_BONE_FOOT + side]);
}

void
tonus_pose_settle (TonusPose *self, guint frame)
{
  TonusSolution solution;
  TonusAngles *angles = &self->frame[frame].angles;

  tonus_pose_solve (self, frame, &solution);
  read_solved (&self->frame[frame], &solution, angles);
  for (guint joint = 0; joint < TONUS_N_JOINTS; joint++)
    for (guint i = 0; i < 3; i++)
      angles->angle[joint][i] = CLAMP (angles->angle[joint][i], -ANGLE_LIMIT, ANGLE_LIMIT);
}

/* --- out of what else decides --- */

/* Of a fit of both sides the other one stays. */
static void
take_out_of_fits (TonusPoseFrame *frame, guint joint)
{
  guint n = 0;

  for (guint i = 0; i < frame->n_fit; i++)
    {
      TonusFit fit = frame->fit[i];

      if (joint >= fit.joint && joint < fit.joint + fit.n)
        {
          if (fit.n < 2)
            continue;
          guint side = joint == fit.joint ? TONUS_LEFT : TONUS_RIGHT;
          fit.joint += side;
          fit.n = 1;
          if (fit.contact.kind <= TONUS_CONTACT_ELBOWS)
            fit.contact.sides = 1u << side;
        }
      frame->fit[n++] = fit;
    }
  frame->n_fit = n;
}

static gboolean
is_of (guint joint, guint pair)
{
  return joint == pair || joint == pair + 1;
}

void
tonus_pose_loosen (TonusPose *self, guint frame, guint joint)
{
  TonusPoseFrame *f = &self->frame[frame];
  guint side = joint >= TONUS_JOINT_HIP ? (joint - TONUS_JOINT_HIP) % 2 : 0;

  if (is_of (joint, TONUS_JOINT_ANKLE) && (f->flat & (1u << side)) != 0)
    {
      TonusAngles seen;

      tonus_pose_read_angles (self, frame, &seen);
      f->angles.angle[joint][0] = seen.angle[joint][0];
      f->flat &= ~(1u << side);
    }
  if (is_of (joint, TONUS_JOINT_HIP) || is_of (joint, TONUS_JOINT_KNEE))
    f->foot[side].is_set = FALSE;
  if (is_of (joint, TONUS_JOINT_SHOULDER) || is_of (joint, TONUS_JOINT_ELBOW))
    f->hand[side].is_set = FALSE;
  take_out_of_fits (f, joint);
}

/* --- what moves, and what stays --- */

/* From the trunk outwards: the joint that comes before a landmark. */
static guint
find_joint_of (guint landmark)
{
  static const guint trunk[] = { TONUS_JOINT_ROOT,     TONUS_JOINT_ROOT, TONUS_JOINT_LUMBAR,
                                 TONUS_JOINT_THORACIC, TONUS_JOINT_NECK, TONUS_JOINT_NECK };
  static const guint limbs[] = { TONUS_JOINT_ROOT,     TONUS_JOINT_HIP,      TONUS_JOINT_KNEE,
                                 TONUS_JOINT_ANKLE,    TONUS_JOINT_TOE,      TONUS_JOINT_ANKLE,
                                 TONUS_JOINT_THORACIC, TONUS_JOINT_SHOULDER, TONUS_JOINT_ELBOW,
                                 TONUS_JOINT_WRIST,    TONUS_JOINT_WRIST };
  guint joint;

  if (landmark < TONUS_AT_HIP)
    return trunk[landmark];
  joint = limbs[(landmark - TONUS_AT_HIP) / 2];
  return joint >= TONUS_JOINT_HIP ? joint + (landmark - TONUS_AT_HIP) % 2 : joint;
}

static guint
find_parent (guint joint)
{
  static const guint parents[] = { TONUS_JOINT_ROOT,  TONUS_JOINT_HIP,      TONUS_JOINT_KNEE,
                                   TONUS_JOINT_ANKLE, TONUS_JOINT_THORACIC, TONUS_JOINT_SHOULDER,
                                   TONUS_JOINT_ELBOW };
  guint parent;

  if (joint < TONUS_JOINT_HIP)
    return joint > 0 ? joint - 1 : TONUS_N_JOINTS;
  parent = parents[(joint - TONUS_JOINT_HIP) / 2];
  return parent >= TONUS_JOINT_HIP ? parent + (joint - TONUS_JOINT_HIP) % 2 : parent;
}

static gboolean
is_moved (guint landmark, guint joint)
{
  guint by = find_joint_of (landmark);

  while (by != TONUS_N_JOINTS && by != joint)
    by = find_parent (by);
  return by == joint;
}

G_STATIC_ASSERT (TONUS_N_LANDMARKS <= 32);

guint32
tonus_pose_mark_moved (const guint *joints, guint n_joints)
{
  guint32 moved = 0;

  for (guint i = 0; i < n_joints; i++)
    for (guint j = 0; j < TONUS_N_LANDMARKS; j++)
      if (is_moved (j, joints[i]))
        moved |= 1u << j;
  return moved;
}

static void
pin_where_it_is (TonusPose *self, guint frame, guint landmark)
{
  TonusPoseFrame *f = &self->frame[frame];
  TonusSolution solution;

  tonus_pose_solve (self, frame, &solution);
  f->pin = landmark;
  f->pin_x = solution.skeleton.at[landmark].x;
  f->pin_z = solution.skeleton.at[landmark].z;
}

/* Low, and at the same place in both frames: what carries the figure. */
static double
weigh_pin (TonusVec here, TonusVec there)
{
  return here.y + 2 * hypot (here.x - there.x, here.z - there.z);
}

static int
find_pin (const TonusPose *self, guint frame, guint32 moved)
{
  TonusSolution here, there;
  double best = G_MAXDOUBLE;
  int found = -1;

  tonus_pose_solve (self, frame, &here);
  tonus_pose_solve (self, !frame, &there);
  for (guint i = 0; i < TONUS_N_LANDMARKS; i++)
    {
      double weight = weigh_pin (here.skeleton.at[i], there.skeleton.at[i]);

      if ((moved & (1u << i)) != 0 || weight >= best)
        continue;
      best = weight;
      found = (int) i;
    }
  return found;
}

void
tonus_pose_pin_still (TonusPose *self, guint frame, guint32 moved)
{
  int found;

  if ((moved & (1u << self->frame[frame].pin)) == 0)
    return;
  found = find_pin (self, frame, moved);
  if (found < 0)
    return;
  pin_where_it_is (self, frame, (guint) found);
  /* On the way from one to the other what was pinned would pull: one pin for both. */
  if ((moved & (1u << self->frame[!frame].pin)) != 0)
    pin_where_it_is (self, !frame, (guint) found);
}

void
tonus_pose_lift_soles (TonusPose *self, guint frame, guint32 moved, const TonusAngles *before)
{
  TonusPoseFrame *f = &self->frame[frame];
  TonusSolution solution;

  tonus_pose_solve (self, frame, &solution);
  for (guint side = 0; side < 2; side++)
    if ((f->flat & (1u << side)) != 0 && (moved & (1u << (TONUS_AT_HEEL + side))) != 0 &&
        tonus_contact_height (&solution.skeleton, TONUS_CONTACT_FEET, 1u << side) > LIFTED)
      {
        f->flat &= ~(1u << side);
        f->angles.angle[TONUS_JOINT_ANKLE + side][0] = before->angle[TONUS_JOINT_ANKLE + side][0];
      }
}
