/* tonus-index-refresh.c - look at all patients while the window goes on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A practice belongs to one thread, so the other one opens its own.
 */
#include "config.h"

#include "tonus-index-private.h"

typedef struct
{
  TonusIo *io;
  char *folder;
} Job;

typedef struct
{
  GPtrArray *rows;
  gboolean has_changed;
} Found;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->folder);
  g_free (self);
}

static void
found_free (gpointer data)
{
  Found *self = data;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPractice) practice = tonus_practice_open (job->io, job->folder, &error);
  Found *found = g_new0 (Found, 1);

  if (practice != NULL)
    found->rows = tonus_index_refresh (practice, cancellable, &found->has_changed, &error);
  if (found->rows != NULL)
    {
      g_task_return_pointer (task, found, found_free);
      return;
    }
  found_free (found);
  g_task_return_error (task, g_steal_pointer (&error));
}

void
tonus_index_refresh_async (TonusPractice *practice,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (practice, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->io = practice->io;
  job->folder = g_strdup (practice->folder);
  g_task_set_source_tag (task, tonus_index_refresh_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

GPtrArray *
tonus_index_refresh_finish (GAsyncResult *result, gboolean *has_changed, GError **error)
{
  Found *found = g_task_propagate_pointer (G_TASK (result), error);

  if (found == NULL)
    return NULL;
  if (has_changed != NULL)
    *has_changed = found->has_changed;
  GPtrArray *rows = g_steal_pointer (&found->rows);
  found_free (found);
  return rows;
}
