/* tonus-save-job.c - one turn at the disk: some drafts, or one revision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-save-job.h"

TonusSaveJob *
tonus_save_job_new_drafts (void)
{
  TonusSaveJob *self = g_new0 (TonusSaveJob, 1);

  self->act = TONUS_AUTOSAVE_DRAFT;
  self->objects = g_ptr_array_new_with_free_func (g_free);
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_pending_draft_free);
  return self;
}

TonusSaveJob *
tonus_save_job_new_revision (const char *object, TonusPending *pending)
{
  TonusSaveJob *self = tonus_save_job_new_drafts ();

  self->act = TONUS_AUTOSAVE_REVISION;
  self->pending = pending;
  g_ptr_array_add (self->objects, g_strdup (object));
  return self;
}

void
tonus_save_job_add_draft (TonusSaveJob *self, const char *object, TonusPendingDraft *draft)
{
  g_ptr_array_add (self->objects, g_strdup (object));
  g_ptr_array_add (self->drafts, draft);
}

void
tonus_save_job_run (TonusSaveJob *self)
{
  for (guint i = 0; i < self->drafts->len && !self->error; i++)
    tonus_pending_draft_save (g_ptr_array_index (self->drafts, i), &self->error);
  if (self->pending)
    tonus_pending_save (self->pending, &self->error);
}

static gboolean
done_cb (gpointer data)
{
  TonusSaveJob *self = data;

  self->is_called = TRUE;
  self->done (self->data);
  return G_SOURCE_REMOVE;
}

static gpointer
run_thread (gpointer data)
{
  TonusSaveJob *self = data;

  tonus_save_job_run (self);
  self->done_id = g_idle_add_full (G_PRIORITY_DEFAULT, done_cb, self, NULL);
  return NULL;
}

void
tonus_save_job_start (TonusSaveJob *self, void (*done) (gpointer data), gpointer data)
{
  self->done = done;
  self->data = data;
  self->thread = g_thread_new ("save", run_thread, self);
}

void
tonus_save_job_join (TonusSaveJob *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
  if (!self->is_called)
    g_source_remove (self->done_id);
}

void
tonus_save_job_free (TonusSaveJob *self)
{
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_clear_pointer (&self->pending, tonus_pending_free);
  g_clear_error (&self->error);
  g_free (self);
}
