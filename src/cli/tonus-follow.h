/* tonus-follow.h - the measures that a course of care comes back to at every visit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const TonusField *field;
  char *row;       /* (nullable) */
  double from, to; /* places in the field's usual range, 0 … 1 */
} TonusFollowed;

/* A few measured rows of the assessment, and pain.  (transfer full)
 * (element-type TonusFollowed) */
GPtrArray *tonus_follow_draw (TonusSchema *schema, const TonusChance *chance);

/* Their values when the course is @progress (0 … 1) on its way. */
void tonus_follow_chart (GPtrArray *followed,
                         double progress,
                         TonusSheet *sheet,
                         const TonusChance *chance);

/* Is this section charted on that tab of the window? */
gboolean tonus_section_is_on_tab (const TonusSection *section, const char *tab);

G_END_DECLS
