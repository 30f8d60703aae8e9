/* tonus-measure-table.h - measured rows: what was measured, its values side by side, details on
 * demand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row once shown stays until it is removed by hand: an emptied cell must not vanish from under
 * the person typing in it.
 */
#pragma once

#include "tonus-site.h"

G_BEGIN_DECLS

#define TONUS_TYPE_MEASURE_TABLE (tonus_measure_table_get_type ())
G_DECLARE_FINAL_TYPE (TonusMeasureTable, tonus_measure_table, TONUS, MEASURE_TABLE, GtkBox)

GtkWidget *tonus_measure_table_new (const TonusSite *site, const TonusSection *section);

/* Show @row, empty or not, and put the focus on its first value. */
void tonus_measure_table_add_row (TonusMeasureTable *self, const char *row);

G_END_DECLS
