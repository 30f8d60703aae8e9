/* tonus-handout-card.h - one exercise on the handout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Picture, name, dose, chips, steps, where to feel it, the therapist's cue and when to stop, as a
 * block of the height asked for or of the least height that holds everything.
 */
#pragma once

#include "tonus-block.h"
#include "tonus-handout-content.h"
#include "tonus-handout-style.h"

G_BEGIN_DECLS

/* What goes to the page after the cards where room is short, in this order; a level has all before it moved as well. */
typedef enum
{
  TONUS_HANDOUT_ALL,
  TONUS_HANDOUT_FOUND_LATER, /* what is going on, was done, is planned */
  TONUS_HANDOUT_CARE_LATER,  /* what to heed, to stop, to do in everyday life */
  TONUS_HANDOUT_CODE_LATER,
  TONUS_HANDOUT_SHORT_SAFETY, /* a short form stays */
  TONUS_HANDOUT_WEEK_LATER,
  TONUS_N_HANDOUT_LEVELS
} TonusHandoutLevel;

/* What every part of the handout is laid out with.  All borrowed. */
typedef struct
{
  TonusPdf *pdf;
  const TonusHandout *content;
  const TonusHandoutSizes *sizes;
  const TonusHandoutColours *colours;
  double width;             /* of the column */
  double share;             /* the picture's, of a card's width */
  TonusHandoutLevel level;
  double shrink;            /* points taken off every size in the cards */
  GHashTable *heights;      /* what planning has measured already: see tonus-handout-parts.h */
  gboolean has_narrow_week; /* the week table stands beside the safety box, to save height */
} TonusHandoutSheet;

/* One without is as high as its words. */
gboolean tonus_handout_card_has_picture (const TonusHandoutSheet *sheet, const TonusHandoutExercise *exercise);

/* The least height that holds everything. */
double tonus_handout_card_height (const TonusHandoutSheet *sheet, const TonusHandoutExercise *exercise);

/* @height below the least height counts as the least height.  (transfer full) */
TonusBlock *tonus_handout_card (const TonusHandoutSheet *sheet,
                                const TonusHandoutExercise *exercise,
                                guint number,
                                double height);

G_END_DECLS
