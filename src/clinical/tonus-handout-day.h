/* tonus-handout-day.h - what the patient takes home from the visit itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is going on, in the therapist's own plain words (assessment/explained); what was done that day; how it goes on;
 * and what to heed after needles and tape.  Only what was recorded on the day is said; a section without a row was not
 * done.
 */
#pragma once

#include "tonus-handout-content.h"
#include "tonus-handout-words.h"

G_BEGIN_DECLS

/* Fills found, did, plan and care of @handout.  @visit: (nullable) */
void tonus_handout_day_fill (TonusHandout *handout, const TonusHandoutWords *words, TonusRecord *visit);

void tonus_handout_care_free (TonusHandoutCare *self);

G_END_DECLS
