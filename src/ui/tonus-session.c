/* tonus-session.c - a practice at work: whose chart is open, which visit is charted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-session-private.h"

G_DEFINE_TYPE (TonusSession, tonus_session, G_TYPE_OBJECT)

static const char *const slot_kinds[TONUS_N_SLOTS] = {
  [TONUS_SLOT_PATIENT] = "patient",
  [TONUS_SLOT_EPISODE] = "episode",
  [TONUS_SLOT_PROGRAM] = "program",
  [TONUS_SLOT_VISIT] = "visit",
};

const char *
tonus_slot_kind (TonusSlot slot)
{
  return slot_kinds[slot];
}

static void
chart_edited_cb (TonusChart *chart, const char *object, TonusSession *self)
{
  tonus_saver_edited (self->saver, object);
}

static void
forget_chart (TonusSession *self)
{
  if (self->chart)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_clear_object (&self->chart);
  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    {
      if (self->records[slot])
        g_signal_handlers_disconnect_by_data (self->records[slot], self);
      g_clear_object (&self->records[slot]);
    }
  g_clear_pointer (&self->visits, g_ptr_array_unref);
}

static void
begin_chart (TonusSession *self)
{
  forget_chart (self);
  self->chart = tonus_chart_new ();
  g_signal_connect (self->chart, "edited", G_CALLBACK (chart_edited_cb), self);
}

void
tonus_session_put (TonusSession *self, TonusSlot slot, TonusRecord *record)
{
  TonusRecord *old = self->records[slot];

  if (old)
    tonus_chart_remove (self->chart, tonus_record_get_object (old));
  g_set_object (&self->records[slot], record);
  tonus_chart_add (self->chart, record);
}

TonusRecord *
tonus_session_need (TonusSession *self, TonusSlot slot)
{
  g_return_val_if_fail (self->chart, NULL);
  g_return_val_if_fail (slot == TONUS_SLOT_EPISODE || slot == TONUS_SLOT_PROGRAM, NULL);

  if (self->records[slot])
    return self->records[slot];
  if (slot == TONUS_SLOT_EPISODE)
    tonus_session_make_episode (self);
  else
    tonus_session_make_program (self);
  g_signal_emit_by_name (self, "opened");
  return self->records[slot];
}

/* A record written in two places at once is shown as the one head, and said to have another. */
static void
say_forks (TonusSession *self)
{
  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    {
      TonusRecord *record = self->records[slot];
      g_autofree char *id = record ? g_strdup (tonus_record_get_object (record)) : NULL;
      g_autoptr (TonusObject) object =
          id ? tonus_practice_get_object (self->practice, id, NULL) : NULL;

      if (object && object->heads->len > 1)
        tonus_session_say (
            self, _ ("Part of this chart was written in two places. One of the two is shown."));
    }
}

static TonusVisitLine *
find_today (TonusSession *self)
{
  g_autofree char *today = tonus_date_format (tonus_date_today ());

  for (guint i = 0; i < self->visits->len; i++)
    {
      TonusVisitLine *line = g_ptr_array_index (self->visits, i);

      if (!line->is_signed && g_str_equal (line->date, today))
        return line;
    }
  return NULL;
}

static gboolean
load_visits (TonusSession *self, const char *patient, GError **error)
{
  GPtrArray *visits = tonus_lookup_visits (self->practice, patient, error);

  if (!visits)
    return FALSE;
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  self->visits = visits;
  return TRUE;
}

static gboolean
put_visit (TonusSession *self, const char *visit, GError **error)
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
  tonus_session_put (self, TONUS_SLOT_VISIT, record);
  return TRUE;
}

gboolean
tonus_session_open_patient (TonusSession *self, const char *patient, GError **error)
{
  g_autoptr (TonusRecord) record = NULL, episode = NULL, program = NULL;
  TonusVisitLine *today;

  if (!tonus_saver_flush (self->saver, error))
    return FALSE;
  record = tonus_practice_load (self->practice, patient, NULL, error);
  if (!record)
    return FALSE;
  begin_chart (self);
  tonus_session_put (self, TONUS_SLOT_PATIENT, record);
  self->visits = g_ptr_array_new ();
  if (!load_visits (self, patient, error))
    return FALSE;
  episode = tonus_lookup_episode (self->practice, patient, NULL);
  if (episode)
    {
      tonus_session_put (self, TONUS_SLOT_EPISODE, episode);
      program =
          tonus_lookup_program (self->practice, patient, tonus_record_get_object (episode), NULL);
    }
  if (program)
    tonus_session_put (self, TONUS_SLOT_PROGRAM, program);
  today = find_today (self);
  if (today)
    put_visit (self, today->id, NULL);
  g_signal_emit_by_name (self, "opened");
  say_forks (self);
  return TRUE;
}

gboolean
tonus_session_new_patient (TonusSession *self, GError **error)
{
  g_autoptr (TonusRecord) record = NULL;

  if (!tonus_saver_flush (self->saver, error))
    return FALSE;
  begin_chart (self);
  self->visits = g_ptr_array_new ();
  record = tonus_session_make_record (self, "patient", NULL);
  tonus_session_put (self, TONUS_SLOT_PATIENT, record);
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

gboolean
tonus_session_close_patient (TonusSession *self, GError **error)
{
  if (!tonus_saver_flush (self->saver, error))
    return FALSE;
  forget_chart (self);
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

gboolean
tonus_session_open_visit (TonusSession *self, const char *visit, GError **error)
{
  g_return_val_if_fail (self->chart, FALSE);

  if (!tonus_saver_flush (self->saver, error) || !put_visit (self, visit, error))
    return FALSE;
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

gboolean
tonus_session_start_visit (TonusSession *self, GError **error)
{
  g_autofree char *patient = NULL;
  TonusVisitLine *today;

  g_return_val_if_fail (self->chart, FALSE);

  /* A copy: saving renews the record's header, and with it the id's text. */
  patient = g_strdup (tonus_record_get_object (self->records[TONUS_SLOT_PATIENT]));
  if (!tonus_saver_flush (self->saver, error) || !load_visits (self, patient, error))
    return FALSE;
  today = find_today (self);
  if (today)
    {
      g_autofree char *visit = g_strdup (today->id);

      return tonus_session_open_visit (self, visit, error);
    }
  if (!self->records[TONUS_SLOT_EPISODE])
    tonus_session_make_episode (self);
  tonus_session_make_visit (self);
  if (!tonus_saver_flush (self->saver, error))
    return FALSE;
  load_visits (self, patient, NULL);
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

gboolean
tonus_session_save (TonusSession *self, GError **error)
{
  return tonus_saver_flush (self->saver, error);
}

gboolean
tonus_session_is_dirty (TonusSession *self)
{
  return tonus_saver_is_dirty (self->saver);
}

static void
tonus_session_finalize (GObject *object)
{
  TonusSession *self = TONUS_SESSION (object);

  tonus_saver_free (self->saver);
  forget_chart (self);
  g_clear_object (&self->practice);
  g_free (self->therapist);
  g_free (self->status);
  G_OBJECT_CLASS (tonus_session_parent_class)->finalize (object);
}

static void
tonus_session_class_init (TonusSessionClass *klass)
{
  static const char *const signals[] = { "opened", "said", "patients-changed" };

  G_OBJECT_CLASS (klass)->finalize = tonus_session_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_new (signals[i], TONUS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tonus_session_init (TonusSession *self)
{
  self->status = g_strdup ("");
  self->saver = tonus_saver_new (self);
}

TonusSession *
tonus_session_new (TonusPractice *practice)
{
  TonusSession *self = g_object_new (TONUS_TYPE_SESSION, NULL);

  self->practice = g_object_ref (practice);
  self->therapist = tonus_lookup_therapist (practice);
  return self;
}

TonusPractice *
tonus_session_get_practice (TonusSession *self)
{
  return self->practice;
}

TonusSchema *
tonus_session_get_schema (TonusSession *self)
{
  return tonus_practice_get_schema (self->practice);
}

const char *
tonus_session_get_therapist (TonusSession *self)
{
  return self->therapist;
}

TonusChart *
tonus_session_get_chart (TonusSession *self)
{
  return self->chart;
}

TonusRecord *
tonus_session_get_record (TonusSession *self, TonusSlot slot)
{
  return self->records[slot];
}

TonusRecord *
tonus_session_get_holder (TonusSession *self, const TonusSection *section)
{
  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    if (tonus_section_is_held_by (section, slot_kinds[slot]))
      return self->records[slot];
  return NULL;
}

GPtrArray *
tonus_session_get_visits (TonusSession *self)
{
  return self->visits;
}

const char *
tonus_session_get_status (TonusSession *self)
{
  return self->status;
}

void
tonus_session_say (TonusSession *self, const char *words)
{
  g_free (self->status);
  self->status = g_strdup (words);
  g_signal_emit_by_name (self, "said");
}
