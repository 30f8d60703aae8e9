/* tonus-skeleton.h - where every joint of the mannequin is, given its angles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Metres; stature about 1.72.  A bone's frame: x to the front, y along the bone towards the head, z
 * to the figure's right.  Angles are clinical degrees from standing with hanging arms, as the
 * author of a pose writes them: the sign of a side is ours to know.
 *
 * Limbs come in pairs: the right one, and the left one after it.
 */
#pragma once

#include "tonus-space.h"

G_BEGIN_DECLS

enum
{
  TONUS_RIGHT,
  TONUS_LEFT
};

/* +1 for the right side, whose outward is z, and -1 for the left. */
#define TONUS_OUTWARD(side) ((side) == TONUS_RIGHT ? 1.0 : -1.0)

typedef enum
{
  TONUS_AT_PELVIS,
  TONUS_AT_LUM,
  TONUS_AT_THO,
  TONUS_AT_C7,
  TONUS_AT_SKULL,
  TONUS_AT_HEAD,
  TONUS_AT_HIP,
  TONUS_AT_KNEE = TONUS_AT_HIP + 2,
  TONUS_AT_ANKLE = TONUS_AT_KNEE + 2,
  TONUS_AT_MTP = TONUS_AT_ANKLE + 2,
  TONUS_AT_TOE = TONUS_AT_MTP + 2,
  TONUS_AT_HEEL = TONUS_AT_TOE + 2,
  TONUS_AT_SHOULDER = TONUS_AT_HEEL + 2,
  TONUS_AT_ELBOW = TONUS_AT_SHOULDER + 2,
  TONUS_AT_WRIST = TONUS_AT_ELBOW + 2,
  TONUS_AT_HAND = TONUS_AT_WRIST + 2,
  TONUS_AT_FINGERS = TONUS_AT_HAND + 2,
  TONUS_N_LANDMARKS = TONUS_AT_FINGERS + 2
} TonusLandmark;

typedef enum
{
  TONUS_BONE_PELVIS,
  TONUS_BONE_LUM,
  TONUS_BONE_THO,
  TONUS_BONE_NECK,
  TONUS_BONE_HEAD,
  TONUS_BONE_THIGH,
  TONUS_BONE_SHANK = TONUS_BONE_THIGH + 2,
  TONUS_BONE_FOOT = TONUS_BONE_SHANK + 2,
  TONUS_BONE_TOE = TONUS_BONE_FOOT + 2,
  TONUS_BONE_UPPERARM = TONUS_BONE_TOE + 2,
  TONUS_BONE_FOREARM = TONUS_BONE_UPPERARM + 2,
  TONUS_BONE_HAND = TONUS_BONE_FOREARM + 2,
  TONUS_N_BONES = TONUS_BONE_HAND + 2
} TonusBone;

typedef enum
{
  TONUS_JOINT_ROOT,
  TONUS_JOINT_LUMBAR,
  TONUS_JOINT_THORACIC,
  TONUS_JOINT_NECK,
  TONUS_JOINT_HIP,
  TONUS_JOINT_KNEE = TONUS_JOINT_HIP + 2,
  TONUS_JOINT_ANKLE = TONUS_JOINT_KNEE + 2,
  TONUS_JOINT_TOE = TONUS_JOINT_ANKLE + 2,
  TONUS_JOINT_SHOULDER = TONUS_JOINT_TOE + 2,
  TONUS_JOINT_ELBOW = TONUS_JOINT_SHOULDER + 2,
  TONUS_JOINT_WRIST = TONUS_JOINT_ELBOW + 2,
  TONUS_N_JOINTS = TONUS_JOINT_WRIST + 2
} TonusJoint;

typedef enum
{
  TONUS_POSTURE_STAND,
  TONUS_POSTURE_SUPINE,
  TONUS_POSTURE_PRONE,
  TONUS_POSTURE_QUADRUPED,
  TONUS_POSTURE_SIDE_LEFT,
  TONUS_POSTURE_SIDE_RIGHT,
  TONUS_N_POSTURES
} TonusPosture;

#define TONUS_THIGH .425
#define TONUS_SHANK .405
#define TONUS_UPPERARM .285
#define TONUS_FOREARM .245

typedef struct
{
  double angle[TONUS_N_JOINTS][3];
} TonusAngles;

/* Where a wrist or an ankle shall be, and whereto the elbow or knee points. */
typedef struct
{
  gboolean is_set;
  TonusVec at, pole;
} TonusTarget;

/* How the whole figure stands in the world. */
typedef struct
{
  TonusPosture posture;
  TonusVec origin; /* of the pelvis */
  double lean;     /* about the world's z, degrees, counter-clockwise */
  guint flat;      /* bit per side: the sole stays parallel to the floor */
  TonusTarget hand[2], foot[2];
} TonusStance;

typedef struct
{
  TonusVec at[TONUS_N_LANDMARKS];
  TonusTurn turn[TONUS_N_BONES];
} TonusSkeleton;

void tonus_angles_init (TonusAngles *angles);
void
tonus_skeleton_build (TonusSkeleton *self, const TonusAngles *angles, const TonusStance *stance);

/* A point given in a bone's frame, from a landmark. */
static inline TonusVec
tonus_skeleton_point (
    const TonusSkeleton *self, guint landmark, guint bone, double x, double y, double z)
{
  return tonus_vec_add (self->at[landmark], tonus_turn_apply (&self->turn[bone], x, y, z));
}

/* Of two bones from @root towards @target, in the plane of @pole: the middle joint and the end. */
void tonus_skeleton_reach (TonusVec root,
                           const TonusTarget *target,
                           double upper,
                           double lower,
                           TonusVec *middle,
                           TonusVec *end);

G_END_DECLS
