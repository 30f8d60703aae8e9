/* tonus-practice-file.c - practice.keyfile: what makes a folder a practice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-date.h"
#include "tonus-id.h"

#define GROUP "Tonus"

char *
tonus_practice_file_to_text (TonusIo *io, const char *id)
{
  g_autofree char *created = tonus_moment_format (io->clock (io));

  return g_strdup_printf ("[" GROUP "]\nFormat=%d\nPractice=%s\nCreated=%s\n", TONUS_FORMAT, id,
                          created);
}

static char *
fail (GError **error, const char *what)
{
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED,
               _ ("%s. Get this file from a copy of the practice; the records need nothing."),
               what);
  return NULL;
}

char *
tonus_practice_file_read (GBytes *bytes, guint *format, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  /* GKeyFile itself takes an empty file or one of NULs for a valid one. */
  if (length == 0 || memchr (text, '\0', length) != NULL ||
      !g_utf8_validate_len (text, length, NULL))
    return fail (error, _ ("it is empty or not text"));
  if (!g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL))
    return fail (error, _ ("it is no key file"));
  int written = g_key_file_get_integer (file, GROUP, "Format", NULL);
  g_autofree char *id = g_key_file_get_string (file, GROUP, "Practice", NULL);
  if (written < 1)
    return fail (error, _ ("it names no Format"));
  if (!tonus_id_is_valid (id))
    return fail (error, _ ("it names no Practice"));
  *format = (guint) written;
  return g_steal_pointer (&id);
}
