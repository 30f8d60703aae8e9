/* tonus-index.c - the patient list without opening every record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file added to a folder changes the folder's times.  They are compared to the nanosecond, with
 * the inode, and are only noted when they are older than the coarsest clock a file system has (two
 * seconds, FAT): whatever comes later then has other times.  What could not be read is read again
 * every time.
 */
#include "config.h"

#include "tonus-index-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-id.h"

#define SETTLED_SECONDS 3

typedef struct
{
  TonusPractice *practice;
  GHashTable *cached; /* patient id → TonusIndexRow; those used are taken out */
  GPtrArray *rows;
  gint64 now;
  gboolean is_changed;
} Load;

static TonusFolderStamp
stamp_of (const struct stat *status)
{
  return (TonusFolderStamp){ status->st_ino, status->st_mtim.tv_sec, status->st_mtim.tv_nsec,
                             status->st_ctim.tv_sec, status->st_ctim.tv_nsec };
}

static gboolean
is_same_stamp (const TonusFolderStamp *a, const TonusFolderStamp *b)
{
  return a->inode == b->inode && a->mtime == b->mtime && a->mtime_ns == b->mtime_ns &&
         a->ctime == b->ctime && a->ctime_ns == b->ctime_ns;
}

static gboolean
is_settled (Load *self, const TonusFolderStamp *stamp)
{
  return stamp->mtime + SETTLED_SECONDS <= self->now && stamp->ctime + SETTLED_SECONDS <= self->now;
}

static void
take_patient (Load *self, const char *id, const struct stat *status)
{
  TonusFolderStamp stamp = stamp_of (status);
  TonusIndexRow *row = g_hash_table_lookup (self->cached, id);

  if (row != NULL && is_same_stamp (&row->stamp, &stamp))
    {
      g_hash_table_steal (self->cached, id);
      g_ptr_array_add (self->rows, row);
      return;
    }
  /* The stamp is from before the scan: what is written while we read shows at the next look. */
  row = tonus_index_scan (self->practice, id);
  row->stamp = stamp;
  row->is_trusted = is_settled (self, &stamp) && !row->entry.is_damaged;
  self->is_changed = self->is_changed || row->is_trusted;
  g_ptr_array_add (self->rows, row);
}

static gboolean
take_folder (Load *self, const char *path, GError **error)
{
  TonusIo *io = self->practice->io;
  int dir = tonus_folder_open (io, path, FALSE, error);

  if (dir < 0)
    return FALSE;
  g_autoptr (GPtrArray) names = io->readdir (io, dir);
  if (names == NULL)
    tonus_store_error_set (error, TONUS_STORE_ERROR_DISK, errno, path, NULL, _ ("cannot be read"));
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      struct stat status;
      if (tonus_id_is_valid (names->pdata[i]) &&
          io->fstatat (io, dir, names->pdata[i], &status) == 0 && S_ISDIR (status.st_mode))
        take_patient (self, names->pdata[i], &status);
    }
  io->close (io, dir);
  return names != NULL;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const TonusIndexRow *x = *(TonusIndexRow *const *) a;
  const TonusIndexRow *y = *(TonusIndexRow *const *) b;

  return strcmp (x->sort, y->sort);
}

/* Rows that are not to be seen leave; they were only kept for the cache. */
static void
drop_hidden (GPtrArray *rows)
{
  for (guint i = rows->len; i > 0; i--)
    if (!((TonusIndexRow *) rows->pdata[i - 1])->is_shown)
      g_ptr_array_remove_index (rows, i - 1);
}

GPtrArray *
tonus_index_load (TonusPractice *practice, GError **error)
{
  g_autofree char *path = g_build_filename (practice->folder, "patients", NULL);
  Load load = { .practice = practice };

  tonus_practice_settle (practice);
  load.now = practice->io->clock (practice->io);
  load.rows = g_ptr_array_new_with_free_func (tonus_index_row_free);
  load.cached = tonus_index_cache_read (practice);
  gboolean done = take_folder (&load, path, error);
  /* What is left over has gone away, or was scanned anew. */
  load.is_changed = load.is_changed || g_hash_table_size (load.cached) > 0;
  g_hash_table_unref (load.cached);
  if (!done)
    {
      g_ptr_array_unref (load.rows);
      return NULL;
    }
  g_ptr_array_sort (load.rows, compare_rows);
  if (load.is_changed)
    tonus_index_cache_write (practice, load.rows);
  drop_hidden (load.rows);
  return load.rows;
}
