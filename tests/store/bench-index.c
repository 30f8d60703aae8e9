/* bench-index.c - the patient list of a large practice: cold, and when nothing has changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reference is listing the patients' folder and asking each for its times, which no index can
 * do without.
 */
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-index.h"

#define N_PATIENTS 1000
#define N_VISITS 10

static gint64
later_clock (TonusIo *io)
{
  return tonus_io_real ()->clock (tonus_io_real ()) + 60;
}

static void
fill (Fixture *self)
{
  tonus_practice_begin_bulk (self->practice);
  for (guint i = 0; i < N_PATIENTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name%u", i);
      g_autofree char *patient = fixture_add (self->practice, "patient", NULL, self->therapist,
                                              "patient/given", "A", "patient/family", name, NULL);
      g_autofree char *episode = fixture_add (self->practice, "episode", patient, self->therapist,
                                              "episode/title", "Knee", NULL);
      for (guint j = 0; j < N_VISITS; j++)
        g_free (fixture_add (self->practice, "visit", patient, self->therapist, "visit/episode",
                             episode, "visit/date", "2026-11-02", "pain/now", "4", NULL));
    }
  g_assert (tonus_practice_end_bulk (self->practice, NULL));
}

static double
time_list (Fixture *self, TonusIo *io)
{
  g_autoptr (TonusPractice) practice = tonus_practice_open (io, self->folder, NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) entries = tonus_index_load (practice, NULL);
  gint64 end = g_get_monotonic_time ();

  g_assert (entries->len == N_PATIENTS + 1);
  return (double) (end - start) / 1000;
}

static double
time_reference (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "patients", NULL);
  gint64 start = g_get_monotonic_time ();
  DIR *dir = opendir (path);
  struct dirent *entry;
  struct stat status;

  while ((entry = readdir (dir)) != NULL)
    g_assert (fstatat (dirfd (dir), entry->d_name, &status, 0) == 0);
  closedir (dir);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

int
main (int argc, char **argv)
{
  TonusIo later = *tonus_io_real ();
  g_autofree char *parent = g_strdup ("bench-index-XXXXXX");

  g_assert (g_mkdtemp_full (parent, 0700) != NULL);
  g_autofree char *whole = g_canonicalize_filename (parent, NULL);
  g_autofree char *cache = g_build_filename (whole, "cache", NULL);
  g_assert (g_setenv ("XDG_CACHE_HOME", cache, TRUE));
  g_autofree char *folder = g_build_filename (whole, "practice", NULL);
  Fixture *fixture = fixture_new (tonus_io_real (), folder);
  gint64 start = g_get_monotonic_time ();
  fill (fixture);
  double filled = (double) (g_get_monotonic_time () - start) / 1000;
  later.clock = later_clock;
  double cold = time_list (fixture, &later);
  double warm = G_MAXDOUBLE, reference = G_MAXDOUBLE;
  for (guint i = 0; i < 10; i++)
    {
      warm = MIN (warm, time_list (fixture, &later));
      reference = MIN (reference, time_reference (fixture));
    }
  g_print ("%d patients, %d visits each: written in bulk in %.0f ms; list cold %.0f ms, warm %.1f "
           "ms; listing "
           "and asking the folders alone %.1f ms; ratio %.1f\n",
           N_PATIENTS, N_VISITS, filled, cold, warm, reference, warm / reference);
  fixture_free (fixture);
  return 0;
}
