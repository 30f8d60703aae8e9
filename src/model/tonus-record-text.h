/* tonus-record-text.h - the key-file text of a record, and back, trusting nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is a GLib key file with the limits of docs/storage.md: valid UTF-8, no NUL, no BOM, at most
 * 1 MiB, 40,000 lines, 4,096 groups, 20,000 keys, names [a-z0-9._/;#+-] of at most 96 bytes (keys of
 * [unread], being whole paths, 193), values of at most 64 KiB, no group or key twice.  It is read here in one pass because GKeyFile answers
 * none of these questions and accepts empty, cut and NUL-filled files; a test holds the reader
 * against GKeyFile on every text that it accepts.
 *
 * Same record, same bytes: groups in schema order, rows in the order they came, keys in schema order,
 * then unknown groups and [unread] as they were.
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

#define TONUS_RECORD_TEXT_MAX (1024 * 1024)

/* The bytes of the record, ending in a newline.  (transfer full) */
GString *tonus_record_to_text (TonusRecord *self);

/* How to treat what the schema does not accept. */
typedef enum
{
  TONUS_READ_KEEP,   /* from disk: unknown groups and keys are kept, unreadable values become unread */
  TONUS_READ_STRICT  /* from a person: each is a refusal */
} TonusReadMode;

/* @refusals: (nullable) (element-type utf8): in STRICT, gets one line "path: what is wrong" for every
 * refusal, not only the first; any refusal gives NULL with TONUS_MODEL_ERROR_REFUSED.
 * Errors: TONUS_MODEL_ERROR_TEXT with the line number.  (transfer full) */
TonusRecord *tonus_record_from_text (TonusSchema *schema, const char *text, gsize length, TonusReadMode mode, GPtrArray *refusals, GError **error);

/* Only the header and, for catalogues, nothing else: enough to know what a file claims to be.  Free with tonus_header_clear(). */
gboolean tonus_header_from_text (const char *text, gsize length, TonusHeader *header, GError **error);
void tonus_header_clear (TonusHeader *header);

/* The plain limits alone (UTF-8, sizes, names, duplicates). */
gboolean tonus_record_text_scan (const char *text, gsize length, GError **error);

G_END_DECLS
