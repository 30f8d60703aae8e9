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
  GArray *safety_pages;     /* (element-type guint): those that say whom to call */
} TonusHandoutPages;

void tonus_handout_pages_init (TonusHandoutPages *self, const TonusHandoutSheet *sheet);

/* What is going on, if there is room for it before the exercises; all the exercises. */
void tonus_handout_pages_add_cards (TonusHandoutPages *self, gboolean is_compact);
/* What follows them: see tonus-handout-parts.h. */
void tonus_handout_pages_add_tail (TonusHandoutPages *self);
/* Page numbers, and whom to call where the safety box is on another page.  Call once, last. */
void tonus_handout_pages_end (TonusHandoutPages *self);

G_END_DECLS
