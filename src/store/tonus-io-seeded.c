/* tonus-io-seeded.c - the real disk with a repeatable clock and repeatable ids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-io-seeded.h"

typedef struct
{
  TonusIo table; /* first: a TonusIo is one of these */
  guint64 state;
  gint64 now;
} SeededIo;

/* SplitMix64 (Steele, Lea, Flood 2014): every seed gives a full-period sequence. */
static guint64
draw (SeededIo *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static ssize_t
seeded_getrandom (TonusIo *io, void *buffer, size_t size)
{
  SeededIo *self = (SeededIo *) io;
  guint8 *bytes = buffer;
  guint64 word = 0;

  /* Byte by byte out of the word, so that the result does not depend on the machine's byte order.
   */
  for (size_t i = 0; i < size; i++)
    {
      if (i % 8 == 0)
        word = draw (self);
      bytes[i] = (guint8) (word >> (8 * (i % 8)));
    }
  return (ssize_t) size;
}

static gint64
seeded_clock (TonusIo *io)
{
  SeededIo *self = (SeededIo *) io;

  return self->now++;
}

TonusIo *
tonus_io_seeded (guint64 seed, gint64 start)
{
  SeededIo *self = g_new (SeededIo, 1);

  self->table = *tonus_io_real ();
  self->table.getrandom = seeded_getrandom;
  self->table.clock = seeded_clock;
  self->state = seed;
  self->now = start;
  return &self->table;
}

void
tonus_io_seeded_free (TonusIo *io)
{
  g_free (io);
}

void
tonus_io_seeded_set_clock (TonusIo *io, gint64 now)
{
  SeededIo *self = (SeededIo *) io;

  g_assert (io->clock == seeded_clock);
  self->now = now;
}

guint64
tonus_io_seeded_next (TonusIo *io, guint64 below)
{
  g_assert (io->getrandom == seeded_getrandom && below > 0);
  return draw ((SeededIo *) io) % below;
}
