/* tonus-handout-plan.h - how many exercises go on the next page, how high, how small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures, draws nothing.  Chips wrap by themselves; then type goes down a point; then fewer
 * cards.
 */
#pragma once

#include "tonus-handout-card.h"

G_BEGIN_DECLS

#define TONUS_HANDOUT_MOST_CARDS 4

typedef struct
{
  guint n_cards; /* ≥ 1 */
  double heights[TONUS_HANDOUT_MOST_CARDS];
  double shrink;    /* points off the type */
  gboolean has_all; /* everything that follows fits the same page */
  gboolean fits;    /* FALSE: one card, higher than @room even at its smallest */
} TonusHandoutPlan;

/* Planning asks for the same heights with every size and again when it is drawn; this remembers
 * them for one document.  (transfer full) */
GHashTable *tonus_handout_heights_new (void);

/* The next page from exercise @first on, @room points high. */
TonusHandoutPlan tonus_handout_plan (const TonusHandoutSheet *sheet, guint first, double room);

double tonus_handout_week_height (const TonusHandoutSheet *sheet);

/* Week table and safety box, with gaps; @is_all: the lists and advice too. */
double tonus_handout_tail_height (const TonusHandoutSheet *sheet, gboolean is_all);

G_END_DECLS
