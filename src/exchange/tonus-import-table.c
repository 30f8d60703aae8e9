/* tonus-import-table.c - what other exercise libraries call things, and what we call them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-import-table.h"

#include <gio/gio.h>
#include <string.h>

#include "tonus-import-resources.h"

#define TABLE "/io/github/tonus/Tonus/import/exercise-sources.ini"

static GKeyFile *
load (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tonus_import_get_resource (), TABLE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("the table of exercise libraries is damaged: %s", error->message);
  return file;
}

static GKeyFile *
get_table (void)
{
  static gsize table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize) load ());
  return (GKeyFile *) table;
}

/* A key of a key file has no brackets and no line ends; what has, is in no table. */
static GStrv
look_up (const char *source, const char *kind, const char *name)
{
  g_autofree char *group = g_strconcat (source, "/", kind, NULL);

  if (name == NULL || *name == '\0' || strpbrk (name, "[]=\r\n") != NULL)
    return NULL;
  return g_key_file_get_string_list (get_table (), group, name, NULL, NULL);
}

char *
tonus_import_table_about (const char *source, const char *what)
{
  return g_key_file_get_string (get_table (), source, what, NULL);
}

char *
tonus_import_table_find (const char *source, const char *kind, const char *name)
{
  g_auto (GStrv) rows = look_up (source, kind, name);

  return rows != NULL ? g_strdup (rows[0]) : NULL;
}

void
tonus_import_table_add (const char *source, const char *kind, const char *name, GPtrArray *rows)
{
  g_auto (GStrv) found = look_up (source, kind, name);

  for (guint i = 0; found != NULL && found[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (rows, found[i], g_str_equal, NULL))
      g_ptr_array_add (rows, g_strdup (found[i]));
}
