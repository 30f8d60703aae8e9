/* tonus-sheet.h - a record being filled in by the schema and by chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values are collected and applied to the record in one go, so that a refusal names its path.  What
 * is already on the sheet decides which further fields are shown and which limits are in force.
 */
#pragma once

#include "tonus-record.h"
#include "tonus-sample.h"

G_BEGIN_DECLS

typedef struct _TonusSheet TonusSheet;

/* @patient NULL: a record of the practice itself. */
TonusSheet *
tonus_sheet_new (TonusSchema *schema, const char *kind, const char *object, const char *patient);
void tonus_sheet_free (TonusSheet *self);

/* A value by name; @row NULL for sections that do not repeat, @text NULL changes nothing. */
void tonus_sheet_put (
    TonusSheet *self, const char *section, const char *row, const char *field, const char *text);

/* @percent of the fields of @section, those that are shown and can be made up. */
void tonus_sheet_fill (TonusSheet *self,
                       const TonusSection *section,
                       const char *row,
                       guint percent,
                       const TonusChance *chance);

/* The record with all values.  Errors: TONUS_MODEL_ERROR_REFUSED, naming the path.  (transfer none)
 * (nullable) */
TonusRecord *tonus_sheet_finish (TonusSheet *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusSheet, tonus_sheet_free)

G_END_DECLS
