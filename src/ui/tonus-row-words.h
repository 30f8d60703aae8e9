/* tonus-row-words.h - one row of a record in words, and the rows of a section taken together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

/* "Posterior–anterior glide · L5 · Maitland III": the first few values of an event row.  (transfer
 * full) */
char *tonus_row_summary (TonusRecord *record, const TonusSection *section, const char *row);

/* The first value, by which one knows the row: "Bridge"; in @rest (out, transfer full) the others,
 * with what stopped first.  (transfer full) (nullable: nothing is recorded) */
char *
tonus_row_lead (TonusRecord *record, const TonusSection *section, const char *row, char **rest);

/* "Position Supine · Device Inclinometer": the values after the first @skip fields that are no
 * keys.  (transfer full) */
char *
tonus_row_details (TonusRecord *record, const TonusSection *section, const char *row, guint skip);

/* "35 %", "95°": @unit NULL: none.  (transfer full) */
char *tonus_words_with_unit (const char *words, const char *unit);

/* "35 %": a value with its unit as a person reads it.  (transfer full) (nullable: not recorded) */
char *tonus_field_display_with_unit (TonusRecord *record, const TonusField *field, const char *row);

/* Removes every value of @row.  (transfer full) */
TonusChangeset *
tonus_row_removal (TonusRecord *record, const TonusSection *section, const char *row);

/* Rows of which only is there what could not be read, added to @rows: they must be seen to be
 * mended. (element-type utf8), the added ones for ever. */
void tonus_row_add_unread (TonusRecord *record, const TonusSection *section, GPtrArray *rows);

/* With the row goes what could not be read of it. */
void tonus_row_forget_unread (TonusRecord *record, const TonusSection *section, const char *row);

/* Is anything recorded in @section, or typed and not understood? */
gboolean tonus_section_is_filled (TonusRecord *record, const TonusSection *section);

/* " · Hold 3 s", " · Why not: No time": what the row says in @field, if it does. */
void tonus_row_append_value (GString *text,
                             TonusRecord *record,
                             const TonusField *field,
                             const char *row);

G_END_DECLS
