/* tonus-index-row.c - a row of the index: its memory, its place in the order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-index-private.h"

#include <string.h>

const char **
tonus_index_row_text (TonusIndexRow *self, guint nth)
{
  TonusIndexEntry *entry = &self->entry;
  const char **texts[TONUS_INDEX_N_TEXTS] = {
    &entry->id,     &entry->given,      &entry->family,     &entry->born, &entry->phone,
    &entry->folded, &entry->last_visit, &entry->next_visit, &self->sort
  };

  return texts[nth];
}

TonusIndexRow *
tonus_index_row_new (const char *const texts[TONUS_INDEX_N_TEXTS])
{
  TonusIndexBlock *block = g_new (TonusIndexBlock, 1);
  gsize size = 0;

  for (guint i = 0; i < TONUS_INDEX_N_TEXTS; i++)
    size += strlen (texts[i]) + 1;
  g_atomic_ref_count_init (&block->references);
  block->rows = g_new0 (TonusIndexRow, 1);
  block->rows->block = block;
  char *at = block->texts = g_malloc (size);
  for (guint i = 0; i < TONUS_INDEX_N_TEXTS; i++)
    {
      *tonus_index_row_text (block->rows, i) = at;
      at = g_stpcpy (at, texts[i]) + 1;
    }
  return block->rows;
}

void
tonus_index_row_free (gpointer data)
{
  TonusIndexBlock *block = ((TonusIndexRow *) data)->block;

  if (!g_atomic_ref_count_dec (&block->references))
    return;
  g_free (block->rows);
  g_free (block->texts);
  g_free (block);
}

gboolean
tonus_index_row_is_same (const TonusIndexRow *a, const TonusIndexRow *b)
{
  const TonusIndexEntry *x = &a->entry, *y = &b->entry;

  for (guint i = 0; i < TONUS_INDEX_N_TEXTS; i++)
    if (strcmp (*tonus_index_row_text ((TonusIndexRow *) a, i),
                *tonus_index_row_text ((TonusIndexRow *) b, i)) != 0)
      return FALSE;
  return a->is_shown == b->is_shown && x->episodes == y->episodes &&
         x->unsigned_visits == y->unsigned_visits && x->newest_unsigned == y->newest_unsigned &&
         x->report_days == y->report_days && x->certified_to == y->certified_to &&
         x->has_alerts == y->has_alerts && x->is_damaged == y->is_damaged;
}

int
tonus_index_row_compare (gconstpointer a, gconstpointer b)
{
  const TonusIndexRow *x = *(TonusIndexRow *const *) a;
  const TonusIndexRow *y = *(TonusIndexRow *const *) b;

  return strcmp (x->sort, y->sort);
}
