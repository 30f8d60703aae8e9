/* tonus-lint.c - refuse to build a schema that breaks docs/schema.md
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tonus-lint FILE…: reads the files together and prints every problem on stderr, or on stdout how
 * much there is.  Part of the build, not installed.  Exit status 2: problems, 3: unreadable.
 */
#include "config.h"

#include <glib.h>
#include <stdio.h>

#include "tonus-schema-load.h"

/* The texts of @names, in @texts to be freed.  FALSE if one cannot be read. */
static gboolean
read_files (char **names, guint n_names, TonusSchemaSource *sources, GPtrArray *texts)
{
  for (guint i = 0; i < n_names; i++)
    {
      g_autoptr (GError) error = NULL;
      char *text = NULL;

      if (!g_file_get_contents (names[i], &text, NULL, &error))
        {
          fprintf (stderr, "%s\n", error->message);
          return FALSE;
        }
      g_ptr_array_add (texts, text);
      sources[i] = (TonusSchemaSource){ names[i], text };
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  guint n_sources = (guint) MAX (argc - 1, 0);
  g_autofree TonusSchemaSource *sources = g_new0 (TonusSchemaSource, n_sources);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TonusSchema) schema = NULL;

  if (!read_files (argv + 1, n_sources, sources, texts))
    return 3;

  /* UTF-8 whatever the locale of the build: the messages quote the files. */
  schema = tonus_schema_load (sources, n_sources, NULL, 0, problems, NULL);
  for (guint i = 0; i < problems->len; i++)
    fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (problems, i));
  if (schema == NULL)
    return 2;

  printf ("%u sections, %u catalogues\n", tonus_schema_get_sections (schema)->len,
          tonus_schema_get_catalogues (schema)->len);
  return 0;
}
