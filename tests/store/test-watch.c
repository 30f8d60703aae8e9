/* test-watch.c - what others write is told once, what we write never, and a folder that goes is
 * missed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>

#include "fixture.h"
#include "tonus-id.h"
#include "tonus-index.h"
#include "tonus-practice-pictures.h"
#include "tonus-practice-private.h"
#include "tonus-watch.h"

/* No time limit on the code: the end of a run that would hang. */
#define WATCHDOG_SECONDS 120

typedef struct
{
  Fixture *fixture;
  TonusPractice *other; /* another program's */
  TonusWatch *watch;
  GHashTable *told; /* patient id or "" → how often */
  guint n_availability;
} Desk;

static void
patient_changed_cb (TonusWatch *watch, const char *patient, Desk *self)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->told, patient));

  g_hash_table_replace (self->told, g_strdup (patient), GUINT_TO_POINTER (n + 1));
}

static void
availability_changed_cb (TonusWatch *watch, Desk *self)
{
  self->n_availability++;
}

static void
set_up (Desk *self, gconstpointer data)
{
  static TonusIo io;
  g_autofree char *parent = scratch_make ();
  g_autofree char *folder = g_build_filename (parent, "practice", NULL);

  io = *tonus_io_real ();
  self->fixture = fixture_new (&io, folder);
  self->other = fixture_open (self->fixture);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->watch = tonus_watch_new (self->fixture->practice);
  g_signal_connect (self->watch, "patient-changed", G_CALLBACK (patient_changed_cb), self);
  g_signal_connect (self->watch, "availability-changed", G_CALLBACK (availability_changed_cb),
                    self);
  tonus_watch_add_patient (self->watch, self->fixture->patient);
}

static void
tear_down (Desk *self, gconstpointer data)
{
  g_assert_finalize_object (self->watch);
  g_clear_object (&self->other);
  g_clear_pointer (&self->told, g_hash_table_unref);
  fixture_free (self->fixture);
}

static guint n_listings;

static GPtrArray *
counting_readdir (TonusIo *io, int fd)
{
  n_listings++;
  return tonus_io_real ()->readdir (tonus_io_real (), fd);
}

static guint
count (Desk *self, const char *patient)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->told, patient));
}

static gboolean
bark_cb (gpointer data)
{
  g_error ("the event did not come");
  return G_SOURCE_REMOVE;
}

static void
await_told (Desk *self, const char *patient)
{
  guint watchdog = g_timeout_add_seconds (WATCHDOG_SECONDS, bark_cb, NULL);

  while (count (self, patient) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (watchdog);
}

static void
await_availability (Desk *self, guint n)
{
  guint watchdog = g_timeout_add_seconds (WATCHDOG_SECONDS, bark_cb, NULL);

  while (self->n_availability < n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (watchdog);
}

/* One more file from elsewhere, and all events before it have been heard. */
static void
flush (Desk *self)
{
  g_hash_table_remove (self->told, "");
  g_free (fixture_add (self->other, "payer", NULL, NULL, "payer/name", "Any", NULL));
  await_told (self, "");
}

static guint
count_heads (Desk *self)
{
  g_autoptr (TonusObject) visit =
      tonus_practice_get_object (self->fixture->practice, self->fixture->visit, NULL);

  return visit->heads->len;
}

static void
test_foreign (Desk *self, gconstpointer data)
{
  Fixture *fixture = self->fixture;

  g_assert_cmpuint (count_heads (self), ==, 1);
  g_autoptr (TonusRecord) ours =
      tonus_practice_load (fixture->practice, fixture->visit, NULL, NULL);
  /* Many files of one sync. */
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *pain = g_strdup_printf ("%u", i % 10);
      g_free (fixture_change (self->other, fixture->visit, "pain/now", pain, NULL, NULL));
    }
  await_told (self, fixture->patient);
  flush (self);
  g_assert_cmpuint (count (self, fixture->patient), <, 20);
  /* Nobody called tonus_practice_refresh(). */
  g_autoptr (TonusObject) visit =
      tonus_practice_get_object (fixture->practice, fixture->visit, NULL);
  g_assert_cmpuint (visit->revisions->len, ==, 21);

  fixture_set (ours, "pain/now", "7");
  g_assert_true (tonus_practice_save (fixture->practice, ours, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (count_heads (self), ==, 2);
  g_hash_table_remove_all (self->told);
  flush (self);
  g_assert_cmpuint (count (self, fixture->patient), ==, 0);
}

/* Pictures come and go beside the records: nobody is told, nothing is in doubt. */
static void
test_pictures (Desk *self, gconstpointer data)
{
  g_autoptr (GBytes) ours = g_bytes_new_static ("ours", 4);
  g_autoptr (GBytes) theirs = g_bytes_new_static ("theirs", 6);
  g_autofree char *one = NULL, *other = NULL;

  g_assert_true (tonus_practice_keep_picture (self->fixture->practice, ours, "jpg", &one, NULL));
  g_assert_true (tonus_practice_keep_picture (self->other, theirs, "jpg", &other, NULL));
  flush (self);
  g_assert_cmpuint (count (self, self->fixture->patient), ==, 0);
  g_assert_cmpuint (count (self, ""), ==, 1);
  g_assert_cmpuint (self->n_availability, ==, 0);
}

/* A save that trusts the watch does not look at the folder; it must know of a signature all the
 * same. */
static void
test_signed (Desk *self, gconstpointer data)
{
  Fixture *fixture = self->fixture;
  g_autoptr (TonusRecord) ours =
      tonus_practice_load (fixture->practice, fixture->visit, NULL, NULL);
  g_autoptr (TonusRecord) theirs = tonus_practice_load (self->other, fixture->visit, NULL, NULL);
  g_autoptr (GError) error = NULL;

  fixture_set (ours, "pain/now", "3");
  g_assert_true (tonus_practice_save (fixture->practice, ours, NULL, NULL, NULL, NULL));
  fixture_sign (theirs, fixture->therapist);
  g_assert_true (tonus_practice_save (self->other, theirs, NULL, NULL, NULL, NULL));
  await_told (self, fixture->patient);
  fixture_set (ours, "pain/now", "4");
  g_assert_false (tonus_practice_save (fixture->practice, ours, NULL, NULL, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_SIGNED);
}

static guint
count_listings_of_save (Desk *self, const char *pain)
{
  TonusIo *io = tonus_practice_get_io (self->fixture->practice);
  g_autoptr (TonusRecord) visit =
      tonus_practice_load (self->fixture->practice, self->fixture->visit, NULL, NULL);

  fixture_set (visit, "pain/now", pain);
  io->readdir = counting_readdir;
  n_listings = 0;
  g_assert_true (tonus_practice_save (self->fixture->practice, visit, NULL, NULL, NULL, NULL));
  io->readdir = tonus_io_real ()->readdir;
  return n_listings;
}

/* Only a folder that somebody vouches for is not listed before each save. */
static void
test_listings (Desk *self, gconstpointer data)
{
  Fixture *fixture = self->fixture;
  gboolean is_local = tonus_practice_is_watched (fixture->practice, fixture->patient);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (count_listings_of_save (self, i % 2 == 0 ? "5" : "6"), ==, !is_local);
  g_autoptr (GPtrArray) entries = tonus_index_load (fixture->practice, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpuint (count_listings_of_save (self, "7"), ==, !is_local);
  tonus_watch_remove_patient (self->watch, fixture->patient);
  g_assert_cmpuint (count_listings_of_save (self, "8"), ==, 1);
  tonus_watch_add_patient (self->watch, fixture->patient);
}

static void
test_own (Desk *self, gconstpointer data)
{
  Fixture *fixture = self->fixture;
  g_autofree char *saved =
      fixture_change (fixture->practice, fixture->visit, "pain/now", "3", NULL, NULL);
  g_autoptr (TonusRecord) visit =
      tonus_practice_load (fixture->practice, fixture->visit, NULL, NULL);

  g_assert_nonnull (saved);
  fixture_set (visit, "pain/now", "2");
  /* The events come before the practice has looked whether it was saved. */
  g_autoptr (TonusPending) pending =
      tonus_practice_prepare (fixture->practice, visit, NULL, NULL, NULL);
  g_assert_true (tonus_pending_save (pending, NULL));
  g_autofree char *patient =
      fixture_add (fixture->practice, "patient", NULL, NULL, "patient/family", "Own", NULL);
  tonus_watch_add_patient (self->watch, patient);
  g_free (fixture_add (fixture->practice, "episode", patient, NULL, "episode/title", "Knee", NULL));
  g_free (fixture_add (fixture->practice, "payer", NULL, NULL, "payer/name", "Own", NULL));
  g_autofree char *seen =
      fixture_add (self->other, "patient", NULL, NULL, "patient/family", "Seen", NULL);
  await_told (self, seen);
  g_assert_cmpuint (count (self, fixture->patient), ==, 0);
  g_assert_cmpuint (count (self, patient), ==, 0);
  g_assert_cmpuint (count (self, ""), ==, 1); /* the one seen */
  g_assert_cmpuint (count_heads (self), ==, 1);
  tonus_watch_remove_patient (self->watch, patient);
}

/* What we wrote and another took away and put back is news. */
static void
test_own_gone (Desk *self, gconstpointer data)
{
  Fixture *fixture = self->fixture;

  g_free (fixture_change (fixture->practice, fixture->visit, "pain/now", "3", NULL, NULL));
  g_autofree char *path = fixture_path_of (fixture, fixture->patient, fixture->visit, NULL);
  g_autofree char *aside = g_build_filename (fixture->folder, "aside", NULL);
  g_assert_cmpint (g_rename (path, aside), ==, 0);
  await_told (self, fixture->patient);
  g_autoptr (TonusObject) before =
      tonus_practice_get_object (fixture->practice, fixture->visit, NULL);
  g_assert_cmpuint (before->revisions->len, ==, 1);
  g_hash_table_remove_all (self->told);
  g_assert_cmpint (g_rename (aside, path), ==, 0);
  await_told (self, fixture->patient);
  g_autoptr (TonusObject) after =
      tonus_practice_get_object (fixture->practice, fixture->visit, NULL);
  g_assert_cmpuint (after->revisions->len, ==, 2);
}

static void
test_strangers (Desk *self, gconstpointer data)
{
  static const char *const names[] = { ".tmp-abcdefghijklmnopqrstuvwxyz", ".syncthing.visit.tmp",
                                       "visit-copy.keyfile" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->fixture->folder, "patients",
                                                self->fixture->patient, names[i], NULL);
      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  flush (self);
  g_assert_cmpuint (count (self, self->fixture->patient), ==, 0);
}

static void
test_unasked (Desk *self, gconstpointer data)
{
  Fixture *fixture = self->fixture;

  tonus_watch_add_patient (self->watch, fixture->patient);
  tonus_watch_remove_patient (self->watch, fixture->patient);
  g_free (fixture_change (self->other, fixture->visit, "pain/now", "3", NULL, NULL));
  await_told (self, fixture->patient);
  tonus_watch_remove_patient (self->watch, fixture->patient);
  g_hash_table_remove_all (self->told);
  g_free (fixture_change (self->other, fixture->visit, "pain/now", "4", NULL, NULL));
  flush (self);
  g_assert_cmpuint (count (self, fixture->patient), ==, 0);
}

static void
test_new_patient (Desk *self, gconstpointer data)
{
  g_autofree char *id = tonus_io_new_id (tonus_io_real ());
  g_autofree char *folder = g_build_filename (self->fixture->folder, "patients", id, NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  await_told (self, "");
  g_autofree char *whole =
      fixture_add (self->other, "patient", NULL, NULL, "patient/family", "New", NULL);
  await_told (self, whole);
  g_autoptr (TonusObject) object = tonus_practice_get_object (self->fixture->practice, whole, NULL);
  g_assert_nonnull (object);
}

static void
check_comes_back (Desk *self, const char *path)
{
  Fixture *fixture = self->fixture;
  g_autofree char *aside = g_strconcat (path, ".aside", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tonus_watch_is_available (self->watch));
  g_assert_cmpint (g_rename (path, aside), ==, 0);
  await_availability (self, 1);
  g_assert_false (tonus_watch_is_available (self->watch));
  g_assert_false (tonus_practice_is_available (fixture->practice, &error));
  g_assert_cmpint (g_rename (aside, path), ==, 0);
  await_availability (self, 2);
  g_assert_true (tonus_watch_is_available (self->watch));
  /* The lookouts are back at their places. */
  g_hash_table_remove_all (self->told);
  g_free (fixture_change (self->other, fixture->visit, "pain/now", "3", NULL, NULL));
  await_told (self, fixture->patient);
  flush (self);
  g_assert_cmpuint (self->n_availability, ==, 2);
}

static void
test_folder (Desk *self, gconstpointer data)
{
  check_comes_back (self, self->fixture->folder);
}

static void
test_parent (Desk *self, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (self->fixture->folder);

  check_comes_back (self, parent);
}

static void
test_practice_file (Desk *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->fixture->folder, "practice.keyfile", NULL);

  check_comes_back (self, path);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Desk *self, gconstpointer data);
  } tests[] = {
    { "/watch/foreign", test_foreign },
    { "/watch/pictures", test_pictures },
    { "/watch/signed", test_signed },
    { "/watch/listings", test_listings },
    { "/watch/own", test_own },
    { "/watch/own-gone", test_own_gone },
    { "/watch/strangers", test_strangers },
    { "/watch/unasked", test_unasked },
    { "/watch/new-patient", test_new_patient },
    { "/watch/folder", test_folder },
    { "/watch/parent", test_parent },
    { "/watch/practice-file", test_practice_file },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
