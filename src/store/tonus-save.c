/* tonus-save.c - the one way in which bytes reach the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps and their numbers are those of docs/storage.md, "Save" (step 1, the text, is the
 * practice's; it may still be at work until step 7).  Every step either succeeds or leaves the
 * folder as it was, but for a temporary file that tonus_sweep_folder() finds a day later.
 */
#include "config.h"

#include "tonus-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tonus-id.h"

typedef struct
{
  TonusIo *io;
  const char *folder; /* for messages */
  const char *name;   /* NULL: naming->find() is to be asked */
  const void *bytes;
  gsize length;
  gboolean is_replacing;
  gboolean is_synced;
  gboolean is_often_there;
  const TonusNaming *naming;
  int dir;
  char *temporary;
} Save;

static gboolean
know_name (Save *self, GError **error)
{
  if (self->name == NULL)
    self->name = self->naming->find (self->naming->data, error);
  return self->name != NULL;
}

/* Step 3.  -1: errno. */
static int
open_temporary (Save *self)
{
  TonusIo *io = self->io;
  int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

  for (;;)
    {
      g_autofree char *id = tonus_io_new_id (io);
      g_free (self->temporary);
      self->temporary = g_strconcat (TONUS_TEMPORARY_PREFIX, id, NULL);
      int fd = io->openat (io, self->dir, self->temporary, flags, 0600);
      if (fd >= 0 || (errno != EINTR && errno != EEXIST))
        return fd;
    }
}

/* Step 4: learn of a full disk before writing half a file.  0 or the error's number. */
static int
reserve (Save *self, int fd)
{
  int done;

  if (self->length == 0)
    return 0;
  do
    done = self->io->fallocate (self->io, fd, (off_t) self->length);
  while (done < 0 && errno == EINTR);
  /* A file system that cannot reserve will say at write() what it has to say. */
  if (done == 0 || errno == EOPNOTSUPP || errno == ENOSYS || errno == EINVAL)
    return 0;
  return errno;
}

/* Step 5. */
static int
write_all (Save *self, int fd)
{
  const char *bytes = self->bytes;
  gsize written = 0;

  while (written < self->length)
    {
      ssize_t n = self->io->write (self->io, fd, bytes + written, self->length - written);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      if (n == 0)
        return EIO;
      written += (gsize) n;
    }
  return 0;
}

/* Step 6.  The disk is slow: what is still to be worked out is worked out meanwhile. */
static int
sync_file (Save *self, int fd)
{
  if (!self->is_synced)
    return 0;
  if (self->naming != NULL)
    self->naming->begin (self->naming->data);
  return self->io->fsync (self->io, fd) < 0 ? errno : 0;
}

/* Steps 3 to 7a once.  @is_doubtful: the failure may have been of this descriptor only. */
static int
write_temporary (Save *self, gboolean *is_doubtful)
{
  int fd = open_temporary (self);

  *is_doubtful = FALSE;
  if (fd < 0)
    return errno;
  int failure = reserve (self, fd);
  if (failure == 0)
    failure = write_all (self, fd);
  if (failure == 0)
    {
      failure = sync_file (self, fd);
      *is_doubtful = failure != 0;
    }
  if (self->io->close (self->io, fd) < 0 && failure == 0)
    {
      failure = errno;
      *is_doubtful = TRUE;
    }
  if (failure != 0)
    self->io->unlinkat (self->io, self->dir, self->temporary, 0);
  return failure;
}

/* A descriptor whose sync failed has lost its dirty pages and would report success next time: the
 * whole file is written again, once. */
static int
write_temporary_twice (Save *self)
{
  gboolean is_doubtful;
  int failure = write_temporary (self, &is_doubtful);

  return failure != 0 && is_doubtful ? write_temporary (self, &is_doubtful) : failure;
}

/* For file systems without RENAME_NOREPLACE (old NFS, some FUSE).  Between the look and the rename
 * another process may put a file of this name there; a revision's name holds the hash of its bytes,
 * so what is replaced then is the same bytes. */
static int
rename_after_looking (Save *self)
{
  struct stat status;

  if (self->io->fstatat (self->io, self->dir, self->name, &status) == 0)
    return EEXIST;
  if (errno != ENOENT)
    return errno;
  if (self->io->renameat2 (self->io, self->dir, self->temporary, self->dir, self->name, 0) < 0)
    return errno;
  return 0;
}

/* Step 7b. */
static int
move_into_place (Save *self)
{
  unsigned flags = self->is_replacing ? 0 : RENAME_NOREPLACE;
  int done;

  do
    done = self->io->renameat2 (self->io, self->dir, self->temporary, self->dir, self->name, flags);
  while (done < 0 && errno == EINTR);
  if (done == 0)
    return 0;
  if (!self->is_replacing && (errno == EINVAL || errno == ENOSYS))
    return rename_after_looking (self);
  return errno;
}

/* Step 8. */
static gboolean
sync_folder (Save *self, GError **error)
{
  if (!self->is_synced || self->io->fsync (self->io, self->dir) == 0 || errno == EINVAL)
    return TRUE;
  tonus_store_error_set (error, TONUS_STORE_ERROR_UNCERTAIN, errno, self->folder, self->name,
                         _ ("was saved, but is not known to survive a power cut"));
  return FALSE;
}

/* The file that stands under our name may be another process's, not yet synced: before we call it
 * ours it must be as durable as if we had written it. */
static gboolean
accept_existing (Save *self, GError **error)
{
  TonusIo *io = self->io;
  g_autoptr (GBytes) there =
      tonus_read_at (io, self->dir, self->folder, self->name, self->length, NULL);
  g_autoptr (GBytes) ours = g_bytes_new_static (self->bytes, self->length);

  if (there == NULL || !g_bytes_equal (there, ours))
    {
      g_set_error (
          error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED,
          _ ("“%s” in “%s” was not saved: a damaged file has this name. Move it away, then try "
             "again."),
          self->name, self->folder);
      return FALSE;
    }
  if (!self->is_synced)
    return TRUE;
  int fd =
      io->openat (io, self->dir, self->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0);
  int failure = fd < 0 || io->fsync (io, fd) < 0 ? errno : 0;
  if (fd >= 0)
    io->close (io, fd);
  if (failure == 0)
    return sync_folder (self, error);
  tonus_store_error_set (error, TONUS_STORE_ERROR_UNCERTAIN, failure, self->folder, self->name,
                         _ ("is there, but is not known to survive a power cut"));
  return FALSE;
}

static gboolean
is_there (Save *self)
{
  struct stat status;

  return self->io->fstatat (self->io, self->dir, self->name, &status) == 0;
}

static gboolean
save_in_open_folder (Save *self, GError **error)
{
  if (self->is_often_there && is_there (self))
    return accept_existing (self, error);

  int failure = write_temporary_twice (self);
  if (!know_name (self, error))
    {
      if (failure == 0)
        self->io->unlinkat (self->io, self->dir, self->temporary, 0);
      return FALSE;
    }
  if (failure == 0)
    {
      failure = move_into_place (self);
      if (failure == 0)
        return sync_folder (self, error);
      self->io->unlinkat (self->io, self->dir, self->temporary, 0);
      if (failure == EEXIST && !self->is_replacing)
        return accept_existing (self, error);
    }
  tonus_store_error_set (error, TONUS_STORE_ERROR_DISK, failure, self->folder, self->name,
                         _ ("was not saved"));
  return FALSE;
}

static gboolean
run (Save *self, gboolean make_folder, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->dir = tonus_folder_open (self->io, self->folder, make_folder, &local);
  if (self->dir < 0)
    {
      if (!know_name (self, error))
        return FALSE;
      /* To the one who saves, a missing folder is a disk that did not take the file. */
      if (local->code == TONUS_STORE_ERROR_NOT_FOUND)
        local->code = TONUS_STORE_ERROR_DISK;
      g_propagate_prefixed_error (error, g_steal_pointer (&local), _ ("“%s” was not saved. "),
                                  self->name);
      return FALSE;
    }
  gboolean done = save_in_open_folder (self, error);
  self->io->close (self->io, self->dir);
  g_free (self->temporary);
  return done;
}

gboolean
tonus_save_new (
    TonusIo *io, const char *dir, const char *name, const void *bytes, gsize length, GError **error)
{
  Save save = { io, dir, name, bytes, length, .is_replacing = FALSE, .is_synced = TRUE };

  return run (&save, TRUE, error);
}

gboolean
tonus_save_new_unsynced (
    TonusIo *io, const char *dir, const char *name, const void *bytes, gsize length, GError **error)
{
  Save save = { io, dir, name, bytes, length, .is_replacing = FALSE, .is_synced = FALSE };

  return run (&save, TRUE, error);
}

gboolean
tonus_save_new_or_same (TonusIo *io,
                        const char *dir,
                        const char *name,
                        const void *bytes,
                        gsize length,
                        gboolean is_synced,
                        GError **error)
{
  Save save = { io, dir, name, bytes, length, .is_synced = is_synced, .is_often_there = TRUE };

  return run (&save, TRUE, error);
}

gboolean
tonus_save_new_named (TonusIo *io,
                      const char *dir,
                      const TonusNaming *naming,
                      const void *bytes,
                      gsize length,
                      gboolean is_synced,
                      GError **error)
{
  Save save = { io, dir, NULL, bytes, length, .is_synced = is_synced, .naming = naming };

  return run (&save, TRUE, error);
}

gboolean
tonus_save_replacing (
    TonusIo *io, const char *path, const void *bytes, gsize length, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  Save save = { io, folder, name, bytes, length, .is_replacing = TRUE, .is_synced = TRUE };

  return run (&save, FALSE, error);
}

gboolean
tonus_export (TonusIo *io, const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  /* Where the user chose to keep documents may well be a link; what it points at is then the place.
   */
  char *real = realpath (folder, NULL);
  g_autofree char *whole = g_build_filename (real != NULL ? real : folder, name, NULL);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  free (real);
  return tonus_save_replacing (io, whole, data, length, error);
}
