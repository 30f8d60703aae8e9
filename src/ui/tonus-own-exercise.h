/* tonus-own-exercise.h - an exercise that the practice wrote itself: its form, and its row of the
 * catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget in here.  While it is written it is a record of a schema of its own, so that the same
 * editors, checks and undo serve as everywhere; what is kept is the text of a catalogue.
 */
#pragma once

#include "tonus-chart.h"

G_BEGIN_DECLS

/* A schema with the sections of the form; choices of pictures are those of @practice's exercises.
 * (transfer full) */
TonusSchema *tonus_own_exercise_make_schema (TonusSchema *practice);

/* The catalogue "x-pose" for a form's schema: "x-bridge", called as the exercise that it is of. */
void tonus_own_exercise_add_poses (GString *text, TonusSchema *practice);

/* The form's sections, in their order.  (transfer container) (element-type TonusSection) */
GPtrArray *tonus_own_exercise_list_sections (TonusSchema *form);

/* The form of @exercise, NULL: of a new one.  (transfer full) */
TonusRecord *tonus_own_exercise_new (TonusSchema *form, const TonusEntry *exercise);

/* What is still needed before it can be saved.  (transfer full) (nullable: nothing) */
char *tonus_own_exercise_say_missing (TonusRecord *form);

/* "x-wall-angel": an id no row of @practice has.  (transfer full) */
char *tonus_own_exercise_make_id (TonusSchema *practice, TonusRecord *form);

/* The text of a catalogue with that one exercise; @before: (nullable) the text it is to be changed
 * in, of which everything else stays.  (transfer full) */
char *tonus_own_exercise_make_text (
    TonusRecord *form, const char *id, const char *before, const char *object, GError **error);

/* The English words as they are measured.  (transfer full) */
char *tonus_own_exercise_make_words (TonusRecord *form);

/* --- its picture: a shipped pose, or files of the practice (tonus-picture-name.h) --- */

/* What the column is to say.  (transfer full) (nullable) */
char *tonus_own_exercise_get_picture (TonusRecord *form);

/* @files: (nullable) takes the place of whatever picture there is; NULL takes it off.  One step of
 * undo. */
void tonus_own_exercise_set_files (TonusChart *chart, TonusRecord *form, const char *files);

/* Whoever chose a pose meanwhile wants no files: a step that takes them off, if need be. */
void tonus_own_exercise_settle_picture (TonusChart *chart, TonusRecord *form);

G_END_DECLS
