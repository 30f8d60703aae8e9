/* tonus-id.c - names that are for ever: objects, rows, content hashes, words of the schema
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-id.h"

#include <string.h>

/* RFC 4648 base32 in lower case and without padding: no letter looks like a digit it is not. */
static char *
spell_base32 (const guint8 *bytes, gsize n_bytes)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  GString *text = g_string_sized_new (n_bytes * 8 / 5 + 2);
  guint32 pending = 0;
  guint n_bits = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      pending = (pending << 8 | bytes[i]) & 0xfff;
      for (n_bits += 8; n_bits >= 5; n_bits -= 5)
        g_string_append_c (text, alphabet[(pending >> (n_bits - 5)) & 31]);
    }
  if (n_bits > 0)
    g_string_append_c (text, alphabet[(pending << (5 - n_bits)) & 31]);

  return g_string_free (text, FALSE);
}

/* Is @text @length characters long, each of them one of @allowed? */
static gboolean
is_made_of (const char *text, gsize length, const char *allowed)
{
  return text != NULL && strspn (text, allowed) == length && text[length] == '\0';
}

char *
tonus_id_from_bytes (const guint8 bytes[TONUS_ID_BYTES])
{
  return spell_base32 (bytes, TONUS_ID_BYTES);
}

char *
tonus_row_id_from_bytes (const guint8 bytes[TONUS_ROW_ID_BYTES])
{
  return spell_base32 (bytes, TONUS_ROW_ID_BYTES);
}

char *
tonus_hash_of (const void *data, gsize length)
{
  char *hex = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);

  hex[TONUS_HASH_LENGTH] = '\0';
  return hex;
}

gboolean
tonus_id_is_valid (const char *text)
{
  return is_made_of (text, TONUS_ID_LENGTH, "abcdefghijklmnopqrstuvwxyz234567");
}

gboolean
tonus_row_id_is_valid (const char *text)
{
  return is_made_of (text, TONUS_ROW_ID_LENGTH, "abcdefghijklmnopqrstuvwxyz234567");
}

gboolean
tonus_hash_is_valid (const char *text)
{
  return is_made_of (text, TONUS_HASH_LENGTH, "0123456789abcdef");
}

/* Is @text lower-case letters, digits and @extra only, and no longer than a word may be?  A plain
 * loop: strspn() makes a table of its set at every call, and loading a schema calls this often. */
static gboolean
is_short_and_made_of (const char *text, const char *extra)
{
  gsize length = 0;

  while (g_ascii_islower (text[length]) || g_ascii_isdigit (text[length]) ||
         (text[length] != '\0' && strchr (extra, text[length]) != NULL))
    length++;
  return text[length] == '\0' && length <= TONUS_WORD_MAX;
}

gboolean
tonus_word_is_valid (const char *text)
{
  return text != NULL && g_ascii_islower (text[0]) && is_short_and_made_of (text, "-");
}

gboolean
tonus_entry_id_is_valid (const char *text)
{
  return text != NULL && (g_ascii_islower (text[0]) || g_ascii_isdigit (text[0])) &&
         is_short_and_made_of (text, "-+");
}
