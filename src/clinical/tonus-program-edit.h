/* tonus-program-edit.h - what can be done to a home program, each a changeset to be applied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is changed here: whoever asks applies the changeset to the chart, so that each of these
 * is one step of undo.  Rows are ids of the section of exercises.  What is done to a program that
 * was handed out is also noted among its changes, under an id that the caller makes; @note_row NULL
 * leaves the note out.
 */
#pragma once

#include "tonus-changeset.h"
#include "tonus-program.h"

G_BEGIN_DECLS

/* @exercise as a new @row, with the dose its catalogue gives.  (transfer full) */
TonusChangeset *tonus_program_edit_add (TonusRecord *program,
                                        const char *row,
                                        const TonusEntry *exercise,
                                        guint32 today,
                                        const char *note_row);

/* The row in which @exercise is done already.  One side alone leaves room for the other.
 * (transfer full) (nullable) */
char *tonus_program_find_exercise (TonusRecord *program, const TonusEntry *exercise);

/* Those of @exercises that are not in it yet, one of the ids @rows and @note_rows each.
 * (element-type TonusEntry) (element-type utf8) (transfer full) */
TonusChangeset *tonus_program_edit_add_all (TonusRecord *program,
                                            GPtrArray *exercises,
                                            GPtrArray *rows,
                                            GPtrArray *note_rows,
                                            guint32 today);

/* @row stands @step places further down (negative: up) among those that are done, or not at all
 * beyond the ends.  (transfer full) */
TonusChangeset *tonus_program_edit_move (TonusRecord *program, const char *row, int step);

/* By the position they are done in, in the order of the catalogue of positions: so nobody gets up
 * and down between exercises.  (transfer full) */
TonusChangeset *tonus_program_edit_sort (TonusRecord *program);

/* Not done any more: it is named on the next handout as stopped.  @reason: (nullable) words.
 * (transfer full) */
TonusChangeset *tonus_program_edit_stop (
    TonusRecord *program, const char *row, const char *reason, guint32 today, const char *note_row);
/* (transfer full) */
TonusChangeset *tonus_program_edit_resume (TonusRecord *program,
                                           const char *row,
                                           guint32 today,
                                           const char *note_row);

/* Everything of @row, for what the patient never got.  (transfer full) */
TonusChangeset *tonus_program_edit_remove (TonusRecord *program, const char *row);

/* Another exercise of the ladder in its place.  The dose stays, unless the two are of different
 * kinds: then the new one's applies.  (transfer full) */
TonusChangeset *tonus_program_edit_swap (TonusRecord *program,
                                         const char *row,
                                         const TonusEntry *instead,
                                         gboolean is_harder,
                                         guint32 today,
                                         const char *note_row);

/* One value in all @rows.  @text NULL: not recorded.  (element-type utf8) (transfer full) */
TonusChangeset *tonus_program_edit_set_all (TonusRecord *program,
                                            GPtrArray *rows,
                                            const TonusField *field,
                                            const char *text);

/* The rows that are done, in their order.  (transfer full) (element-type utf8) */
GPtrArray *tonus_program_list_active (TonusRecord *program);
gboolean tonus_program_row_is_stopped (TonusRecord *program, const char *row);

/* The exercises more than which get done less: beyond these it is worth a remark. */
#define TONUS_PROGRAM_FEW 5

G_END_DECLS
