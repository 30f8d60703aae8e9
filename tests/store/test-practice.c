/* test-practice.c - a practice: making, opening, revisions, forks, signed records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-id.h"

typedef Fixture *Place;

static void
set_up (Place *place, gconstpointer data)
{
  *place = fixture_new_on_disk ();
}

static void
tear_down (Place *place, gconstpointer data)
{
  fixture_free (*place);
}

static void
test_create (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *readme = g_build_filename (self->folder, "README.txt", NULL);
  g_autoptr (TonusPractice) practice = fixture_open (self);
  g_autoptr (GPtrArray) own = tonus_practice_list_objects (practice, NULL, NULL, NULL);
  g_autoptr (GPtrArray) therapists =
      tonus_practice_list_objects (practice, NULL, "therapist", NULL);
  g_autoptr (GPtrArray) patients = tonus_practice_list_patients (practice, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_test (readme, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpstr (tonus_practice_get_id (practice), ==, tonus_practice_get_id (self->practice));
  g_assert_cmpuint (own->len, ==, 2);
  g_assert_cmpuint (therapists->len, ==, 1);
  g_assert_cmpstr (therapists->pdata[0], ==, self->therapist);
  g_assert_cmpuint (patients->len, ==, 1);
  g_assert_cmpstr (patients->pdata[0], ==, self->patient);
  g_assert_cmpuint (tonus_practice_get_remarks (practice)->len, ==, 0);
  g_assert_true (tonus_practice_is_available (practice, &error));

  g_assert_null (
      tonus_practice_create (tonus_io_real (), self->folder, "A", "B", "C", NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_EXISTS);
}

static void
check_unopenable (const char *folder, TonusStoreError expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tonus_practice_open (tonus_io_real (), folder, &error));
  g_assert_error (error, TONUS_STORE_ERROR, (int) expected);
  g_assert_nonnull (strstr (error->message, folder));
}

static void
test_open_what_is_none (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *parent = g_path_get_dirname (self->folder);
  g_autofree char *absent = g_build_filename (parent, "absent", NULL);
  g_autofree char *file = g_build_filename (self->folder, "practice.keyfile", NULL);
  g_autoptr (GError) error = NULL;

  check_unopenable (absent, TONUS_STORE_ERROR_NOT_AVAILABLE);
  check_unopenable (parent, TONUS_STORE_ERROR_NOT_A_PRACTICE);
  scratch_write (file, "", 0);
  check_unopenable (self->folder, TONUS_STORE_ERROR_DAMAGED);
  unlink (file);
  /* Patients but no practice.keyfile: half a copy is never an empty practice. */
  check_unopenable (self->folder, TONUS_STORE_ERROR_NOT_AVAILABLE);
  g_assert_false (tonus_practice_is_available (self->practice, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_AVAILABLE);
}

static void
test_revisions (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, &error);
  g_autofree char *first = g_strdup (tonus_practice_hash_of (self->practice, visit));
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_assert_no_error (error);
  fixture_set (visit, "pain/now", "3");
  g_assert_true (
      tonus_practice_save (self->practice, visit, NULL, self->therapist, &second, &error));
  g_assert_cmpstr (tonus_practice_hash_of (self->practice, visit), ==, second);
  g_assert_cmpuint (tonus_record_get_header (visit)->revision, ==, 2);
  fixture_set (visit, "pain/now", "2");
  g_assert_true (
      tonus_practice_save (self->practice, visit, NULL, self->therapist, &third, &error));
  g_assert_no_error (error);

  g_autoptr (TonusPractice) other = fixture_open (self);
  g_autoptr (TonusObject) object = tonus_practice_get_object (other, self->visit, &error);
  g_assert_cmpuint (object->revisions->len, ==, 3);
  g_assert_cmpuint (object->heads->len, ==, 1);
  g_assert_false (object->is_incomplete);
  g_assert_cmpuint (object->damaged->len, ==, 0);
  const TonusRevision *head = object->heads->pdata[0];
  g_assert_cmpstr (head->hash, ==, third);
  g_assert_cmpuint (head->number, ==, 3);
  g_assert_cmpstr (head->parents[0], ==, second);
  g_assert_cmpstr (head->author, ==, self->therapist);
  g_assert_null (head->parents[1]);
  g_autoptr (TonusRecord) old = tonus_practice_load (other, self->visit, first, &error);
  g_assert_cmpstr (tonus_record_get (old, "pain/now"), ==, "4");
  g_autoptr (TonusRecord) now = tonus_practice_load (other, self->visit, NULL, &error);
  g_assert_cmpstr (tonus_record_get (now, "pain/now"), ==, "2");
  g_assert_null (tonus_practice_load (other, self->visit, self->visit, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND);
}

static void
test_bytes (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *path = fixture_path_of (self, self->patient, self->visit, NULL);
  g_autoptr (GBytes) on_disk = scratch_read (path);
  g_autoptr (GBytes) bytes = tonus_practice_load_bytes (self->practice, self->visit, NULL, NULL);
  g_autofree char *hash =
      tonus_hash_of (g_bytes_get_data (on_disk, NULL), g_bytes_get_size (on_disk));
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, hash, NULL);

  g_assert_true (g_bytes_equal (on_disk, bytes));
  g_assert_cmpstr (tonus_practice_hash_of (self->practice, visit), ==, hash);
  /* What it was written against. */
  g_assert_cmpuint (g_strv_length (tonus_record_get_header (visit)->context), ==, 3);
}

static void
test_resolve (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GError) error = NULL;
  g_autofree char *prefix = g_strndup (self->visit, 10);
  g_autofree char *id = tonus_practice_resolve (self->practice, prefix, NULL, &error);

  g_assert_cmpstr (id, ==, self->visit);
  g_assert_null (tonus_practice_resolve (self->practice, prefix, "episode", &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  prefix[5] = '\0';
  g_assert_null (tonus_practice_resolve (self->practice, prefix, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_AMBIGUOUS);
}

static void
test_ambiguous (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  static const char *const ids[] = { "abcdef22222222222222222222", "abcdef33333333333333333333" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TonusRecord) payer =
          tonus_record_new (tonus_practice_get_schema (self->practice), "payer", ids[i]);
      fixture_set (payer, "payer/name", "Acme");
      g_assert_true (tonus_practice_save (self->practice, payer, NULL, NULL, NULL, NULL));
    }
  g_assert_null (tonus_practice_resolve (self->practice, "abcdef", NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_AMBIGUOUS);
  g_autofree char *one = tonus_practice_resolve (self->practice, "abcdef2", "payer", NULL);
  g_assert_cmpstr (one, ==, ids[0]);
}

/* Two programs change the same revision: both are kept, and a person puts them together. */
static void
test_fork (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusPractice) other = fixture_open (self);
  g_autoptr (TonusRecord) ours = tonus_practice_load (self->practice, self->visit, NULL, NULL);
  g_autoptr (TonusRecord) theirs = tonus_practice_load (other, self->visit, NULL, NULL);
  g_autoptr (GError) error = NULL;

  fixture_set (ours, "pain/now", "1");
  fixture_set (ours, "pain/best", "0");
  fixture_set (theirs, "pain/now", "2");
  fixture_set (theirs, "pain/worst", "7");
  g_assert_true (tonus_practice_save (self->practice, ours, NULL, self->therapist, NULL, &error));
  g_assert_true (tonus_practice_save (other, theirs, NULL, self->therapist, NULL, &error));
  g_assert_no_error (error);

  tonus_practice_refresh (self->practice);
  g_autoptr (TonusObject) forked = tonus_practice_get_object (self->practice, self->visit, NULL);
  g_assert_cmpuint (forked->heads->len, ==, 2);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (TonusRecord) merged =
      tonus_practice_merge_heads (self->practice, self->visit, &conflicts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (((TonusConflict *) conflicts->pdata[0])->path, ==, "pain/now");
  g_assert_cmpstr (((TonusConflict *) conflicts->pdata[0])->base, ==, "4");
  g_assert_cmpstr (tonus_record_get (merged, "pain/best"), ==, "0");
  g_assert_cmpstr (tonus_record_get (merged, "pain/worst"), ==, "7");

  const char *parents[] = { ((TonusRevision *) forked->heads->pdata[0])->hash,
                            ((TonusRevision *) forked->heads->pdata[1])->hash, NULL };
  g_assert_true (
      tonus_practice_save (self->practice, merged, parents, self->therapist, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (TonusObject) one = tonus_practice_get_object (self->practice, self->visit, NULL);
  g_assert_cmpuint (one->heads->len, ==, 1);
  g_assert_cmpuint (one->revisions->len, ==, 4);
  g_assert_cmpuint (((TonusRevision *) one->heads->pdata[0])->number, ==, 3);
  g_assert_null (tonus_practice_merge_heads (self->practice, self->visit, &conflicts, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND);
}

static void
test_stale (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);
  g_autoptr (TonusRecord) again = tonus_record_copy (visit);
  g_autofree char *nowhere = tonus_hash_of ("nowhere", 7);
  const char *parents[] = { nowhere, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (tonus_practice_save (self->practice, visit, parents, NULL, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_STALE);
  g_clear_error (&error);
  /* A copy knows no revision, so it would be a second beginning. */
  g_assert_null (tonus_practice_hash_of (self->practice, again));
  g_assert_false (tonus_practice_save (self->practice, again, NULL, NULL, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_STALE);
}

static void
test_signed (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);
  g_autoptr (TonusPractice) other = fixture_open (self);
  g_autoptr (TonusRecord) unsigned_change = tonus_practice_load (other, self->visit, NULL, NULL);
  g_autoptr (GError) error = NULL;

  fixture_sign (visit, self->therapist);
  g_assert_true (tonus_practice_save (self->practice, visit, NULL, self->therapist, NULL, &error));
  g_assert_no_error (error);
  fixture_set (visit, "pain/now", "0");
  g_assert_false (tonus_practice_save (self->practice, visit, NULL, self->therapist, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_SIGNED);
  g_clear_error (&error);
  /* Another program that has not seen the signature yet looks again before it writes. */
  fixture_set (unsigned_change, "pain/now", "0");
  g_assert_false (
      tonus_practice_save (other, unsigned_change, NULL, self->therapist, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_SIGNED);
  g_clear_error (&error);

  g_autofree char *addendum =
      fixture_add (self->practice, "addendum", self->patient, self->therapist, "addendum/visit",
                   self->visit, "addendum/text", "Forgot the stairs.", NULL);
  g_assert_false (tonus_practice_is_voided (self->practice, self->visit));
  g_autofree char *voiding =
      fixture_add (self->practice, "void", self->patient, self->therapist, "void/target",
                   self->visit, "void/reason", "entered-in-error", NULL);
  g_assert_true (tonus_practice_is_voided (self->practice, self->visit));
  g_assert_false (tonus_practice_is_voided (self->practice, self->episode));
  g_assert_nonnull (addendum);
  g_assert_nonnull (voiding);
}

/* The text is taken now; what is typed while it is being saved belongs to the next revision. */
static gpointer
save_pending (gpointer data)
{
  return GINT_TO_POINTER (tonus_pending_save (data, NULL));
}

static void
test_worker (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);
  g_autofree char *first = g_strdup (tonus_practice_hash_of (self->practice, visit));
  g_autoptr (GError) error = NULL;

  fixture_set (visit, "pain/now", "3");
  g_autoptr (TonusPending) pending =
      tonus_practice_prepare (self->practice, visit, NULL, self->therapist, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tonus_practice_hash_of (self->practice, visit), ==, first);
  fixture_set (visit, "pain/now", "2");
  GThread *worker = g_thread_new ("save", save_pending, pending);
  g_assert_true (GPOINTER_TO_INT (g_thread_join (worker)));
  g_assert_cmpuint (tonus_pending_get_number (pending), ==, 2);
  g_assert_cmpstr (tonus_practice_hash_of (self->practice, visit), ==,
                   tonus_pending_get_hash (pending));
  g_assert_true (tonus_practice_save (self->practice, visit, NULL, self->therapist, NULL, &error));

  g_autoptr (TonusObject) object = tonus_practice_get_object (self->practice, self->visit, NULL);
  g_assert_cmpuint (object->revisions->len, ==, 3);
  g_assert_cmpuint (object->heads->len, ==, 1);
  g_autoptr (TonusRecord) middle =
      tonus_practice_load (self->practice, self->visit, tonus_pending_get_hash (pending), NULL);
  g_assert_cmpstr (tonus_record_get (middle, "pain/now"), ==, "3");

  /* One that nobody saved is forgotten. */
  fixture_set (visit, "pain/now", "1");
  g_autofree char *last = g_strdup (tonus_practice_hash_of (self->practice, visit));
  TonusPending *dropped = tonus_practice_prepare (self->practice, visit, NULL, NULL, NULL);
  tonus_pending_free (dropped);
  g_assert_cmpstr (tonus_practice_hash_of (self->practice, visit), ==, last);
}

static void
check_refused (Fixture *self,
               const char *kind,
               const char *patient,
               const char *path,
               const char *text,
               const char *wanted)
{
  g_autofree char *id = tonus_io_new_id (tonus_io_real ());
  g_autoptr (TonusRecord) record =
      tonus_record_new (tonus_practice_get_schema (self->practice), kind, id);
  TonusHeader header = { .kind = (char *) kind, .object = id, .patient = (char *) patient };
  g_autoptr (GError) error = NULL;

  tonus_record_set_header (record, &header);
  if (path != NULL)
    fixture_set (record, path, text);
  g_assert_null (tonus_practice_prepare (self->practice, record, NULL, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, wanted));
}

static void
test_needs (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *nobody = tonus_io_new_id (tonus_io_real ());

  check_refused (self, "visit", NULL, NULL, NULL, "Patient");
  check_refused (self, "visit", nobody, NULL, NULL, "Patient");
  check_refused (self, "patient", nobody, NULL, NULL, "Patient");
  check_refused (self, "clinic", self->patient, NULL, NULL, "Patient");
  check_refused (self, "visit", self->patient, "visit/episode", nobody, "visit/episode");
  check_refused (self, "visit", self->patient, "visit/episode", self->visit, "visit/episode");
  check_refused (self, "program", self->patient, "program/episode", nobody, "program/episode");
  g_assert_cmpuint (tonus_practice_get_remarks (self->practice)->len, ==, 0);
}

static void
test_bulk (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GError) error = NULL;

  tonus_practice_begin_bulk (self->practice);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id =
          fixture_add (self->practice, "payer", NULL, NULL, "payer/name", "A", NULL);
      g_assert_nonnull (id);
    }
  g_assert_true (tonus_practice_end_bulk (self->practice, &error));
  g_assert_no_error (error);
  g_autoptr (TonusPractice) other = fixture_open (self);
  g_autoptr (GPtrArray) payers = tonus_practice_list_objects (other, NULL, "payer", NULL);
  g_assert_cmpuint (payers->len, ==, 20);
}

/* Unplugged, the folder has not lost a revision: it is not there, and back again all is well. */
static void
test_gone_away (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *elsewhere = g_strconcat (self->folder, "-elsewhere", NULL);
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);
  g_autoptr (GError) error = NULL;

  fixture_set (visit, "pain/now", "4");
  g_assert_cmpint (rename (self->folder, elsewhere), ==, 0);
  g_assert_false (tonus_practice_save (self->practice, visit, NULL, self->therapist, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_AVAILABLE);
  g_clear_error (&error);
  g_assert_cmpint (rename (elsewhere, self->folder), ==, 0);
  g_assert_true (tonus_practice_save (self->practice, visit, NULL, self->therapist, NULL, &error));
  g_assert_no_error (error);
}

#define ADD(path, function) g_test_add (path, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/practice/create", test_create);
  ADD ("/practice/open-what-is-none", test_open_what_is_none);
  ADD ("/practice/revisions", test_revisions);
  ADD ("/practice/bytes", test_bytes);
  ADD ("/practice/resolve", test_resolve);
  ADD ("/practice/ambiguous", test_ambiguous);
  ADD ("/practice/fork", test_fork);
  ADD ("/practice/stale", test_stale);
  ADD ("/practice/signed", test_signed);
  ADD ("/practice/worker", test_worker);
  ADD ("/practice/needs", test_needs);
  ADD ("/practice/bulk", test_bulk);
  ADD ("/practice/gone-away", test_gone_away);
  return g_test_run ();
}
