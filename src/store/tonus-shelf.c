/* tonus-shelf.c - one folder of revision files, as its names tell it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-shelf.h"

#include <string.h>

#include "tonus-save-private.h"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Takes @name. */
static void
take_name (TonusShelf *self, TonusRevisionName *name)
{
  GPtrArray *names = g_hash_table_lookup (self->objects, name->object);

  if (names == NULL)
    {
      char *id = g_strdup (name->object);
      names = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_revision_name_free);
      g_hash_table_insert (self->objects, id, names);
      g_ptr_array_add (self->ids, id);
    }
  g_ptr_array_add (names, name);
  g_hash_table_add (self->hashes, name->hash);
}

static gboolean
has_name (GPtrArray *names, const TonusRevisionName *name)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const TonusRevisionName *known = names->pdata[i];
      if (known->number == name->number && strcmp (known->hash, name->hash) == 0 &&
          strcmp (known->kind, name->kind) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
sort_file (TonusShelf *self, const char *file)
{
  TonusRevisionName *name = tonus_revision_name_parse (file);

  if (name != NULL)
    take_name (self, name);
  else if (g_str_has_prefix (file, TONUS_TEMPORARY_PREFIX))
    self->has_temporary = TRUE;
  else
    g_ptr_array_add (self->foreign, g_strdup (file));
}

TonusShelf *
tonus_shelf_new (TonusIo *io, const char *path, const char *patient, GError **error)
{
  g_autoptr (GPtrArray) files = tonus_read_folder (io, path, error);

  if (files == NULL)
    return NULL;
  TonusShelf *self = g_new0 (TonusShelf, 1);
  self->path = g_strdup (path);
  self->patient = g_strdup (patient);
  self->objects =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->hashes = g_hash_table_new (g_str_hash, g_str_equal);
  self->ids = g_ptr_array_new ();
  self->foreign = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < files->len; i++)
    sort_file (self, files->pdata[i]);
  g_ptr_array_sort (self->ids, compare_ids);
  return self;
}

void
tonus_shelf_free (TonusShelf *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->hashes);
  g_ptr_array_unref (self->ids);
  g_hash_table_unref (self->objects);
  g_ptr_array_unref (self->foreign);
  g_free (self->path);
  g_free (self->patient);
  g_free (self);
}

void
tonus_shelf_add (TonusShelf *self, const TonusRevisionName *name)
{
  if (has_name (tonus_shelf_get_names (self, name->object), name))
    return;
  take_name (self, tonus_revision_name_copy (name));
  g_ptr_array_sort (self->ids, compare_ids);
}

GPtrArray *
tonus_shelf_get_names (TonusShelf *self, const char *object)
{
  return g_hash_table_lookup (self->objects, object);
}
