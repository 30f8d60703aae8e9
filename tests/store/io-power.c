/* io-power.c - a disk in memory whose power can fail
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "io-power.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#define N_CUTS 8
#define N_CONTENT_CHOICES (4 + 2 * N_CUTS)
#define FD_BASE 1000

typedef struct
{
  gboolean is_folder;
  guint64 number;
  /* Files */
  GByteArray *seen;
  GByteArray *synced;
  gboolean is_dirty;
  /* Folders: name → inode index */
  GHashTable *entries;
  GHashTable *synced_entries;
  GPtrArray *changes;  /* (element-type Change) since the last sync */
} Inode;

/* From @remove (nullable) to @add (nullable), in one. */
typedef struct
{
  char *remove;
  char *add;
  guint inode;
} Change;

typedef struct
{
  guint inode;
  gsize place;
  gboolean is_open;
} Handle;

typedef struct
{
  TonusIo table;
  PowerControl control;
  GPtrArray *inodes;  /* (element-type Inode), 0 is "/" */
  GArray *handles;
  guint64 chance;
  gint64 now;
  PowerVisitor visitor;
  gpointer data;
  gboolean is_waiting;  /* for syncfs() */
  guint n_states;
} PowerIo;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_free (self->remove);
  g_free (self->add);
  g_free (self);
}

static Inode *
inode_new (gboolean is_folder)
{
  Inode *self = g_new0 (Inode, 1);

  self->is_folder = is_folder;
  self->seen = g_byte_array_new ();
  self->synced = g_byte_array_new ();
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->synced_entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  return self;
}

static void
inode_free (gpointer data)
{
  Inode *self = data;

  g_byte_array_unref (self->seen);
  g_byte_array_unref (self->synced);
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->synced_entries);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static Inode *
get_inode (PowerIo *self, guint index)
{
  return self->inodes->pdata[index];
}

static void
copy_bytes (GByteArray *to, const GByteArray *from)
{
  g_byte_array_set_size (to, 0);
  g_byte_array_append (to, from->data, from->len);
}

static void
copy_entries (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer name, inode;

  g_hash_table_remove_all (to);
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &name, &inode))
    g_hash_table_insert (to, g_strdup (name), inode);
}

static void
apply_change (GHashTable *entries, const Change *change)
{
  if (change->remove != NULL)
    g_hash_table_remove (entries, change->remove);
  if (change->add != NULL)
    g_hash_table_insert (entries, g_strdup (change->add), GUINT_TO_POINTER (change->inode));
}

static void
sync_inode (Inode *inode)
{
  copy_bytes (inode->synced, inode->seen);
  inode->is_dirty = FALSE;
  copy_entries (inode->synced_entries, inode->entries);
  g_ptr_array_set_size (inode->changes, 0);
}

static guint
add_inode (PowerIo *self, gboolean is_folder)
{
  Inode *inode = inode_new (is_folder);

  inode->number = self->inodes->len + 1;
  g_ptr_array_add (self->inodes, inode);
  return self->inodes->len - 1;
}

/* A change to a folder: seen at once, on the disk some time. */
static void
change_folder (PowerIo *self, guint folder, const char *remove, const char *add, guint inode)
{
  Change *change = g_new (Change, 1);

  *change = (Change){ g_strdup (remove), g_strdup (add), inode };
  apply_change (get_inode (self, folder)->entries, change);
  g_ptr_array_add (get_inode (self, folder)->changes, change);
}

/* --- what may be found after a power cut ------------------------------------------------------- */

/* The first (@nth + 1) of N_CUTS + 1 parts; the rest is missing, or NULs where the size was known already. */
static void
cut_content (GByteArray *content, guint nth, gboolean keeps_size)
{
  guint length = content->len;
  guint cut = length * (nth + 1) / (N_CUTS + 1);

  g_byte_array_set_size (content, cut);
  if (!keeps_size)
    return;
  g_byte_array_set_size (content, length);
  if (length > cut)
    memset (content->data + cut, 0, length - cut);
}

static void
choose_content (const Inode *inode, guint choice, GByteArray *out)
{
  guint length = inode->seen->len;

  switch (choice)
    {
    case 0:
      copy_bytes (out, inode->synced);
      break;
    case 1:
      copy_bytes (out, inode->seen);
      break;
    case 2:
      g_byte_array_set_size (out, 0);
      break;
    case 3:
      g_byte_array_set_size (out, length);
      memset (out->data, 0, length);
      break;
    default:
      copy_bytes (out, inode->seen);
      cut_content (out, (choice - 4) % N_CUTS, choice >= 4 + N_CUTS);
      break;
    }
}

/* The disk found when the choices, one digit per dirty file and one bit per pending change, are @state. */
static TonusIo *
build_state (PowerIo *self, guint64 state)
{
  TonusIo *io = io_power_new (POWER_HONEST);
  PowerIo *after = (PowerIo *) io;

  g_ptr_array_set_size (after->inodes, 0);
  after->now = self->now;
  after->chance = self->chance ^ 0x5555;
  for (guint i = 0; i < self->inodes->len; i++)
    {
      const Inode *inode = get_inode (self, i);
      Inode *copy = get_inode (after, add_inode (after, inode->is_folder));
      guint choice = 0;
      if (inode->is_dirty)
        {
          choice = (guint) (state % N_CONTENT_CHOICES);
          state /= N_CONTENT_CHOICES;
        }
      choose_content (inode, choice, copy->seen);
      copy_entries (copy->entries, inode->synced_entries);
      for (guint j = 0; j < inode->changes->len; j++)
        {
          if (state % 2 == 1)
            apply_change (copy->entries, inode->changes->pdata[j]);
          state /= 2;
        }
      sync_inode (copy);
    }
  return io;
}

static guint64
count_states (PowerIo *self)
{
  guint64 count = 1;

  for (guint i = 0; i < self->inodes->len; i++)
    {
      const Inode *inode = get_inode (self, i);
      count *= inode->is_dirty ? N_CONTENT_CHOICES : 1;
      g_assert (inode->changes->len < 24);
      count <<= inode->changes->len;
      g_assert_cmpuint (count, <, 1u << 24);
    }
  return count;
}

guint
io_power_visit (TonusIo *io, PowerVisitor visitor, gpointer data)
{
  PowerIo *self = (PowerIo *) io;
  guint64 count = count_states (self);

  for (guint64 state = 0; state < count; state++)
    {
      TonusIo *after = build_state (self, state);
      visitor (after, data);
      io_power_free (after);
    }
  return (guint) count;
}

void
io_power_watch (TonusIo *io, PowerVisitor visitor, gpointer data)
{
  PowerIo *self = (PowerIo *) io;

  self->visitor = visitor;
  self->data = data;
  self->is_waiting = FALSE;
}

void
io_power_watch_after_syncfs (TonusIo *io, PowerVisitor visitor, gpointer data)
{
  io_power_watch (io, visitor, data);
  ((PowerIo *) io)->is_waiting = TRUE;
}

void
io_power_set_control (TonusIo *io, PowerControl control)
{
  ((PowerIo *) io)->control = control;
}

guint
io_power_get_states (TonusIo *io)
{
  return ((PowerIo *) io)->n_states;
}

static void
note_change (PowerIo *self)
{
  if (self->visitor != NULL && !self->is_waiting)
    self->n_states += io_power_visit (&self->table, self->visitor, self->data);
}

/* --- paths ---------------------------------------------------------------------------------------- */

static int
fail (int error)
{
  errno = error;
  return -1;
}

static Handle *
get_handle (PowerIo *self, int fd)
{
  g_assert (fd >= FD_BASE && (guint) (fd - FD_BASE) < self->handles->len);
  Handle *handle = &g_array_index (self->handles, Handle, fd - FD_BASE);
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
          if (!g_hash_table_lookup_extended (get_inode (self, at)->entries, pending, NULL, &next))
            return fail (ENOENT);
          at = GPOINTER_TO_UINT (next);
          if (!get_inode (self, at)->is_folder)
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
  if (!g_hash_table_lookup_extended (get_inode (self, (guint) *parent)->entries, *last, NULL, &found))
    return fail (ENOENT);
  return (int) GPOINTER_TO_UINT (found);
}

/* --- the table ------------------------------------------------------------------------------------- */

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
      inode = (int) add_inode (self, FALSE);
      get_inode (self, (guint) inode)->is_dirty = TRUE;
      change_folder (self, (guint) parent, NULL, last, (guint) inode);
      is_new = TRUE;
    }
  if (inode < 0)
    return -1;
  if (!is_new && (flags & O_EXCL) != 0 && (flags & O_CREAT) != 0)
    return fail (EEXIST);
  if ((flags & O_DIRECTORY) != 0 && !get_inode (self, (guint) inode)->is_folder)
    return fail (ENOTDIR);
  if ((flags & O_TRUNC) != 0 && !is_new)
    {
      g_byte_array_set_size (get_inode (self, (guint) inode)->seen, 0);
      get_inode (self, (guint) inode)->is_dirty = TRUE;
    }
  Handle handle = { (guint) inode, 0, TRUE };
  g_array_append_val (self->handles, handle);
  if (is_new || (flags & O_TRUNC) != 0)
    note_change (self);
  return FD_BASE + (int) self->handles->len - 1;
}

static ssize_t
power_read (TonusIo *io, int fd, void *buffer, size_t size)
{
  PowerIo *self = (PowerIo *) io;
  Handle *handle = get_handle (self, fd);
  const GByteArray *seen = get_inode (self, handle->inode)->seen;
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
  Handle *handle = get_handle (self, fd);
  Inode *inode = get_inode (self, handle->inode);

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
  Inode *inode = get_inode (self, get_handle (self, fd)->inode);

  if (inode->is_folder ? self->control != POWER_NO_FOLDER_SYNC : self->control != POWER_NO_FILE_SYNC)
    sync_inode (inode);
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
  if ((flags & AT_REMOVEDIR) != 0 && g_hash_table_size (get_inode (self, (guint) inode)->entries) > 0)
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
  change_folder (self, (guint) parent, NULL, last, add_inode (self, TRUE));
  note_change (self);
  return 0;
}

static int
power_fallocate (TonusIo *io, int fd, off_t size)
{
  PowerIo *self = (PowerIo *) io;
  Inode *inode = get_inode (self, get_handle (self, fd)->inode);
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
  const Inode *inode = get_inode (self, index);

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

  g_hash_table_iter_init (&iter, get_inode (self, get_handle (self, fd)->inode)->entries);
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
    sync_inode (get_inode (self, i));
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
  self->inodes = g_ptr_array_new_with_free_func (inode_free);
  self->handles = g_array_new (FALSE, TRUE, sizeof (Handle));
  self->chance = 42;
  self->now = 1764000000;
  add_inode (self, TRUE);
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
