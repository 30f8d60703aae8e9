/* tonus-id.h - names that are for ever: objects, rows, content hashes, words of the schema
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An object id is 128 random bits in lower-case base32 (26 characters), a row id 40 bits (8
 * characters), a hash the first 40 hex digits of a SHA-256.  This file only spells and checks
 * them; randomness comes from the caller, so that tests and generated practices repeat.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TONUS_ID_LENGTH 26
#define TONUS_ID_BYTES 16
#define TONUS_ROW_ID_LENGTH 8
#define TONUS_ROW_ID_BYTES 5
#define TONUS_HASH_LENGTH 40
#define TONUS_WORD_MAX 40

/* Spell random bytes.  (transfer full) */
char *tonus_id_from_bytes (const guint8 bytes[TONUS_ID_BYTES]);
char *tonus_row_id_from_bytes (const guint8 bytes[TONUS_ROW_ID_BYTES]);

/* The first 40 hex digits of the SHA-256 of @length bytes, as sha256sum prints them.  (transfer full) */
char *tonus_hash_of (const void *data, gsize length);

/* NULL is not valid; no function here trusts its text to be UTF-8. */
gboolean tonus_id_is_valid (const char *text);
gboolean tonus_row_id_is_valid (const char *text);
gboolean tonus_hash_is_valid (const char *text);

/* A kebab-case id of schema, field or section: [a-z][a-z0-9-]*, at most TONUS_WORD_MAX bytes. */
gboolean tonus_word_is_valid (const char *text);

/* A catalogue row's id: [a-z0-9][a-z0-9+-]*, so that grades ("4-", "2+") are ids too. */
gboolean tonus_entry_id_is_valid (const char *text);

G_END_DECLS
