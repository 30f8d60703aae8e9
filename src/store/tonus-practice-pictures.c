/* tonus-practice-pictures.c - the pictures of a practice's own exercises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-practice-pictures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-id.h"
#include "tonus-practice-private.h"

static gboolean
check_size (gsize length, GError **error)
{
  if (length > 0 && length <= TONUS_PICTURE_BYTES_MAX)
    return TRUE;
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED,
               length == 0 ? _ ("The picture is empty. Choose another.")
                           : _ ("The picture is larger than %u MiB. Choose a smaller one."),
               TONUS_PICTURE_BYTES_MAX / (1024 * 1024));
  return FALSE;
}

/* What saves that were cut off have left, once while the practice is open. */
static void
sweep_once (TonusPractice *self, const char *folder)
{
  if (!self->has_swept_pictures)
    tonus_sweep_folder (self->io, folder);
  self->has_swept_pictures = TRUE;
}

gboolean
tonus_practice_keep_picture (
    TonusPractice *self, GBytes *bytes, const char *ending, char **name, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  g_autofree char *folder = g_build_filename (self->folder, TONUS_PICTURES_FOLDER, NULL);
  g_autofree char *hash = NULL, *file = NULL;

  g_return_val_if_fail (strcmp (ending, "jpg") == 0 || strcmp (ending, "pose") == 0, FALSE);
  if (!tonus_practice_check_writable (self, error) || !check_size (length, error))
    return FALSE;
  sweep_once (self, folder);
  hash = tonus_hash_of (data, length);
  file = g_strdup_printf ("%s.%s", hash, ending);
  if (!tonus_save_new_or_same (self->io, folder, file, data, length, !self->is_bulk, error))
    return FALSE;
  *name = g_steal_pointer (&file);
  return TRUE;
}

gboolean
tonus_practice_check_picture (const char *folder, const char *name, GBytes *bytes, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  g_autofree char *hash = tonus_hash_of (data, length);

  if (strncmp (hash, name, TONUS_HASH_LENGTH) == 0)
    return TRUE;
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED,
               _ ("“%s” in “%s” is damaged: its bytes are not those its name promises. Get this "
                  "file from a copy of the practice, or choose the picture anew."),
               name, folder);
  return FALSE;
}

GBytes *
tonus_practice_load_picture (TonusPractice *self, const char *name, GError **error)
{
  g_autofree char *folder = g_build_filename (self->folder, TONUS_PICTURES_FOLDER, NULL);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!tonus_picture_name_is_valid (name))
    {
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED,
                   _ ("This exercise’s picture has a name that no picture can have. Choose its "
                      "picture anew."));
      return NULL;
    }
  path = g_build_filename (folder, name, NULL);
  bytes = tonus_read_file (self->io, path, TONUS_PICTURE_BYTES_MAX, error);
  if (bytes == NULL || !tonus_practice_check_picture (folder, name, bytes, error))
    return NULL;
  return g_steal_pointer (&bytes);
}

void
tonus_practice_load_pictures (TonusPractice *self, TonusHandout *handout)
{
  for (guint i = 0; i < handout->exercises->len; i++)
    {
      const TonusHandoutExercise *exercise = handout->exercises->pdata[i];
      g_auto (GStrv) files = tonus_picture_split (exercise->picture);

      for (guint k = 0; files != NULL && files[k] != NULL; k++)
        {
          GBytes *bytes = !g_hash_table_contains (handout->pictures, files[k])
                              ? tonus_practice_load_picture (self, files[k], NULL)
                              : NULL;
          if (bytes != NULL)
            g_hash_table_insert (handout->pictures, g_strdup (files[k]), bytes);
        }
    }
}
