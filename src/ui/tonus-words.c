/* tonus-words.c - how the window speaks of a patient, an episode, a visit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-due.h"
#include "tonus-paths.h"
#include "tonus-row-words.h"
#include "tonus-words.h"

char *
tonus_words_short_name (TonusRecord *patient)
{
  const char *given = tonus_record_get (patient, "patient/given");
  const char *family = tonus_record_get (patient, "patient/family");
  g_autofree char *initial = family ? g_utf8_substring (family, 0, 1) : NULL;

  if (given && initial)
    return g_strdup_printf ("%s %s.", given, initial);
  if (given || initial)
    return g_strdup (given ? given : initial);
  return g_strdup (_ ("New patient"));
}

char *
tonus_words_full_name (TonusRecord *patient)
{
  const char *given = tonus_record_get (patient, "patient/given");
  const char *family = tonus_record_get (patient, "patient/family");

  if (!given && !family)
    return g_strdup (_ ("New patient"));
  return g_strjoin (given && family ? " " : "", given ? given : "", family ? family : "", NULL);
}

char *
tonus_words_born (TonusRecord *patient)
{
  const char *born = tonus_record_get (patient, "patient/born");
  guint32 day = born ? tonus_date_parse (born) : 0;
  g_autofree char *date = day ? tonus_date_display (day) : NULL;

  if (day == 0)
    return g_strdup (_ ("birth date not recorded"));
  return g_strdup_printf ("%s (%u)", date, tonus_date_age (day, tonus_date_today ()));
}

char *
tonus_words_identity (TonusRecord *patient)
{
  g_autofree char *name = tonus_words_full_name (patient);
  g_autofree char *born = tonus_words_born (patient);

  return g_strdup_printf ("%s · %s", name, born);
}

/* How many visits the episode has had up to and with @last; NULL: all. */
static guint
count_visits (TonusSession *session, const char *episode, const char *last)
{
  GPtrArray *visits = tonus_session_get_visits (session);
  gboolean is_counting = last == NULL;
  guint n = 0;

  /* Newest first: what comes before @last came later. */
  for (guint i = 0; i < visits->len; i++)
    {
      const TonusVisitLine *line = g_ptr_array_index (visits, i);

      is_counting = is_counting || g_str_equal (line->id, last);
      if (is_counting && g_str_equal (line->episode, episode) &&
          g_strcmp0 (line->kind, "no-show") != 0 && g_strcmp0 (line->kind, "contact") != 0)
        n++;
    }
  return n;
}

char *
tonus_words_course (TonusSession *session)
{
  TonusRecord *episode = tonus_session_get_record (session, TONUS_SLOT_EPISODE);
  TonusRecord *visit = tonus_session_get_record (session, TONUS_SLOT_VISIT);
  const char *title = episode ? tonus_record_get (episode, "episode/title") : NULL;
  const char *allowed = episode ? tonus_record_get (episode, "authorisation/visits") : NULL;
  g_autofree char *counted = NULL;
  guint n;

  if (!episode)
    return g_strdup ("");
  n = count_visits (session, tonus_record_get_object (episode),
                    visit ? tonus_record_get_object (visit) : NULL);
  if (visit)
    counted = allowed ? g_strdup_printf (_ ("visit %u of %s"), n, allowed)
                      : g_strdup_printf (_ ("visit %u"), n);
  else
    counted = g_strdup_printf (ngettext ("%u visit so far", "%u visits so far", n), n);
  return title ? g_strdup_printf ("%s · %s", title, counted) : g_steal_pointer (&counted);
}

static char *
say_report (guint report_days)
{
  if (report_days >= TONUS_DUE_REPORT_DAYS)
    return g_strdup (_ ("report due"));
  return report_days ? g_strdup_printf (_ ("report in %u"), TONUS_DUE_REPORT_DAYS - report_days)
                     : NULL;
}

static char *
say_certification (guint32 certified_to)
{
  TonusDue due = tonus_due_judge (0, certified_to, tonus_date_today ());
  g_autofree char *day = due ? tonus_date_display (certified_to) : NULL;

  if (due & TONUS_DUE_CERTIFICATION)
    return g_strdup_printf (_ ("certification ended %s"), day);
  return due ? g_strdup_printf (_ ("certified to %s"), day) : NULL;
}

char *
tonus_words_due (guint report_days, guint32 certified_to)
{
  g_autofree char *report = say_report (report_days);
  g_autofree char *certification = say_certification (certified_to);

  if (report && certification)
    return g_strdup_printf ("%s · %s", report, certification);
  if (report || certification)
    return g_strdup (report ? report : certification);
  return g_strdup ("");
}

/* As the list of patients counts them, but with today's visit as it is on the screen. */
static guint
count_report_days (TonusSession *session, const char *episode)
{
  GPtrArray *visits = tonus_session_get_visits (session);
  g_autofree TonusTreatmentDay *days = g_new0 (TonusTreatmentDay, visits->len + 1);
  guint n = 0;

  for (guint i = 0; i < visits->len; i++)
    {
      const TonusVisitLine *line = g_ptr_array_index (visits, i);

      if (!g_str_equal (line->episode, episode))
        continue;
      days[n].date = tonus_date_parse (line->date);
      days[n++].role = tonus_visit_role_of (line->kind);
    }
  return tonus_treatment_days_count (days, n);
}

char *
tonus_words_paper (TonusSession *session)
{
  TonusRecord *episode = tonus_session_get_record (session, TONUS_SLOT_EPISODE);

  if (!episode)
    return g_strdup ("");
  return tonus_words_due (count_report_days (session, tonus_record_get_object (episode)),
                          tonus_path_read_date (episode, TONUS_PATH_PLAN_CERTIFIED_TO, NULL));
}

char *
tonus_words_explain_report (TonusSession *session)
{
  TonusRecord *episode = tonus_session_get_record (session, TONUS_SLOT_EPISODE);
  guint days = episode ? count_report_days (session, tonus_record_get_object (episode)) : 0;

  if (days == 0)
    return NULL;
  if (days >= TONUS_DUE_REPORT_DAYS)
    return g_strdup (_ ("A progress report is due now: it is asked for on every 10th day of "
                        "treatment at the latest."));
  return g_strdup_printf (
      ngettext ("A progress report is due in %u day of treatment at the latest.",
                "A progress report is due in %u days of treatment at the "
                "latest.",
                TONUS_DUE_REPORT_DAYS - days),
      TONUS_DUE_REPORT_DAYS - days);
}

char *
tonus_words_alerts (TonusRecord *patient)
{
  const TonusSection *section =
      tonus_schema_find_section (tonus_record_get_schema (patient), "alert");
  const TonusField *kind = tonus_section_lookup (section, "alert");
  const TonusField *detail = tonus_section_lookup (section, "detail");
  g_autoptr (GPtrArray) rows = tonus_record_get_rows (patient, "alert");
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *row = g_ptr_array_index (rows, i);
      const char *ended = tonus_record_get_at (patient, "alert", row, "ended");
      g_autofree char *what = tonus_field_display_with_unit (patient, kind, row);
      g_autofree char *more = tonus_field_display_with_unit (patient, detail, row);

      if (ended && tonus_date_parse (ended))
        continue;
      if (words->len && (what || more))
        g_string_append (words, " · ");
      if (what && more)
        g_string_append_printf (words, "%s (%s)", what, more);
      else if (what || more)
        g_string_append (words, what ? what : more);
    }
  return g_string_free (words, words->len == 0);
}
