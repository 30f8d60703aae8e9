/* tonus-handout-parts.h - what follows the cards, in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First what belongs on the page of the last cards, then what the sheet's level has moved behind it.
 */
#pragma once

#include "tonus-handout-card.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_HANDOUT_PART_FOUND,
  TONUS_HANDOUT_PART_STOPPED,
  TONUS_HANDOUT_PART_CARE,
  TONUS_HANDOUT_PART_ADVICE,
  TONUS_HANDOUT_PART_WEEK,
  TONUS_HANDOUT_PART_SAFETY,
  TONUS_HANDOUT_PART_WHOLE_SAFETY,
  TONUS_HANDOUT_PART_BESIDE, /* week and safety beside each other */
  TONUS_N_HANDOUT_PARTS
} TonusHandoutPart;

typedef struct
{
  TonusHandoutPart parts[TONUS_N_HANDOUT_PARTS];
  guint n, n_tail; /* the first @n_tail of @n belong to the last cards */
} TonusHandoutParts;

TonusHandoutParts tonus_handout_parts (const TonusHandoutSheet *sheet);

/* Any but the week, whose rows may part.  No height: there is nothing.  (transfer full) */
TonusBlock *tonus_handout_part_make (const TonusHandoutSheet *sheet, TonusHandoutPart part);

/* With the gap below; remembered. */
double tonus_handout_part_height (const TonusHandoutSheet *sheet, TonusHandoutPart part);

/* What a page has for cards and parts below its head, in points. */
double tonus_handout_room (const TonusHandoutSheet *sheet, gboolean is_first);

/* Does @level move anything that the one before it does not? */
gboolean tonus_handout_level_moves (const TonusHandoutSheet *sheet, TonusHandoutLevel level);

/* Planning asks for the same heights again and again; these are remembered for one document.  (transfer full) */
GHashTable *tonus_handout_heights_new (void);
gboolean tonus_handout_recall (const TonusHandoutSheet *sheet, guint part, double *height);
double tonus_handout_remember (const TonusHandoutSheet *sheet, guint part, double height);

G_END_DECLS
