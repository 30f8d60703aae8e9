/* tonus-practice.c - opening a practice and what is known of it as a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

G_DEFINE_FINAL_TYPE (TonusPractice, tonus_practice, G_TYPE_OBJECT)

static void
tonus_practice_finalize (GObject *object)
{
  TonusPractice *self = TONUS_PRACTICE (object);

  g_free (self->folder);
  g_free (self->id);
  g_free (self->cache_folder);
  g_free (self->state_folder);
  tonus_schema_unref (self->schema);
  g_ptr_array_unref (self->remarks);
  g_ptr_array_unref (self->outstanding);
  tonus_practice_end_watch (self);
  g_hash_table_unref (self->shelves);
  g_hash_table_unref (self->homes);
  g_hash_table_unref (self->facts);
  g_ptr_array_unref (self->retired);
  G_OBJECT_CLASS (tonus_practice_parent_class)->finalize (object);
}

static void
tonus_practice_class_init (TonusPracticeClass *class)
{
  G_OBJECT_CLASS (class)->finalize = tonus_practice_finalize;
}

static void
tonus_practice_init (TonusPractice *self)
{
  self->schema = tonus_schema_ref (tonus_schema_get_default ());
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->outstanding = g_ptr_array_new_with_free_func (tonus_outstanding_free);
  self->shelves =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tonus_shelf_free);
  self->homes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->retired = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_facts_free);
  /* The key is inside the value. */
  self->facts =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) tonus_facts_free);
}

TonusPractice *
tonus_practice_new (TonusIo *io, const char *folder, const char *id)
{
  TonusPractice *self = g_object_new (TONUS_TYPE_PRACTICE, NULL);

  self->io = io;
  self->folder = g_strdup (folder);
  self->id = g_strdup (id);
  self->cache_folder = g_build_filename (g_get_user_cache_dir (), "tonus", id, NULL);
  self->state_folder = g_build_filename (g_get_user_state_dir (), "tonus", id, NULL);
  return self;
}

char *
tonus_practice_find_real_folder (const char *folder)
{
  char *real = realpath (folder, NULL);
  char *found = real != NULL ? g_strdup (real) : g_canonicalize_filename (folder, NULL);

  free (real);
  return found;
}

void
tonus_practice_remark (TonusPractice *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->remarks, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* practice.keyfile, or why this folder cannot be opened. */
static GBytes *
read_practice_file (TonusIo *io, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, TONUS_PRACTICE_FILE, NULL);
  g_autoptr (GError) local = NULL;
  GBytes *bytes = tonus_read_file (io, path, TONUS_RECORD_FILE_MAX, &local);

  if (bytes != NULL)
    return bytes;
  if (!g_error_matches (local, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  g_autoptr (GPtrArray) names = tonus_read_folder (io, folder, NULL);
  if (names == NULL)
    g_set_error (
        error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_AVAILABLE,
        _ ("The folder “%s” is not there. Connect the disk or network drive that holds it, then "
           "open it again."),
        folder);
  else if (g_ptr_array_find_with_equal_func (names, "patients", g_str_equal, NULL))
    /* A sync tool or a copy may still be at work: never take such a folder for an empty practice.
     */
    g_set_error (
        error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_AVAILABLE,
        _ ("“%s” is missing in “%s”, though patients are there. Wait until the "
           "folder has been copied completely, or get that file from a copy of the practice."),
        TONUS_PRACTICE_FILE, folder);
  else
    g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_A_PRACTICE,
                 _ ("“%s” is no practice: it has no “%s”. Choose the folder of a practice, or make "
                    "a new one."),
                 folder, TONUS_PRACTICE_FILE);
  return NULL;
}

static void
remark_foreign (TonusPractice *self, TonusShelf *shelf)
{
  for (guint i = 0; i < shelf->foreign->len; i++)
    tonus_practice_remark (
        self,
        _ ("“practice/%s” is no file of Tonus and was passed over. If a sync program left "
           "it, the record it copies is here under its own name; move it away."),
        (const char *) shelf->foreign->pdata[i]);
}

/* Reads every record of the practice itself, so that what is damaged is known from the start. */
static void
read_own_records (TonusPractice *self)
{
  g_autoptr (GError) error = NULL;
  TonusShelf *shelf = tonus_practice_get_shelf (self, NULL, &error);

  if (shelf == NULL)
    {
      tonus_practice_remark (self, _ ("The practice's own records cannot be read. %s"),
                             error->message);
      return;
    }
  remark_foreign (self, shelf);
  for (guint i = 0; i < shelf->ids->len; i++)
    {
      g_autoptr (GPtrArray) damaged = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) valid G_GNUC_UNUSED =
          tonus_practice_collect_valid (self, shelf, shelf->ids->pdata[i], damaged);
      for (guint j = 0; j < damaged->len; j++)
        tonus_practice_remark (self, "%s", (const char *) damaged->pdata[j]);
    }
  tonus_practice_renew_schema (self);
}

TonusPractice *
tonus_practice_open (TonusIo *io, const char *folder, GError **error)
{
  g_autofree char *real = tonus_practice_find_real_folder (folder);
  g_autoptr (GBytes) bytes = read_practice_file (io, real, error);
  guint format = 0;

  if (bytes == NULL)
    return NULL;
  g_autofree char *id = tonus_practice_file_read (bytes, &format, error);
  if (id == NULL)
    {
      g_prefix_error (error, _ ("“%s” in “%s” cannot be used: "), TONUS_PRACTICE_FILE, real);
      return NULL;
    }
  TonusPractice *self = tonus_practice_new (io, real, id);
  self->is_read_only = format > TONUS_FORMAT;
  if (self->is_read_only)
    tonus_practice_remark (
        self, _ ("This practice was written by a newer Tonus and can be read here, not "
                 "changed. Update Tonus to work in it."));
  read_own_records (self);
  return self;
}

const char *
tonus_practice_get_folder (TonusPractice *self)
{
  return self->folder;
}

const char *
tonus_practice_get_id (TonusPractice *self)
{
  return self->id;
}

TonusIo *
tonus_practice_get_io (TonusPractice *self)
{
  return self->io;
}

gboolean
tonus_practice_is_read_only (TonusPractice *self)
{
  return self->is_read_only;
}

TonusSchema *
tonus_practice_get_schema (TonusPractice *self)
{
  tonus_practice_settle (self);
  return self->schema;
}

GPtrArray *
tonus_practice_get_remarks (TonusPractice *self)
{
  return self->remarks;
}

gboolean
tonus_practice_is_available (TonusPractice *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = read_practice_file (self->io, self->folder, &local);
  guint format;
  g_autofree char *id = bytes != NULL ? tonus_practice_file_read (bytes, &format, NULL) : NULL;

  if (g_strcmp0 (id, self->id) == 0)
    return TRUE;
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_AVAILABLE, "%s",
               local != NULL ? local->message
                             : _ ("Another practice stands in this folder now. Open it again."));
  return FALSE;
}

gboolean
tonus_practice_check_writable (TonusPractice *self, GError **error)
{
  if (!self->is_read_only)
    return TRUE;
  g_set_error (
      error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NEWER,
      _ ("The practice “%s” was written by a newer Tonus and can only be read here. Update Tonus, "
         "then try again."),
      self->folder);
  return FALSE;
}

void
tonus_practice_refresh (TonusPractice *self)
{
  g_hash_table_remove_all (self->shelves);
}

void
tonus_practice_begin_bulk (TonusPractice *self)
{
  g_return_if_fail (!self->is_bulk);
  self->is_bulk = TRUE;
}

gboolean
tonus_practice_end_bulk (TonusPractice *self, GError **error)
{
  g_return_val_if_fail (self->is_bulk, FALSE);
  self->is_bulk = FALSE;
  return tonus_sync_folder (self->io, self->folder, error);
}
