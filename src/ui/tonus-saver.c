/* tonus-saver.c - drafts and revisions of what is edited, written on a thread of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One job at a time: some drafts, or one revision.  Texts are taken on the main thread, so typing
 * may go on while the disk works.
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-draft.h"
#include "tonus-save-job.h"
#include "tonus-session-private.h"

struct _TonusSaver
{
  TonusSession *session; /* borrowed: it owns us */
  TonusAutosave autosave;
  GHashTable *unkept; /* objects edited since their draft */
  GHashTable *dirty;  /* objects edited since their revision */
  GHashTable *stuck;  /* of these, the ones to be left alone until they are edited again */
  TonusFailure failure;
  TonusSaveJob *job; /* (nullable) what the disk is at */
  guint timer;
};

static void plan (TonusSaver *self);

static void
say_time (TonusSaver *self, TonusAutosaveAct act)
{
  TonusIo *io = tonus_practice_get_io (self->session->practice);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (io->clock (io));
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  g_autofree char *words = act == TONUS_AUTOSAVE_DRAFT ? g_strdup_printf (_ ("Draft kept %s"), time)
                                                       : g_strdup_printf (_ ("Saved %s"), time);

  tonus_session_say_standing (self->session, words, act != TONUS_AUTOSAVE_DRAFT);
}

static void
say_failed (TonusSaver *self, TonusAutosaveAct act, const GError *error)
{
  if (act == TONUS_AUTOSAVE_DRAFT || !self->failure.error)
    self->failure.is_kept = act != TONUS_AUTOSAVE_DRAFT;
  g_clear_error (&self->failure.error);
  self->failure.error = g_error_copy (error);
  /* Why is said above the chart, where there is room. */
  tonus_session_say_standing (self->session, _ ("Not saved"), TRUE);
}

/* Trying again changes nothing about these. */
static gboolean
is_lasting (const GError *error)
{
  return g_error_matches (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_SIGNED) ||
         g_error_matches (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NEWER) ||
         g_error_matches (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_STALE) ||
         g_error_matches (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
}

/* The practice renews the record's header when it next looks, and every id borrowed from it dies:
 * let it look now, while nobody holds one. */
static void
settle_revision (TonusSaver *self, const char *object)
{
  TonusRecord *record = tonus_session_find_record (self->session, object);

  if (record)
    tonus_practice_hash_of (self->session->practice, record);
  if (!g_hash_table_contains (self->dirty, object) &&
      !g_hash_table_contains (self->session->offered, object))
    tonus_draft_remove (self->session->practice, object, NULL);
}

static void
take_back (TonusSaver *self, const TonusSaveJob *job)
{
  for (guint i = 0; i < job->objects->len; i++)
    {
      g_hash_table_add (self->unkept, g_strdup (g_ptr_array_index (job->objects, i)));
      if (job->pending)
        g_hash_table_add (self->dirty, g_strdup (g_ptr_array_index (job->objects, i)));
    }
  tonus_autosave_failed (&self->autosave, job->act, g_get_monotonic_time ());
}

/* All of @act is done.  A draft does not make good what a revision was refused. */
static void
draw_line (TonusSaver *self, TonusAutosaveAct act)
{
  if (act == TONUS_AUTOSAVE_DRAFT)
    self->failure.is_kept = TRUE;
  else if (g_hash_table_size (self->dirty) > 0)
    return;
  else
    g_clear_error (&self->failure.error);
  say_time (self, act);
}

/* Wait for the job if need be and draw the consequences. */
static gboolean
finish (TonusSaver *self, GError **error)
{
  g_autoptr (TonusSaveJob) job = g_steal_pointer (&self->job);
  /* It is there, only a power cut in the next moments could undo it: the draft stays, no alarm. */
  gboolean is_there;

  tonus_save_job_join (job);
  is_there =
      !job->error || g_error_matches (job->error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_UNCERTAIN);
  if (is_there && job->pending)
    settle_revision (self, g_ptr_array_index (job->objects, 0));
  if (!is_there)
    {
      take_back (self, job);
      say_failed (self, job->act, job->error);
      g_propagate_error (error, g_steal_pointer (&job->error));
    }
  else
    draw_line (self, job->act);
  return is_there;
}

/* A new revision may stand beside one that somebody else has written. */
static void
tell (TonusSaver *self)
{
  g_signal_emit_by_name (self->session, "patients-changed");
  g_signal_emit_by_name (self->session, "news");
}

static void
job_done_cb (gpointer data)
{
  TonusSaver *self = data;
  gboolean is_revision = self->job->act == TONUS_AUTOSAVE_REVISION;

  if (finish (self, NULL) && is_revision)
    tell (self);
  plan (self);
}

static void
start (TonusSaver *self, TonusSaveJob *job)
{
  self->job = job;
  tonus_save_job_start (job, job_done_cb, self);
}

static void
start_drafts (TonusSaver *self)
{
  TonusSaveJob *job = tonus_save_job_new_drafts ();
  GHashTableIter iter;
  gpointer object;

  tonus_autosave_begin (&self->autosave, job->act, g_get_monotonic_time ());
  g_hash_table_iter_init (&iter, self->unkept);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    {
      TonusRecord *record = tonus_session_find_record (self->session, object);

      if (!record || g_hash_table_contains (self->session->offered, object))
        continue;
      tonus_save_job_add_draft (
          job, object,
          tonus_draft_prepare (self->session->practice, record, self->session->therapist));
    }
  g_hash_table_remove_all (self->unkept);
  start (self, job);
}

static void
list_dirty_in (TonusSaver *self, TonusOpenChart *chart, GPtrArray *dirty)
{
  for (int slot = 0; slot < TONUS_N_SLOTS; slot++)
    {
      TonusRecord *record = chart->records[slot];
      const char *object = record ? tonus_record_get_object (record) : NULL;

      if (object && g_hash_table_contains (self->dirty, object))
        g_ptr_array_add (dirty, g_strdup (object));
    }
}

/* Visits last in their charts: their contexts name the revisions of the others.  (transfer full)
 * (element-type utf8) */
static GPtrArray *
list_dirty (TonusSaver *self, TonusOpenChart *only)
{
  GPtrArray *dirty = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *open = self->session->open;
  GPtrArray *office = self->session->office_records;

  for (guint i = 0; office && !only && i < office->len; i++)
    {
      const char *object = tonus_record_get_object (g_ptr_array_index (office, i));

      if (g_hash_table_contains (self->dirty, object))
        g_ptr_array_add (dirty, g_strdup (object));
    }
  for (guint i = 0; i < open->len; i++)
    if (!only || only == g_ptr_array_index (open, i))
      list_dirty_in (self, g_ptr_array_index (open, i), dirty);
  return dirty;
}

static gboolean
start_revision (TonusSaver *self, const char *object, GError **error)
{
  TonusRecord *record = tonus_session_find_record (self->session, object);
  g_autoptr (GError) local = NULL;
  TonusPending *pending = tonus_practice_prepare (self->session->practice, record, NULL,
                                                  self->session->therapist, &local);

  if (!pending)
    {
      tonus_autosave_failed (&self->autosave, TONUS_AUTOSAVE_REVISION, g_get_monotonic_time ());
      g_hash_table_add (self->unkept, g_strdup (object));
      if (is_lasting (local))
        g_hash_table_add (self->stuck, g_strdup (object));
      say_failed (self, TONUS_AUTOSAVE_REVISION, local);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_hash_table_remove (self->unkept, object);
  g_hash_table_remove (self->dirty, object);
  if (g_hash_table_size (self->dirty) == 0)
    tonus_autosave_begin (&self->autosave, TONUS_AUTOSAVE_REVISION, g_get_monotonic_time ());
  start (self, tonus_save_job_new_revision (object, pending));
  return TRUE;
}

/* One at a time; the end of a job plans the next. */
static void
start_next_revision (TonusSaver *self)
{
  g_autoptr (GPtrArray) dirty = list_dirty (self, NULL);

  for (guint i = 0; i < dirty->len; i++)
    if (!g_hash_table_contains (self->stuck, g_ptr_array_index (dirty, i)))
      {
        start_revision (self, g_ptr_array_index (dirty, i), NULL);
        return;
      }
  /* Nothing is left but what has to wait for a person. */
  tonus_autosave_begin (&self->autosave, TONUS_AUTOSAVE_REVISION, g_get_monotonic_time ());
}

/* What was edited and has no place for a draft, because an older one waits there for an answer. */
static const char *
find_offered (TonusSaver *self)
{
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, self->unkept);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    if (g_hash_table_contains (self->session->offered, object) &&
        !g_hash_table_contains (self->stuck, object) &&
        tonus_session_find_record (self->session, object))
      return object;
  return NULL;
}

static void
keep (TonusSaver *self)
{
  const char *offered = find_offered (self);
  g_autofree char *object = g_strdup (offered);

  if (object)
    start_revision (self, object, NULL);
  else
    start_drafts (self);
}

static void
start_due (TonusSaver *self, TonusAutosaveAct act)
{
  switch (act)
    {
    case TONUS_AUTOSAVE_NOTHING:
      break;
    case TONUS_AUTOSAVE_DRAFT:
      keep (self);
      break;
    case TONUS_AUTOSAVE_REVISION:
      start_next_revision (self);
      break;
    }
}

static gboolean
timer_cb (gpointer data)
{
  TonusSaver *self = data;
  gint64 due = 0;
  TonusAutosaveAct act = tonus_autosave_next (&self->autosave, &due);

  self->timer = 0;
  if (!self->job && due <= g_get_monotonic_time ())
    start_due (self, act);
  plan (self);
  return G_SOURCE_REMOVE;
}

/* Sleep until something is due; with nothing to do there is no timer at all. */
static void
plan (TonusSaver *self)
{
  gint64 due = 0, wait;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->job || tonus_autosave_next (&self->autosave, &due) == TONUS_AUTOSAVE_NOTHING)
    return;
  wait = MAX (0, due - g_get_monotonic_time ());
  self->timer = g_timeout_add ((guint) (wait / 1000) + 1, timer_cb, self);
}

TonusSaver *
tonus_saver_new (TonusSession *session)
{
  TonusSaver *self = g_new0 (TonusSaver, 1);

  self->session = session;
  self->unkept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stuck = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
tonus_saver_free (TonusSaver *self)
{
  if (self->job)
    finish (self, NULL);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_hash_table_unref (self->unkept);
  g_hash_table_unref (self->dirty);
  g_hash_table_unref (self->stuck);
  g_clear_error (&self->failure.error);
  g_free (self);
}

void
tonus_saver_edited (TonusSaver *self, const char *object)
{
  g_hash_table_add (self->unkept, g_strdup (object));
  g_hash_table_add (self->dirty, g_strdup (object));
  g_hash_table_remove (self->stuck, object);
  tonus_autosave_edited (&self->autosave, g_get_monotonic_time ());
  plan (self);
}

gboolean
tonus_saver_flush (TonusSaver *self, TonusOpenChart *only, GError **error)
{
  g_autoptr (GPtrArray) dirty = NULL;
  g_autoptr (GError) failure = NULL;

  if (self->job)
    finish (self, NULL);
  dirty = list_dirty (self, only);
  for (guint i = 0; i < dirty->len; i++)
    {
      g_autoptr (GError) local = NULL;

      if (start_revision (self, g_ptr_array_index (dirty, i), &local))
        finish (self, &local);
      if (local && !failure)
        failure = g_steal_pointer (&local);
    }
  plan (self);
  if (!failure)
    {
      if (dirty->len)
        tell (self);
      return TRUE;
    }
  say_failed (self, TONUS_AUTOSAVE_REVISION, failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
tonus_saver_forget (TonusSaver *self, const char *object)
{
  if (self->job)
    finish (self, NULL);
  g_hash_table_remove (self->unkept, object);
  g_hash_table_remove (self->dirty, object);
  g_hash_table_remove (self->stuck, object);
  tonus_draft_remove (self->session->practice, object, NULL);
  plan (self);
}

gboolean
tonus_saver_let_go (TonusSaver *self, TonusOpenChart *chart, GError **error)
{
  g_autoptr (GPtrArray) dirty = list_dirty (self, chart);
  g_autoptr (TonusSaveJob) job = tonus_save_job_new_drafts ();

  for (guint i = 0; i < dirty->len; i++)
    {
      const char *object = g_ptr_array_index (dirty, i);

      tonus_save_job_add_draft (
          job, object,
          tonus_draft_prepare (self->session->practice,
                               tonus_session_find_record (self->session, object),
                               self->session->therapist));
    }
  tonus_save_job_run (job);
  if (job->error)
    {
      g_propagate_error (error, g_steal_pointer (&job->error));
      return FALSE;
    }
  for (guint i = 0; i < dirty->len; i++)
    {
      g_hash_table_remove (self->unkept, g_ptr_array_index (dirty, i));
      g_hash_table_remove (self->dirty, g_ptr_array_index (dirty, i));
      g_hash_table_remove (self->stuck, g_ptr_array_index (dirty, i));
      g_hash_table_add (self->session->offered, g_strdup (g_ptr_array_index (dirty, i)));
    }
  if (g_hash_table_size (self->dirty) == 0)
    g_clear_error (&self->failure.error);
  return TRUE;
}

gboolean
tonus_saver_is_dirty (TonusSaver *self)
{
  return g_hash_table_size (self->dirty) > 0 || self->job != NULL;
}

gboolean
tonus_saver_has_edits (TonusSaver *self, const char *object)
{
  return g_hash_table_contains (self->dirty, object) ||
         (self->job && self->job->pending &&
          g_str_equal (g_ptr_array_index (self->job->objects, 0), object));
}

const TonusFailure *
tonus_saver_get_failure (TonusSaver *self)
{
  return self->failure.error ? &self->failure : NULL;
}
