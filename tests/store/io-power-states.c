/* io-power-states.c - what may be found after a power cut
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "io-power-private.h"

#include <string.h>

#include <glib.h>

#define N_CUTS 8
/* More states than this at one moment: as many of them as this, by chance. */
#define STATES_MAX 10000

/* Which of all the disks: each asks for one of @n, in the order of the files and folders. */
typedef struct
{
  guint64 rest;
  GRand *chance; /* (nullable): not by number but at random */
} Chooser;

static guint
choose (Chooser *self, guint n)
{
  if (self->chance != NULL)
    return (guint) g_rand_int_range (self->chance, 0, (gint32) n);
  guint choice = (guint) (self->rest % n);
  self->rest /= n;
  return choice;
}

/* In the long form a file may end after each of its bytes. */
static guint
count_cuts (const PowerInode *inode)
{
  guint inner = inode->seen->len > 0 ? inode->seen->len - 1 : 0;

  return g_test_slow () ? inner : N_CUTS;
}

static guint
count_choices (const PowerInode *inode)
{
  return inode->is_dirty ? 4 + 2 * count_cuts (inode) : 1;
}

static void
fill_with_nuls (GByteArray *content, guint from, guint length)
{
  g_byte_array_set_size (content, length);
  if (length > from)
    memset (content->data + from, 0, length - from);
}

/* The first (@nth + 1) of @n_cuts + 1 parts; the rest is missing, or NULs where the size was known
 * already. */
static void
cut_content (GByteArray *content, guint nth, guint n_cuts, gboolean keeps_size)
{
  guint length = content->len;
  guint cut = (guint) ((guint64) length * (nth + 1) / (n_cuts + 1));

  g_byte_array_set_size (content, cut);
  if (keeps_size)
    fill_with_nuls (content, cut, length);
}

static void
choose_content (const PowerInode *inode, guint choice, GByteArray *out)
{
  guint n_cuts = count_cuts (inode);

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
      fill_with_nuls (out, 0, inode->seen->len);
      break;
    default:
      power_copy_bytes (out, inode->seen);
      cut_content (out, (choice - 4) % n_cuts, n_cuts, choice >= 4 + n_cuts);
      break;
    }
}

/* The disk found when the choices, one per dirty file and one per pending change, are @chooser's.
 */
static TonusIo *
build_state (PowerIo *self, Chooser *chooser)
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
      choose_content (inode, choose (chooser, count_choices (inode)), copy->seen);
      power_copy_entries (copy->entries, inode->synced_entries);
      for (guint j = 0; j < inode->changes->len; j++)
        if (choose (chooser, 2) == 1)
          power_apply_change (copy->entries, inode->changes->pdata[j]);
      power_sync_inode (copy);
    }
  return io;
}

/* Not above STATES_MAX + 1, which means: too many to count. */
static guint
count_states (PowerIo *self)
{
  guint64 count = 1;

  for (guint i = 0; i < self->inodes->len; i++)
    {
      const PowerInode *inode = power_get_inode (self, i);
      count = MIN (count * count_choices (inode), STATES_MAX + 1);
      for (guint j = 0; j < inode->changes->len; j++)
        count = MIN (count * 2, STATES_MAX + 1);
    }
  return (guint) count;
}

guint
io_power_visit (TonusIo *io, PowerVisitor visitor, gpointer data)
{
  PowerIo *self = (PowerIo *) io;
  guint all = count_states (self);
  guint count = MIN (all, STATES_MAX);
  g_autoptr (GRand) chance = all > count ? g_rand_new_with_seed (self->n_states) : NULL;

  for (guint number = 0; number < count; number++)
    {
      Chooser chooser = { number, chance };
      TonusIo *after = build_state (self, &chooser);
      visitor (after, data);
      io_power_free (after);
    }
  return count;
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
