/* tonus-handout-dose.h - how much and how often, as the patient reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is not recorded is not said.
 */
#pragma once

#include "tonus-handout-words.h"
#include "tonus-program.h"

G_BEGIN_DECLS

/* "3 × 10", "2 × 8 m", "3 times".  (transfer full) (nullable) */
char *tonus_handout_dose (const TonusHandoutWords *words, const TonusProgramExercise *exercise);

/* "Hold 5 seconds", "2 times a day", …  (transfer full) (element-type utf8) */
GPtrArray *tonus_handout_chips (const TonusHandoutWords *words, const TonusProgramExercise *exercise);

/* "Run 1 min, walk 1 min · 10 times · 3 days a week".  (transfer full) (nullable) */
char *tonus_handout_run (const TonusHandoutWords *words, const TonusProgramRun *run);

G_END_DECLS
