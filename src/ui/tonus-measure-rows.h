/* tonus-measure-rows.h - which rows a measured section offers, and how its keys and fields are laid
 * out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-record.h"
#include "tonus-target.h"

G_BEGIN_DECLS

/* Every row that is offered, with its label.  (transfer full) (element-type TonusTarget) */
GPtrArray *tonus_measure_rows_list (const TonusSection *section);

/* A list of questions, all of which are to be seen: one key, answered by yes or no. */
gboolean tonus_measure_is_checklist (const TonusSection *section);

/* Does @key stand in columns beside the line: the side, and whatever has few answers (active,
 * passive)? */
gboolean tonus_measure_is_column_key (const TonusSection *section, const TonusField *key);

/* Entries that are not retired. */
guint tonus_measure_count_entries (const TonusCatalogue *catalogue);

/* The fields that are no keys; the first tonus_measure_count_fields() of them have columns, the
 * others are details.  (transfer container) (element-type TonusField) */
GPtrArray *tonus_measure_list_values (const TonusSection *section);
guint tonus_measure_count_fields (const TonusSection *section);
GPtrArray *tonus_measure_list_details (const TonusSection *section);

/* @entries: per key of the section, NULL for the keys that were not asked for. */
typedef void (*TonusMeasureEach) (const TonusEntry **entries, gpointer data);
/* Every choice of entries for the keys that stand in columns, or for the others; the side changes
 * fastest. */
void tonus_measure_each (const TonusSection *section,
                         gboolean wants_columns,
                         TonusMeasureEach each,
                         gpointer data);

G_END_DECLS
