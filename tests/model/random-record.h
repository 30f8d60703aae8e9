/* random-record.h - records made by chance from a schema, the same for the same seed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

/* A value that @field accepts in @row.  (transfer full) */
char *random_value (GRand *rand, const TonusField *field, const char *row, const char *chosen);

/* A row that @section accepts, NULL for sections that do not repeat.  (transfer full) */
char *random_row (GRand *rand, const TonusSection *section);

/* About @n_changes acceptable edits of @record, removals among them.  (transfer full) */
TonusChangeset *random_changes (GRand *rand, TonusRecord *record, guint n_changes);

/* With a whole header, values in about @n_values places.  (transfer full) */
TonusRecord *random_record (GRand *rand, TonusSchema *schema, const char *kind, guint n_values);

/* Each field that the record's kind may hold set once, in one row.  (transfer full) */
TonusRecord *full_record (GRand *rand, TonusSchema *schema, const char *kind);

extern const char *const record_kinds[]; /* NULL-terminated */

G_END_DECLS
