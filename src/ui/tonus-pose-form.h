/* tonus-pose-form.h - a picture that is being drawn: what it starts from, its look, and its frames
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget in here.  It is a record of a schema of its own, so that editors and undo are those of
 * every form; its frames are one field, the text of a pose file's groups.
 */
#pragma once

#include "tonus-chart.h"
#include "tonus-pose-edit.h"

G_BEGIN_DECLS

/* @has_own: the exercise has a drawn picture already, from which one may start.  (transfer full) */
TonusSchema *tonus_pose_form_make_schema (TonusSchema *practice, gboolean has_own);

/* @start: (nullable) the id of a shipped pose; NULL: the picture it has now, or none is chosen yet.
 * (transfer full) */
TonusRecord *tonus_pose_form_new (TonusSchema *form, const char *start);

/* The picture as it stands; @own: (nullable) the picture the exercise has now.  NULL without
 * @error: nothing to start from is chosen yet.  (transfer full) */
TonusPose *tonus_pose_form_make (TonusRecord *form, TonusPose *own, GError **error);

/* @pose, made from what the form stands for, is what it stands for from now on: a step for undo, or
 * a part of the one before. */
gboolean
tonus_pose_form_keep (TonusRecord *form, TonusChart *chart, TonusPose *pose, GError **error);

G_END_DECLS
