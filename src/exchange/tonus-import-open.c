/* tonus-import-open.c - the files of an exercise library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-import-private.h"

#include <glib/gi18n-lib.h>

#define MOST_FILES 5000

static void
file_free (gpointer data)
{
  TonusImportFile *self = data;

  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* @words are taken. */
static gboolean
fail (GError **error, int code, char *words)
{
  g_set_error_literal (error, G_IO_ERROR, code, words);
  g_free (words);
  return FALSE;
}

/* No pipe, no device, and nothing larger than is read: asked before a byte of it is. */
static gboolean
add_file (GPtrArray *files, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  g_autofree char *shown = g_filename_display_name (path);
  TonusImportFile *found;
  char *contents;
  gsize length;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (info == NULL)
    return fail (error, G_IO_ERROR_NOT_FOUND,
                 g_strdup_printf (_ ("“%s” is not there; choose another file."), shown));
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return fail (error, G_IO_ERROR_NOT_REGULAR_FILE,
                 g_strdup_printf (_ ("“%s” is no file; choose the library’s JSON file."), shown));
  if (g_file_info_get_size (info) > TONUS_IMPORT_FILE_MAX)
    {
      g_set_error (error, TONUS_IMPORT_ERROR, TONUS_IMPORT_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than %d MB and was not read; exercise libraries are "
                      "smaller."),
                   shown, TONUS_IMPORT_FILE_MAX / (1024 * 1024));
      return FALSE;
    }
  if (!g_file_load_contents (file, cancellable, &contents, &length, NULL, error))
    return FALSE;
  found = g_new0 (TonusImportFile, 1);
  found->name = g_filename_display_basename (path);
  found->bytes = g_bytes_new_take (contents, length);
  g_ptr_array_add (files, found);
  return TRUE;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* The whole list in one file, if it is there, else every JSON file of the folder. */
static gboolean
add_folder (GPtrArray *files, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *whole = g_build_filename (path, "dist", "exercises.json", NULL);
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_file_test (whole, G_FILE_TEST_IS_REGULAR))
    return add_file (files, whole, cancellable, error);
  dir = g_dir_open (path, 0, error);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL && names->len < MOST_FILES)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  if (dir == NULL)
    return FALSE;
  if (names->len == 0)
    return fail (
        error, G_IO_ERROR_NOT_FOUND,
        g_strdup_printf (_ ("There is no JSON file in “%s”; choose the library’s folder."), shown));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (!add_file (files, g_ptr_array_index (names, i), cancellable, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
tonus_import_open (const char *const *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (file_free);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      gboolean is_done = g_file_test (paths[i], G_FILE_TEST_IS_DIR)
                             ? add_folder (files, paths[i], cancellable, error)
                             : add_file (files, paths[i], cancellable, error);

      if (!is_done)
        return NULL;
    }
  return g_steal_pointer (&files);
}
