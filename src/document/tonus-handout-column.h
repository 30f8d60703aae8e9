/* tonus-handout-column.h - the words of a card: dose and chips, steps, where to feel it, the therapist's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is put into @block with its top at @y in a column of @width at @x; absent ones take no room.  All return the y below.
 */
#pragma once

#include "tonus-handout-card.h"

G_BEGIN_DECLS

/* The sheet's face at the size that planning has left of @size. */
TonusTextStyle tonus_handout_card_style (const TonusHandoutSheet *sheet, TonusFontFace face, double size, TonusColour colour);

/* For what is said in passing. */
TonusTextStyle tonus_handout_small_style (const TonusHandoutSheet *sheet);

/* A tint, with its edge where tints do not print. */
void tonus_handout_add_panel (const TonusHandoutSheet *sheet, TonusBlock *block, double x, double y, double width, double height, double radius, TonusColour tint);

double tonus_handout_add_dose (const TonusHandoutSheet *sheet, TonusBlock *block, const TonusHandoutExercise *exercise, double x, double y, double width);
double tonus_handout_add_steps (const TonusHandoutSheet *sheet, TonusBlock *block, const TonusHandoutExercise *exercise, double x, double y, double width);
/* Where to feel it, and "For you". */
double tonus_handout_add_lines (const TonusHandoutSheet *sheet, TonusBlock *block, const TonusHandoutExercise *exercise, double x, double y, double width);

G_END_DECLS
