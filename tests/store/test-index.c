/* test-index.c - the patient list is never wrong: random work, held against a full scan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-index.h"

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

static const TonusIndexEntry *
find_entry (GPtrArray *entries, const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    if (strcmp (((TonusIndexEntry *) entries->pdata[i])->id, id) == 0)
      return entries->pdata[i];
  return NULL;
}

static char *
build_cache_path (TonusPractice *practice)
{
  return g_build_filename (g_get_user_cache_dir (), "tonus", tonus_practice_get_id (practice),
                           "index", NULL);
}

/* A TonusIo whose clock is far ahead, so that every folder has settled. */
static gint64
later_clock (TonusIo *io)
{
  return tonus_io_real ()->clock (tonus_io_real ()) + 60;
}

static TonusPractice *
open_later (Fixture *self)
{
  static TonusIo later;
  g_autoptr (GError) error = NULL;

  later = *tonus_io_real ();
  later.clock = later_clock;
  TonusPractice *practice = tonus_practice_open (&later, self->folder, &error);
  g_assert_no_error (error);
  return practice;
}

static void
test_entry (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GPtrArray) entries = tonus_index_load (self->practice, NULL);
  const TonusIndexEntry *entry = find_entry (entries, self->patient);

  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (entry->given, ==, "Maria");
  g_assert_cmpstr (entry->family, ==, "Škoda");
  g_assert_cmpstr (entry->born, ==, "1988-05-03");
  g_assert_cmpstr (entry->phone, ==, "555 0100");
  g_assert_nonnull (strstr (entry->folded, "skoda"));
  g_assert_cmpuint (entry->episodes, ==, 1);
  g_assert_cmpstr (entry->last_visit, ==, "2026-11-02");
  g_assert_cmpstr (entry->next_visit, ==, "");
  g_assert_cmpuint (entry->unsigned_visits, ==, 1);
  g_assert_false (entry->is_damaged);

  g_autofree char *second = fixture_add (self->practice, "visit", self->patient, NULL, "visit/date",
                                         "2026-11-09", "visit/next", "2026-11-16", NULL);
  g_autoptr (GPtrArray) with_second = tonus_index_load (self->practice, NULL);
  entry = find_entry (with_second, self->patient);
  g_assert_cmpstr (entry->last_visit, ==, "2026-11-09");
  g_assert_cmpstr (entry->next_visit, ==, "2026-11-16");
  g_assert_cmpuint (entry->unsigned_visits, ==, 2);

  /* A voided visit counts for nothing. */
  g_autofree char *voiding =
      fixture_add (self->practice, "void", self->patient, NULL, "void/target", second, NULL);
  g_assert_nonnull (voiding);
  g_autoptr (GPtrArray) with_void = tonus_index_load (self->practice, NULL);
  entry = find_entry (with_void, self->patient);
  g_assert_cmpstr (entry->last_visit, ==, "2026-11-02");
  g_assert_cmpstr (entry->next_visit, ==, "");
  g_assert_cmpuint (entry->unsigned_visits, ==, 1);

  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);
  fixture_sign (visit, self->therapist);
  g_assert_true (tonus_practice_save (self->practice, visit, NULL, NULL, NULL, NULL));
  g_autoptr (GPtrArray) with_signature = tonus_index_load (self->practice, NULL);
  g_assert_cmpuint (find_entry (with_signature, self->patient)->unsigned_visits, ==, 0);
}

static void
test_order (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  static const char *const names[][2] = { { "Zoë", "Adler" },
                                          { "Ada", "Öztürk" },
                                          { "Ada", "adler" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (fixture_add (self->practice, "patient", NULL, NULL, "patient/given", names[i][0],
                         "patient/family", names[i][1], NULL));
  g_autoptr (GPtrArray) entries = tonus_index_load (self->practice, NULL);
  static const char *const wanted[] = { "adler", "Adler", "Öztürk", "Škoda" };
  g_assert_cmpuint (entries->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (((TonusIndexEntry *) entries->pdata[i])->family, ==, wanted[i]);
}

/* Names with tabs, newlines and backslashes come back from the cache as they were. */
static void
test_escapes (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *id = fixture_add (self->practice, "patient", NULL, NULL, "patient/given",
                                     "A\\tB\\", "patient/family", "~~C\\nD", NULL);
  g_autoptr (TonusPractice) practice = open_later (self);
  g_autoptr (GPtrArray) cold = tonus_index_load (practice, NULL);
  g_autofree char *cache = build_cache_path (practice);

  g_assert_true (g_file_test (cache, G_FILE_TEST_IS_REGULAR));
  g_autoptr (GPtrArray) warm = tonus_index_load (practice, NULL);
  for (guint i = 0; i < 2; i++)
    {
      const TonusIndexEntry *entry = find_entry (i == 0 ? cold : warm, id);
      g_assert_cmpstr (entry->given, ==, "A\\tB\\");
      g_assert_cmpstr (entry->family, ==, "~C\\nD");
    }
}

static int n_opens;

static int
counting_openat (TonusIo *io, int dir, const char *name, int flags, mode_t mode)
{
  n_opens++;
  return openat (dir, name, flags, mode);
}

static void
test_warm (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusPractice) practice = open_later (self);
  TonusIo *io = tonus_practice_get_io (practice);

  io->openat = counting_openat;
  g_autoptr (GPtrArray) cold = tonus_index_load (practice, NULL);
  n_opens = 0;
  g_autoptr (GPtrArray) warm = tonus_index_load (practice, NULL);
  /* The cache and the folder of patients: no record. */
  g_assert_cmpint (n_opens, ==, 2);
  g_assert_cmpuint (warm->len, ==, cold->len);
  io->openat = tonus_io_real ()->openat;

  /* Whatever is written to the cache, a wrong list never comes of it. */
  g_autofree char *cache = build_cache_path (practice);
  g_autoptr (GBytes) bytes = scratch_read (cache);
  gsize length = g_bytes_get_size (bytes);
  for (gsize at = 0; at < length; at += 7)
    {
      g_autofree char *altered = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      altered[at] ^= 1;
      scratch_write (cache, altered, at % 2 == 0 ? length : at);
      g_autoptr (GPtrArray) again = tonus_index_load (practice, NULL);
      const TonusIndexEntry *entry = find_entry (again, self->patient);
      g_assert_cmpstr (entry->family, ==, "Škoda");
      g_assert_cmpuint (entry->unsigned_visits, ==, 1);
    }
}

/* A folder changed just now may change again within the same tick: it is not noted. */
static void
test_recent (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *folder = g_build_filename (self->folder, "patients", self->patient, NULL);
  g_autoptr (GPtrArray) before = tonus_index_load (self->practice, NULL);
  struct stat status;

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpint (stat (folder, &status), ==, 0);
  g_free (
      fixture_add (self->practice, "visit", self->patient, NULL, "visit/date", "2027-01-01", NULL));
  struct timespec times[2] = { status.st_atim, status.st_mtim };
  g_assert_cmpint (utimensat (AT_FDCWD, folder, times, 0), ==, 0);
  g_autoptr (GPtrArray) after = tonus_index_load (self->practice, NULL);
  g_assert_cmpstr (find_entry (after, self->patient)->last_visit, ==, "2027-01-01");

  /* And with a cache that trusts the folder: putting its time back does not hide a new file. */
  g_autoptr (TonusPractice) later = open_later (self);
  g_autoptr (GPtrArray) noted = tonus_index_load (later, NULL);
  g_assert_cmpuint (noted->len, ==, 1);
  g_assert_cmpint (stat (folder, &status), ==, 0);
  g_free (
      fixture_add (self->practice, "visit", self->patient, NULL, "visit/date", "2027-02-02", NULL));
  struct timespec back[2] = { status.st_atim, status.st_mtim };
  g_assert_cmpint (utimensat (AT_FDCWD, folder, back, 0), ==, 0);
  g_autoptr (GPtrArray) fresh = tonus_index_load (later, NULL);
  g_assert_cmpstr (find_entry (fresh, self->patient)->last_visit, ==, "2027-02-02");
}

/* A file system whose clock has not ticked between two changes. */
static int
standing_fstatat (TonusIo *io, int dir, const char *name, struct stat *out)
{
  int done = fstatat (dir, name, out, AT_SYMLINK_NOFOLLOW);

  out->st_mtim = out->st_ctim = (struct timespec){ 1764000000, 0 };
  return done;
}

static gint64 standing_now;

static gint64
standing_clock (TonusIo *io)
{
  return standing_now;
}

static void
test_same_tick (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  static TonusIo io;

  io = *tonus_io_real ();
  io.fstatat = standing_fstatat;
  io.clock = standing_clock;
  g_autoptr (TonusPractice) practice = tonus_practice_open (&io, self->folder, NULL);
  /* Looked at within two seconds of the folder's time: the next change may have the same time. */
  for (standing_now = 1763999990; standing_now <= 1764000002; standing_now++)
    {
      g_autofree char *date = g_strdup_printf ("20%02d-01-01", (int) (standing_now % 90) + 10);
      g_autoptr (GPtrArray) before = tonus_index_load (practice, NULL);
      g_assert_cmpuint (before->len, ==, 1);
      g_free (fixture_change (self->practice, self->visit, "visit/date", date, NULL, NULL));
      g_autoptr (GPtrArray) after = tonus_index_load (practice, NULL);
      g_assert_cmpstr (find_entry (after, self->patient)->last_visit, ==, date);
    }
}

/* --- random work against a slow oracle --- */

/* Everything from the public functions only, every revision read. */
static void
check_entry (TonusPractice *practice, const TonusIndexEntry *entry)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, entry->id, NULL, NULL);
  g_autofree char *last = g_strdup ("");
  guint episodes = 0, not_signed = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TonusObject) object = tonus_practice_get_object (practice, ids->pdata[i], NULL);
      if (object == NULL || tonus_practice_is_voided (practice, object->id))
        continue;
      episodes += strcmp (object->kind, "episode") == 0;
      if (strcmp (object->kind, "visit") != 0)
        continue;
      const TonusRevision *head = object->heads->pdata[0];
      g_autoptr (TonusRecord) visit = tonus_practice_load (practice, object->id, head->hash, NULL);
      const char *date = tonus_record_get (visit, "visit/date");
      not_signed += !head->is_signed;
      if (date != NULL && strcmp (date, last) > 0)
        {
          g_free (last);
          last = g_strdup (date);
        }
    }
  g_autoptr (TonusRecord) patient = tonus_practice_load (practice, entry->id, NULL, NULL);
  g_assert_cmpstr (entry->family, ==, tonus_record_get (patient, "patient/family"));
  g_assert_cmpuint (entry->episodes, ==, episodes);
  g_assert_cmpuint (entry->unsigned_visits, ==, not_signed);
  g_assert_cmpstr (entry->last_visit, ==, last);
}

static void
check_all (Fixture *self, TonusPractice *indexed)
{
  g_autoptr (TonusPractice) oracle = fixture_open (self);
  g_autoptr (GPtrArray) entries = tonus_index_load (indexed, NULL);
  g_autoptr (GPtrArray) patients = tonus_practice_list_patients (oracle, NULL);

  g_assert_cmpuint (entries->len, ==, patients->len);
  for (guint i = 0; i < entries->len; i++)
    check_entry (oracle, entries->pdata[i]);
}

static char *
pick (GRand *chance, GPtrArray *ids)
{
  return ids->pdata[g_rand_int_range (chance, 0, (int) ids->len)];
}

static void
do_something (Fixture *self, GRand *chance, GPtrArray *patients, GPtrArray *visits)
{
  g_autofree char *date = g_strdup_printf ("2026-%02d-%02d", g_rand_int_range (chance, 1, 13),
                                           g_rand_int_range (chance, 1, 29));
  const char *patient = pick (chance, patients);
  const char *visit = pick (chance, visits);

  switch (g_rand_int_range (chance, 0, 6))
    {
    case 0:
      g_ptr_array_add (patients, fixture_add (self->practice, "patient", NULL, NULL,
                                              "patient/family", date, NULL));
      break;
    case 1:
      g_free (fixture_add (self->practice, "episode", patient, NULL, "episode/title", "x", NULL));
      break;
    case 2:
      g_ptr_array_add (
          visits, fixture_add (self->practice, "visit", patient, NULL, "visit/date", date, NULL));
      break;
    case 3:
      g_free (fixture_change (self->practice, visit, "visit/date", date, NULL, NULL));
      break;
    case 4:
      {
        g_autoptr (TonusRecord) record = tonus_practice_load (self->practice, visit, NULL, NULL);
        fixture_sign (record, self->therapist);
        tonus_practice_save (self->practice, record, NULL, NULL, NULL, NULL);
        break;
      }
    default:
      {
        g_autoptr (TonusObject) object = tonus_practice_get_object (self->practice, visit, NULL);
        g_free (fixture_add (self->practice, "void", object->patient, NULL, "void/target", visit,
                             NULL));
        break;
      }
    }
}

static void
test_oracle (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GRand) chance = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) patients = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TonusPractice) now = fixture_open (self);
  guint n = g_test_slow () ? 3000 : 300;

  g_ptr_array_add (patients, g_strdup (self->patient));
  g_ptr_array_add (visits, g_strdup (self->visit));
  for (guint i = 0; i < n; i++)
    {
      do_something (self, chance, patients, visits);
      if (i % 10 != 0)
        continue;
      /* By a clock that trusts everything, and by the real one. */
      g_autoptr (TonusPractice) later = open_later (self);
      check_all (self, later);
      check_all (self, now);
    }
  g_test_message ("%u operations, %u patients, %u visits", n, patients->len, visits->len);
}

/* A folder without the patient's record, and one that cannot be read at all, are shown as damaged.
 */
static void
test_damaged (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *path = fixture_path_of (self, self->patient, self->visit, NULL);
  g_autofree char *empty =
      g_build_filename (self->folder, "patients", "aaaaaaaaaaaaaaaaaaaaaaaaaa", NULL);
  g_autofree char *odd = g_build_filename (self->folder, "patients", "not-a-patient", NULL);

  scratch_write (path, "cut", 3);
  g_assert_cmpint (mkdir (empty, 0700), ==, 0);
  g_assert_cmpint (mkdir (odd, 0700), ==, 0);
  g_autoptr (GPtrArray) entries = tonus_index_load (self->practice, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  const TonusIndexEntry *entry = entries->pdata[0];
  g_assert_true (entry->is_damaged);
  g_assert_cmpstr (entry->family, ==, "Škoda");
  g_assert_cmpuint (entry->unsigned_visits, ==, 0);
}

#define ADD(path, function) g_test_add (path, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/index/entry", test_entry);
  ADD ("/index/order", test_order);
  ADD ("/index/escapes", test_escapes);
  ADD ("/index/warm", test_warm);
  ADD ("/index/recent", test_recent);
  ADD ("/index/same-tick", test_same_tick);
  ADD ("/index/oracle", test_oracle);
  ADD ("/index/damaged", test_damaged);
  return g_test_run ();
}
