/* tonus-handout-box.h - words on a tinted panel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Begun, filled from the top, ended: only then its height is known and the panel goes under the words.
 */
#pragma once

#include "tonus-handout-card.h"

G_BEGIN_DECLS

typedef struct
{
  const TonusHandoutSheet *sheet;
  double width;
  double size;     /* of what is added; the size of steps unless changed */
  double y;        /* where the next goes */
  TonusBlock *words;
} TonusHandoutBox;

void tonus_handout_box_init (TonusHandoutBox *self, const TonusHandoutSheet *sheet, double width);

/* @text NULL: nothing is added. */
void tonus_handout_box_add_title (TonusHandoutBox *self, const char *text);
void tonus_handout_box_add_words (TonusHandoutBox *self, TonusFontFace face, TonusColour colour, const char *text);
/* The title with the words beside it, where that saves a line; else below it. */
void tonus_handout_box_add_titled (TonusHandoutBox *self, const char *title, const char *text);
/* @texts: (element-type utf8) */
void tonus_handout_box_add_list (TonusHandoutBox *self, const GPtrArray *texts);

/* What the panel would be high. */
double tonus_handout_box_get_height (const TonusHandoutBox *self);

/* The panel with its words, at least @height high.  (transfer full) */
TonusBlock *tonus_handout_box_end (TonusHandoutBox *self, double height);

G_END_DECLS
