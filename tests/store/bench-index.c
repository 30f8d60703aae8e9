/* bench-index.c - the patient list of a large practice: for the first frame, when nothing has
 * changed, and without a cache
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each has its own reference, the least that it cannot do without: reading the cache's bytes;
 * listing the patients' folder and asking each for its times; reading every file and hashing it, on
 * one thread.
 */
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-id.h"
#include "tonus-index.h"

#define N_PATIENTS 10000
#define N_VISITS 1
#define N_LOOKS 20

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
      tonus_practice_refresh (self->practice);
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
time_cached (Fixture *self)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) entries = tonus_index_load_cached (self->practice);
  gint64 end = g_get_monotonic_time ();

  g_assert (entries->len == N_PATIENTS + 1);
  return (double) (end - start) / 1000;
}

static double
time_reading (const char *path)
{
  gint64 start = g_get_monotonic_time ();
  g_autofree char *bytes = NULL;

  g_assert (g_file_get_contents (path, &bytes, NULL, NULL));
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
time_asking (const char *folder)
{
  gint64 start = g_get_monotonic_time ();
  DIR *dir = opendir (folder);
  struct dirent *entry;
  struct stat status;

  while ((entry = readdir (dir)) != NULL)
    g_assert (fstatat (dirfd (dir), entry->d_name, &status, 0) == 0);
  closedir (dir);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
hash_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;
      g_assert (g_file_get_contents (path, &bytes, &length, NULL));
      g_autofree char *hash = tonus_hash_of (bytes, length);
      g_assert (hash != NULL);
    }
}

static double
time_hashing (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 start = g_get_monotonic_time ();
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      hash_folder (path);
    }
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
print_ratio (const char *title, double ours, const char *reference_title, double reference)
{
  g_print ("%s: %.1f ms; %s: %.1f ms; ratio %.2f\n", title, ours, reference_title, reference,
           ours / reference);
}

static void
measure (Fixture *self)
{
  TonusIo later = *tonus_io_real ();
  g_autofree char *patients = g_build_filename (self->folder, "patients", NULL);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "tonus",
                                             tonus_practice_get_id (self->practice), "index", NULL);
  double cached = G_MAXDOUBLE, reading = G_MAXDOUBLE, warm = G_MAXDOUBLE, asking = G_MAXDOUBLE;

  later.clock = later_clock;
  double hashing = time_hashing (patients);
  double cold = time_list (self, &later);
  for (guint i = 0; i < N_LOOKS; i++)
    {
      cached = MIN (cached, time_cached (self));
      reading = MIN (reading, time_reading (cache));
      warm = MIN (warm, time_list (self, &later));
      asking = MIN (asking, time_asking (patients));
    }
  g_print ("%d patients, %d visits each\n", N_PATIENTS, N_VISITS);
  print_ratio ("list as cached, for the first frame", cached, "reading its bytes", reading);
  print_ratio ("list, nothing changed", warm, "listing and asking the folders", asking);
  print_ratio ("list, no cache", cold, "reading and hashing every file", hashing);
}

int
main (int argc, char **argv)
{
  g_autofree char *parent = g_strdup ("bench-index-XXXXXX");

  g_assert (g_mkdtemp_full (parent, 0700) != NULL);
  g_autofree char *whole = g_canonicalize_filename (parent, NULL);
  g_autofree char *cache = g_build_filename (whole, "cache", NULL);
  g_assert (g_setenv ("XDG_CACHE_HOME", cache, TRUE));
  g_autofree char *folder = g_build_filename (whole, "practice", NULL);
  Fixture *fixture = fixture_new (tonus_io_real (), folder);
  fill (fixture);
  measure (fixture);
  fixture_free (fixture);
  return 0;
}
