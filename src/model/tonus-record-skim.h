/* tonus-record-skim.h - the header and a few values of a record's text, without the record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For those who look at very many records and need little of each.  Of a text that
 * tonus_record_from_text() accepts with TONUS_READ_KEEP it finds what tonus_record_get() would
 * find, provided that the groups are in the order in which records are written: it reads no further
 * than the last section asked for.  What is wrong with a text behind that goes unnoticed; this is
 * for bytes that are known to be those once written.  A test holds the two together.
 */
#pragma once

#include "tonus-record-text.h"

G_BEGIN_DECLS

/* @fields: of sections that do not repeat, with no limits that hang on another field.  @values:
 * out, as many; (transfer full) (nullable) each.  @header: out, to be cleared.  A text of another
 * schema version may use other names: then the values are not all there, see header->schema. */
gboolean tonus_record_skim (TonusSchema *schema,
                            const TonusField *const *fields,
                            guint n_fields,
                            const char *text,
                            gsize length,
                            TonusHeader *header,
                            char **values,
                            GError **error);

G_END_DECLS
