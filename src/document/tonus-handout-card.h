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

/* What every part of the handout is laid out with.  All borrowed. */
typedef struct
{
  TonusPdf *pdf;
  const TonusHandout *content;
  const TonusHandoutSizes *sizes;
  const TonusHandoutColours *colours;
  double width;             /* of the column */
  double shrink;            /* points taken off every size in the cards */
  GHashTable *heights;      /* what planning has measured already: see tonus-handout-plan.c */
  gboolean has_narrow_week; /* the week table stands beside the safety box, to save height */
} TonusHandoutSheet;

/* @height below the least height counts as the least height.  (transfer full) */
TonusBlock *tonus_handout_card (const TonusHandoutSheet *sheet,
                                const TonusHandoutExercise *exercise,
                                guint number,
                                double height);

G_END_DECLS
