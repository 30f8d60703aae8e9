/* tonus-pose-settle.h - what the joints of a solved figure are bent by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pose file may leave angles to be found: a joint is bent until its contact is down, a hand
 * reaches for a place, a sole stays parallel to the floor.  Settling writes what was found into the
 * frame, so that a person can go on from what is seen.
 */
#pragma once

#include "tonus-pose-private.h"

G_BEGIN_DECLS

/* The angles as they are seen. */
void tonus_pose_read_angles (const TonusPose *self, guint frame, TonusAngles *angles);

/* Write them into the frame; what reaches, fits and is flat goes on doing so, from there. */
void tonus_pose_settle (TonusPose *self, guint frame);

/* From now on @joint obeys its angle and nothing else. */
void tonus_pose_loosen (TonusPose *self, guint frame, guint joint);

/* The landmarks that a turn of @joints takes along, a bit each. */
guint32 tonus_pose_mark_moved (const guint *joints, guint n_joints);

/* Pins the frame where it is by a landmark that carries it and is not one of @moved, unless it is
 * pinned by such a one already; and the other frame with it, where that one is. */
void tonus_pose_pin_still (TonusPose *self, guint frame, guint32 moved);

/* A foot of @moved that is off the floor has no sole parallel to it: it keeps the ankle that
 * @before has. */
void tonus_pose_lift_soles (TonusPose *self, guint frame, guint32 moved, const TonusAngles *before);

G_END_DECLS
