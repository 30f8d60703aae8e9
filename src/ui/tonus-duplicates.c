/* tonus-duplicates.c - patients who may be the one that is being entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-date.h"
#include "tonus-duplicates.h"
#include "tonus-text.h"

struct _TonusDuplicates
{
  GPtrArray *entries;
  GPtrArray *names; /* (element-type utf8) folded, one an entry */
};

static char *
fold_name (const char *given, const char *family)
{
  g_autofree char *name = g_strdup_printf ("%s %s", given, family);

  return tonus_text_fold (name);
}

TonusDuplicates *
tonus_duplicates_new (GPtrArray *entries)
{
  TonusDuplicates *self = g_new0 (TonusDuplicates, 1);

  self->entries = g_ptr_array_ref (entries);
  self->names = g_ptr_array_new_full (entries->len, g_free);
  /* Once, not at every key: folding ten thousand names takes longer than a key may. */
  for (guint i = 0; i < entries->len; i++)
    {
      const TonusIndexEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (self->names, fold_name (entry->given, entry->family));
    }
  return self;
}

void
tonus_duplicates_free (TonusDuplicates *self)
{
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static void
take_alike (TonusDuplicates *self,
            const char *name,
            const char *born,
            const char *own,
            TonusAlikeness wanted,
            guint most,
            GArray *found)
{
  for (guint i = 0; i < self->entries->len && found->len < most; i++)
    {
      TonusDuplicate duplicate = { g_ptr_array_index (self->entries, i), wanted };
      gboolean is_name = name && g_str_equal (name, g_ptr_array_index (self->names, i));
      gboolean is_born = born && g_str_equal (born, duplicate.entry->born);

      if (g_str_equal (duplicate.entry->id, own))
        continue;
      if ((wanted == TONUS_ALIKE_BOTH && is_name && is_born) ||
          (wanted == TONUS_ALIKE_NAME && is_name && !is_born) ||
          (wanted == TONUS_ALIKE_BORN && !is_name && is_born))
        g_array_append_val (found, duplicate);
    }
}

GArray *
tonus_duplicates_find (TonusDuplicates *self,
                       const TonusPatient *patient,
                       const char *own,
                       guint most)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TonusDuplicate));
  g_autofree char *name =
      patient->given && patient->family ? fold_name (patient->given, patient->family) : NULL;
  g_autofree char *born = patient->born ? tonus_date_format (patient->born) : NULL;

  for (int wanted = TONUS_ALIKE_BOTH; wanted <= TONUS_ALIKE_BORN; wanted++)
    take_alike (self, name, born, own, (TonusAlikeness) wanted, most, found);
  return found;
}
