/* tonus-pose-joints.c - the joints of the mannequin, and how far each goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-pose-joints.h"

#include "tonus-skeleton.h"

G_STATIC_ASSERT (TONUS_POSE_JOINTS == TONUS_N_JOINTS);

/* An arm that reaches overhead behind the body is 186 degrees flexed, and a sleeper's rotation is
 * counted from an abducted arm: hence the wide shoulder. */
#define HIP                                                                                        \
  3,                                                                                               \
  {                                                                                                \
    { TONUS_AXIS_FLEXION, -40, 145 }, { TONUS_AXIS_ABDUCTION, -35, 75 },                           \
    {                                                                                              \
      TONUS_AXIS_EXTERNAL_ROTATION, -50, 65                                                        \
    }                                                                                              \
  }
#define SHOULDER                                                                                   \
  3,                                                                                               \
  {                                                                                                \
    { TONUS_AXIS_FLEXION, -70, 190 }, { TONUS_AXIS_ABDUCTION, -50, 185 },                          \
    {                                                                                              \
      TONUS_AXIS_EXTERNAL_ROTATION, -125, 110                                                      \
    }                                                                                              \
  }
#define WRIST                                                                                      \
  3,                                                                                               \
  {                                                                                                \
    { TONUS_AXIS_EXTENSION, -85, 90 }, { TONUS_AXIS_DEVIATION, -40, 30 },                          \
    {                                                                                              \
      TONUS_AXIS_PRONATION, -95, 95                                                                \
    }                                                                                              \
  }
#define ONE(axis, low, high)                                                                       \
  1,                                                                                               \
  {                                                                                                \
    {                                                                                              \
      axis, low, high                                                                              \
    }                                                                                              \
  }
#define SPINE(back, bend, side, turn)                                                              \
  3,                                                                                               \
  {                                                                                                \
    { TONUS_AXIS_FLEXION, back, bend }, { TONUS_AXIS_SIDE_BEND, -(side), side },                   \
    {                                                                                              \
      TONUS_AXIS_TURN, -(turn), turn                                                               \
    }                                                                                              \
  }

static const TonusPoseJoint joints[TONUS_N_JOINTS] = {
  [TONUS_JOINT_ROOT] = { "root",
                         FALSE,
                         0,
                         3,
                         { { TONUS_AXIS_LEAN, -90, 120 },
                           { TONUS_AXIS_TILT, -90, 90 },
                           { TONUS_AXIS_TURN, -180, 180 } } },
  [TONUS_JOINT_LUMBAR] = { "lumbar", FALSE, 0, SPINE (-55, 60, 35, 35) },
  [TONUS_JOINT_THORACIC] = { "thoracic", FALSE, 0, SPINE (-35, 55, 35, 50) },
  [TONUS_JOINT_NECK] = { "neck", FALSE, 0, SPINE (-70, 70, 50, 85) },
  [TONUS_JOINT_HIP] = { "hip.r", TRUE, 0, HIP },
  { "hip.l", TRUE, 1, HIP },
  [TONUS_JOINT_KNEE] = { "knee.r", TRUE, 0, ONE (TONUS_AXIS_FLEXION, -10, 155) },
  { "knee.l", TRUE, 1, ONE (TONUS_AXIS_FLEXION, -10, 155) },
  [TONUS_JOINT_ANKLE] = { "ankle.r", TRUE, 0, ONE (TONUS_AXIS_DORSIFLEXION, -70, 45) },
  { "ankle.l", TRUE, 1, ONE (TONUS_AXIS_DORSIFLEXION, -70, 45) },
  [TONUS_JOINT_TOE] = { "toe.r", TRUE, 0, ONE (TONUS_AXIS_EXTENSION, -40, 90) },
  { "toe.l", TRUE, 1, ONE (TONUS_AXIS_EXTENSION, -40, 90) },
  [TONUS_JOINT_SHOULDER] = { "shoulder.r", TRUE, 0, SHOULDER },
  { "shoulder.l", TRUE, 1, SHOULDER },
  [TONUS_JOINT_ELBOW] = { "elbow.r", TRUE, 0, ONE (TONUS_AXIS_FLEXION, -10, 155) },
  { "elbow.l", TRUE, 1, ONE (TONUS_AXIS_FLEXION, -10, 155) },
  [TONUS_JOINT_WRIST] = { "wrist.r", TRUE, 0, WRIST },
  { "wrist.l", TRUE, 1, WRIST },
};

const TonusPoseJoint *
tonus_pose_joint_get (guint joint)
{
  g_return_val_if_fail (joint < TONUS_N_JOINTS, NULL);
  return &joints[joint];
}
