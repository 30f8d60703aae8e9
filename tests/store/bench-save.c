/* bench-save.c - saving a full visit against the least that a durable file costs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reference writes the same bytes under a temporary name, syncs, renames and syncs the folder,
 * and nothing else.  Both take turns on the same file system, that of the working directory.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-index.h"

#define VISIT_BYTES 12000
#define N_SAVES 300
#define N_REVISIONS 10 /* of one visit, then the next visit */
#define N_WARM_UP 20

static int
compare_times (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static double
median_of (gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  return (double) times[n / 2];
}

static void
save_barely (const char *folder, guint nth, GBytes *bytes)
{
  g_autofree char *temporary = g_build_filename (folder, ".tmp", NULL);
  g_autofree char *final = g_strdup_printf ("%s/%u", folder, nth);
  gsize length = g_bytes_get_size (bytes);
  int fd = open (temporary, O_WRONLY | O_CREAT | O_EXCL, 0600);

  g_assert (write (fd, g_bytes_get_data (bytes, NULL), length) == (ssize_t) length);
  g_assert (fsync (fd) == 0);
  close (fd);
  g_assert (rename (temporary, final) == 0);
  int dir = open (folder, O_RDONLY | O_DIRECTORY);
  g_assert (fsync (dir) == 0);
  close (dir);
}

/* A full visit, saved once. */
static TonusRecord *
make_visit (Fixture *self)
{
  g_autofree char *id =
      fixture_add (self->practice, "visit", self->patient, self->therapist, "visit/episode",
                   self->episode, "visit/date", "2026-11-02", NULL);
  TonusRecord *visit = tonus_practice_load (self->practice, id, NULL, NULL);

  fixture_fill_visit (visit, VISIT_BYTES);
  g_assert (tonus_practice_save (self->practice, visit, NULL, self->therapist, NULL, NULL));
  return visit;
}

static void
bench (Fixture *self, const char *folder)
{
  g_autofree gint64 *ours = g_new0 (gint64, N_SAVES);
  g_autofree gint64 *bare = g_new0 (gint64, N_SAVES);
  g_autofree gint64 *prepared = g_new0 (gint64, N_SAVES);
  g_autoptr (TonusRecord) visit = make_visit (self);
  g_autoptr (GBytes) bytes =
      tonus_practice_load_bytes (self->practice, tonus_record_get_object (visit), NULL, NULL);

  for (guint i = 0; i < N_SAVES + N_WARM_UP; i++)
    {
      guint place = i < N_WARM_UP ? 0 : i - N_WARM_UP;
      if (i % N_REVISIONS == 0)
        {
          g_clear_object (&visit);
          visit = make_visit (self);
        }
      g_autofree char *text = g_strdup_printf ("save %u", i);
      fixture_set (visit, "history/complaint", text);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TonusPending) pending =
          tonus_practice_prepare (self->practice, visit, NULL, self->therapist, NULL);
      gint64 ready = g_get_monotonic_time ();
      g_assert (tonus_pending_save (pending, NULL));
      gint64 end = g_get_monotonic_time ();
      g_clear_pointer (&pending, tonus_pending_free);
      gint64 bare_start = g_get_monotonic_time ();
      save_barely (folder, i, bytes);
      bare[place] = g_get_monotonic_time () - bare_start;
      ours[place] = end - start;
      prepared[place] = ready - start;
    }
  double p50 = median_of (ours, N_SAVES), reference = median_of (bare, N_SAVES);
  g_print ("save of a visit of %" G_GSIZE_FORMAT " bytes: p50 %.0f us, of which prepare "
           "%.0f us; bare durable write p50 %.0f us; ratio %.2f\n",
           g_bytes_get_size (bytes), p50, median_of (prepared, N_SAVES), reference,
           p50 / reference);
}

int
main (int argc, char **argv)
{
  g_autofree char *parent = g_strdup ("bench-save-XXXXXX");

  g_assert (g_mkdtemp_full (parent, 0700) != NULL);
  g_autofree char *whole = g_canonicalize_filename (parent, NULL);
  g_autofree char *folder = g_build_filename (whole, "practice", NULL);
  g_autofree char *reference = g_build_filename (whole, "reference", NULL);
  Fixture *fixture = fixture_new (tonus_io_real (), folder);
  g_assert (tonus_make_folder (tonus_io_real (), reference, NULL));
  bench (fixture, reference);
  fixture_free (fixture);
  return 0;
}
