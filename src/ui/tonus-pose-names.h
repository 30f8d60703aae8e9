/* tonus-pose-names.h - joints, angles and faults of a picture as people call them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget in here, only words.
 */
#pragma once

#include "tonus-pose-handles.h"

G_BEGIN_DECLS

/* "Right knee". */
const char *tonus_pose_name_joint (guint joint);

/* "flexion", and as short as it stands behind a number: "flex.". */
const char *tonus_pose_name_axis (TonusAxis axis);
const char *tonus_pose_name_axis_briefly (TonusAxis axis);

/* "Right knee, flexion".  (transfer full) */
char *tonus_pose_name_angle (guint joint, guint axis);

/* "Right knee, flexion 95°": what a handle turns and how far it is.  (transfer full) */
char *tonus_pose_name_handle (const TonusPose *pose, TonusFrame frame, TonusHandle handle);

/* Stable, for the handle's id: "shank-r". */
const char *tonus_pose_handle_id (TonusHandle handle);

/* What can be told about keys, while a handle has the focus. */
const char *tonus_pose_name_keys (const TonusPose *pose, TonusHandle handle);

/* "67.5" as it is read here.  (transfer full) */
char *tonus_pose_name_degrees (double degrees);

/* "Right knee, flexion: from -10° to 155°".  (transfer full) */
char *tonus_pose_say_range (guint joint, guint axis);

/* A calm remark about what is not as it should be.  (transfer full) (nullable: nothing) */
char *tonus_pose_say_faults (const TonusPose *pose, TonusFrame frame);

G_END_DECLS
