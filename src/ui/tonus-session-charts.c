/* tonus-session-charts.c - the charts that are open, and the one in front
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-session-private.h"

static void
chart_edited_cb (TonusChart *chart, const char *object, TonusSession *self)
{
  tonus_saver_edited (self->saver, object);
}

void
tonus_open_chart_free (TonusOpenChart *self)
{
  TonusRecord *patient = self->records[TONUS_SLOT_PATIENT];

  if (self->watch && patient)
    tonus_watch_remove_patient (self->watch, tonus_record_get_object (patient));
  g_clear_object (&self->watch);
  g_clear_object (&self->before);
  g_free (self->before_key);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_free (self->given_out);
  tonus_open_chart_forget_choices (self);
  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    g_clear_object (&self->records[slot]);
  g_object_unref (self->chart);
  g_ptr_array_unref (self->visits);
  g_free (self);
}

TonusOpenChart *
tonus_session_begin_chart (TonusSession *self)
{
  TonusOpenChart *chart = g_new0 (TonusOpenChart, 1);

  chart->chart = tonus_chart_new ();
  chart->visits = g_ptr_array_new ();
  g_signal_connect_object (chart->chart, "edited", G_CALLBACK (chart_edited_cb), self, 0);
  return chart;
}

void
tonus_session_bring_to_front (TonusSession *self, TonusOpenChart *chart)
{
  /* What was last said was said of another chart. */
  if (chart && self->front && self->front != chart)
    tonus_session_say (self, "");
  self->front = chart;
  if (chart)
    chart->used = ++self->uses;
}

void
tonus_session_add_chart (TonusSession *self, TonusOpenChart *chart)
{
  g_ptr_array_add (self->open, chart);
  chart->watch = g_object_ref (self->watch);
  tonus_watch_add_patient (self->watch,
                           tonus_record_get_object (chart->records[TONUS_SLOT_PATIENT]));
  tonus_session_bring_to_front (self, chart);
}

void
tonus_open_chart_put (TonusOpenChart *self, TonusSlot slot, TonusRecord *record)
{
  TonusRecord *old = self->records[slot];
  const char *object = tonus_record_get_object (record);

  if (old && !g_str_equal (tonus_record_get_object (old), object))
    tonus_chart_remove (self->chart, tonus_record_get_object (old));
  g_set_object (&self->records[slot], record);
  tonus_chart_add (self->chart, record);
}

void
tonus_open_chart_drop (TonusOpenChart *self, TonusSlot slot)
{
  if (self->records[slot])
    tonus_chart_remove (self->chart, tonus_record_get_object (self->records[slot]));
  g_clear_object (&self->records[slot]);
}

void
tonus_session_put (TonusSession *self, TonusSlot slot, TonusRecord *record)
{
  tonus_open_chart_put (self->front, slot, record);
}

TonusOpenChart *
tonus_session_find_chart (TonusSession *self, const char *patient)
{
  for (guint i = 0; i < self->open->len; i++)
    {
      TonusOpenChart *chart = g_ptr_array_index (self->open, i);

      if (g_str_equal (tonus_record_get_object (chart->records[TONUS_SLOT_PATIENT]), patient))
        return chart;
    }
  return NULL;
}

TonusRecord *
tonus_session_find_record (TonusSession *self, const char *object)
{
  TonusRecord *record = self->office ? tonus_chart_get (self->office, object) : NULL;

  for (guint i = 0; i < self->open->len && !record; i++)
    record =
        tonus_chart_get (((TonusOpenChart *) g_ptr_array_index (self->open, i))->chart, object);
  return record;
}

GPtrArray *
tonus_session_list_open (TonusSession *self)
{
  GPtrArray *patients = g_ptr_array_new ();

  for (guint i = 0; i < self->open->len; i++)
    {
      TonusOpenChart *chart = g_ptr_array_index (self->open, i);

      g_ptr_array_add (patients, chart->records[TONUS_SLOT_PATIENT]);
    }
  return patients;
}

gboolean
tonus_session_is_open (TonusSession *self, const char *patient)
{
  return tonus_session_find_chart (self, patient) != NULL;
}

TonusChart *
tonus_session_get_chart_of (TonusSession *self, const char *patient)
{
  TonusOpenChart *chart = tonus_session_find_chart (self, patient);

  return chart ? chart->chart : NULL;
}

gboolean
tonus_session_has_chart (TonusSession *self, TonusChart *chart)
{
  for (guint i = 0; i < self->open->len; i++)
    if (((TonusOpenChart *) g_ptr_array_index (self->open, i))->chart == chart)
      return TRUE;
  return FALSE;
}

void
tonus_session_switch (TonusSession *self, int step)
{
  guint now = 0;
  int n = (int) self->open->len;

  if (n < 2 || !g_ptr_array_find (self->open, self->front, &now))
    return;
  tonus_session_bring_to_front (self,
                                g_ptr_array_index (self->open, ((int) now + step % n + n) % n));
  g_signal_emit_by_name (self, "switched");
}
