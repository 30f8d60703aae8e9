/* tonus-read.c - read a file that may be anything: a link, a pipe, a device, endless
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

static gboolean
set_open_error (int failure, const char *folder, const char *name, GError **error)
{
  TonusStoreError code = TONUS_STORE_ERROR_DISK;

  if (failure == ENOENT)
    code = TONUS_STORE_ERROR_NOT_FOUND;
  else if (failure == ELOOP || failure == ENXIO || failure == EISDIR)
    code = TONUS_STORE_ERROR_DAMAGED;
  tonus_store_error_set (error, code, failure, folder, name, _ ("cannot be read"));
  return FALSE;
}

/* Is what is open at @fd a plain file of a sensible size? */
static gboolean
check_open_file (TonusIo *io,
                 int fd,
                 const char *folder,
                 const char *name,
                 gsize limit,
                 gsize *size,
                 GError **error)
{
  struct stat status;

  if (io->fstat (io, fd, &status) < 0)
    return set_open_error (errno, folder, name, error);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED,
                   _ ("“%s” in “%s” cannot be read: it is no plain file. Move it away."), name,
                   folder);
      return FALSE;
    }
  if (status.st_size < 0 || (guint64) status.st_size > limit)
    {
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED,
                   _ ("“%s” in “%s” cannot be read: it is larger than %u KiB, more than any such "
                      "file may be. Move it away."),
                   name, folder, (guint) (limit / 1024));
      return FALSE;
    }
  *size = (gsize) status.st_size;
  return TRUE;
}

/* All of it, one byte past @size at most asked for: a file that grows meanwhile is cut at @size + 1
 * and found out by its hash. */
static char *
read_all (TonusIo *io, int fd, gsize size, gsize *length)
{
  g_autofree char *buffer = g_malloc (size + 2);
  gsize filled = 0;

  while (filled < size + 1)
    {
      ssize_t n = io->read (io, fd, buffer + filled, size + 1 - filled);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      filled += (gsize) n;
    }
  buffer[filled] = '\0';
  *length = filled;
  return g_steal_pointer (&buffer);
}

GBytes *
tonus_read_at (
    TonusIo *io, int dir, const char *folder, const char *name, gsize limit, GError **error)
{
  gsize size = 0;
  int fd;

  do
    fd = io->openat (io, dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  while (fd < 0 && errno == EINTR);
  if (fd < 0)
    {
      set_open_error (errno, folder, name, error);
      return NULL;
    }
  g_autofree char *text = NULL;
  if (check_open_file (io, fd, folder, name, limit, &size, error))
    {
      text = read_all (io, fd, size, &size);
      /* A bad sector is damage for good, and no reason to keep anything else from opening. */
      if (text == NULL)
        tonus_store_error_set (error,
                               errno == EIO ? TONUS_STORE_ERROR_DAMAGED : TONUS_STORE_ERROR_DISK,
                               errno, folder, name, _ ("cannot be read"));
    }
  io->close (io, fd);
  return text != NULL ? g_bytes_new_take (g_steal_pointer (&text), size) : NULL;
}

GBytes *
tonus_read_file (TonusIo *io, const char *path, gsize limit, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *whole = g_build_filename (folder, name, NULL);

  g_return_val_if_fail (limit < G_MAXSIZE - 2, NULL);
  /* Through the path and not the folder: one call less, and the last part is what must be no link.
   */
  return tonus_read_at (io, AT_FDCWD, folder, strcmp (folder, ".") == 0 ? name : whole, limit,
                        error);
}
