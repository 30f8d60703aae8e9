/* tonus-explain-field.h - one field in the words of everyone who uses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-schema.h"

G_BEGIN_DECLS

/* "word:      text" with the texts of all lines under each other; nothing when the text is NULL. */
void tonus_explain_line (GString *out, const char *word, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The rows of a catalogue still offered, the first @most of them: "id (Label), …".  (transfer full)
 */
char *tonus_explain_rows (const TonusCatalogue *catalogue, guint most);

/* "Assessment tab, page “Pain and body chart”".  (transfer full) */
char *tonus_explain_place (const TonusSection *section, TonusSchema *schema);

/* @row: the row named in @path, (nullable). */
void
tonus_explain_field (GString *out, TonusSchema *schema, const TonusField *field, const char *row);

G_END_DECLS
