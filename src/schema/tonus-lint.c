/* tonus-lint.c - refuse to build a schema that breaks docs/schema.md
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tonus-lint STAMP FILE…: reads the files together, prints every problem, and writes STAMP if
 * there is none.  Part of the build, not installed.
 */
#include "config.h"

#include <glib.h>
#include <locale.h>

#include "tonus-schema-load.h"

static gboolean
read_files (char **names, guint n_names, TonusSchemaSource *sources)
{
  gboolean is_read = TRUE;

  for (guint i = 0; i < n_names; i++)
    {
      g_autoptr (GError) error = NULL;
      char *text = NULL;

      if (!g_file_get_contents (names[i], &text, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          is_read = FALSE;
        }
      sources[i] = (TonusSchemaSource){ names[i], text };
    }
  return is_read;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TonusSchema) schema = NULL;
  g_autofree TonusSchemaSource *sources = NULL;
  gboolean is_read;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("Usage: tonus-lint STAMP FILE…\n");
      return 3;
    }

  sources = g_new0 (TonusSchemaSource, argc - 1);
  is_read = read_files (argv + 2, argc - 2, sources);
  if (is_read)
    schema = tonus_schema_load (sources, argc - 2, NULL, 0, problems, NULL);
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (problems, i));
  for (int i = 0; i < argc - 2; i++)
    g_free ((char *) sources[i].text);
  if (schema == NULL)
    return 2;

  return g_file_set_contents (argv[1], "", 0, NULL) ? 0 : 3;
}
