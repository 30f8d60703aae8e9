/* io-fault.c - a TonusIo that fails, or kills the process, at the Nth call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "io-fault.h"

#include <errno.h>
#include <unistd.h>

const Fault all_faults[] = {
  { "EIO", FAULT_ERROR, EIO },
  { "ENOSPC", FAULT_ERROR, ENOSPC },
  { "EDQUOT", FAULT_ERROR, EDQUOT },
  { "EACCES", FAULT_ERROR, EACCES },
  { "EROFS", FAULT_ERROR, EROFS },
  { "ESTALE", FAULT_ERROR, ESTALE },
  { "EMFILE", FAULT_ERROR, EMFILE },
  { "EINTR", FAULT_ERROR, EINTR },
  { "EINVAL", FAULT_ERROR, EINVAL },
  { "short", FAULT_SHORT, 0 },
  { "zero", FAULT_ZERO, 0 },
  { "kill before", FAULT_KILL_BEFORE, 0 },
  { "kill after", FAULT_KILL_AFTER, 0 },
  { NULL, FAULT_ERROR, 0 },
};

typedef struct
{
  TonusIo table;
  TonusIo *under;
  const Fault *fault;
  guint at;
  guint seen;
  gboolean has_fired;
} FaultIo;

/* Is this the call? Then dies, or sets errno, as told. */
static gboolean
is_hit (FaultIo *self)
{
  if (self->at == 0 || ++self->seen != self->at)
    return FALSE;
  self->has_fired = TRUE;
  if (self->fault->mode == FAULT_KILL_BEFORE)
    _exit (FAULT_EXIT_STATUS);
  errno = self->fault->error;
  return TRUE;
}

static void
end_call (FaultIo *self, gboolean hit)
{
  if (hit && self->fault->mode == FAULT_KILL_AFTER)
    {
      errno = 0;
      _exit (FAULT_EXIT_STATUS);
    }
}

/* Runs @call unless the fault says no; the value of the whole is what the caller sees. */
#define RUN(type, call)                                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    FaultIo *self = (FaultIo *) io;                                                                \
    gboolean hit = is_hit (self);                                                                  \
    if (hit && self->fault->mode == FAULT_ERROR)                                                   \
      return (type) -1;                                                                            \
    TonusIo *under = self->under;                                                                  \
    type result = call;                                                                            \
    end_call (self, hit);                                                                          \
    return result;                                                                                 \
  }                                                                                                \
  G_STMT_END

static int
fault_openat (TonusIo *io, int dir, const char *name, int flags, mode_t mode)
{
  RUN (int, under->openat (under, dir, name, flags, mode));
}

static ssize_t
fault_read (TonusIo *io, int fd, void *buffer, size_t size)
{
  FaultIo *self = (FaultIo *) io;
  gboolean hit = is_hit (self);

  if (hit && self->fault->mode == FAULT_ERROR)
    return -1;
  if (hit && self->fault->mode == FAULT_SHORT && size > 1)
    size /= 2;
  ssize_t n = self->under->read (self->under, fd, buffer, size);
  end_call (self, hit);
  return n;
}

static ssize_t
fault_write (TonusIo *io, int fd, const void *buffer, size_t size)
{
  FaultIo *self = (FaultIo *) io;
  gboolean hit = is_hit (self);

  if (hit && self->fault->mode == FAULT_ERROR)
    return -1;
  if (hit && self->fault->mode == FAULT_ZERO)
    return 0;
  /* A process killed while it writes has written a part. */
  if (hit && self->fault->mode != FAULT_ERROR && size > 1)
    size /= 2;
  ssize_t n = self->under->write (self->under, fd, buffer, size);
  end_call (self, hit);
  return n;
}

static int
fault_fsync (TonusIo *io, int fd)
{
  RUN (int, under->fsync (under, fd));
}

static int
fault_close (TonusIo *io, int fd)
{
  FaultIo *self = (FaultIo *) io;
  gboolean hit = is_hit (self);
  /* Linux closes the descriptor whatever it then says. */
  int result = self->under->close (self->under, fd);

  end_call (self, hit);
  if (!hit || self->fault->mode != FAULT_ERROR)
    return result;
  errno = self->fault->error;
  return -1;
}

static int
fault_renameat2 (
    TonusIo *io, int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
  RUN (int, under->renameat2 (under, from_dir, from, to_dir, to, flags));
}

static int
fault_unlinkat (TonusIo *io, int dir, const char *name, int flags)
{
  RUN (int, under->unlinkat (under, dir, name, flags));
}

static int
fault_mkdirat (TonusIo *io, int dir, const char *name, mode_t mode)
{
  RUN (int, under->mkdirat (under, dir, name, mode));
}

static int
fault_fallocate (TonusIo *io, int fd, off_t size)
{
  RUN (int, under->fallocate (under, fd, size));
}

static int
fault_fstat (TonusIo *io, int fd, struct stat *out)
{
  RUN (int, under->fstat (under, fd, out));
}

static GPtrArray *
fault_readdir (TonusIo *io, int fd)
{
  FaultIo *self = (FaultIo *) io;
  gboolean hit = is_hit (self);

  if (hit && self->fault->mode == FAULT_ERROR)
    return NULL;
  GPtrArray *names = self->under->readdir (self->under, fd);
  end_call (self, hit);
  return names;
}

static ssize_t
fault_getrandom (TonusIo *io, void *buffer, size_t size)
{
  FaultIo *self = (FaultIo *) io;
  gboolean hit = is_hit (self);

  /* Of its errors only an interruption can happen to a program that has started. */
  if (hit && self->fault->mode == FAULT_ERROR && self->fault->error == EINTR)
    return -1;
  if (hit && self->fault->mode == FAULT_SHORT && size > 1)
    size /= 2;
  ssize_t n = self->under->getrandom (self->under, buffer, size);
  end_call (self, hit);
  return n;
}

static gint64
fault_clock (TonusIo *io)
{
  FaultIo *self = (FaultIo *) io;

  return self->under->clock (self->under);
}

static int
fault_fstatat (TonusIo *io, int dir, const char *name, struct stat *out)
{
  RUN (int, under->fstatat (under, dir, name, out));
}

static int
fault_syncfs (TonusIo *io, int fd)
{
  RUN (int, under->syncfs (under, fd));
}

TonusIo *
io_fault_new (TonusIo *under)
{
  FaultIo *self = g_new0 (FaultIo, 1);

  self->under = under;
  self->table = (TonusIo){
    .openat = fault_openat,
    .read = fault_read,
    .write = fault_write,
    .fsync = fault_fsync,
    .close = fault_close,
    .renameat2 = fault_renameat2,
    .unlinkat = fault_unlinkat,
    .mkdirat = fault_mkdirat,
    .fallocate = fault_fallocate,
    .fstat = fault_fstat,
    .readdir = fault_readdir,
    .getrandom = fault_getrandom,
    .clock = fault_clock,
    .fstatat = fault_fstatat,
    .syncfs = fault_syncfs,
  };
  return &self->table;
}

void
io_fault_free (TonusIo *io)
{
  g_free (io);
}

void
io_fault_arm (TonusIo *io, const Fault *fault, guint at)
{
  FaultIo *self = (FaultIo *) io;

  self->fault = fault;
  self->at = at;
  self->seen = 0;
  self->has_fired = FALSE;
}

gboolean
io_fault_has_fired (TonusIo *io)
{
  return ((FaultIo *) io)->has_fired;
}
