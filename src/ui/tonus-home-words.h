/* tonus-home-words.h - an exercise of the home program in one line, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

/* Is @section that of the exercises?  They are read in the order of their places. */
gboolean tonus_home_words_are_of (const TonusSection *section);

/* "Bridge · 2 × 10, hold 3 s, 7 days a week · Pain up to 3/10 · Since 26 Nov 2026".  (transfer
 * full) */
char *tonus_home_words_say (TonusRecord *record, const TonusSection *section, const char *row);

G_END_DECLS
