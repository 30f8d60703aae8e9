/* tonus-index-scan-all.c - many patients' rows, on as many threads as help
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading waits for the disk and hashes what it got, so two threads take half the time.  A practice
 * belongs to one thread: each helper opens its own.  Who cannot open it leaves the work to the
 * others.
 */
#include "config.h"

#include "tonus-index-private.h"

/* Fewer are done before a thread has begun. */
#define MANY 100
#define HELPERS_MAX 3

typedef struct
{
  TonusPractice *practice; /* the caller's */
  GCancellable *cancellable;
  GPtrArray *patients;
  TonusIndexRow **rows; /* each is filled by the one who took its number */
  int next;             /* atomic */
} Work;

static void
work (Work *self, TonusPractice *practice)
{
  while (!g_cancellable_is_cancelled (self->cancellable))
    {
      guint i = (guint) g_atomic_int_add (&self->next, 1);
      if (i >= self->patients->len)
        return;
      self->rows[i] = tonus_index_scan (practice, self->patients->pdata[i]);
    }
}

static gpointer
help (gpointer data)
{
  Work *self = data;
  g_autoptr (TonusPractice) own =
      tonus_practice_open (self->practice->io, self->practice->folder, NULL);

  if (own != NULL)
    work (self, own);
  return NULL;
}

gboolean
tonus_index_scan_all (TonusPractice *practice,
                      GPtrArray *patients,
                      TonusIndexRow **rows,
                      GCancellable *cancellable,
                      GError **error)
{
  Work self = { practice, cancellable, patients, rows, 0 };
  guint n_helpers = patients->len >= MANY ? MIN (g_get_num_processors () - 1, HELPERS_MAX) : 0;
  GThread *helpers[HELPERS_MAX];

  for (guint i = 0; i < n_helpers; i++)
    helpers[i] = g_thread_new ("index", help, &self);
  work (&self, practice);
  for (guint i = 0; i < n_helpers; i++)
    g_thread_join (helpers[i]);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
