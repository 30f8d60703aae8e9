/* tonus-handout-pages.h - blocks onto pages: what fits where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Knows how far the current page is filled.  A new page begins with the running head.
 */
#pragma once

#include "tonus-handout-card.h"

G_BEGIN_DECLS

typedef struct
{
  TonusHandoutSheet sheet;  /* its pdf is borrowed */
  double y;                 /* the next block's top */
  double bottom;            /* nothing goes below */
  int safety_page;          /* where the safety box stands; -1 */
} TonusHandoutPages;

void tonus_handout_pages_init (TonusHandoutPages *self, const TonusHandoutSheet *sheet);

/* All the exercises. */
void tonus_handout_pages_add_cards (TonusHandoutPages *self);
/* Lists, week table, safety box: the table and the box first if not everything fits this page. */
void tonus_handout_pages_add_tail (TonusHandoutPages *self);
/* Page numbers, and whom to call where the safety box is on another page. */
void tonus_handout_pages_end (TonusHandoutPages *self);

G_END_DECLS
