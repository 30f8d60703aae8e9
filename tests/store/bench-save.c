/* bench-save.c - saving a full visit against the least that a durable file costs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reference writes the same bytes under a temporary name, syncs, renames and syncs the folder,
 * and nothing else.  All take turns on the same file system, that of the working directory.  Saves
 * are measured twice: as in the window, where a watch vouches for the patient's folder, and
 * without, where the folder is listed before each.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-watch.h"

/* The demo's evaluation has 6.4 KB; a chart of forty visits has some hundred files. */
#define VISIT_BYTES 6400
#define N_CHARTS 4
#define N_SAVES_PER_CHART 100
#define N_SAVES (N_CHARTS * N_SAVES_PER_CHART)
#define N_REVISIONS 10 /* of one visit, then the next visit */

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

typedef struct
{
  gint64 saved[N_SAVES];
  gint64 prepared[N_SAVES];
} Times;

typedef struct
{
  Times watched;
  Times listed;
  gint64 bare[N_SAVES];
  gsize n_bytes;
} Bench;

/* What a caller waits for, from the edited record to the durable file. */
static void
time_save (Fixture *self, TonusRecord *visit, Times *times, guint nth)
{
  g_autofree char *text = g_strdup_printf ("save %u", nth);

  fixture_set (visit, "history/complaint", text);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TonusPending) pending =
      tonus_practice_prepare (self->practice, visit, NULL, self->therapist, NULL);
  gint64 ready = g_get_monotonic_time ();
  g_assert (tonus_pending_save (pending, NULL));
  times->saved[nth] = g_get_monotonic_time () - start;
  times->prepared[nth] = ready - start;
}

static void
time_watched (Fixture *self, TonusWatch *watch, TonusRecord *visit, Times *times, guint nth)
{
  tonus_watch_add_patient (watch, self->patient);
  /* The first look after the watch began is the last. */
  g_autoptr (GPtrArray) ids G_GNUC_UNUSED =
      tonus_practice_list_objects (self->practice, self->patient, NULL, NULL);
  time_save (self, visit, times, nth);
  tonus_watch_remove_patient (watch, self->patient);
}

static void
time_chart (Fixture *self, const char *folder, guint first, Bench *bench)
{
  g_autoptr (TonusWatch) watch = tonus_watch_new (self->practice);
  g_autoptr (TonusRecord) visit = make_visit (self);
  g_autoptr (GBytes) bytes =
      tonus_practice_load_bytes (self->practice, tonus_record_get_object (visit), NULL, NULL);

  bench->n_bytes = g_bytes_get_size (bytes);
  for (guint i = first; i < first + N_SAVES_PER_CHART; i++)
    {
      if (i % N_REVISIONS == 0)
        {
          g_clear_object (&visit);
          visit = make_visit (self);
        }
      time_watched (self, watch, visit, &bench->watched, i);
      time_save (self, visit, &bench->listed, i);
      gint64 start = g_get_monotonic_time ();
      save_barely (folder, i, bytes);
      bench->bare[i] = g_get_monotonic_time () - start;
    }
}

/* A fixture takes its folder's parent away with it. */
static void
time_charts (Bench *bench)
{
  for (guint i = 0; i < N_CHARTS; i++)
    {
      g_autofree char *parent = g_strdup ("bench-save-XXXXXX");

      g_assert (g_mkdtemp_full (parent, 0700) != NULL);
      g_autofree char *whole = g_canonicalize_filename (parent, NULL);
      g_autofree char *folder = g_build_filename (whole, "practice", NULL);
      g_autofree char *reference = g_build_filename (whole, "reference", NULL);
      Fixture *fixture = fixture_new (tonus_io_real (), folder);
      g_assert (tonus_make_folder (tonus_io_real (), reference, NULL));
      time_chart (fixture, reference, i * N_SAVES_PER_CHART, bench);
      fixture_free (fixture);
    }
}

static void
print_times (const char *title, Times *times, double bare)
{
  double saved = median_of (times->saved, N_SAVES);

  g_print ("%s: p50 %.0f us, of which prepare %.0f us; ratio %.2f\n", title, saved,
           median_of (times->prepared, N_SAVES), saved / bare);
}

int
main (int argc, char **argv)
{
  g_autofree Bench *bench = g_new0 (Bench, 1);

  time_charts (bench);
  double bare = median_of (bench->bare, N_SAVES);
  g_print ("bare durable write of a visit of %" G_GSIZE_FORMAT " bytes: p50 %.0f us\n",
           bench->n_bytes, bare);
  print_times ("save, the folder watched", &bench->watched, bare);
  print_times ("save, the folder listed", &bench->listed, bare);
  return 0;
}
