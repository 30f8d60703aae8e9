/* tonus-index-scan.c - one line of the patient list from the patient's own files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-index-private.h"

#include <string.h>

#include "tonus-text.h"

typedef struct
{
  TonusPractice *practice;
  TonusShelf *shelf;
  TonusIndexEntry *entry;
  GHashTable *voided; /* object ids */
  char *last_start;
} Scan;

void
tonus_index_row_free (gpointer data)
{
  TonusIndexRow *self = data;

  if (self == NULL)
    return;
  g_free (self->entry.id);
  g_free (self->entry.given);
  g_free (self->entry.family);
  g_free (self->entry.born);
  g_free (self->entry.phone);
  g_free (self->entry.folded);
  g_free (self->entry.last_visit);
  g_free (self->entry.next_visit);
  g_free (self->sort);
  g_free (self);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const TonusRevisionName *x = *(TonusRevisionName *const *) a;
  const TonusRevisionName *y = *(TonusRevisionName *const *) b;

  return x->number < y->number ? -1 : x->number > y->number;
}

/* If the names count 1, 2, 3 … without gap or twin, the last file is the head unless what it says
 * of its parent disagrees: then, and in every other case, all files are read.  (nullable) */
static TonusRecord *
load_last_of_chain (Scan *self, GPtrArray *names)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (sorted, names->pdata[i]);
  g_ptr_array_sort (sorted, compare_numbers);
  for (guint i = 0; i < sorted->len; i++)
    if (((TonusRevisionName *) sorted->pdata[i])->number != i + 1)
      return NULL;
  g_autoptr (TonusRecord) last = tonus_practice_load_revision (
      self->practice, self->shelf, sorted->pdata[sorted->len - 1], NULL);
  GStrv parents = last != NULL ? tonus_record_get_header (last)->parents : NULL;
  const char *parent = parents != NULL ? parents[0] : NULL;
  const char *before =
      sorted->len > 1 ? ((TonusRevisionName *) sorted->pdata[sorted->len - 2])->hash : NULL;
  if (last == NULL || g_strcmp0 (parent, before) != 0 || (parent != NULL && parents[1] != NULL))
    return NULL;
  return g_steal_pointer (&last);
}

/* The first head of @object; notes damage. */
static TonusRecord *
load_head (Scan *self, const char *object)
{
  TonusRecord *record = load_last_of_chain (self, tonus_shelf_get_names (self->shelf, object));

  if (record != NULL)
    return record;
  g_autoptr (GPtrArray) damaged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) valid =
      tonus_practice_collect_valid (self->practice, self->shelf, object, damaged);
  g_autoptr (GPtrArray) heads = tonus_facts_find_heads (valid);
  self->entry->is_damaged = self->entry->is_damaged || damaged->len > 0;
  if (heads->len == 0)
    return NULL;
  const TonusFacts *head = heads->pdata[0];
  return tonus_practice_load_revision (self->practice, self->shelf, head->name, NULL);
}

static void
take_text (char **to, TonusRecord *record, const char *path)
{
  const char *text = tonus_record_get (record, path);

  if (text == NULL || tonus_value_is_not_tested (text))
    return;
  g_free (*to);
  *to = tonus_value_to_words (text);
}

static void
take_patient (Scan *self, TonusRecord *patient)
{
  take_text (&self->entry->given, patient, "patient/given");
  take_text (&self->entry->family, patient, "patient/family");
  take_text (&self->entry->born, patient, "patient/born");
  take_text (&self->entry->phone, patient, "contact/phone");
}

static void
take_visit (Scan *self, TonusRecord *visit)
{
  const char *date = tonus_record_get (visit, "visit/date");
  const char *start = tonus_record_get (visit, "visit/start");

  if (!tonus_record_is_signed (visit))
    self->entry->unsigned_visits++;
  if (date == NULL || tonus_value_is_not_tested (date))
    return;
  int order = strcmp (date, self->entry->last_visit);
  if (order < 0 || (order == 0 && g_strcmp0 (start, self->last_start) < 0))
    return;
  g_free (self->last_start);
  self->last_start = g_strdup (start);
  g_free (self->entry->last_visit);
  self->entry->last_visit = g_strdup (date);
  g_free (self->entry->next_visit);
  self->entry->next_visit = g_strdup ("");
  take_text (&self->entry->next_visit, visit, "visit/next");
}

static void
collect_voided (Scan *self)
{
  for (guint i = 0; i < self->shelf->ids->len; i++)
    {
      if (!tonus_shelf_has_object (self->shelf, self->shelf->ids->pdata[i], "void"))
        continue;
      g_autoptr (TonusRecord) record = load_head (self, self->shelf->ids->pdata[i]);
      const char *target = record != NULL ? tonus_record_get (record, "void/target") : NULL;
      if (target != NULL)
        g_hash_table_add (self->voided, g_strndup (target, strcspn (target, "#")));
    }
}

static void
take_object (Scan *self, const char *id)
{
  g_autoptr (TonusRecord) record = load_head (self, id);
  const char *kind = record != NULL ? tonus_record_get_kind (record) : "";

  if (g_hash_table_contains (self->voided, id))
    return;
  if (strcmp (kind, "patient") == 0)
    take_patient (self, record);
  else if (strcmp (kind, "episode") == 0)
    self->entry->episodes++;
  else if (strcmp (kind, "visit") == 0)
    take_visit (self, record);
}

/* Only these say something that the list shows; the others are read when they are opened. */
static gboolean
matters (TonusShelf *shelf, const char *id)
{
  return tonus_shelf_has_object (shelf, id, "patient") ||
         tonus_shelf_has_object (shelf, id, "episode") ||
         tonus_shelf_has_object (shelf, id, "visit");
}

static void
fold (TonusIndexRow *row)
{
  TonusIndexEntry *entry = &row->entry;
  g_autofree char *words =
      g_strjoin (" ", entry->given, entry->family, entry->born, entry->phone, entry->id, NULL);
  g_autofree char *order = g_strjoin ("\x1f", entry->family, entry->given, entry->id, NULL);

  entry->folded = tonus_text_fold (words);
  row->sort = tonus_text_fold (order);
}

TonusIndexRow *
tonus_index_scan (TonusPractice *practice, const char *patient)
{
  TonusIndexRow *row = g_new0 (TonusIndexRow, 1);
  TonusIndexEntry *entry = &row->entry;

  entry->id = g_strdup (patient);
  entry->given = g_strdup ("");
  entry->family = g_strdup ("");
  entry->born = g_strdup ("");
  entry->phone = g_strdup ("");
  entry->last_visit = g_strdup ("");
  entry->next_visit = g_strdup ("");
  tonus_practice_forget_shelf (practice, patient);
  TonusShelf *shelf = tonus_practice_get_shelf (practice, patient, NULL);
  entry->is_damaged = shelf == NULL;
  row->is_shown = shelf == NULL || shelf->ids->len > 0;
  if (shelf != NULL)
    {
      Scan scan = { practice, shelf, entry, NULL, NULL };
      scan.voided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      collect_voided (&scan);
      for (guint i = 0; i < shelf->ids->len; i++)
        if (matters (shelf, shelf->ids->pdata[i]))
          take_object (&scan, shelf->ids->pdata[i]);
      if (!tonus_shelf_has_object (shelf, patient, "patient"))
        entry->is_damaged = TRUE;
      if (g_hash_table_contains (scan.voided, patient))
        row->is_shown = FALSE;
      g_hash_table_unref (scan.voided);
      g_free (scan.last_start);
    }
  fold (row);
  return row;
}
