/* tonus-practice-watch.c - what a watch and the practice tell each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The practice knows the names it wrote, so that the watch can tell its own files from others'.
 * The watch vouches for folders: as long as it does, what was listed there is what is there.
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <string.h>

void
tonus_practice_begin_watch (TonusPractice *self)
{
  g_return_if_fail (self->written == NULL);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->watched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
tonus_practice_end_watch (TonusPractice *self)
{
  g_clear_pointer (&self->written, g_hash_table_unref);
  g_clear_pointer (&self->watched, g_hash_table_unref);
}

void
tonus_practice_note_written (TonusPractice *self, const char *file, const char *patient)
{
  if (self->written == NULL)
    return;
  g_hash_table_add (self->written, g_strdup (file));
  if (patient != NULL)
    g_hash_table_add (self->written, g_strdup (patient));
}

gboolean
tonus_practice_has_written (TonusPractice *self, const char *name)
{
  /* The file appears a moment before the saving thread says so. */
  return g_hash_table_contains (self->written, name) || tonus_practice_is_writing (self, name);
}

void
tonus_practice_forget_written (TonusPractice *self, const char *name)
{
  g_hash_table_remove (self->written, name);
}

void
tonus_practice_set_watched (TonusPractice *self, const char *patient, gboolean is_watched)
{
  if (is_watched)
    g_hash_table_add (self->watched, g_strdup (patient));
  else
    g_hash_table_remove (self->watched, patient);
}

void
tonus_practice_forget_watched (TonusPractice *self)
{
  g_hash_table_remove_all (self->watched);
}

gboolean
tonus_practice_is_watched (TonusPractice *self, const char *patient)
{
  return self->watched != NULL && patient != NULL && g_hash_table_contains (self->watched, patient);
}
