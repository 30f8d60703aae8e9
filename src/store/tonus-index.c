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
  GPtrArray *cached;  /* (nullable) all rows of the cache, in their order */
  GHashTable *by_id;  /* patient id → TonusIndexRow of cached */
  GPtrArray *changed; /* (element-type utf8) patients to be scanned */
  GArray *stamps;     /* of TonusFolderStamp, theirs */
  GPtrArray *scanned;
  gint64 now;
  gboolean is_newly_trusted;
  gboolean has_changed;
} Refresh;

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
is_settled (Refresh *self, const TonusFolderStamp *stamp)
{
  return stamp->mtime + SETTLED_SECONDS <= self->now && stamp->ctime + SETTLED_SECONDS <= self->now;
}

static void
take_patient (Refresh *self, const char *id, const struct stat *status)
{
  TonusFolderStamp stamp = stamp_of (status);
  TonusIndexRow *known = g_hash_table_lookup (self->by_id, id);

  if (known != NULL && is_same_stamp (&known->stamp, &stamp))
    known->is_kept = TRUE;
  else
    {
      g_ptr_array_add (self->changed, g_strdup (id));
      g_array_append_val (self->stamps, stamp);
    }
}

/* The stamp is from before the scan: what is written while we read shows at the next look. */
static void
take_row (Refresh *self, TonusIndexRow *row, const TonusFolderStamp *stamp)
{
  TonusIndexRow *known = g_hash_table_lookup (self->by_id, row->entry.id);

  if (is_settled (self, stamp) && !row->entry.is_damaged)
    {
      row->stamp = *stamp;
      self->is_newly_trusted = TRUE;
    }
  if (known != NULL ? !tonus_index_row_is_same (known, row) : row->is_shown)
    self->has_changed = TRUE;
  /* It is there, and replaced. */
  g_hash_table_remove (self->by_id, row->entry.id);
  g_ptr_array_add (self->scanned, row);
}

static gboolean
scan_changed (Refresh *self, GCancellable *cancellable, GError **error)
{
  g_autofree TonusIndexRow **rows = g_new0 (TonusIndexRow *, self->changed->len);
  gboolean done = tonus_index_scan_all (self->practice, self->changed, rows, cancellable, error);

  for (guint i = 0; i < self->changed->len; i++)
    if (rows[i] != NULL)
      take_row (self, rows[i], &g_array_index (self->stamps, TonusFolderStamp, i));
  return done;
}

static gboolean
take_folder (Refresh *self, const char *path, GError **error)
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

static void
read_cache (Refresh *self)
{
  self->cached = tonus_index_cache_read (self->practice);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->has_changed = self->cached == NULL;
  for (guint i = 0; self->cached != NULL && i < self->cached->len; i++)
    {
      TonusIndexRow *row = self->cached->pdata[i];
      g_hash_table_insert (self->by_id, (char *) row->entry.id, row);
    }
}

/* The rows that were kept are in their order already.  Takes both lists. */
static GPtrArray *
put_together (Refresh *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (tonus_index_row_free);
  gboolean is_sorted = self->scanned->len == 0;

  for (guint i = 0; self->cached != NULL && i < self->cached->len; i++)
    {
      TonusIndexRow *row = self->cached->pdata[i];
      if (row->is_kept)
        g_ptr_array_add (rows, row);
      else
        {
          /* Left over: its folder has gone. */
          if (g_hash_table_contains (self->by_id, row->entry.id) && row->is_shown)
            self->has_changed = TRUE;
          g_hash_table_remove (self->by_id, row->entry.id);
          tonus_index_row_free (row);
        }
    }
  for (guint i = 0; i < self->scanned->len; i++)
    g_ptr_array_add (rows, self->scanned->pdata[i]);
  if (self->cached != NULL)
    g_ptr_array_set_free_func (self->cached, NULL);
  g_ptr_array_set_free_func (self->scanned, NULL);
  if (!is_sorted)
    g_ptr_array_sort (rows, tonus_index_row_compare);
  return rows;
}

/* Rows that are not to be seen leave; they are only kept for the cache. */
static void
drop_hidden (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      TonusIndexRow *row = rows->pdata[i];
      if (row->is_shown)
        rows->pdata[n++] = row;
      else
        tonus_index_row_free (row);
    }
  for (guint i = n; i < rows->len; i++)
    rows->pdata[i] = NULL;
  /* Nothing is there to be freed any more. */
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_set_size (rows, (int) n);
  g_ptr_array_set_free_func (rows, tonus_index_row_free);
}

GPtrArray *
tonus_index_refresh (TonusPractice *practice,
                     GCancellable *cancellable,
                     gboolean *has_changed,
                     GError **error)
{
  g_autofree char *path = g_build_filename (practice->folder, "patients", NULL);
  Refresh refresh = { .practice = practice };
  GPtrArray *rows = NULL;

  tonus_practice_settle (practice);
  refresh.now = practice->io->clock (practice->io);
  refresh.changed = g_ptr_array_new_with_free_func (g_free);
  refresh.stamps = g_array_new (FALSE, FALSE, sizeof (TonusFolderStamp));
  refresh.scanned = g_ptr_array_new_with_free_func (tonus_index_row_free);
  read_cache (&refresh);
  if (take_folder (&refresh, path, error) && scan_changed (&refresh, cancellable, error))
    {
      rows = put_together (&refresh);
      if (refresh.has_changed || refresh.is_newly_trusted)
        tonus_index_cache_write (practice, rows);
      drop_hidden (rows);
    }
  *has_changed = refresh.has_changed;
  g_hash_table_unref (refresh.by_id);
  g_clear_pointer (&refresh.cached, g_ptr_array_unref);
  g_ptr_array_unref (refresh.changed);
  g_array_unref (refresh.stamps);
  g_ptr_array_unref (refresh.scanned);
  return rows;
}

GPtrArray *
tonus_index_load (TonusPractice *practice, GError **error)
{
  gboolean has_changed;

  return tonus_index_refresh (practice, NULL, &has_changed, error);
}

GPtrArray *
tonus_index_load_cached (TonusPractice *practice)
{
  GPtrArray *rows = tonus_index_cache_read (practice);

  if (rows != NULL)
    drop_hidden (rows);
  return rows;
}

/* Where @patient's row is, or -1. */
static int
find_patient (GPtrArray *entries, const char *patient)
{
  for (guint i = 0; i < entries->len; i++)
    if (strcmp (((TonusIndexEntry *) entries->pdata[i])->id, patient) == 0)
      return (int) i;
  return -1;
}

gboolean
tonus_index_update (TonusPractice *practice, GPtrArray *entries, const char *patient)
{
  g_autofree char *path = tonus_practice_build_shelf_path (practice, patient);
  int at = find_patient (entries, patient);
  TonusIndexRow *row = NULL;
  struct stat status;

  tonus_practice_settle (practice);
  if (practice->io->fstatat (practice->io, AT_FDCWD, path, &status) == 0 &&
      S_ISDIR (status.st_mode))
    row = tonus_index_scan (practice, patient);
  if (row != NULL && !row->is_shown)
    g_clear_pointer (&row, tonus_index_row_free);
  if (row == NULL && at < 0)
    return FALSE;
  if (row != NULL && at >= 0 && tonus_index_row_is_same (entries->pdata[at], row))
    {
      tonus_index_row_free (row);
      return FALSE;
    }
  if (at >= 0)
    g_ptr_array_remove_index (entries, (guint) at);
  if (row != NULL)
    {
      guint to = 0;
      while (to < entries->len && tonus_index_row_compare (&entries->pdata[to], &row) < 0)
        to++;
      g_ptr_array_insert (entries, (int) to, row);
    }
  return TRUE;
}
