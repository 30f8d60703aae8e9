/* tonus-pose-joints.h - the joints of the mannequin, and how far each goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ranges are what a picture may be asked to show, a little beyond what people do, and no norms:
 * those are in data/catalogues with their sources.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TONUS_AXIS_LEAN, /* of the whole body: forward */
  TONUS_AXIS_TILT, /* to the right */
  TONUS_AXIS_TURN, /* to the right */
  TONUS_AXIS_FLEXION,
  TONUS_AXIS_SIDE_BEND, /* to the right */
  TONUS_AXIS_ABDUCTION,
  TONUS_AXIS_EXTERNAL_ROTATION,
  TONUS_AXIS_DORSIFLEXION,
  TONUS_AXIS_EXTENSION,
  TONUS_AXIS_DEVIATION, /* to the thumb's side */
  TONUS_AXIS_PRONATION,
  TONUS_N_AXES
} TonusAxis;

typedef struct
{
  TonusAxis axis;
  double low, high; /* degrees */
} TonusJointAxis;

typedef struct
{
  const char *id;   /* "knee.r", as a pose file spells it */
  gboolean is_pair; /* there are two: this one is of the right or of the left side */
  guint side;       /* 0 the right one, 1 the left one */
  guint n_axes;
  TonusJointAxis axes[3];
} TonusPoseJoint;

#define TONUS_POSE_JOINTS 18u

/* @joint: below TONUS_POSE_JOINTS; trunk first, then legs and arms, the left one after its right
 * one. */
const TonusPoseJoint *tonus_pose_joint_get (guint joint);

G_END_DECLS
