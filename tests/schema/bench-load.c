/* bench-load.c - loading the built-in schema against GKeyFile merely parsing the same files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema.h"

static GPtrArray *
load_texts (void)
{
  g_autoptr (GBytes) list = g_resources_lookup_data ("/io/github/tonus/Tonus/schema.list", 0, NULL);
  g_autofree char *names_text = g_strndup (g_bytes_get_data (list, NULL), g_bytes_get_size (list));
  g_auto (GStrv) names = g_strsplit (names_text, "\n", -1);
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/io/github/tonus/Tonus/", names[i], NULL);
      g_ptr_array_add (texts, g_resources_lookup_data (path, 0, NULL));
    }
  return texts;
}

static void
parse_with_key_file (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_key_file_load_from_bytes (file, g_ptr_array_index (texts, i), G_KEY_FILE_KEEP_TRANSLATIONS,
                                  NULL);
    }
}

int
main (void)
{
  gint64 ours = G_MAXINT64, theirs = G_MAXINT64;

  tonus_schema_get_default ();
  g_autoptr (GPtrArray) texts = load_texts ();
  for (guint round = 0; round < 50; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TonusSchema) schema = tonus_schema_new_extended (NULL, 0, NULL);
      ours = MIN (ours, g_get_monotonic_time () - start);

      start = g_get_monotonic_time ();
      parse_with_key_file (texts);
      theirs = MIN (theirs, g_get_monotonic_time () - start);
    }
  g_print ("schema load: %.2f times GKeyFile parsing the same text (%" G_GINT64_FORMAT
           " us to %" G_GINT64_FORMAT " us)\n",
           (double) ours / (double) theirs, ours, theirs);
  return 0;
}
