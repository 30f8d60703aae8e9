/* tonus-pose-edit.h - a new pose made from one that is near it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poses are immutable: every edit gives a new one, written as a pose file and read again by the one
 * reader there is, so that what cannot be read cannot be made.  Posture, props, grip, crop and the
 * hair stay those of the pose it started from.
 *
 * What is moved by a person obeys from then on: a joint that was bent until a contact fitted, a
 * hand that reached, a sole that was kept parallel to the floor and is lifted.  What rests on the
 * floor goes on resting there.
 */
#pragma once

#include "tonus-figure.h"
#include "tonus-pose-joints.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_FRAME_START,
  TONUS_FRAME_END
} TonusFrame;

/* What a file says beside its frames; NULL: as the pose it is made from. */
typedef struct
{
  const char *style;   /* "ghost", "panels", "single" */
  const char *view;    /* "side", "34", "-25 10" */
  const char *muscles; /* "glutes hams.r"; "": none */
  gboolean has_no_arrows;
} TonusPoseLook;

/* @base with another look, and with @frames (nullable), a text that tonus_pose_spell_frames() gave.
 * Words for who cannot see the picture stay only while it shows the same.  (transfer full) */
TonusPose *
tonus_pose_derive (TonusPose *base, const TonusPoseLook *look, const char *frames, GError **error);

/* The groups [Start] and [End], each complete.  (transfer full) */
char *tonus_pose_spell_frames (const TonusPose *self);

/* A hold is one picture: its end. */
gboolean tonus_pose_is_single (const TonusPose *self);

/* What the file says, "34" or "20 30"; "side" where it says nothing.  (transfer full) */
char *tonus_pose_spell_key (const TonusPose *self, const char *group, const char *key);

/* Angles */

/* Degrees, as they are seen: by the axes of the joint. */
void tonus_pose_get_angles (const TonusPose *self, TonusFrame frame, guint joint, double angles[3]);

/* Of all joints at once. */
void tonus_pose_list_angles (const TonusPose *self,
                             TonusFrame frame,
                             double angles[TONUS_POSE_JOINTS][3]);

/* @is_both: the joint of the other side too.  An angle beyond the joint's range is refused with
 * the range.  (transfer full) */
TonusPose *tonus_pose_turn (TonusPose *self,
                            TonusFrame frame,
                            guint joint,
                            guint axis,
                            double degrees,
                            gboolean is_both,
                            GError **error);

/* On what the figure rests, "back foot.l": one contact or two.  (transfer full) */
char *tonus_pose_get_rest (const TonusPose *self, TonusFrame frame);
TonusPose *
tonus_pose_rest (TonusPose *self, TonusFrame frame, const char *contacts, GError **error);

/* The sole of @side stays parallel to the floor. */
gboolean tonus_pose_is_flat (const TonusPose *self, TonusFrame frame, guint side);
TonusPose *tonus_pose_flatten (
    TonusPose *self, TonusFrame frame, guint side, gboolean is_flat, GError **error);

/* One frame as the other one is.  (transfer full) */
TonusPose *tonus_pose_copy_frame (TonusPose *self, TonusFrame from, TonusFrame to, GError **error);

/* What is not as it should be */

typedef struct
{
  gboolean is_rest_missed; /* no turn of the body brings both contacts down */
  gboolean is_fit_missed;  /* no angle of a joint brings its contact down */
  double above;            /* of the lowest point over the floor, metres; below is negative */
  gboolean is_off_floor;   /* more than that may be, and the file does not say why */
} TonusPoseFaults;

/* TRUE if there is any. */
gboolean tonus_pose_find_faults (const TonusPose *self, TonusFrame frame, TonusPoseFaults *faults);

G_END_DECLS
