/* tonus-io.c - the operating system behind the table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-io.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

#include "tonus-id.h"

static int
real_openat (TonusIo *io, int dir, const char *name, int flags, mode_t mode)
{
  return openat (dir, name, flags, mode);
}

static ssize_t
real_read (TonusIo *io, int fd, void *buffer, size_t size)
{
  return read (fd, buffer, size);
}

static ssize_t
real_write (TonusIo *io, int fd, const void *buffer, size_t size)
{
  return write (fd, buffer, size);
}

static int
real_fsync (TonusIo *io, int fd)
{
  return fsync (fd);
}

static int
real_close (TonusIo *io, int fd)
{
  return close (fd);
}

static int
real_renameat2 (
    TonusIo *io, int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
  return renameat2 (from_dir, from, to_dir, to, flags);
}

static int
real_unlinkat (TonusIo *io, int dir, const char *name, int flags)
{
  return unlinkat (dir, name, flags);
}

static int
real_mkdirat (TonusIo *io, int dir, const char *name, mode_t mode)
{
  return mkdirat (dir, name, mode);
}

static int
real_fallocate (TonusIo *io, int fd, off_t size)
{
  return fallocate (fd, 0, 0, size);
}

static int
real_fstat (TonusIo *io, int fd, struct stat *out)
{
  return fstat (fd, out);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
real_readdir (TonusIo *io, int fd)
{
  int own = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  DIR *dir = own < 0 ? NULL : fdopendir (own);

  if (dir == NULL)
    {
      if (own >= 0)
        close (own);
      return NULL;
    }
  /* The duplicate shares its place with @fd, which may have been read before. */
  rewinddir (dir);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  int failure = 0;
  for (;;)
    {
      errno = 0;
      struct dirent *entry = readdir (dir);
      if (entry == NULL)
        {
          failure = errno;
          break;
        }
      if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
        g_ptr_array_add (names, g_strdup (entry->d_name));
    }
  closedir (dir);
  errno = failure;
  if (failure != 0)
    return NULL;
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

static ssize_t
real_getrandom (TonusIo *io, void *buffer, size_t size)
{
  return getrandom (buffer, size, 0);
}

static gint64
real_clock (TonusIo *io)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static int
real_fstatat (TonusIo *io, int dir, const char *name, struct stat *out)
{
  return fstatat (dir, name, out, AT_SYMLINK_NOFOLLOW);
}

static int
real_syncfs (TonusIo *io, int fd)
{
  return syncfs (fd);
}

TonusIo *
tonus_io_real (void)
{
  static TonusIo real = {
    .openat = real_openat,
    .read = real_read,
    .write = real_write,
    .fsync = real_fsync,
    .close = real_close,
    .renameat2 = real_renameat2,
    .unlinkat = real_unlinkat,
    .mkdirat = real_mkdirat,
    .fallocate = real_fallocate,
    .fstat = real_fstat,
    .readdir = real_readdir,
    .getrandom = real_getrandom,
    .clock = real_clock,
    .fstatat = real_fstatat,
    .syncfs = real_syncfs,
  };

  return &real;
}

static void
fill_randomly (TonusIo *io, guint8 *buffer, gsize size)
{
  gsize filled = 0;

  while (filled < size)
    {
      ssize_t n = io->getrandom (io, buffer + filled, size - filled);
      if (n < 0 && errno == EINTR)
        continue;
      /* An id that is not random may name a record that exists: better no program than that. */
      if (n <= 0)
        g_error ("the system gives no random numbers: %s", g_strerror (errno));
      filled += (gsize) n;
    }
}

char *
tonus_io_new_id (TonusIo *io)
{
  guint8 bytes[TONUS_ID_BYTES];

  fill_randomly (io, bytes, sizeof bytes);
  return tonus_id_from_bytes (bytes);
}

char *
tonus_io_new_row_id (TonusIo *io)
{
  guint8 bytes[TONUS_ROW_ID_BYTES];

  fill_randomly (io, bytes, sizeof bytes);
  return tonus_row_id_from_bytes (bytes);
}
