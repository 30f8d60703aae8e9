/* io-power-states.c - what may be found after a power cut
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "io-power-private.h"

#include <string.h>

#define N_CUTS 8
#define N_CONTENT_CHOICES (4 + 2 * N_CUTS)

/* The first (@nth + 1) of N_CUTS + 1 parts; the rest is missing, or NULs where the size was known
 * already. */
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
choose_content (const PowerInode *inode, guint choice, GByteArray *out)
{
  guint length = inode->seen->len;

  switch (choice)
    {
    case 0:
      power_copy_bytes (out, inode->synced);
      break;
    case 1:
      power_copy_bytes (out, inode->seen);
      break;
    case 2:
      g_byte_array_set_size (out, 0);
      break;
    case 3:
      g_byte_array_set_size (out, length);
      memset (out->data, 0, length);
      break;
    default:
      power_copy_bytes (out, inode->seen);
      cut_content (out, (choice - 4) % N_CUTS, choice >= 4 + N_CUTS);
      break;
    }
}

/* The disk found when the choices, one digit per dirty file and one bit per pending change, are
 * @state. */
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
      const PowerInode *inode = power_get_inode (self, i);
      PowerInode *copy = power_get_inode (after, power_add_inode (after, inode->is_folder));
      guint choice = 0;
      if (inode->is_dirty)
        {
          choice = (guint) (state % N_CONTENT_CHOICES);
          state /= N_CONTENT_CHOICES;
        }
      choose_content (inode, choice, copy->seen);
      power_copy_entries (copy->entries, inode->synced_entries);
      for (guint j = 0; j < inode->changes->len; j++)
        {
          if (state % 2 == 1)
            power_apply_change (copy->entries, inode->changes->pdata[j]);
          state /= 2;
        }
      power_sync_inode (copy);
    }
  return io;
}

static guint64
count_states (PowerIo *self)
{
  guint64 count = 1;

  for (guint i = 0; i < self->inodes->len; i++)
    {
      const PowerInode *inode = power_get_inode (self, i);
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
