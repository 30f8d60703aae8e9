/* tonus-io.h - every system call that storage makes, in one table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store calls the disk, the clock and the random source only through a TonusIo, so that tests
 * can make any one call fail, kill the process there, or model a power cut.  Each entry behaves as
 * the call it is named after: -1 and errno on failure.  The real one is stateless and shared by
 * threads.
 */
#pragma once

#include <glib.h>
#include <sys/stat.h>
#include <sys/types.h>

G_BEGIN_DECLS

typedef struct _TonusIo TonusIo;

struct _TonusIo
{
  int (*openat) (TonusIo *io, int dir, const char *name, int flags, mode_t mode);
  ssize_t (*read) (TonusIo *io, int fd, void *buffer, size_t size);
  ssize_t (*write) (TonusIo *io, int fd, const void *buffer, size_t size);
  int (*fsync) (TonusIo *io, int fd);
  int (*close) (TonusIo *io, int fd);
  int (*renameat2) (
      TonusIo *io, int from_dir, const char *from, int to_dir, const char *to, unsigned flags);
  int (*unlinkat) (TonusIo *io, int dir, const char *name, int flags);
  int (*mkdirat) (TonusIo *io, int dir, const char *name, mode_t mode);
  int (*fallocate) (TonusIo *io, int fd, off_t size);
  int (*fstat) (TonusIo *io, int fd, struct stat *out);
  /* Names in the folder open at @fd, without "." and "..", sorted; NULL and errno on failure. */
  GPtrArray *(*readdir) (TonusIo *io, int fd);
  ssize_t (*getrandom) (TonusIo *io, void *buffer, size_t size);
  gint64 (*clock) (TonusIo *io); /* seconds since 1970 */
  /* Never follows a last link (AT_SYMLINK_NOFOLLOW is always in force). */
  int (*fstatat) (TonusIo *io, int dir, const char *name, struct stat *out);
  /* Everything written to the file system that holds @fd, at once: for bulk work. */
  int (*syncfs) (TonusIo *io, int fd);
};

/* The operating system itself. */
TonusIo *tonus_io_real (void);

/* Ids from the io's random source; they abort only if the system has no randomness.  (transfer
 * full) */
char *tonus_io_new_id (TonusIo *io);
char *tonus_io_new_row_id (TonusIo *io);

G_END_DECLS
