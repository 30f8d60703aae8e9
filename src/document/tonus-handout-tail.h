/* tonus-handout-tail.h - what stands around the cards: head, visit, lists, week table, safety box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is a block, or a row of one; absent content gives an empty block of no height.
 */
#pragma once

#include "tonus-handout-card.h"

G_BEGIN_DECLS

TonusBlock *tonus_handout_head (const TonusHandoutSheet *sheet);
/* The head of every page after the first. */
TonusBlock *tonus_handout_running_head (const TonusHandoutSheet *sheet);

/* What is going on, what was done, how it goes on. */
TonusBlock *tonus_handout_found (const TonusHandoutSheet *sheet);
/* What to heed after the visit's needles and tape. */
TonusBlock *tonus_handout_care (const TonusHandoutSheet *sheet);
/* What to stop doing. */
TonusBlock *tonus_handout_stopped (const TonusHandoutSheet *sheet);
TonusBlock *tonus_handout_advice (const TonusHandoutSheet *sheet);
/* The sentence for a program without exercises. */
TonusBlock *tonus_handout_none (const TonusHandoutSheet *sheet);

/* The safety box as the sheet's level has it: with the code, without it, or in short. */
TonusBlock *tonus_handout_safety (const TonusHandoutSheet *sheet);
/* With everything, whatever the level. */
TonusBlock *tonus_handout_whole_safety (const TonusHandoutSheet *sheet);

/* Was Tonus built with the library that makes the code? */
gboolean tonus_handout_has_code (void);
/* The square code alone. */
TonusBlock *tonus_handout_code (const TonusHandoutSheet *sheet);
double tonus_handout_code_width (const TonusHandoutSheet *sheet);

/* The table to tick off: its head, and the row of exercise @index (from 0). */
TonusBlock *tonus_handout_week_head (const TonusHandoutSheet *sheet);
TonusBlock *tonus_handout_week_row (const TonusHandoutSheet *sheet, guint index);

/* Table and safety box beside each other, for a page that would not hold both one under the other. */
TonusBlock *tonus_handout_week_and_safety (const TonusHandoutSheet *sheet);

G_END_DECLS
