/* tonus-measure-table.h - measured rows: a line for what is measured, right and left beside each
 * other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every cell shows its value as text; one editor at a time stands in the place of the cell that is
 * worked on, and goes on from cell to cell by Tab, Enter and the arrow keys, so that a table of
 * some hundred cells costs no more than their labels.  Parts of the body of which nothing is
 * recorded are folded away; a line above the table opens any row by its first letters.
 */
#pragma once

#include "tonus-site.h"

G_BEGIN_DECLS

#define TONUS_TYPE_MEASURE_TABLE (tonus_measure_table_get_type ())
G_DECLARE_FINAL_TYPE (TonusMeasureTable, tonus_measure_table, TONUS, MEASURE_TABLE, GtkBox)

GtkWidget *tonus_measure_table_new (const TonusSite *site, const TonusSection *section);

/* Show @row, empty or not, and put the focus on its value in @field (NULL or a field without a
 * column: the first). */
void
tonus_measure_table_show_row (TonusMeasureTable *self, const char *row, const TonusField *field);

G_END_DECLS
