/* tonus-note-value.h - a recorded value as the note prints it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-dossier.h"

G_BEGIN_DECLS

/* "95°", "2/10", "not tested: refused"; a reference in words.  NULL: not recorded, or the field does not print.  (transfer full) */
char *tonus_note_value (const TonusDossier *dossier, TonusRecord *record, const TonusField *field, const char *row);

/* Every printed value of a row in one text: "95°; Pain: 2/10; End-feel: firm".  Key fields are left out; @skip is too (nullable).
 * NULL: nothing prints.  (transfer full) */
char *tonus_note_row_text (const TonusDossier *dossier, TonusRecord *record, const TonusSection *section, const char *row, const TonusField *skip);

/* What a measured row measures, the key @skip (nullable) left out: in words, or as an id.  (transfer full) */
char *tonus_note_row_measure (const TonusSection *section, const char *row, const TonusField *skip, gboolean is_words);

G_END_DECLS
