/* tonus-session-lookup.c - which records of a practice a chart is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-session-private.h"

static const char *
or_empty (const char *text)
{
  return text ? text : "";
}

static void
visit_line_free (gpointer data)
{
  TonusVisitLine *line = data;

  g_free (line->id);
  g_free (line->episode);
  g_free (line->date);
  g_free (line->start);
  g_free (line->kind);
  g_free (line);
}

/* Ids of records that were entered in error. */
static GHashTable *
list_void (TonusPractice *practice, const char *patient)
{
  GHashTable *targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, patient, "void", NULL);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autoptr (TonusRecord) record =
          tonus_practice_load (practice, g_ptr_array_index (ids, i), NULL, NULL);
      const char *target = record ? tonus_record_get (record, "void/target") : NULL;

      if (target)
        g_hash_table_add (targets, g_strdup (target));
    }
  return targets;
}

static TonusVisitLine *
visit_line_new (TonusRecord *record)
{
  TonusVisitLine *line = g_new0 (TonusVisitLine, 1);

  line->id = g_strdup (tonus_record_get_object (record));
  line->episode = g_strdup (or_empty (tonus_record_get (record, "visit/episode")));
  line->date = g_strdup (or_empty (tonus_record_get (record, "visit/date")));
  line->start = g_strdup (or_empty (tonus_record_get (record, "visit/start")));
  line->kind = g_strdup (or_empty (tonus_record_get (record, "visit/kind")));
  line->is_signed = tonus_record_is_signed (record);
  return line;
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const TonusVisitLine *left = *(TonusVisitLine *const *) a;
  const TonusVisitLine *right = *(TonusVisitLine *const *) b;
  int order = g_strcmp0 (right->date, left->date);

  if (order == 0)
    order = g_strcmp0 (right->start, left->start);
  return order ? order : g_strcmp0 (right->id, left->id);
}

GPtrArray *
tonus_lookup_visits (TonusPractice *practice, const char *patient, GError **error)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, patient, "visit", error);
  g_autoptr (GHashTable) is_void = NULL;
  GPtrArray *lines;

  if (!ids)
    return NULL;
  lines = g_ptr_array_new_with_free_func (visit_line_free);
  is_void = list_void (practice, patient);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (TonusRecord) record = NULL;

      if (g_hash_table_contains (is_void, id))
        continue;
      record = tonus_practice_load (practice, id, NULL, NULL);
      if (record)
        g_ptr_array_add (lines, visit_line_new (record));
    }
  g_ptr_array_sort (lines, compare_visits);
  return lines;
}

/* Of two records, the one that is going on, else the one that began later. */
static gboolean
is_better (TonusRecord *new, TonusRecord *old, const char *start, const char *end)
{
  gboolean new_ended = end && tonus_record_get (new, end);
  gboolean old_ended = old && end && tonus_record_get (old, end);

  if (!old || new_ended != old_ended)
    return !old || !new_ended;
  return g_strcmp0 (or_empty (tonus_record_get (new, start)),
                    or_empty (tonus_record_get (old, start))) >= 0;
}

TonusRecord *
tonus_lookup_episode (TonusPractice *practice, const char *patient, GError **error)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, patient, "episode", error);
  TonusRecord *best = NULL;

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autoptr (TonusRecord) record =
          tonus_practice_load (practice, g_ptr_array_index (ids, i), NULL, NULL);

      if (record && is_better (record, best, "episode/start", "episode/ended"))
        g_set_object (&best, record);
    }
  return best;
}

TonusRecord *
tonus_lookup_program (TonusPractice *practice,
                      const char *patient,
                      const char *episode,
                      GError **error)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, patient, "program", error);
  TonusRecord *best = NULL;

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autoptr (TonusRecord) record =
          tonus_practice_load (practice, g_ptr_array_index (ids, i), NULL, NULL);

      if (record && g_strcmp0 (tonus_record_get (record, "program/episode"), episode) == 0 &&
          is_better (record, best, "program/date", NULL))
        g_set_object (&best, record);
    }
  return best;
}
