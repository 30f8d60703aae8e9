/* tonus-ladder.c - easier and harder exercises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-ladder.h"

/* The rung named by @entry, retired or not.  (nullable) */
static const TonusEntry *
find_below (const TonusCatalogue *exercises, const TonusEntry *entry)
{
  return tonus_catalogue_lookup (exercises, tonus_entry_get (entry, "ladder"));
}

const TonusEntry *
tonus_ladder_get_easier (const TonusCatalogue *exercises, const char *id)
{
  const TonusEntry *start = tonus_catalogue_lookup (exercises, id);
  const TonusEntry *below = start != NULL ? find_below (exercises, start) : NULL;

  /* No ladder is longer than the catalogue, unless it is a circle. */
  for (guint n = tonus_catalogue_get_entries (exercises)->len; below != NULL && n > 0; n--)
    {
      if (below == start)
        return NULL;
      if (!below->is_retired)
        return below;
      below = find_below (exercises, below);
    }
  return NULL;
}

static int
compare_rungs (gconstpointer a, gconstpointer b)
{
  const TonusEntry *first = *(const TonusEntry *const *) a;
  const TonusEntry *second = *(const TonusEntry *const *) b;
  double first_level = tonus_entry_get_number (first, "level", 0);
  double second_level = tonus_entry_get_number (second, "level", 0);

  if (first_level != second_level)
    return first_level < second_level ? -1 : 1;
  return first->index < second->index ? -1 : 1;
}

GPtrArray *
tonus_ladder_get_harder (const TonusCatalogue *exercises, const char *id)
{
  GPtrArray *harder = g_ptr_array_new ();
  const TonusEntry *start = tonus_catalogue_lookup (exercises, id);
  GPtrArray *entries = tonus_catalogue_get_entries (exercises);

  for (guint i = 0; start != NULL && i < entries->len; i++)
    {
      TonusEntry *entry = g_ptr_array_index (entries, i);

      if (!entry->is_retired && entry != start &&
          tonus_ladder_get_easier (exercises, entry->id) == start)
        g_ptr_array_add (harder, entry);
    }
  g_ptr_array_sort (harder, compare_rungs);
  return harder;
}

gboolean
tonus_ladder_leads (const TonusCatalogue *exercises, const char *from, const char *to)
{
  const TonusEntry *start = tonus_catalogue_lookup (exercises, from);
  const TonusEntry *at = tonus_catalogue_lookup (exercises, to);
  guint n = tonus_catalogue_get_entries (exercises)->len;

  while (start != NULL && at != NULL && n-- > 0)
    {
      at = find_below (exercises, at);
      if (at == start)
        return TRUE;
    }
  return FALSE;
}
