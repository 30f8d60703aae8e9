/* tonus-history-lines.c - the lines of a patient's history: visits and versions of the home program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-charting-as.h"
#include "tonus-date.h"
#include "tonus-history-lines.h"

static void
line_free (gpointer data)
{
  TonusHistoryLine *line = data;

  g_free (line->object);
  g_free (line->hash);
  g_free (line->before);
  g_free (line->date);
  g_free (line->title);
  g_free (line->state);
  g_free (line->withdrawn);
  g_free (line);
}

static char *
name_kind (TonusSession *session, const char *kind)
{
  TonusCatalogue *kinds =
      tonus_schema_find_catalogue (tonus_session_get_schema (session), "visit-kind");
  const TonusEntry *entry = kinds ? tonus_catalogue_lookup (kinds, kind) : NULL;

  return g_strdup (entry ? tonus_entry_label (entry) : _ ("Visit"));
}

static void
add_visits (GPtrArray *lines, TonusSession *session)
{
  GPtrArray *visits = tonus_session_get_visits (session);
  TonusRecord *open = tonus_session_get_record (session, TONUS_SLOT_VISIT);

  for (guint i = 0; i < visits->len; i++)
    {
      const TonusVisitLine *visit = g_ptr_array_index (visits, i);
      TonusHistoryLine *line = g_new0 (TonusHistoryLine, 1);
      gboolean is_open = open && g_str_equal (tonus_record_get_object (open), visit->id);

      line->object = g_strdup (visit->id);
      line->date = g_strdup (visit->date);
      line->title = name_kind (session, visit->kind);
      line->state = g_strdup (is_open            ? _ ("open now")
                              : visit->is_signed ? _ ("signed")
                                                 : _ ("not signed"));
      line->is_open_to_edits = !visit->is_signed && !is_open;
      line->is_visit = TRUE;
      g_ptr_array_add (lines, line);
    }
}

static char *
name_author (TonusPractice *practice, const char *author)
{
  g_autoptr (TonusRecord) record =
      author ? tonus_practice_load (practice, author, NULL, NULL) : NULL;

  return record ? tonus_charting_as_name (record) : g_strdup (_ ("somebody unknown"));
}

/* Why, who and when. */
static char *
explain (TonusPractice *practice, const TonusWithdrawn *withdrawn)
{
  g_autofree char *who = name_author (practice, withdrawn->author);
  g_autofree char *date = withdrawn->written ? g_strndup (withdrawn->written, 10) : NULL;
  guint32 number = date ? tonus_date_parse (date) : 0;
  g_autofree char *day = number ? tonus_date_display (number) : g_strdup (_ ("no date"));
  const char *what = *withdrawn->to ? _ ("Moved to the right patient") : _ ("Entered in error");

  return *withdrawn->note ? g_strdup_printf ("%s: %s (%s, %s)", what, withdrawn->note, who, day)
                          : g_strdup_printf ("%s (%s, %s)", what, who, day);
}

static void
add_withdrawn (GPtrArray *lines, TonusSession *session)
{
  TonusPractice *practice = tonus_session_get_practice (session);
  g_autoptr (GPtrArray) list = tonus_session_list_withdrawn (session);

  for (guint i = 0; i < list->len; i++)
    {
      const TonusWithdrawn *withdrawn = g_ptr_array_index (list, i);
      g_autoptr (TonusRecord) visit = tonus_practice_load (practice, withdrawn->object, NULL, NULL);
      const char *date = visit ? tonus_record_get (visit, "visit/date") : NULL;
      const char *kind = visit ? tonus_record_get (visit, "visit/kind") : NULL;
      TonusHistoryLine *line;

      if (!visit || !g_str_equal (tonus_record_get_kind (visit), "visit"))
        continue;
      line = g_new0 (TonusHistoryLine, 1);
      line->object = g_strdup (withdrawn->object);
      line->date = g_strdup (date ? date : "");
      line->title = name_kind (session, kind ? kind : "");
      line->state = g_strdup (*withdrawn->to ? _ ("moved") : _ ("entered in error"));
      line->is_visit = TRUE;
      line->withdrawn = explain (practice, withdrawn);
      g_ptr_array_add (lines, line);
    }
}

static TonusHistoryLine *
version_line_new (TonusRecord *record, const char *hash, const char *version)
{
  TonusHistoryLine *line = g_new0 (TonusHistoryLine, 1);
  const char *date = tonus_record_get (record, "program/date");

  line->object = g_strdup (tonus_record_get_object (record));
  line->hash = g_strdup (hash);
  line->date = g_strdup (date ? date : "");
  line->title = g_strdup_printf (_ ("Home program %s"), version);
  line->state = g_strdup (_ ("handed out"));
  return line;
}

/* A version gets its number when it is handed out, and keeps it while it is edited again: what went
 * home is the first revision of a number.  Revisions come by number. */
static void
add_versions (GPtrArray *lines, TonusPractice *practice, const char *program)
{
  g_autoptr (TonusObject) object = tonus_practice_get_object (practice, program, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *before = NULL;

  for (guint i = 0; object && i < object->revisions->len; i++)
    {
      const TonusRevision *revision = g_ptr_array_index (object->revisions, i);
      g_autoptr (TonusRecord) record =
          tonus_practice_load (practice, program, revision->hash, NULL);
      const char *version = record ? tonus_record_get (record, "program/version") : NULL;
      TonusHistoryLine *line;

      if (!version || !g_hash_table_add (seen, g_strdup (version)))
        continue;
      line = version_line_new (record, revision->hash, version);
      line->before = g_strdup (before);
      before = line->hash;
      g_ptr_array_add (lines, line);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const TonusHistoryLine *left = *(TonusHistoryLine *const *) a;
  const TonusHistoryLine *right = *(TonusHistoryLine *const *) b;
  int order = (left->withdrawn != NULL) - (right->withdrawn != NULL);

  if (order == 0)
    order = g_strcmp0 (right->date, left->date);

  /* On one day the visit comes first, then what was handed out in it. */
  if (order == 0)
    order = (left->hash != NULL) - (right->hash != NULL);
  return order ? order : g_strcmp0 (right->title, left->title);
}

GPtrArray *
tonus_history_lines_list (TonusSession *session)
{
  TonusPractice *practice = tonus_session_get_practice (session);
  TonusRecord *patient = tonus_session_get_record (session, TONUS_SLOT_PATIENT);
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GPtrArray) programs =
      tonus_practice_list_objects (practice, tonus_record_get_object (patient), "program", NULL);

  add_visits (lines, session);
  add_withdrawn (lines, session);
  for (guint i = 0; programs && i < programs->len; i++)
    add_versions (lines, practice, g_ptr_array_index (programs, i));
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}
