/* tonus-handout-plan.h - how many exercises go on the next page, how high, how small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures, draws nothing.  Chips wrap by themselves; then type goes down a point; then fewer
 * cards.  Which of the three sets of sizes it is, how wide pictures are and what moves to the page
 * behind is chosen for the document: by fewest pages, then by fewest pages with exercises, then by
 * the largest type.
 */
#pragma once

#include "tonus-handout-card.h"

G_BEGIN_DECLS

#define TONUS_HANDOUT_MOST_CARDS 4

typedef struct
{
  guint n_cards; /* ≥ 1 */
  double heights[TONUS_HANDOUT_MOST_CARDS];
  double shrink;     /* points off the type … */
  double most_shrink; /* … and how many it may be */
  double left;       /* of the room, below the cards */
  gboolean has_tail; /* what belongs to the last cards fits the same page */
  gboolean fits;     /* FALSE: one card, higher than @room even at its smallest: see @is_fresh */
} TonusHandoutPlan;

/* The next page from exercise @first on, @room points high.  @is_fresh: the page is empty.  On one that is not, no card
 * is made tiny to fit: it had better begin the next. */
TonusHandoutPlan tonus_handout_plan (const TonusHandoutSheet *sheet, guint first, double room, gboolean is_fresh);

/* Settles sizes, share, level and the week's place of @sheet.  @is_compact: smaller type is wished for. */
void tonus_handout_plan_sheet (TonusHandoutSheet *sheet, gboolean is_compact);

G_END_DECLS
