/* tonus-pose-canvas.h - a picture that can be taken hold of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One frame of a pose in full, the other one pale behind it, and a handle at the end of everything
 * that turns.  It keeps no pose: what a hand makes of the one that is shown goes out as a signal,
 * and comes back to be shown.
 *
 * Handles are buttons: Tab goes through them, arrow keys turn, Enter asks for the numbers, and a
 * screen reader hears the joint with its angles.
 *
 * Signals: "begun" (a new step for undo), "edited" (TonusPose), "held" (guint, the handle that has
 * the focus or is pointed at), "asked" (guint, the handle whose numbers are wanted).
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-pose-handles.h"

G_BEGIN_DECLS

#define TONUS_TYPE_POSE_CANVAS (tonus_pose_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TonusPoseCanvas, tonus_pose_canvas, TONUS, POSE_CANVAS, GtkOverlay)

GtkWidget *tonus_pose_canvas_new (void);

/* @pose: (nullable) nothing to show.  @is_both: limbs of both sides are moved together. */
void
tonus_pose_canvas_show (TonusPoseCanvas *self, TonusPose *pose, TonusFrame frame, gboolean is_both);

/* Into the middle, as large as there is room: for another picture than before. */
void tonus_pose_canvas_fit (TonusPoseCanvas *self);

/* What the pointer does; widget coordinates.  FALSE: no handle is there. */
gboolean tonus_pose_canvas_press (TonusPoseCanvas *self, double x, double y);
void tonus_pose_canvas_move (TonusPoseCanvas *self, double x, double y);
void tonus_pose_canvas_release (TonusPoseCanvas *self);

/* Where a handle is now, in widget coordinates.  FALSE: nothing is shown. */
gboolean tonus_pose_canvas_find (TonusPoseCanvas *self, TonusHandle handle, double *x, double *y);

GtkWidget *tonus_pose_canvas_get_handle (TonusPoseCanvas *self, TonusHandle handle);

G_END_DECLS
