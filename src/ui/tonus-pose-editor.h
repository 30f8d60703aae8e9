/* tonus-pose-editor.h - drawing the picture of an own exercise from one that is near it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture is a record (tonus-pose-form.h) in a chart of the editor's own, lent to the session
 * while it is open, so that undo and redo are about it.
 *
 * Signals: "used" (TonusPose, the picture as it stands), "cancelled".
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-pose-edit.h"
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_POSE_EDITOR (tonus_pose_editor_get_type ())
G_DECLARE_FINAL_TYPE (TonusPoseEditor, tonus_pose_editor, TONUS, POSE_EDITOR, GtkBox)

/* @start: (nullable) the shipped pose to start from; @own: (nullable) the drawn picture that the
 * exercise has now: then that is what it starts from. */
GtkWidget *tonus_pose_editor_new (TonusSession *session, const char *start, TonusPose *own);

/* For undo while it is open. */
TonusChart *tonus_pose_editor_get_chart (TonusPoseEditor *self);

/* The picture as it stands.  (nullable) (transfer none) */
TonusPose *tonus_pose_editor_get_pose (TonusPoseEditor *self);

G_END_DECLS
