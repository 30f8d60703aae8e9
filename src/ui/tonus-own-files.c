/* tonus-own-files.c - pictures that were chosen, and are no files of the practice yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-id.h"
#include "tonus-image.h"
#include "tonus-own-files.h"
#include "tonus-practice-pictures.h"

struct _TonusOwnFiles
{
  TonusPractice *practice;
  GHashTable *added; /* name → GBytes */
};

static TonusOwnFiles *
files_new (TonusPractice *practice)
{
  TonusOwnFiles *self = g_new0 (TonusOwnFiles, 1);

  self->practice = g_object_ref (practice);
  self->added =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return self;
}

static void
files_free (gpointer data)
{
  TonusOwnFiles *self = data;

  g_hash_table_unref (self->added);
  g_object_unref (self->practice);
  g_free (self);
}

TonusOwnFiles *
tonus_own_files_of (GObject *form, TonusPractice *practice)
{
  TonusOwnFiles *self = g_object_get_data (form, "tonus-own-files");

  if (self)
    g_set_object (&self->practice, practice);
  else
    {
      self = files_new (practice);
      g_object_set_data_full (form, "tonus-own-files", self, files_free);
    }
  return self;
}

const char *
tonus_own_files_add (TonusOwnFiles *self, GBytes *bytes, const char *ending)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  g_autofree char *hash = tonus_hash_of (data, length);
  char *name = g_strdup_printf ("%s.%s", hash, ending);

  g_hash_table_replace (self->added, name, g_bytes_ref (bytes));
  return name;
}

GBytes *
tonus_own_files_load (const char *name, gpointer data)
{
  TonusOwnFiles *self = data;
  GBytes *added = g_hash_table_lookup (self->added, name);

  return added ? g_bytes_ref (added) : tonus_practice_load_picture (self->practice, name, NULL);
}

gboolean
tonus_own_files_keep (TonusOwnFiles *self, const char *picture, GError **error)
{
  g_auto (GStrv) names = tonus_picture_split (picture);

  for (guint i = 0; names && names[i]; i++)
    {
      GBytes *bytes = g_hash_table_lookup (self->added, names[i]);
      g_autofree char *kept = NULL;

      if (bytes && !tonus_practice_keep_picture (self->practice, bytes, strrchr (names[i], '.') + 1,
                                                 &kept, error))
        return FALSE;
    }
  return TRUE;
}

GBytes *
tonus_own_files_make_photo (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (TonusImage) image =
      tonus_image_new_from_bytes (bytes, name, TONUS_IMAGE_KEPT_SIDE, error);

  return image ? tonus_image_make_jpeg (image, FALSE, error) : NULL;
}

GBytes *
tonus_own_files_read_photo (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GBytes) bytes = tonus_image_read_file (path, TRUE, error);

  return bytes ? tonus_own_files_make_photo (bytes, name, error) : NULL;
}
