/* tonus-pose-handles.h - where a pose can be taken hold of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet is what a pose is edited on: as large as its room, and still while something is dragged,
 * so that nothing slips from under the pointer.  Points (1/72 inch), origin at the bottom left, y
 * upwards, as in a list.
 */
#pragma once

#include "tonus-pose-edit.h"

G_BEGIN_DECLS

/* Each stands at the end of what it turns. */
typedef enum
{
  TONUS_HANDLE_PELVIS, /* up and down over the feet: hips and knees of both sides */
  TONUS_HANDLE_BACK,   /* the lower back */
  TONUS_HANDLE_TRUNK,  /* the upper back; of a standing figure the whole trunk leans in the hips */
  TONUS_HANDLE_HEAD,
  TONUS_HANDLE_THIGH,
  TONUS_HANDLE_SHANK = TONUS_HANDLE_THIGH + 2,
  TONUS_HANDLE_FOOT = TONUS_HANDLE_SHANK + 2,
  TONUS_HANDLE_UPPERARM = TONUS_HANDLE_FOOT + 2,
  TONUS_HANDLE_FOREARM = TONUS_HANDLE_UPPERARM + 2,
  TONUS_HANDLE_HAND = TONUS_HANDLE_FOREARM + 2,
  TONUS_N_HANDLES = TONUS_HANDLE_HAND + 2
} TonusHandle;

/* The joint that a handle turns; of the pelvis and a leaning trunk the whole body's. */
guint tonus_pose_handle_get_joint (const TonusPose *self, TonusHandle handle);

/* How high over the floor it is, metres. */
double tonus_pose_measure_height (const TonusPose *self, TonusFrame frame, TonusHandle handle);

/* The sheet */

typedef struct
{
  double width, height;
  double scale, x, y; /* points to a metre, and where the world's origin is */
} TonusPoseSheet;

/* Both frames with room around them. */
void
tonus_pose_sheet_fit (TonusPoseSheet *sheet, const TonusPose *self, double width, double height);

/* Are both frames on it, and not lost in it? */
gboolean tonus_pose_sheet_holds (const TonusPoseSheet *sheet, const TonusPose *self);

/* @frame, and the other one pale behind it; without arrows.  (transfer full) */
TonusFigureList *
tonus_pose_sheet_draw (const TonusPoseSheet *sheet, const TonusPose *self, TonusFrame frame);

typedef struct
{
  double x, y;
  double depth; /* larger is nearer */
} TonusHandlePlace;

void tonus_pose_sheet_find_handles (const TonusPoseSheet *sheet,
                                    const TonusPose *self,
                                    TonusFrame frame,
                                    TonusHandlePlace places[TONUS_N_HANDLES]);

/* The pose whose @handle is at @x, @y, or as near to it as the joints' ranges and the contacts
 * allow.  A handle that is there already gives the same pose.  (transfer full) */
TonusPose *tonus_pose_drag (TonusPose *self,
                            const TonusPoseSheet *sheet,
                            TonusFrame frame,
                            TonusHandle handle,
                            double x,
                            double y,
                            gboolean is_both,
                            GError **error);

/* One step of a key: its joint's first angle (@axis 0) or second one more or less by two degrees,
 * or the pelvis up or down and sideways.  Nothing to turn, or no further: the same pose.  (transfer
 * full) */
TonusPose *tonus_pose_step (TonusPose *self,
                            TonusFrame frame,
                            TonusHandle handle,
                            guint axis,
                            gboolean is_more,
                            gboolean is_both,
                            GError **error);

G_END_DECLS
