/* tonus-save-job.h - one turn at the disk: some drafts, or one revision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain thread, not a GTask: leaving a chart has to wait for the job, and only a thread can be
 * joined.
 */
#pragma once

#include "tonus-autosave.h"
#include "tonus-draft.h"

G_BEGIN_DECLS

typedef struct
{
  TonusAutosaveAct act;
  GPtrArray *objects;    /* (element-type utf8) whose drafts, or the one whose revision it is */
  GPtrArray *drafts;     /* (element-type TonusPendingDraft) */
  TonusPending *pending; /* (nullable) */
  GError *error;         /* (nullable) what went wrong; to be read when it is over */
  GThread *thread;
  void (*done) (gpointer data);
  gpointer data;
  guint done_id;
  gboolean is_called; /* done(), whose source then goes by itself */
} TonusSaveJob;

TonusSaveJob *tonus_save_job_new_drafts (void);
/* @pending is taken. */
TonusSaveJob *tonus_save_job_new_revision (const char *object, TonusPending *pending);
/* @draft is taken. */
void tonus_save_job_add_draft (TonusSaveJob *self, const char *object, TonusPendingDraft *draft);

/* @done is called from the main loop, unless it is joined before. */
void tonus_save_job_start (TonusSaveJob *self, void (*done) (gpointer data), gpointer data);
void tonus_save_job_join (TonusSaveJob *self);

/* What it was to do, here and now. */
void tonus_save_job_run (TonusSaveJob *self);

void tonus_save_job_free (TonusSaveJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusSaveJob, tonus_save_job_free)

G_END_DECLS
