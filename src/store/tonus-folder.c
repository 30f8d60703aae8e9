/* tonus-folder.c - folders: opening, making, listing, tidying
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new folder is only worth something once the folder that names it is synced: if that sync fails,
 * the new folder is taken back, so that the next attempt makes and syncs it again instead of
 * finding it there and trusting it.
 */
#include "config.h"

#include "tonus-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define STALE_SECONDS (24 * 60 * 60)

static int
open_existing (TonusIo *io, const char *path)
{
  int fd;

  do
    fd = io->openat (io, AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);
  while (fd < 0 && errno == EINTR);
  return fd;
}

/* 0 or the error's number.  A file system that cannot sync folders (EINVAL) has nothing to add. */
static int
sync_parent (TonusIo *io, const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  int fd = io->openat (io, AT_FDCWD, parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return errno;
  int failure = io->fsync (io, fd) < 0 && errno != EINVAL ? errno : 0;
  io->close (io, fd);
  return failure;
}

static gboolean
make_last_part (TonusIo *io, const char *path, GError **error)
{
  int made;

  do
    made = io->mkdirat (io, AT_FDCWD, path, 0700);
  while (made < 0 && errno == EINTR);
  if (made < 0 && errno != EEXIST)
    {
      tonus_store_error_set (error, TONUS_STORE_ERROR_DISK, errno, path, NULL, _ ("was not made"));
      return FALSE;
    }
  int failure = sync_parent (io, path);
  if (failure == 0)
    return TRUE;
  if (made == 0)
    io->unlinkat (io, AT_FDCWD, path, AT_REMOVEDIR);
  tonus_store_error_set (error, TONUS_STORE_ERROR_DISK, failure, path, NULL, _ ("was not made"));
  return FALSE;
}

int
tonus_folder_open (TonusIo *io, const char *path, gboolean make, GError **error)
{
  int fd = open_existing (io, path);

  if (fd < 0 && errno == ENOENT && make)
    {
      if (!make_last_part (io, path, error))
        return -1;
      fd = open_existing (io, path);
    }
  if (fd < 0)
    tonus_store_error_set (error,
                           errno == ENOENT ? TONUS_STORE_ERROR_NOT_FOUND : TONUS_STORE_ERROR_DISK,
                           errno, path, NULL, _ ("cannot be opened"));
  return fd;
}

/* Links on the way, such as a linked home, are the user's own arrangement. */
static gboolean
is_folder_behind_link (TonusIo *io, const char *path)
{
  int fd = io->openat (io, AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    io->close (io, fd);
  return fd >= 0;
}

gboolean
tonus_make_folder (TonusIo *io, const char *path, GError **error)
{
  int fd = open_existing (io, path);

  if (fd < 0 && (errno == ENOTDIR || errno == ELOOP) && is_folder_behind_link (io, path))
    return TRUE;
  if (fd < 0 && errno == ENOENT)
    {
      g_autofree char *parent = g_path_get_dirname (path);
      if (strcmp (parent, path) != 0 && !tonus_make_folder (io, parent, error))
        return FALSE;
    }
  if (fd < 0)
    fd = tonus_folder_open (io, path, TRUE, error);
  if (fd < 0)
    return FALSE;
  io->close (io, fd);
  return TRUE;
}

GPtrArray *
tonus_read_folder (TonusIo *io, const char *path, GError **error)
{
  int fd = tonus_folder_open (io, path, FALSE, error);

  if (fd < 0)
    return NULL;
  GPtrArray *names = io->readdir (io, fd);
  if (names == NULL)
    tonus_store_error_set (error, TONUS_STORE_ERROR_DISK, errno, path, NULL, _ ("cannot be read"));
  io->close (io, fd);
  return names;
}

gboolean
tonus_delete_file (TonusIo *io, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  int done;

  do
    done = io->unlinkat (io, AT_FDCWD, path, 0);
  while (done < 0 && errno == EINTR);
  if (done == 0 || errno == ENOENT)
    return TRUE;
  tonus_store_error_set (error, TONUS_STORE_ERROR_DISK, errno, folder, name, _ ("was not deleted"));
  return FALSE;
}

static void
sweep_one (TonusIo *io, int dir, const char *name)
{
  struct stat status;

  if (!g_str_has_prefix (name, TONUS_TEMPORARY_PREFIX) ||
      io->fstatat (io, dir, name, &status) < 0 || !S_ISREG (status.st_mode))
    return;
  if (io->clock (io) - (gint64) status.st_mtime > STALE_SECONDS)
    io->unlinkat (io, dir, name, 0);
}

void
tonus_sweep_folder (TonusIo *io, const char *dir)
{
  int fd = open_existing (io, dir);

  if (fd < 0)
    return;
  g_autoptr (GPtrArray) names = io->readdir (io, fd);
  for (guint i = 0; names != NULL && i < names->len; i++)
    sweep_one (io, fd, names->pdata[i]);
  io->close (io, fd);
}

gboolean
tonus_sync_folder (TonusIo *io, const char *path, GError **error)
{
  int fd = tonus_folder_open (io, path, FALSE, error);

  if (fd < 0)
    return FALSE;
  gboolean done = io->syncfs (io, fd) == 0;
  if (!done)
    tonus_store_error_set (error, TONUS_STORE_ERROR_UNCERTAIN, errno, path, NULL,
                           _ ("was written, but is not known to survive a power cut"));
  io->close (io, fd);
  return done;
}
