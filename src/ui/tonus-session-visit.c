/* tonus-session-visit.c - the visits of a chart, and the one that is charted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-session-private.h"

TonusVisitLine *
tonus_open_chart_find_today (TonusOpenChart *chart, TonusRecord *episode)
{
  g_autofree char *today = tonus_date_format (tonus_date_today ());

  for (guint i = 0; i < chart->visits->len; i++)
    {
      TonusVisitLine *line = g_ptr_array_index (chart->visits, i);

      if (!line->is_signed && g_str_equal (line->date, today) &&
          (!episode || g_str_equal (line->episode, tonus_record_get_object (episode))))
        return line;
    }
  return NULL;
}

gboolean
tonus_open_chart_load_visits (TonusSession *self,
                              TonusOpenChart *chart,
                              const char *patient,
                              GError **error)
{
  GPtrArray *visits = tonus_lookup_visits (self->practice, patient, error);

  if (!visits)
    return FALSE;
  g_clear_pointer (&chart->visits, g_ptr_array_unref);
  chart->visits = visits;
  return TRUE;
}

gboolean
tonus_session_load_visits (TonusSession *self, GError **error)
{
  /* A copy: reading may renew the record's header, and with it the id's text. */
  g_autofree char *patient =
      g_strdup (tonus_record_get_object (self->front->records[TONUS_SLOT_PATIENT]));

  return tonus_open_chart_load_visits (self, self->front, patient, error);
}

/* A visit is charted within its own episode. */
static void
follow_visit (TonusSession *self, TonusOpenChart *chart, TonusRecord *visit)
{
  const char *id = tonus_record_get (visit, "visit/episode");
  TonusRecord *open = chart->records[TONUS_SLOT_EPISODE];
  g_autoptr (TonusRecord) episode = NULL;

  if (!id || (open && g_str_equal (tonus_record_get_object (open), id)))
    return;
  episode = tonus_practice_load (self->practice, id, NULL, NULL);
  if (episode)
    tonus_open_chart_follow_episode (self, chart, episode);
}

gboolean
tonus_open_chart_put_visit (TonusSession *self,
                            TonusOpenChart *chart,
                            const char *visit,
                            GError **error)
{
  g_autoptr (TonusRecord) record = tonus_practice_load (self->practice, visit, NULL, error);

  if (!record)
    return FALSE;
  if (tonus_record_is_signed (record))
    {
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_SIGNED,
                   _ ("This visit is signed. It can be read, and corrected by an addendum."));
      return FALSE;
    }
  follow_visit (self, chart, record);
  tonus_open_chart_put (chart, TONUS_SLOT_VISIT, record);
  return TRUE;
}

gboolean
tonus_session_open_visit (TonusSession *self, const char *visit, GError **error)
{
  g_return_val_if_fail (self->front, FALSE);

  if (!tonus_saver_flush (self->saver, self->front, error) ||
      !tonus_open_chart_put_visit (self, self->front, visit, error))
    return FALSE;
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

static gboolean
is_somebody (TonusSession *self, GError **error)
{
  if (tonus_practice_hash_of (self->practice, self->front->records[TONUS_SLOT_PATIENT]))
    return TRUE;
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED,
               _ ("Whose visit is it? Enter the patient’s name first."));
  return FALSE;
}

gboolean
tonus_session_start_visit (TonusSession *self, GError **error)
{
  TonusVisitLine *today;

  g_return_val_if_fail (self->front, FALSE);

  if (!tonus_saver_flush (self->saver, self->front, error) || !is_somebody (self, error) ||
      !tonus_session_load_visits (self, error))
    return FALSE;
  today = tonus_open_chart_find_today (self->front, self->front->records[TONUS_SLOT_EPISODE]);
  if (today)
    {
      g_autofree char *visit = g_strdup (today->id);

      return tonus_session_open_visit (self, visit, error);
    }
  if (!self->front->records[TONUS_SLOT_EPISODE])
    tonus_session_make_episode (self);
  tonus_session_make_visit (self);
  /* They were of the last visit's handout. */
  tonus_open_chart_forget_choices (self->front);
  if (!tonus_saver_flush (self->saver, self->front, error))
    return FALSE;
  tonus_session_load_visits (self, NULL);
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}
