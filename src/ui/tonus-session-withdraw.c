/* tonus-session-withdraw.c - visits charted by mistake: withdrawn, moved, brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-session-private.h"

GPtrArray *
tonus_session_list_withdrawn (TonusSession *self)
{
  TonusRecord *patient = tonus_session_get_record (self, TONUS_SLOT_PATIENT);
  g_autofree char *id = patient ? g_strdup (tonus_record_get_object (patient)) : NULL;
  GPtrArray *list = id ? tonus_withdraw_list (self->practice, id, NULL) : NULL;

  return list ? list : g_ptr_array_new ();
}

/* Whatever the front chart had of it open is closed. */
static void
tell_front (TonusSession *self, const char *visit)
{
  TonusRecord *open = tonus_session_get_record (self, TONUS_SLOT_VISIT);

  if (open && visit && g_str_equal (tonus_record_get_object (open), visit))
    tonus_open_chart_drop (self->front, TONUS_SLOT_VISIT);
  tonus_session_load_visits (self, NULL);
  g_signal_emit_by_name (self, "opened");
  g_signal_emit_by_name (self, "patients-changed");
}

/* The chart that got the visit, if it is open, looks again when it is next in front. */
static void
tell_other (TonusSession *self, const char *patient)
{
  TonusOpenChart *chart = tonus_session_find_chart (self, patient);
  GPtrArray *visits = chart ? tonus_lookup_visits (self->practice, patient, NULL) : NULL;

  if (!visits)
    return;
  g_ptr_array_unref (chart->visits);
  chart->visits = visits;
}

gboolean
tonus_session_withdraw (TonusSession *self, const char *visit, const char *note, GError **error)
{
  g_return_val_if_fail (self->front, FALSE);

  if (!tonus_saver_flush (self->saver, self->front, error) ||
      !tonus_withdraw_record (self->practice, visit, note, self->therapist, error))
    return FALSE;
  tell_front (self, visit);
  return TRUE;
}

gboolean
tonus_session_move_visit (
    TonusSession *self, const char *visit, const char *patient, const char *note, GError **error)
{
  g_autofree char *moved = NULL;

  g_return_val_if_fail (self->front, FALSE);

  /* All of it: the other patient's episode may be open, and new. */
  if (!tonus_saver_flush (self->saver, NULL, error))
    return FALSE;
  moved = tonus_withdraw_move_visit (self->practice, visit, patient, note, self->therapist, error);
  if (!moved)
    return FALSE;
  tell_other (self, patient);
  tell_front (self, visit);
  return TRUE;
}

gboolean
tonus_session_bring_back (TonusSession *self, const char *visit, GError **error)
{
  g_return_val_if_fail (self->front, FALSE);

  if (!tonus_withdraw_bring_back (self->practice, visit, self->therapist, error))
    return FALSE;
  tell_front (self, NULL);
  return TRUE;
}
