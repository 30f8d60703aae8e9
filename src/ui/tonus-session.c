/* tonus-session.c - a practice at work: opening charts and visits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
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

TonusRecord *
tonus_session_need (TonusSession *self, TonusSlot slot)
{
  g_return_val_if_fail (self->front, NULL);
  g_return_val_if_fail (slot == TONUS_SLOT_EPISODE || slot == TONUS_SLOT_PROGRAM, NULL);

  if (self->front->records[slot])
    return self->front->records[slot];
  if (slot == TONUS_SLOT_EPISODE)
    tonus_session_make_episode (self);
  else
    tonus_session_make_program (self);
  g_signal_emit_by_name (self, "opened");
  return self->front->records[slot];
}

static gboolean
load_chart (TonusSession *self, TonusOpenChart *chart, const char *patient, GError **error)
{
  g_autoptr (TonusRecord) record = tonus_practice_load (self->practice, patient, NULL, error);
  g_autoptr (TonusRecord) episode = NULL, program = NULL;
  TonusVisitLine *today;

  if (!record)
    return FALSE;
  tonus_open_chart_put (chart, TONUS_SLOT_PATIENT, record);
  if (!tonus_open_chart_load_visits (self, chart, patient, error))
    return FALSE;
  episode = tonus_lookup_episode (self->practice, patient, NULL);
  if (episode)
    {
      tonus_open_chart_put (chart, TONUS_SLOT_EPISODE, episode);
      program =
          tonus_lookup_program (self->practice, patient, tonus_record_get_object (episode), NULL);
    }
  if (program)
    tonus_open_chart_put (chart, TONUS_SLOT_PROGRAM, program);
  today = tonus_open_chart_find_today (chart, NULL);
  if (today)
    tonus_open_chart_put_visit (self, chart, today->id, NULL);
  return TRUE;
}

static void
show_front (TonusSession *self, TonusOpenChart *chart)
{
  if (self->front == chart)
    return;
  tonus_session_bring_to_front (self, chart);
  g_signal_emit_by_name (self, "switched");
}

/* The chart that was in front last, of those that are not @but.  (nullable) */
static TonusOpenChart *
find_used (TonusSession *self, TonusOpenChart *but)
{
  TonusOpenChart *last = NULL;

  for (guint i = 0; i < self->open->len; i++)
    {
      TonusOpenChart *chart = g_ptr_array_index (self->open, i);

      if (chart != but && (!last || chart->used > last->used))
        last = chart;
    }
  return last;
}

/* The first refusal gives the person a chance to act; asked again, it closes over a draft. */
static gboolean
save_or_let_go (TonusSession *self, TonusOpenChart *chart, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (tonus_saver_flush (self->saver, chart, &local))
    return TRUE;
  if (chart->has_refused)
    return tonus_saver_let_go (self->saver, chart, error);
  chart->has_refused = TRUE;
  g_set_error (error, local->domain, local->code,
               _ ("%s Close it once more to leave it as a draft on this computer."),
               local->message);
  return FALSE;
}

static gboolean
close_chart (TonusSession *self, TonusOpenChart *chart, GError **error)
{
  if (!save_or_let_go (self, chart, error))
    return FALSE;
  if (chart == self->front)
    tonus_session_bring_to_front (self, find_used (self, chart));
  g_ptr_array_remove (self->open, chart);
  return TRUE;
}

/* One that cannot be saved just now stays, over the limit. */
static void
make_room (TonusSession *self)
{
  TonusOpenChart *oldest = NULL;

  if (self->open->len < TONUS_CHARTS_MAX)
    return;
  for (guint i = 0; i < self->open->len; i++)
    {
      TonusOpenChart *chart = g_ptr_array_index (self->open, i);

      if (!oldest || chart->used < oldest->used)
        oldest = chart;
    }
  if (tonus_saver_flush (self->saver, oldest, NULL))
    close_chart (self, oldest, NULL);
}

gboolean
tonus_session_open_patient (TonusSession *self, const char *patient, GError **error)
{
  TonusOpenChart *chart = tonus_session_find_chart (self, patient);

  if (chart)
    {
      show_front (self, chart);
      return TRUE;
    }
  chart = tonus_session_begin_chart (self);
  if (!load_chart (self, chart, patient, error))
    {
      tonus_open_chart_free (chart);
      return FALSE;
    }
  make_room (self);
  tonus_session_add_chart (self, chart);
  tonus_session_drop_nobodies (self);
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

/* Somebody new of whom nothing is written yet: one is enough. */
static TonusOpenChart *
find_nobody (TonusSession *self)
{
  for (guint i = 0; i < self->open->len; i++)
    {
      TonusOpenChart *chart = g_ptr_array_index (self->open, i);
      TonusRecord *patient = chart->records[TONUS_SLOT_PATIENT];

      if (!tonus_practice_hash_of (self->practice, patient) &&
          !tonus_saver_has_edits (self->saver, tonus_record_get_object (patient)))
        return chart;
    }
  return NULL;
}

gboolean
tonus_session_new_patient (TonusSession *self, GError **error)
{
  TonusOpenChart *chart = find_nobody (self);
  g_autoptr (TonusRecord) record = NULL;

  if (chart)
    {
      show_front (self, chart);
      return TRUE;
    }
  make_room (self);
  chart = tonus_session_begin_chart (self);
  record = tonus_session_make_record (self, "patient", NULL);
  tonus_open_chart_put (chart, TONUS_SLOT_PATIENT, record);
  tonus_session_add_chart (self, chart);
  g_signal_emit_by_name (self, "opened");
  return TRUE;
}

gboolean
tonus_session_close_patient (TonusSession *self, GError **error)
{
  g_return_val_if_fail (self->front, FALSE);

  if (!close_chart (self, self->front, error))
    return FALSE;
  g_signal_emit_by_name (self, "switched");
  return TRUE;
}

gboolean
tonus_session_save (TonusSession *self, GError **error)
{
  return tonus_saver_flush (self->saver, NULL, error);
}

gboolean
tonus_session_is_dirty (TonusSession *self)
{
  return tonus_saver_is_dirty (self->saver);
}

const TonusFailure *
tonus_session_get_failure (TonusSession *self)
{
  return tonus_saver_get_failure (self->saver);
}

static void
tonus_session_finalize (GObject *object)
{
  TonusSession *self = TONUS_SESSION (object);

  tonus_saver_free (self->saver);
  tonus_session_forget_office (self);
  g_clear_pointer (&self->index, g_ptr_array_unref);
  g_ptr_array_unref (self->open);
  g_hash_table_unref (self->offered);
  g_clear_object (&self->lent);
  g_clear_object (&self->watch);
  g_clear_object (&self->practice);
  g_free (self->therapist);
  tonus_session_forget_words (self);
  G_OBJECT_CLASS (tonus_session_parent_class)->finalize (object);
}

static void
tonus_session_class_init (TonusSessionClass *klass)
{
  static const char *const signals[] = { "opened",        "switched", "said",  "patients-changed",
                                         "staff-changed", "news",     "chosen" };

  G_OBJECT_CLASS (klass)->finalize = tonus_session_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_new (signals[i], TONUS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tonus_session_init (TonusSession *self)
{
  self->status = g_strdup ("");
  self->open = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_open_chart_free);
  self->offered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->saver = tonus_saver_new (self);
}

TonusSession *
tonus_session_new (TonusPractice *practice)
{
  TonusSession *self = g_object_new (TONUS_TYPE_SESSION, NULL);

  self->practice = g_object_ref (practice);
  tonus_session_find_therapist (self);
  tonus_session_start_watch (self);
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
  return self->front ? self->front->chart : NULL;
}

TonusRecord *
tonus_session_get_record (TonusSession *self, TonusSlot slot)
{
  return self->front ? self->front->records[slot] : NULL;
}

TonusRecord *
tonus_session_get_holder (TonusSession *self, const TonusSection *section)
{
  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    if (tonus_section_is_held_by (section, slot_kinds[slot]))
      return tonus_session_get_record (self, (TonusSlot) slot);
  return NULL;
}

GPtrArray *
tonus_session_get_visits (TonusSession *self)
{
  return self->front ? self->front->visits : NULL;
}
