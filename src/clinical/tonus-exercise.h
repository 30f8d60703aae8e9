/* tonus-exercise.h - what the library says of an exercise, and its packs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An exercise is a row of the catalogue "exercise"; a practice's own rows may leave out anything.  Columns that
 * hold several ids write them like a field of the kind choices: "band;towel;".  The rows they name:
 *
 *     region: region · targets: muscle or exercise-target · position: exercise-position
 *     equipment: exercise-equipment · type: exercise-type · exercises (of a pack): exercise
 */
#pragma once

#include "tonus-schema.h"

G_BEGIN_DECLS

/* Is @id one of the ids in @column? */
gboolean tonus_exercise_has (const TonusEntry *exercise, const char *column, const char *id);

/* The rows that @column names, in its order; unknown ids are left out.  Also of a pack.
 * (element-type TonusEntry) (transfer container) */
GPtrArray *tonus_exercise_list (TonusSchema *schema, const TonusEntry *exercise, const char *column);

/* Where a program starts: the value for the field @field of the section "home" ("sets", "days-a-week", "side"), in
 * the record's grammar.  How much (sets, repetitions, hold, distance, duration) is the row's alone if it says any of
 * it; whatever else it leaves out is its type's, but for the effort and the pain limit of a practice's own rows.
 * (nullable) (transfer none) */
const char *tonus_exercise_get_dose (TonusSchema *schema, const TonusEntry *exercise, const char *field);

/* Has a clinician read what the patient reads?  Rows of a practice are its own matter: TRUE unless they say no. */
gboolean tonus_exercise_is_reviewed (const TonusEntry *exercise);

/* Is what the patient reads there in @language, not only in English? */
gboolean tonus_exercise_is_written_in (const TonusEntry *exercise, const char *language);

/* The English text of the patient, one sentence to a line, as its reading level is measured.  (transfer full) */
char *tonus_exercise_make_text (const TonusEntry *exercise);

G_END_DECLS
