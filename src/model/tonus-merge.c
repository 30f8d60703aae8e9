/* tonus-merge.c - two revisions of one record and what they have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values, unread text and foreign keys are merged alike, each as a table of texts by name.
 */
#include "config.h"

#include "tonus-merge.h"
#include "tonus-record-private.h"

#include <string.h>

static void
free_conflict (gpointer data)
{
  TonusConflict *conflict = data;

  g_free (conflict->path);
  g_free (conflict->base);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict);
}

static void
add_conflict (
    GPtrArray *conflicts, const char *path, const char *base, const char *ours, const char *theirs)
{
  TonusConflict *conflict = g_new0 (TonusConflict, 1);

  conflict->path = g_strdup (path);
  conflict->base = g_strdup (base);
  conflict->ours = g_strdup (ours);
  conflict->theirs = g_strdup (theirs);
  g_ptr_array_add (conflicts, conflict);
}

typedef enum
{
  KEEP_OURS,
  TAKE_THEIRS,
  CONFLICT
} Verdict;

static Verdict
decide (gboolean has_base, const char *base, const char *ours, const char *theirs)
{
  if (g_strcmp0 (ours, theirs) == 0)
    return KEEP_OURS;
  if (!has_base)
    return CONFLICT;
  if (g_strcmp0 (base, theirs) == 0)
    return KEEP_OURS;
  return g_strcmp0 (base, ours) == 0 ? TAKE_THEIRS : CONFLICT;
}

/* The row that a path belongs to: all in front of its last slash. */
static gsize
row_length (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash == NULL ? strlen (path) : (gsize) (slash - path);
}

static gboolean
is_same_row (const char *a, const char *b)
{
  gsize length = row_length (a);

  return length == row_length (b) && memcmp (a, b, length) == 0;
}

static void
add_conflicts (GPtrArray *conflicts, TonusRecord *base, const TonusChangeset *changes)
{
  for (guint i = 0; i < tonus_changeset_get_size (changes); i++)
    {
      const TonusChange *change = tonus_changeset_get (changes, i);

      add_conflict (conflicts, change->path,
                    base == NULL ? NULL : tonus_record_get (base, change->path), change->old_text,
                    change->new_text);
    }
}

/* Two changes may each be good and not together: a measure changed here, its score there.  Then the
 * row is for a person to settle. */
static void
apply_by_row (TonusRecord *merged,
              TonusRecord *base,
              const TonusChangeset *taken,
              GPtrArray *conflicts)
{
  guint size = tonus_changeset_get_size (taken);

  for (guint i = 0; i < size;)
    {
      g_autoptr (TonusChangeset) row = tonus_changeset_new ();
      const char *first = tonus_changeset_get (taken, i)->path;

      for (; i < size && is_same_row (tonus_changeset_get (taken, i)->path, first); i++)
        {
          const TonusChange *change = tonus_changeset_get (taken, i);

          tonus_changeset_add (row, change->object, change->path, change->old_text,
                               change->new_text);
        }
      if (!tonus_record_apply (merged, row, NULL))
        add_conflicts (conflicts, base, row);
    }
}

static void
merge_values (TonusRecord *merged, TonusRecord *base, TonusRecord *theirs, GPtrArray *conflicts)
{
  g_autoptr (TonusChangeset) differing = tonus_record_diff (merged, theirs);
  g_autoptr (TonusChangeset) taken = tonus_changeset_new ();

  for (guint i = 0; i < tonus_changeset_get_size (differing); i++)
    {
      const TonusChange *change = tonus_changeset_get (differing, i);
      const char *before = base == NULL ? NULL : tonus_record_get (base, change->path);

      switch (decide (base != NULL, before, change->old_text, change->new_text))
        {
        case KEEP_OURS:
          break;
        case TAKE_THEIRS:
          tonus_changeset_add (taken, change->object, change->path, change->old_text,
                               change->new_text);
          break;
        case CONFLICT:
          add_conflict (conflicts, change->path, before, change->old_text, change->new_text);
          break;
        }
    }
  apply_by_row (merged, base, taken, conflicts);
}

static void
merge_unread_path (TonusRecord *merged,
                   TonusRecord *base,
                   TonusRecord *ours,
                   TonusRecord *theirs,
                   const char *path,
                   GPtrArray *conflicts)
{
  const char *before = base == NULL ? NULL : g_hash_table_lookup (base->unread, path);
  const char *mine = g_hash_table_lookup (ours->unread, path);
  const char *other = g_hash_table_lookup (theirs->unread, path);
  g_autofree char *name = g_strconcat (TONUS_GROUP_UNREAD "/", path, NULL);
  const char *result = mine;

  switch (decide (base != NULL, before, mine, other))
    {
    case KEEP_OURS:
      break;
    case TAKE_THEIRS:
      result = other;
      break;
    case CONFLICT:
      add_conflict (conflicts, name, before, mine, other);
      break;
    }
  tonus_record_forget_unread (merged, path);
  if (result != NULL)
    tonus_record_keep_unread (merged, path, result);
}

/* A value taken over drives out unread text of the same path; here the three sides decide anew. */
static void
merge_unread (TonusRecord *merged,
              TonusRecord *base,
              TonusRecord *ours,
              TonusRecord *theirs,
              GPtrArray *conflicts)
{
  for (guint i = 0; i < ours->unread_order->len; i++)
    merge_unread_path (merged, base, ours, theirs, ours->unread_order->pdata[i], conflicts);
  for (guint i = 0; i < theirs->unread_order->len; i++)
    if (!g_hash_table_contains (ours->unread, theirs->unread_order->pdata[i]))
      merge_unread_path (merged, base, ours, theirs, theirs->unread_order->pdata[i], conflicts);
}

/* Keys of @from that differ in @merged, or that only @from has. */
static void
merge_foreign_of (TonusRecord *merged,
                  TonusRecord *base,
                  TonusRecord *theirs,
                  const TonusForeignGroup *group,
                  GPtrArray *conflicts)
{
  for (guint i = 0; i < group->keys->len; i++)
    {
      const char *key = ((const TonusForeignKey *) group->keys->pdata[i])->key;
      const char *before = base == NULL ? NULL : tonus_record_get_foreign (base, group->name, key);
      const char *ours = tonus_record_get_foreign (merged, group->name, key);
      const char *other = tonus_record_get_foreign (theirs, group->name, key);
      g_autofree char *name = g_strconcat (group->name, "/", key, NULL);

      switch (decide (base != NULL, before, ours, other))
        {
        case KEEP_OURS:
          break;
        case TAKE_THEIRS:
          tonus_record_set_foreign (merged, group->name, key, other);
          break;
        case CONFLICT:
          add_conflict (conflicts, name, before, ours, other);
          break;
        }
    }
}

static void
merge_foreign (TonusRecord *merged,
               TonusRecord *base,
               TonusRecord *ours,
               TonusRecord *theirs,
               GPtrArray *conflicts)
{
  for (guint i = 0; i < ours->foreign->len; i++)
    merge_foreign_of (merged, base, theirs, ours->foreign->pdata[i], conflicts);
  for (guint i = 0; i < theirs->foreign->len; i++)
    {
      const TonusForeignGroup *group = theirs->foreign->pdata[i];
      g_autoptr (GPtrArray) keys = g_ptr_array_new ();
      TonusForeignGroup only_theirs = { group->name, keys };

      for (guint j = 0; j < group->keys->len; j++)
        {
          TonusForeignKey *key = group->keys->pdata[j];

          if (tonus_record_get_foreign (ours, group->name, key->key) == NULL)
            g_ptr_array_add (keys, key);
        }
      merge_foreign_of (merged, base, theirs, &only_theirs, conflicts);
    }
}

TonusRecord *
tonus_merge (TonusRecord *base, TonusRecord *ours, TonusRecord *theirs, GPtrArray **conflicts)
{
  g_return_val_if_fail (base == NULL || TONUS_IS_RECORD (base), NULL);
  g_return_val_if_fail (TONUS_IS_RECORD (ours) && TONUS_IS_RECORD (theirs), NULL);

  g_autoptr (TonusRecord) ancestor =
      base == NULL ? NULL : tonus_record_in_schema (base, ours->schema);
  g_autoptr (TonusRecord) other = tonus_record_in_schema (theirs, ours->schema);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_conflict);
  TonusRecord *merged = tonus_record_copy (ours);

  merge_values (merged, ancestor, other, found);
  merge_unread (merged, ancestor, ours, other, found);
  merge_foreign (merged, ancestor, ours, other, found);
  if (conflicts != NULL)
    *conflicts = g_steal_pointer (&found);
  return merged;
}
