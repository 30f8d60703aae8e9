/* tonus-ladder.h - easier and harder exercises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The exercise catalogue's column "ladder" names the one exercise that comes before; an exercise may lead to
 * several harder ones, so the ladders are trees.  What is retired is stepped over.  A practice's own rows may
 * name anything: an unknown rung ends a ladder, and a circle is walked once.
 */
#pragma once

#include "tonus-catalogue.h"

G_BEGIN_DECLS

/* (nullable) (transfer none): the first rung has nothing easier. */
const TonusEntry *tonus_ladder_get_easier (const TonusCatalogue *exercises, const char *id);

/* The next harder ones, lowest level first, else in the catalogue's order.
 * (element-type TonusEntry) (transfer container); empty at the top */
GPtrArray *tonus_ladder_get_harder (const TonusCatalogue *exercises, const char *id);

/* Does the ladder of @from reach @to, in one step or more? */
gboolean tonus_ladder_leads (const TonusCatalogue *exercises, const char *from, const char *to);

G_END_DECLS
