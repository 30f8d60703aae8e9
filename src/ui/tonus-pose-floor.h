/* tonus-pose-floor.h - what of a frame touches the floor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the figure rests on, one part of the body or two, and which soles are flat.
 *
 * Signals: "rested" (const char *contacts, "back foot.l"), "flattened" (guint side, gboolean).
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-pose-edit.h"

G_BEGIN_DECLS

#define TONUS_TYPE_POSE_FLOOR (tonus_pose_floor_get_type ())
G_DECLARE_FINAL_TYPE (TonusPoseFloor, tonus_pose_floor, TONUS, POSE_FLOOR, GtkBox)

GtkWidget *tonus_pose_floor_new (void);

/* @pose: (nullable) */
void tonus_pose_floor_show (TonusPoseFloor *self, TonusPose *pose, TonusFrame frame);

G_END_DECLS
