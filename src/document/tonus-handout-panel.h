/* tonus-handout-panel.h - the picture on its panel: clear of the badge, with the words for start and end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-handout-card.h"

G_BEGIN_DECLS

/* From the panel's corner to the badge. */
#define TONUS_HANDOUT_BADGE_INSET 4.0

/* Into a panel at the card's padding, @height high. */
void tonus_handout_add_picture (const TonusHandoutSheet *sheet, TonusBlock *block, const TonusHandoutExercise *exercise, double height);

G_END_DECLS
