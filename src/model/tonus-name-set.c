/* tonus-name-set.c - a set of names lying in a text, to notice the second of two
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-name-set.h"

#include <string.h>

typedef struct
{
  const char *name;
  guint32 length;
  guint32 hash;
  guint32 round; /* in use if it is the set's */
} Slot;

struct _TonusNameSet
{
  Slot *slots; /* a power of two of them, at most half in use */
  guint n_slots;
  guint n_names;
  guint32 round;
};

#define FIRST_SLOTS 64

TonusNameSet *
tonus_name_set_new (void)
{
  TonusNameSet *self = g_new0 (TonusNameSet, 1);

  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (Slot, self->n_slots);
  self->round = 1;
  return self;
}

void
tonus_name_set_free (TonusNameSet *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self);
}

void
tonus_name_set_empty (TonusNameSet *self)
{
  self->n_names = 0;
  self->round++; /* at most once for each of 4,098 groups: cannot wrap */
}

/* FNV-1a: short names, and the limits of a record bound what a bad guest could make of collisions.
 */
static guint32
hash_name (const char *name, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) name[i]) * 16777619u;
  return hash;
}

/* The slot that holds the name, or the free one where it belongs. */
static Slot *
find_slot (TonusNameSet *self, const char *name, gsize length, guint32 hash)
{
  guint at = hash & (self->n_slots - 1);

  for (;;)
    {
      Slot *slot = &self->slots[at];

      if (slot->round != self->round)
        return slot;
      if (slot->hash == hash && slot->length == length && memcmp (slot->name, name, length) == 0)
        return slot;
      at = (at + 1) & (self->n_slots - 1);
    }
}

static void
grow (TonusNameSet *self)
{
  g_autofree Slot *old = g_steal_pointer (&self->slots);
  guint n_old = self->n_slots;

  self->n_slots = 2 * n_old;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].round == self->round)
      *find_slot (self, old[i].name, old[i].length, old[i].hash) = old[i];
}

gboolean
tonus_name_set_add (TonusNameSet *self, const char *name, gsize length)
{
  guint32 hash = hash_name (name, length);
  Slot *slot = find_slot (self, name, length, hash);

  if (slot->round == self->round)
    return FALSE;
  *slot = (Slot){ name, (guint32) length, hash, self->round };
  if (++self->n_names * 2 > self->n_slots)
    grow (self);
  return TRUE;
}
