/* test-power.c - the power fails at every moment and the disk keeps what it likes of what was not
 * synced
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In every state: what was acknowledged is there, whole; what was not is old or new, never a
 * mixture; and no record is damaged.  Three broken ways of saving must fail the same examination.
 * -m slow: a file may end after each of its bytes.
 */
#include <fcntl.h>
#include <string.h>

#include <glib.h>

#include "fixture.h"
#include "io-power.h"
#include "tonus-check.h"
#include "tonus-draft.h"

#define FOLDER "/home/practice"

typedef struct
{
  Fixture *fixture;
  const char *object; /* looked at in every state */
  const char *path;
  const char *old_text; /* NULL: the object is new */
  const char *new_text;
  gboolean is_acknowledged;
  guint lost, mixed, damaged;
} Exam;

static void
examine (TonusIo *after, gpointer data)
{
  Exam *exam = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (after, FOLDER, NULL);
  g_autoptr (TonusRecord) record =
      practice != NULL ? tonus_practice_load (practice, exam->object, NULL, NULL) : NULL;
  const char *text = record != NULL ? tonus_record_get (record, exam->path) : NULL;

  exam->lost += exam->is_acknowledged && g_strcmp0 (text, exam->new_text) != 0;
  exam->mixed += g_strcmp0 (text, exam->new_text) != 0 && g_strcmp0 (text, exam->old_text) != 0;
  if (practice == NULL)
    return;
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, NULL, NULL);
  for (guint i = 0; i < findings->len; i++)
    exam->damaged += ((TonusFinding *) findings->pdata[i])->level == TONUS_FINDING_DAMAGE;
}

static guint n_total;

static void
report (const char *flow, guint n_states)
{
  g_test_message ("%s: %u states", flow, n_states);
  g_assert_cmpuint (n_states, >, g_test_slow () ? 400 : 50);
  n_total += n_states;
}

/* A practice on a disk where everything so far is synced. */
static Fixture *
make_practice (TonusIo *io)
{
  Fixture *fixture = fixture_new (io, FOLDER);

  /* "/home" was made by make_folder too. */
  return fixture;
}

static void
save_next (TonusIo *io, Exam *exam)
{
  Fixture *fixture = exam->fixture;
  g_autoptr (TonusRecord) visit =
      tonus_practice_load (fixture->practice, fixture->visit, NULL, NULL);
  g_autoptr (GError) error = NULL;

  fixture_set (visit, "pain/now", "1");
  io_power_watch (io, examine, exam);
  tonus_practice_save (fixture->practice, visit, NULL, fixture->therapist, NULL, &error);
  g_assert_no_error (error);
  io_power_watch (io, NULL, NULL);
  exam->is_acknowledged = TRUE;
  io_power_visit (io, examine, exam);
}

/* All states of saving the next revision. */
static Exam
examine_next (PowerControl control, guint *n_states)
{
  /* The practice itself is made honestly; only the save under examination is not. */
  TonusIo *io = io_power_new (POWER_HONEST);
  Exam exam = {
    .fixture = make_practice (io), .path = "pain/now", .old_text = "4", .new_text = "1"
  };

  io_power_set_control (io, control);
  exam.object = exam.fixture->visit;
  save_next (io, &exam);
  *n_states = io_power_get_states (io);
  fixture_free (exam.fixture);
  io_power_free (io);
  return exam;
}

static void
test_next (void)
{
  guint n_states;
  Exam exam = examine_next (POWER_HONEST, &n_states);

  report ("next revision", n_states);
  g_assert_cmpuint (exam.lost, ==, 0);
  g_assert_cmpuint (exam.mixed, ==, 0);
  g_assert_cmpuint (exam.damaged, ==, 0);
}

static void
test_controls (void)
{
  guint n_states;
  Exam no_file_sync = examine_next (POWER_NO_FILE_SYNC, &n_states);
  Exam no_folder_sync = examine_next (POWER_NO_FOLDER_SYNC, &n_states);

  g_test_message ("control without fsync of the file: %u lost, %u damaged", no_file_sync.lost,
                  no_file_sync.damaged);
  g_assert_cmpuint (no_file_sync.lost, >, 0);
  g_assert_cmpuint (no_file_sync.damaged, >, 0);
  g_test_message ("control without fsync of the folder: %u lost", no_folder_sync.lost);
  g_assert_cmpuint (no_folder_sync.lost, >, 0);
}

/* A patient who is new: two folders and a file. */
static void
test_new_patient (void)
{
  TonusIo *io = io_power_new (POWER_HONEST);
  Fixture *fixture = make_practice (io);
  g_autofree char *id = tonus_io_new_id (io);
  Exam exam = { .fixture = fixture, .object = id, .path = "patient/given", .new_text = "Jo" };
  g_autoptr (TonusRecord) record =
      tonus_record_new (tonus_practice_get_schema (fixture->practice), "patient", id);

  fixture_set (record, "patient/given", "Jo");
  io_power_watch (io, examine, &exam);
  g_assert_true (tonus_practice_save (fixture->practice, record, NULL, NULL, NULL, NULL));
  io_power_watch (io, NULL, NULL);
  exam.is_acknowledged = TRUE;
  io_power_visit (io, examine, &exam);
  report ("new patient", io_power_get_states (io));
  g_assert_cmpuint (exam.lost, ==, 0);
  g_assert_cmpuint (exam.mixed, ==, 0);
  g_assert_cmpuint (exam.damaged, ==, 0);
  fixture_free (fixture);
  io_power_free (io);
}

/* --- making a practice: it is one and whole, or none --- */

typedef struct
{
  gboolean is_acknowledged;
  guint bad;
} Making;

static void
examine_making (TonusIo *after, gpointer data)
{
  Making *making = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (after, FOLDER, NULL);
  g_autoptr (GPtrArray) own =
      practice != NULL ? tonus_practice_list_objects (practice, NULL, NULL, NULL) : NULL;

  if (practice == NULL)
    making->bad += making->is_acknowledged;
  else
    making->bad += own == NULL || own->len != 2 || tonus_practice_get_remarks (practice)->len > 0;
}

static void
test_create (void)
{
  TonusIo *io = io_power_new (POWER_HONEST);
  Making making = { FALSE, 0 };

  io_power_watch (io, examine_making, &making);
  g_autoptr (TonusPractice) practice =
      tonus_practice_create (io, FOLDER, "Hillside", "Ana", "PT", NULL, NULL);
  io_power_watch (io, NULL, NULL);
  g_assert_nonnull (practice);
  making.is_acknowledged = TRUE;
  io_power_visit (io, examine_making, &making);
  report ("new practice", io_power_get_states (io));
  g_assert_cmpuint (making.bad, ==, 0);
  g_clear_object (&practice);
  io_power_free (io);
}

/* --- a copy: it is whole, or none --- */

static void
examine_copy (TonusIo *after, gpointer data)
{
  Making *making = data;
  g_autoptr (TonusPractice) copy = tonus_practice_open (after, "/home/copy", NULL);

  if (copy == NULL)
    {
      making->bad += making->is_acknowledged;
      return;
    }
  g_autoptr (GPtrArray) findings = tonus_check_practice (copy, NULL, NULL);
  making->bad += findings == NULL || findings->len > 0;
}

/* Only what is there when practice.keyfile is being written can be taken for a copy, so only then
 * are the states worth their number: before that the unsynced files alone have 20^n, and the long
 * form takes some of them by chance. */
static void
test_copy (void)
{
  TonusIo *io = io_power_new (POWER_HONEST);
  Fixture *fixture = make_practice (io);
  Making making = { FALSE, 0 };

  if (g_test_slow ())
    io_power_watch (io, examine_copy, &making);
  else
    io_power_watch_after_syncfs (io, examine_copy, &making);
  g_assert_true (tonus_copy_practice (fixture->practice, "/home/copy", NULL, NULL, NULL));
  io_power_watch (io, NULL, NULL);
  making.is_acknowledged = TRUE;
  io_power_visit (io, examine_copy, &making);
  report ("copy", io_power_get_states (io));
  g_assert_cmpuint (making.bad, ==, 0);
  fixture_free (fixture);
  io_power_free (io);
}

/* --- replacing: drafts, documents, caches --- */

typedef gboolean (*Writer) (
    TonusIo *io, const char *path, const void *bytes, gsize length, GError **error);

typedef struct
{
  gboolean is_acknowledged;
  guint lost, mixed;
} Replacing;

#define OLD "the old draft, as it was"
#define NEW "the new draft, and a little longer than the old one"

static void
examine_replacing (TonusIo *after, gpointer data)
{
  Replacing *exam = data;
  g_autoptr (GBytes) bytes = tonus_read_file (after, "/home/draft", 1000, NULL);
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, NULL) : "";

  exam->lost += exam->is_acknowledged && g_strcmp0 (text, NEW) != 0;
  exam->mixed += g_strcmp0 (text, NEW) != 0 && g_strcmp0 (text, OLD) != 0;
}

/* What must not be done: open the file itself and write over it. */
static gboolean
write_in_place (TonusIo *io, const char *path, const void *bytes, gsize length, GError **error)
{
  int fd = io->openat (io, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  g_assert_cmpint (io->write (io, fd, bytes, length), ==, (gssize) length);
  io->fsync (io, fd);
  io->close (io, fd);
  return TRUE;
}

static Replacing
examine_writer (Writer writer, guint *n_states)
{
  TonusIo *io = io_power_new (POWER_HONEST);
  Replacing exam = { FALSE, 0, 0 };

  g_assert_true (tonus_make_folder (io, "/home", NULL));
  g_assert_true (tonus_save_replacing (io, "/home/draft", OLD, strlen (OLD), NULL));
  io_power_watch (io, examine_replacing, &exam);
  g_assert_true (writer (io, "/home/draft", NEW, strlen (NEW), NULL));
  io_power_watch (io, NULL, NULL);
  exam.is_acknowledged = TRUE;
  io_power_visit (io, examine_replacing, &exam);
  *n_states = io_power_get_states (io);
  io_power_free (io);
  return exam;
}

static void
test_replacing (void)
{
  guint n_states;
  Replacing honest = examine_writer (tonus_save_replacing, &n_states);

  report ("replacing", n_states);
  g_assert_cmpuint (honest.lost, ==, 0);
  g_assert_cmpuint (honest.mixed, ==, 0);
  Replacing in_place = examine_writer (write_in_place, &n_states);
  g_test_message ("control that writes in place: %u mixed", in_place.mixed);
  g_assert_cmpuint (in_place.mixed, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/power/next", test_next);
  g_test_add_func ("/power/controls", test_controls);
  g_test_add_func ("/power/new-patient", test_new_patient);
  g_test_add_func ("/power/create", test_create);
  g_test_add_func ("/power/copy", test_copy);
  g_test_add_func ("/power/replacing", test_replacing);
  int status = g_test_run ();
  g_test_message ("%u states after a power cut, all as they should be", n_total);
  if (g_test_slow ())
    g_assert_cmpuint (n_total, >=, 10000);
  return status;
}
