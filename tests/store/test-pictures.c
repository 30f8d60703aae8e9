/* test-pictures.c - pictures are kept as records are: whole, once, for ever, and missed when gone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "fault-flow.h"
#include "fixture.h"
#include "io-power.h"
#include "tonus-check.h"
#include "tonus-practice-pictures.h"

#define BYTES "the bytes of a picture, which the store does not look into"
#define HASH "0b3ac1eb3e8d4eba0c2d9d3ec3a9d0f9e8d6b5c4"

typedef struct
{
  Fixture *fixture;
  GBytes *bytes;
  char *name; /* kept */
  char *path;
} Place;

static GBytes *
make_bytes (void)
{
  return g_bytes_new_static (BYTES, strlen (BYTES));
}

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->fixture = fixture_new_on_disk ();
  place->bytes = make_bytes ();
  tonus_practice_keep_picture (place->fixture->practice, place->bytes, "jpg", &place->name, &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->fixture->folder, "pictures", place->name, NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  fixture_free (place->fixture);
  g_bytes_unref (place->bytes);
  g_free (place->name);
  g_free (place->path);
}

/* The practice's own exercise with @picture. */
static void
add_exercise (TonusPractice *practice, const char *picture)
{
  g_autofree char *text = g_strdup_printf ("[Tonus]\nFormat=1\nKind=catalogue\n\n[exercise]\n\n"
                                           "[exercise/x-mine]\nLabel=Mine\npicture=%s\n",
                                           picture);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) saved =
      tonus_practice_record_text (practice, text, strlen (text), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

/* What check says of places that begin with "pictures" or of exercises' pictures: the worst, and
 * whether one of that level has @word in it. */
static void
expect_finding (Fixture *fixture, TonusFindingLevel level, const char *word)
{
  g_autoptr (TonusPractice) practice = fixture_open (fixture);
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, NULL, NULL);
  gboolean is_said = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const TonusFinding *finding = findings->pdata[i];
      g_test_message ("%u %s: %s", finding->level, finding->place, finding->message);
      g_assert_cmpint (finding->level, <=, level);
      is_said = is_said || (finding->level == level && strstr (finding->message, word) != NULL);
    }
  g_assert_true (is_said);
}

static void
expect_sound (TonusPractice *practice)
{
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_error ("%s: %s", ((TonusFinding *) findings->pdata[i])->place,
             ((TonusFinding *) findings->pdata[i])->message);
}

/* --- keeping --- */

static void
test_kept (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPractice) other = fixture_open (place->fixture);
  g_autoptr (GBytes) again = tonus_practice_load_picture (other, place->name, &error);
  struct stat status;
  guint n_files;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (again, place->bytes));
  g_assert_true (tonus_picture_name_is_photo (place->name));
  g_assert_cmpint (stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  add_exercise (place->fixture->practice, place->name);
  expect_sound (other);
  g_autoptr (GPtrArray) findings = tonus_check_practice (other, &n_files, NULL);
  /* practice.keyfile, seven records, the picture. */
  g_assert_cmpuint (n_files, ==, 9);
}

static void
test_kept_twice (Place *place, gconstpointer data)
{
  g_autofree char *name = NULL, *pose = NULL;
  struct stat before, after;

  g_assert_cmpint (stat (place->path, &before), ==, 0);
  g_assert_true (
      tonus_practice_keep_picture (place->fixture->practice, place->bytes, "jpg", &name, NULL));
  g_assert_cmpstr (name, ==, place->name);
  g_assert_cmpint (stat (place->path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  /* Another ending is another file. */
  g_assert_true (
      tonus_practice_keep_picture (place->fixture->practice, place->bytes, "pose", &pose, NULL));
  g_assert_true (g_str_has_suffix (pose, ".pose"));
  g_assert_false (tonus_picture_name_is_photo (pose));
}

static void
test_bulk (Place *place, gconstpointer data)
{
  TonusPractice *practice = place->fixture->practice;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  tonus_practice_begin_bulk (practice);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("picture %u", i / 2);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      char *name = NULL;
      g_assert_true (tonus_practice_keep_picture (practice, bytes, "jpg", &name, &error));
      g_ptr_array_add (names, name);
    }
  g_assert_true (tonus_practice_end_bulk (practice, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = tonus_practice_load_picture (practice, names->pdata[i], &error);
      g_assert_no_error (error);
    }
  g_autofree char *folder = g_path_get_dirname (place->path);
  g_assert_cmpuint (scratch_count (folder), ==, 21);
  expect_sound (practice);
}

static void
test_refused (Place *place, gconstpointer data)
{
  static const char *const names[] = {
    "",
    ".",
    "bridge",
    "../practice.keyfile",
    "pictures/" HASH ".jpg",
    HASH,
    HASH ".png",
    HASH ".jpg/",
    HASH ".jpg;",
    HASH ".keyfile",
    "0B3AC1EB3E8D4EBA0C2D9D3EC3A9D0F9E8D6B5C4.jpg",
    "\xff.jpg",
  };
  TonusPractice *practice = place->fixture->practice;
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) huge =
      g_bytes_new_take (g_malloc0 (TONUS_PICTURE_BYTES_MAX + 1), TONUS_PICTURE_BYTES_MAX + 1);
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (tonus_practice_load_picture (practice, names[i], &error));
      g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (
          tonus_practice_keep_picture (practice, i == 0 ? none : huge, "jpg", &name, &error));
      g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
      g_assert_null (name);
    }
}

/* A newer practice is read, not written. */
static void
test_read_only (Place *place, gconstpointer data)
{
  g_autofree char *file = g_build_filename (place->fixture->folder, "practice.keyfile", NULL);
  g_autofree char *text = g_strdup_printf ("[Tonus]\nFormat=2\nPractice=%s\n",
                                           tonus_practice_get_id (place->fixture->practice));
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  scratch_write (file, text, strlen (text));
  g_autoptr (TonusPractice) practice = fixture_open (place->fixture);
  g_autoptr (GBytes) bytes = tonus_practice_load_picture (practice, place->name, NULL);
  g_assert_nonnull (bytes);
  g_assert_false (tonus_practice_keep_picture (practice, bytes, "jpg", &name, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NEWER);
}

/* --- for a handout --- */

static TonusHandout *
make_handout (TonusPractice *practice, const char *program)
{
  g_auto (TonusDossier) dossier = { 0 };
  TonusHandout *handout;

  dossier.program = tonus_practice_load (practice, program, NULL, NULL);
  handout = tonus_handout_new (&dossier, "en", 0);
  tonus_practice_load_pictures (practice, handout);
  return handout;
}

/* What its exercises name and is whole, once; shipped poses need no file. */
static void
test_handout (Place *place, gconstpointer data)
{
  TonusPractice *practice = place->fixture->practice;
  g_autofree char *twice = g_strdup_printf ("%s;%s;", place->name, place->name);
  const char *program = place->fixture->program;

  add_exercise (practice, twice);
  g_free (fixture_change (practice, program, "home/aaaaaaaa/exercise", "x-mine", NULL, NULL));
  g_free (fixture_change (practice, program, "home/bbbbbbbb/exercise", "bridge", NULL, NULL));
  g_autoptr (TonusHandout) whole = make_handout (practice, program);
  g_assert_cmpuint (whole->exercises->len, ==, 2);
  g_assert_cmpuint (g_hash_table_size (whole->pictures), ==, 1);
  g_assert_true (g_bytes_equal (g_hash_table_lookup (whole->pictures, place->name), place->bytes));

  scratch_write (place->path, "cut", 3);
  g_autoptr (TonusHandout) damaged = make_handout (practice, program);
  g_assert_cmpuint (g_hash_table_size (damaged->pictures), ==, 0);
}

/* --- damage --- */

typedef struct
{
  const char *name;
  void (*harm) (Place *place);
  TonusStoreError left; /* what loading says; EXISTS: it loads */
  TonusFindingLevel level;
  const char *word;
} Case;

static void
harm_empty (Place *place)
{
  scratch_write (place->path, "", 0);
}

static void
harm_cut (Place *place)
{
  scratch_write (place->path, BYTES, strlen (BYTES) / 2);
}

static void
harm_bit (Place *place)
{
  g_autofree char *bytes = g_strdup (BYTES);

  bytes[7] ^= 4;
  scratch_write (place->path, bytes, strlen (bytes));
}

static void
harm_huge (Place *place)
{
  g_assert_cmpint (truncate (place->path, TONUS_PICTURE_BYTES_MAX + 1), ==, 0);
}

static void
harm_gone (Place *place)
{
  unlink (place->path);
}

static void
harm_link (Place *place)
{
  g_autofree char *away = g_strconcat (place->fixture->folder, "-away", NULL);

  g_assert_cmpint (rename (place->path, away), ==, 0);
  g_assert_cmpint (symlink (away, place->path), ==, 0);
}

static void
harm_fifo (Place *place)
{
  unlink (place->path);
  g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
}

static void
harm_directory (Place *place)
{
  unlink (place->path);
  g_assert_cmpint (mkdir (place->path, 0700), ==, 0);
}

static void
put (Place *place, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (place->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  scratch_write (path, "x", 1);
}

static void
harm_foreign (Place *place)
{
  put (place, "Thumbs.db");
}

static void
harm_conflict (Place *place)
{
  put (place, HASH " (conflicted copy).jpg");
}

static void
harm_not_utf8 (Place *place)
{
  put (place, "\xff\xfe.jpg");
}

static void
harm_temporary (Place *place)
{
  put (place, ".tmp-abcdef");
}

static void
harm_folder_gone (Place *place)
{
  g_autofree char *folder = g_path_get_dirname (place->path);

  unlink (place->path);
  g_assert_cmpint (rmdir (folder), ==, 0);
}

static void
harm_folder_file (Place *place)
{
  g_autofree char *folder = g_path_get_dirname (place->path);

  harm_folder_gone (place);
  scratch_write (folder, "x", 1);
}

#define LOADS TONUS_STORE_ERROR_EXISTS
#define DAMAGED TONUS_STORE_ERROR_DAMAGED
#define NOT_FOUND TONUS_STORE_ERROR_NOT_FOUND
#define DISK TONUS_STORE_ERROR_DISK

static const Case cases[] = {
  { "empty", harm_empty, DAMAGED, TONUS_FINDING_DAMAGE, "promises" },
  { "cut", harm_cut, DAMAGED, TONUS_FINDING_DAMAGE, "promises" },
  { "one-bit", harm_bit, DAMAGED, TONUS_FINDING_DAMAGE, "promises" },
  { "huge", harm_huge, DAMAGED, TONUS_FINDING_DAMAGE, "larger" },
  { "link", harm_link, DAMAGED, TONUS_FINDING_DAMAGE, "link" },
  { "fifo", harm_fifo, DAMAGED, TONUS_FINDING_DAMAGE, "no plain file" },
  { "directory", harm_directory, DAMAGED, TONUS_FINDING_DAMAGE, "no plain file" },
  { "gone", harm_gone, NOT_FOUND, TONUS_FINDING_WARNING, "waiting for files" },
  { "foreign", harm_foreign, LOADS, TONUS_FINDING_NOTE, "nothing of Tonus" },
  { "conflict-copy", harm_conflict, LOADS, TONUS_FINDING_WARNING, "sync program" },
  { "not-utf8", harm_not_utf8, LOADS, TONUS_FINDING_WARNING, "not the name" },
  { "temporary", harm_temporary, LOADS, TONUS_FINDING_NOTE, ".tmp-" },
  { "folder-gone", harm_folder_gone, NOT_FOUND, TONUS_FINDING_WARNING, "waiting for files" },
  { "folder-a-file", harm_folder_file, DISK, TONUS_FINDING_DAMAGE, "should be" },
};

static void
test_damage (Place *place, gconstpointer data)
{
  const Case *item = data;
  g_autoptr (GError) error = NULL;

  add_exercise (place->fixture->practice, place->name);
  item->harm (place);
  expect_finding (place->fixture, item->level, item->word);
  g_autoptr (TonusPractice) practice = fixture_open (place->fixture);
  g_autoptr (GBytes) bytes = tonus_practice_load_picture (practice, place->name, &error);
  if (item->left == LOADS)
    g_assert_no_error (error);
  else
    g_assert_error (error, TONUS_STORE_ERROR, (int) item->left);
  /* Whatever befell a picture, no record minds. */
  g_assert_cmpuint (tonus_practice_get_remarks (practice)->len, ==, 0);
  /* Nor is what stands there written over. */
  g_autofree char *name = NULL;
  gboolean done = tonus_practice_keep_picture (practice, place->bytes, "jpg", &name, NULL);
  g_assert_true (done == (item->left == LOADS || item->left == NOT_FOUND));
}

/* A name that can be none, and two files where only photos can be two. */
static void
test_nonsense (Place *place, gconstpointer data)
{
  add_exercise (place->fixture->practice, "../../etc/passwd");
  expect_finding (place->fixture, TONUS_FINDING_WARNING, "can be none");
}

static void
test_copy (Place *place, gconstpointer data)
{
  g_autofree char *target = g_strconcat (place->fixture->folder, "-copy", NULL);
  g_autofree char *damaged = g_strconcat (place->fixture->folder, "-damaged", NULL);
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tonus_copy_practice (place->fixture->practice, target, NULL, findings, &error));
  g_assert_cmpuint (findings->len, ==, 0);
  g_autoptr (TonusPractice) copy = tonus_practice_open (tonus_io_real (), target, &error);
  g_autoptr (GBytes) bytes = tonus_practice_load_picture (copy, place->name, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, place->bytes));

  harm_bit (place);
  g_assert_true (tonus_copy_practice (place->fixture->practice, damaged, NULL, findings, &error));
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (((TonusFinding *) findings->pdata[0])->level, ==, TONUS_FINDING_DAMAGE);
}

/* --- the disk fails at every call --- */

static gpointer
start_flow (void)
{
  return fixture_new_on_disk ();
}

static void
end_flow (gpointer data)
{
  fixture_free (data);
}

static gboolean
run_keep (TonusIo *io, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (io, fixture->folder, error);
  g_autoptr (GBytes) bytes = make_bytes ();
  g_autofree char *name = NULL;

  return practice != NULL && tonus_practice_keep_picture (practice, bytes, "jpg", &name, error);
}

static void
check_keep (gpointer data, FlowResult result)
{
  Fixture *fixture = data;
  g_autoptr (TonusPractice) practice = fixture_open (fixture);
  g_autoptr (GBytes) bytes = make_bytes ();
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, NULL, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "pictures", NULL);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (((TonusFinding *) findings->pdata[i])->level, ==, TONUS_FINDING_NOTE);
  g_assert_true (result != FLOW_DONE || scratch_count (path) == 1);
  g_assert_true (tonus_practice_keep_picture (practice, bytes, "jpg", &name, &error));
  g_assert_no_error (error);
  g_autoptr (GBytes) again = tonus_practice_load_picture (practice, name, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (again, bytes));
}

static void
test_faults (void)
{
  const Flow flow = { "keep a picture", start_flow, run_keep, check_keep, end_flow };
  FlowTally tally = flow_fail_here_and_there (&flow, g_test_slow () ? 1 : 7);

  g_test_message ("%u points of failure, %u reported, %u survived, %u killed", tally.points,
                  tally.failed, tally.done, tally.killed);
  g_assert_cmpuint (tally.failed, >, 8);
  g_assert_cmpuint (tally.killed, >, 3);
}

/* --- the power fails --- */

#define FOLDER "/home/practice"

typedef struct
{
  const char *name; /* NULL: not yet acknowledged */
  guint lost, damaged;
} Exam;

static void
examine (TonusIo *after, gpointer data)
{
  Exam *exam = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (after, FOLDER, NULL);
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, NULL, NULL);

  for (guint i = 0; i < findings->len; i++)
    exam->damaged += ((TonusFinding *) findings->pdata[i])->level == TONUS_FINDING_DAMAGE;
  if (exam->name == NULL)
    return;
  g_autoptr (GBytes) bytes = tonus_practice_load_picture (practice, exam->name, NULL);
  exam->lost += bytes == NULL;
}

static Exam
keep_while_power_fails (PowerControl control, gboolean is_there, guint *n_states)
{
  TonusIo *io = io_power_new (POWER_HONEST);
  Fixture *fixture = fixture_new (io, FOLDER);
  g_autoptr (GBytes) bytes = make_bytes ();
  g_autofree char *name = NULL, *again = NULL;
  Exam exam = { 0 };

  /* What another program has written a moment ago is not synced, yet found. */
  io_power_set_control (io, control);
  if (is_there)
    {
      tonus_practice_begin_bulk (fixture->practice);
      g_assert_true (tonus_practice_keep_picture (fixture->practice, bytes, "jpg", &again, NULL));
      g_autoptr (TonusPractice) other = tonus_practice_open (io, FOLDER, NULL);
      g_assert_true (tonus_practice_keep_picture (other, bytes, "jpg", &name, NULL));
    }
  else
    {
      io_power_watch (io, examine, &exam);
      g_assert_true (tonus_practice_keep_picture (fixture->practice, bytes, "jpg", &name, NULL));
      io_power_watch (io, NULL, NULL);
    }
  exam.name = name;
  *n_states = io_power_visit (io, examine, &exam) + io_power_get_states (io);
  fixture_free (fixture);
  io_power_free (io);
  exam.name = NULL;
  return exam;
}

static void
test_power (void)
{
  guint n_states, n_existing, n_broken;
  Exam exam = keep_while_power_fails (POWER_HONEST, FALSE, &n_states);
  Exam existing = keep_while_power_fails (POWER_HONEST, TRUE, &n_existing);
  Exam broken = keep_while_power_fails (POWER_NO_FILE_SYNC, FALSE, &n_broken);

  g_test_message ("%u states", n_states + n_existing);
  g_assert_cmpuint (n_states, >, 20);
  g_assert_cmpuint (exam.lost + exam.damaged, ==, 0);
  g_assert_cmpuint (existing.lost + existing.damaged, ==, 0);
  /* The model would have found it out. */
  g_assert_cmpuint (broken.lost, >, 0);
}

#define ADD(path, test) g_test_add (path, Place, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/pictures/kept", test_kept);
  ADD ("/pictures/kept-twice", test_kept_twice);
  ADD ("/pictures/bulk", test_bulk);
  ADD ("/pictures/refused", test_refused);
  ADD ("/pictures/read-only", test_read_only);
  ADD ("/pictures/nonsense", test_nonsense);
  ADD ("/pictures/copy", test_copy);
  ADD ("/pictures/handout", test_handout);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/pictures/damage/", cases[i].name, NULL);
      g_test_add (path, Place, &cases[i], set_up, test_damage, tear_down);
    }
  g_test_add_func ("/pictures/faults", test_faults);
  g_test_add_func ("/pictures/power", test_power);
  return g_test_run ();
}
