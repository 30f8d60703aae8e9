/* io-power.c - a disk in memory whose power can fail
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "io-power-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#define FD_BASE 1000

/* A change to a folder: seen at once, on the disk some time. */
static void
change_folder (PowerIo *self, guint folder, const char *remove, const char *add, guint inode)
{
  PowerChange *change = g_new (PowerChange, 1);

  *change = (PowerChange){ g_strdup (remove), g_strdup (add), inode };
  power_apply_change (power_get_inode (self, folder)->entries, change);
  g_ptr_array_add (power_get_inode (self, folder)->changes, change);
}

static void
note_change (PowerIo *self)
{
  if (self->visitor != NULL && !self->is_waiting)
    self->n_states += io_power_visit (&self->table, self->visitor, self->data);
}

/* --- paths --- */

static int
fail (int error)
{
  errno = error;
  return -1;
}

static PowerHandle *
get_handle (PowerIo *self, int fd)
{
  g_assert (fd >= FD_BASE && (guint) (fd - FD_BASE) < self->handles->len);
  PowerHandle *handle = &g_array_index (self->handles, PowerHandle, fd - FD_BASE);
  g_assert (handle->is_open);
  return handle;
}

/* The folder that holds @path's last part, and that part.  -1 and errno. */
static int
find_parent (PowerIo *self, int dir, const char *path, char **last)
{
  guint at = dir == AT_FDCWD ? 0 : get_handle (self, dir)->inode;
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  const char *pending = NULL;

  g_assert (dir != AT_FDCWD || path[0] == '/');
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0')
        continue;
      gpointer next;
      if (pending != NULL)
        {
          if (!g_hash_table_lookup_extended (power_get_inode (self, at)->entries, pending, NULL,
                                             &next))
            return fail (ENOENT);
          at = GPOINTER_TO_UINT (next);
          if (!power_get_inode (self, at)->is_folder)
            return fail (ENOTDIR);
        }
      pending = parts[i];
    }
  *last = g_strdup (pending != NULL ? pending : "");
  return (int) at;
}

/* The inode of @path, -1 and errno; @parent: out. */
static int
find_inode (PowerIo *self, int dir, const char *path, int *parent, char **last)
{
  gpointer found;

  *parent = find_parent (self, dir, path, last);
  if (*parent < 0)
    return -1;
  if (**last == '\0')
    return *parent;
  if (!g_hash_table_lookup_extended (power_get_inode (self, (guint) *parent)->entries, *last, NULL,
                                     &found))
    return fail (ENOENT);
  return (int) GPOINTER_TO_UINT (found);
}

/* --- the table --- */

static int
power_openat (TonusIo *io, int dir, const char *name, int flags, mode_t mode)
{
  PowerIo *self = (PowerIo *) io;
  g_autofree char *last = NULL;
  int parent;
  int inode = find_inode (self, dir, name, &parent, &last);
  gboolean is_new = FALSE;

  if (inode < 0 && errno == ENOENT && parent >= 0 && (flags & O_CREAT) != 0)
    {
      inode = (int) power_add_inode (self, FALSE);
      power_get_inode (self, (guint) inode)->is_dirty = TRUE;
      change_folder (self, (guint) parent, NULL, last, (guint) inode);
      is_new = TRUE;
    }
  if (inode < 0)
    return -1;
  if (!is_new && (flags & O_EXCL) != 0 && (flags & O_CREAT) != 0)
    return fail (EEXIST);
  if ((flags & O_DIRECTORY) != 0 && !power_get_inode (self, (guint) inode)->is_folder)
    return fail (ENOTDIR);
  if ((flags & O_TRUNC) != 0 && !is_new)
    {
      g_byte_array_set_size (power_get_inode (self, (guint) inode)->seen, 0);
      power_get_inode (self, (guint) inode)->is_dirty = TRUE;
    }
  PowerHandle handle = { (guint) inode, 0, TRUE };
  g_array_append_val (self->handles, handle);
  if (is_new || (flags & O_TRUNC) != 0)
    note_change (self);
  return FD_BASE + (int) self->handles->len - 1;
}

static ssize_t
power_read (TonusIo *io, int fd, void *buffer, size_t size)
{
  PowerIo *self = (PowerIo *) io;
  PowerHandle *handle = get_handle (self, fd);
  const GByteArray *seen = power_get_inode (self, handle->inode)->seen;
  gsize n = MIN (size, seen->len - MIN (handle->place, seen->len));

  if (n > 0)
    memcpy (buffer, seen->data + handle->place, n);
  handle->place += n;
  return (ssize_t) n;
}

static ssize_t
power_write (TonusIo *io, int fd, const void *buffer, size_t size)
{
  PowerIo *self = (PowerIo *) io;
  PowerHandle *handle = get_handle (self, fd);
  PowerInode *inode = power_get_inode (self, handle->inode);

  if (inode->seen->len < handle->place + size)
    g_byte_array_set_size (inode->seen, (guint) (handle->place + size));
  memcpy (inode->seen->data + handle->place, buffer, size);
  handle->place += size;
  inode->is_dirty = TRUE;
  note_change (self);
  return (ssize_t) size;
}

static int
power_fsync (TonusIo *io, int fd)
{
  PowerIo *self = (PowerIo *) io;
  PowerInode *inode = power_get_inode (self, get_handle (self, fd)->inode);

  if (inode->is_folder ? self->control != POWER_NO_FOLDER_SYNC
                       : self->control != POWER_NO_FILE_SYNC)
    power_sync_inode (inode);
  note_change (self);
  return 0;
}

static int
power_close (TonusIo *io, int fd)
{
  get_handle ((PowerIo *) io, fd)->is_open = FALSE;
  return 0;
}

static int
power_renameat2 (
    TonusIo *io, int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
  PowerIo *self = (PowerIo *) io;
  g_autofree char *from_last = NULL;
  g_autofree char *to_last = NULL;
  int from_parent, to_parent;
  int inode = find_inode (self, from_dir, from, &from_parent, &from_last);

  if (inode < 0)
    return -1;
  int there = find_inode (self, to_dir, to, &to_parent, &to_last);
  if (to_parent < 0)
    return -1;
  g_assert (from_parent == to_parent);
  if (there >= 0 && (flags & RENAME_NOREPLACE) != 0)
    return fail (EEXIST);
  change_folder (self, (guint) from_parent, from_last, to_last, (guint) inode);
  note_change (self);
  return 0;
}

static int
power_unlinkat (TonusIo *io, int dir, const char *name, int flags)
{
  PowerIo *self = (PowerIo *) io;
  g_autofree char *last = NULL;
  int parent;
  int inode = find_inode (self, dir, name, &parent, &last);

  if (inode < 0)
    return -1;
  if ((flags & AT_REMOVEDIR) != 0 &&
      g_hash_table_size (power_get_inode (self, (guint) inode)->entries) > 0)
    return fail (ENOTEMPTY);
  change_folder (self, (guint) parent, last, NULL, 0);
  note_change (self);
  return 0;
}

static int
power_mkdirat (TonusIo *io, int dir, const char *name, mode_t mode)
{
  PowerIo *self = (PowerIo *) io;
  g_autofree char *last = NULL;
  int parent;

  if (find_inode (self, dir, name, &parent, &last) >= 0)
    return fail (EEXIST);
  if (parent < 0)
    return -1;
  change_folder (self, (guint) parent, NULL, last, power_add_inode (self, TRUE));
  note_change (self);
  return 0;
}

static int
power_fallocate (TonusIo *io, int fd, off_t size)
{
  PowerIo *self = (PowerIo *) io;
  PowerInode *inode = power_get_inode (self, get_handle (self, fd)->inode);
  guint before = inode->seen->len;

  if (before < size)
    {
      g_byte_array_set_size (inode->seen, (guint) size);
      memset (inode->seen->data + before, 0, (gsize) size - before);
      inode->is_dirty = TRUE;
    }
  note_change (self);
  return 0;
}

static int
fill_stat (PowerIo *self, guint index, struct stat *out)
{
  const PowerInode *inode = power_get_inode (self, index);

  memset (out, 0, sizeof *out);
  out->st_mode = inode->is_folder ? S_IFDIR | 0700 : S_IFREG | 0600;
  out->st_size = inode->seen->len;
  out->st_ino = inode->number;
  out->st_mtim.tv_sec = self->now;
  return 0;
}

static int
power_fstat (TonusIo *io, int fd, struct stat *out)
{
  PowerIo *self = (PowerIo *) io;

  return fill_stat (self, get_handle (self, fd)->inode, out);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
power_readdir (TonusIo *io, int fd)
{
  PowerIo *self = (PowerIo *) io;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, power_get_inode (self, get_handle (self, fd)->inode)->entries);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static ssize_t
power_getrandom (TonusIo *io, void *buffer, size_t size)
{
  PowerIo *self = (PowerIo *) io;
  guint8 *bytes = buffer;

  for (size_t i = 0; i < size; i++)
    {
      self->chance = self->chance * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407;
      bytes[i] = (guint8) (self->chance >> 56);
    }
  return (ssize_t) size;
}

static gint64
power_clock (TonusIo *io)
{
  return ((PowerIo *) io)->now++;
}

static int
power_fstatat (TonusIo *io, int dir, const char *name, struct stat *out)
{
  PowerIo *self = (PowerIo *) io;
  g_autofree char *last = NULL;
  int parent;
  int inode = find_inode (self, dir, name, &parent, &last);

  return inode < 0 ? -1 : fill_stat (self, (guint) inode, out);
}

static int
power_syncfs (TonusIo *io, int fd)
{
  PowerIo *self = (PowerIo *) io;

  for (guint i = 0; i < self->inodes->len; i++)
    power_sync_inode (power_get_inode (self, i));
  self->is_waiting = FALSE;
  note_change (self);
  return 0;
}

TonusIo *
io_power_new (PowerControl control)
{
  PowerIo *self = g_new0 (PowerIo, 1);

  self->table = (TonusIo){
    .openat = power_openat,
    .read = power_read,
    .write = power_write,
    .fsync = power_fsync,
    .close = power_close,
    .renameat2 = power_renameat2,
    .unlinkat = power_unlinkat,
    .mkdirat = power_mkdirat,
    .fallocate = power_fallocate,
    .fstat = power_fstat,
    .readdir = power_readdir,
    .getrandom = power_getrandom,
    .clock = power_clock,
    .fstatat = power_fstatat,
    .syncfs = power_syncfs,
  };
  self->control = control;
  self->inodes = g_ptr_array_new_with_free_func (power_inode_free);
  self->handles = g_array_new (FALSE, TRUE, sizeof (PowerHandle));
  self->chance = 42;
  self->now = 1764000000;
  power_add_inode (self, TRUE);
  return &self->table;
}

void
io_power_free (TonusIo *io)
{
  PowerIo *self = (PowerIo *) io;

  g_ptr_array_unref (self->inodes);
  g_array_unref (self->handles);
  g_free (self);
}
