/* tonus-session-office.c - the practice's own records at work: clinic, therapists, payers; and who
 * charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-preferences.h"
#include "tonus-session-private.h"

static void
office_edited_cb (TonusChart *chart, const char *object, TonusSession *self)
{
  TonusRecord *record = tonus_chart_get (chart, object);

  tonus_saver_edited (self->saver, object);
  if (record && g_str_equal (tonus_record_get_kind (record), "therapist"))
    g_signal_emit_by_name (self, "staff-changed");
}

static void
put (TonusSession *self, TonusRecord *record)
{
  g_ptr_array_add (self->office_records, g_object_ref (record));
  tonus_chart_add (self->office, record);
}

static void
load_kind (TonusSession *self, const char *kind)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (self->practice, NULL, kind, NULL);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autoptr (TonusRecord) record =
          tonus_practice_load (self->practice, g_ptr_array_index (ids, i), NULL, NULL);

      if (record)
        put (self, record);
    }
}

TonusChart *
tonus_session_enter_office (TonusSession *self)
{
  self->is_in_office = TRUE;
  if (self->office)
    return self->office;
  self->office = tonus_chart_new ();
  self->office_records = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_object (self->office, "edited", G_CALLBACK (office_edited_cb), self, 0);
  load_kind (self, "clinic");
  load_kind (self, "therapist");
  load_kind (self, "payer");
  return self->office;
}

GPtrArray *
tonus_session_list_office (TonusSession *self, const char *kind)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; self->office_records && i < self->office_records->len; i++)
    {
      TonusRecord *record = g_ptr_array_index (self->office_records, i);

      if (g_str_equal (tonus_record_get_kind (record), kind))
        g_ptr_array_add (records, record);
    }
  return records;
}

TonusRecord *
tonus_session_add_to_office (TonusSession *self, const char *kind)
{
  g_autofree char *id = tonus_io_new_id (tonus_practice_get_io (self->practice));
  g_autoptr (TonusRecord) record = tonus_record_new (tonus_session_get_schema (self), kind, id);

  g_return_val_if_fail (self->office, NULL);
  if (g_str_equal (kind, "therapist"))
    tonus_record_give (record, "therapist/active", "yes");
  put (self, record);
  return record;
}

void
tonus_session_forget_office (TonusSession *self)
{
  g_clear_object (&self->office);
  g_clear_pointer (&self->office_records, g_ptr_array_unref);
}

gboolean
tonus_session_leave_office (TonusSession *self, GError **error)
{
  self->is_in_office = FALSE;
  if (!self->office)
    return TRUE;
  /* What cannot be saved now stays open, and is tried again. */
  if (!tonus_saver_flush (self->saver, NULL, error))
    return FALSE;
  tonus_session_forget_office (self);
  /* Who charts may just have been made inactive. */
  tonus_session_find_therapist (self);
  g_signal_emit_by_name (self, "staff-changed");
  return TRUE;
}

TonusChart *
tonus_session_get_chart_at_hand (TonusSession *self)
{
  if (self->lent)
    return self->lent;
  return self->is_in_office ? self->office : tonus_session_get_chart (self);
}

void
tonus_session_lend_chart (TonusSession *self, TonusChart *chart)
{
  g_set_object (&self->lent, chart);
}

/* --- who charts --- */

static gboolean
is_active (TonusRecord *record)
{
  return g_strcmp0 (tonus_record_get (record, "therapist/active"), "no") != 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *left = tonus_record_get (*(TonusRecord *const *) a, "therapist/name");
  const char *right = tonus_record_get (*(TonusRecord *const *) b, "therapist/name");

  return g_utf8_collate (left ? left : "", right ? right : "");
}

GPtrArray *
tonus_session_list_therapists (TonusSession *self)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (self->practice, NULL, "therapist", NULL);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      TonusRecord *open = self->office ? tonus_chart_get (self->office, id) : NULL;
      g_autoptr (TonusRecord) record =
          open ? g_object_ref (open) : tonus_practice_load (self->practice, id, NULL, NULL);

      if (record && is_active (record))
        g_ptr_array_add (records, g_steal_pointer (&record));
    }
  g_ptr_array_sort (records, compare_names);
  return records;
}

static gboolean
has_therapist (GPtrArray *therapists, const char *id)
{
  for (guint i = 0; id && i < therapists->len; i++)
    if (g_str_equal (tonus_record_get_object (g_ptr_array_index (therapists, i)), id))
      return TRUE;
  return FALSE;
}

void
tonus_session_find_therapist (TonusSession *self)
{
  g_autoptr (GPtrArray) therapists = tonus_session_list_therapists (self);
  g_autofree char *wanted = tonus_preferences_get_therapist (
      tonus_preferences_get_default (), tonus_practice_get_id (self->practice));
  g_autofree char *now = g_steal_pointer (&self->therapist);

  if (has_therapist (therapists, wanted))
    self->therapist = g_steal_pointer (&wanted);
  /* A colleague who comes in does not take over. */
  else if (has_therapist (therapists, now))
    self->therapist = g_steal_pointer (&now);
  else if (therapists->len)
    self->therapist = g_strdup (tonus_record_get_object (g_ptr_array_index (therapists, 0)));
}

void
tonus_session_set_therapist (TonusSession *self, const char *therapist)
{
  tonus_preferences_set_therapist (tonus_preferences_get_default (),
                                   tonus_practice_get_id (self->practice), therapist);
  g_free (self->therapist);
  self->therapist = g_strdup (therapist);
  g_signal_emit_by_name (self, "staff-changed");
}
