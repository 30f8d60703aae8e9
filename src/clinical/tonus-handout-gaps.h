/* tonus-handout-gaps.h - what a handout lacks, for the therapist to read before it is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing of it keeps the page from being printed: a sheet without a phone is better than none.  Pictures are said
 * where they are resolved, in the document floor.
 */
#pragma once

#include "tonus-handout-content.h"

G_BEGIN_DECLS

/* Sentences in the therapist's language: "No phone number of the clinic: …", "No Spanish text: Foam roller calf roll".
 * Exercises are named as the patient reads them: that is where one looks for them.  (element-type utf8) (transfer full) */
GPtrArray *tonus_handout_list_gaps (const TonusHandout *content);

G_END_DECLS
