/* tonus-pose-angles.h - the angles of one frame as numbers to be typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for each joint.  Comma and point are both decimal signs; a number is taken when Enter is
 * pressed or the field is left, Escape puts back what was there.  What cannot be read or is beyond
 * the joint's range stays visible with the reason below it.
 *
 * Signals: "typed" (guint joint, guint axis, double degrees); the answer comes by showing the pose
 * that it makes, or by tonus_pose_angles_refuse().
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-pose-edit.h"

G_BEGIN_DECLS

#define TONUS_TYPE_POSE_ANGLES (tonus_pose_angles_get_type ())
G_DECLARE_FINAL_TYPE (TonusPoseAngles, tonus_pose_angles, TONUS, POSE_ANGLES, GtkGrid)

GtkWidget *tonus_pose_angles_new (void);

/* @pose: (nullable) */
void tonus_pose_angles_show (TonusPoseAngles *self, TonusPose *pose, TonusFrame frame);

/* What was typed is not taken. */
void tonus_pose_angles_refuse (TonusPoseAngles *self, guint joint, guint axis, const char *why);

/* The focus goes to the joint's first angle. */
void tonus_pose_angles_enter (TonusPoseAngles *self, guint joint);

G_END_DECLS
