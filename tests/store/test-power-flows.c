/* test-power-flows.c - the power fails while several files belong together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A visit and what it was written against; what is typed, on its way from draft to revision; a
 * document that goes out.  -m slow: a file may end after each of its bytes.
 */
#include <string.h>

#include <glib.h>

#include "fixture.h"
#include "io-power.h"
#include "tonus-check.h"
#include "tonus-draft.h"

#define FOLDER "/home/practice"

static guint n_total;

static void
report (const char *flow, TonusIo *io)
{
  guint n_states = io_power_get_states (io);

  g_test_message ("%s: %u states", flow, n_states);
  g_assert_cmpuint (n_states, >, g_test_slow () ? 2000 : 100);
  n_total += n_states;
}

/* --- a visit, after the patient, the episode and the program it is written against --- */

typedef struct
{
  char *ids[4]; /* acknowledged so far; the last one is the visit */
  guint lost, unsound, without_context;
} Visiting;

static void
examine_visiting (TonusIo *after, gpointer data)
{
  Visiting *exam = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (after, FOLDER, NULL);

  g_assert_nonnull (practice);
  for (guint i = 0; i < G_N_ELEMENTS (exam->ids) && exam->ids[i] != NULL; i++)
    {
      g_autoptr (TonusRecord) record = tonus_practice_load (practice, exam->ids[i], NULL, NULL);
      exam->lost += record == NULL;
    }
  /* A warning would be a visit that waits for files, or a reference to nothing. */
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, NULL, NULL);
  for (guint i = 0; i < findings->len; i++)
    exam->unsound += ((TonusFinding *) findings->pdata[i])->level != TONUS_FINDING_NOTE;
  if (exam->ids[0] == NULL)
    return;
  g_autoptr (GPtrArray) visits =
      tonus_practice_list_objects (practice, exam->ids[0], "visit", NULL);
  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      g_autoptr (TonusRecord) visit = tonus_practice_load (practice, visits->pdata[i], NULL, NULL);
      exam->without_context +=
          visit != NULL && g_strv_length (tonus_record_get_header (visit)->context) != 3;
    }
}

static void
save_visiting (TonusPractice *practice, const char *therapist, char **ids)
{
  ids[0] = fixture_add (practice, "patient", NULL, therapist, "patient/given", "Jo", NULL);
  ids[1] = fixture_add (practice, "episode", ids[0], therapist, "episode/title", "Left knee",
                        "episode/start", "2026-11-23", NULL);
  ids[2] = fixture_add (practice, "program", ids[0], therapist, "program/episode", ids[1],
                        "program/date", "2026-11-23", "program/version", "1", NULL);
  ids[3] = fixture_add (practice, "visit", ids[0], therapist, "visit/kind", "treatment",
                        "visit/episode", ids[1], "visit/date", "2026-11-23", "visit/therapist",
                        therapist, "pain/now", "2", NULL);
}

static void
test_visit (void)
{
  TonusIo *io = io_power_new (POWER_HONEST);
  Fixture *fixture = fixture_new (io, FOLDER);
  Visiting exam = { 0 };

  io_power_watch (io, examine_visiting, &exam);
  save_visiting (fixture->practice, fixture->therapist, exam.ids);
  io_power_watch (io, NULL, NULL);
  io_power_visit (io, examine_visiting, &exam);
  report ("visit after patient, episode and program", io);
  g_assert_cmpuint (exam.lost, ==, 0);
  g_assert_cmpuint (exam.unsound, ==, 0);
  g_assert_cmpuint (exam.without_context, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (exam.ids); i++)
    g_free (exam.ids[i]);
  fixture_free (fixture);
  io_power_free (io);
}

/* --- what is typed: in a draft, in a revision, never in neither --- */

typedef struct
{
  const char *visit;
  const char *old_text;
  const char *new_text;
  gboolean is_acknowledged;
  guint bad, damaged;
} Typing;

static void
examine_typing (TonusIo *after, gpointer data)
{
  Typing *exam = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (after, FOLDER, NULL);
  g_autoptr (TonusRecord) record = tonus_practice_load (practice, exam->visit, NULL, NULL);
  g_autoptr (GPtrArray) drafts = tonus_draft_list (practice);

  g_assert_nonnull (record);
  const char *text = drafts->len > 0
                         ? tonus_record_get (((TonusDraft *) drafts->pdata[0])->record, "pain/now")
                         : tonus_record_get (record, "pain/now");
  gboolean is_new = g_strcmp0 (text, exam->new_text) == 0;
  gboolean is_old = g_strcmp0 (text, exam->old_text) == 0;
  exam->bad += !is_new && (exam->is_acknowledged || !is_old);
  exam->damaged += drafts->len > 1 || tonus_practice_get_remarks (practice)->len > 0;
}

static void
expect (Typing *exam, TonusIo *io, const char *old_text, const char *new_text)
{
  exam->old_text = old_text;
  exam->new_text = new_text;
  exam->is_acknowledged = FALSE;
  io_power_watch (io, examine_typing, exam);
}

static void
acknowledge (Typing *exam, TonusIo *io)
{
  io_power_watch (io, NULL, NULL);
  exam->is_acknowledged = TRUE;
  io_power_visit (io, examine_typing, exam);
}

static void
keep_draft (Fixture *fixture, TonusRecord *visit, const char *text)
{
  fixture_set (visit, "pain/now", text);
  TonusPendingDraft *pending = tonus_draft_prepare (fixture->practice, visit, NULL);
  g_autoptr (GError) error = NULL;

  tonus_pending_draft_save (pending, &error);
  g_assert_no_error (error);
  tonus_pending_draft_free (pending);
}

static void
test_draft (void)
{
  TonusIo *io = io_power_new (POWER_HONEST);
  Fixture *fixture = fixture_new (io, FOLDER);
  Typing exam = { .visit = fixture->visit };
  g_autoptr (TonusRecord) visit =
      tonus_practice_load (fixture->practice, fixture->visit, NULL, NULL);

  expect (&exam, io, "4", "3");
  keep_draft (fixture, visit, "3");
  acknowledge (&exam, io);
  expect (&exam, io, "3", "2");
  keep_draft (fixture, visit, "2");
  acknowledge (&exam, io);
  expect (&exam, io, "2", "2");
  g_assert_true (
      tonus_practice_save (fixture->practice, visit, NULL, fixture->therapist, NULL, NULL));
  g_assert_true (tonus_draft_remove (fixture->practice, fixture->visit, NULL));
  acknowledge (&exam, io);
  report ("draft, next draft, revision", io);
  g_assert_cmpuint (exam.bad, ==, 0);
  g_assert_cmpuint (exam.damaged, ==, 0);
  fixture_free (fixture);
  io_power_free (io);
}

/* --- a document that goes out, in place of an older one --- */

#define DOCUMENT "/home/note.pdf"

typedef struct
{
  GBytes *old_bytes; /* (nullable) */
  GBytes *new_bytes;
  gboolean is_acknowledged;
  guint lost, mixed;
} Exporting;

static void
examine_exporting (TonusIo *after, gpointer data)
{
  Exporting *exam = data;
  g_autoptr (GBytes) bytes = tonus_read_file (after, DOCUMENT, 1 << 20, NULL);
  gboolean is_new = bytes != NULL && g_bytes_equal (bytes, exam->new_bytes);
  gboolean is_old = bytes != NULL && exam->old_bytes != NULL
                        ? g_bytes_equal (bytes, exam->old_bytes)
                        : bytes == exam->old_bytes;

  exam->lost += exam->is_acknowledged && !is_new;
  exam->mixed += !is_new && !is_old;
}

static GBytes *
make_document (char letter, gsize length)
{
  char *bytes = g_malloc (length);

  memset (bytes, letter, length);
  return g_bytes_new_take (bytes, length);
}

static void
export_document (TonusIo *io, Exporting *exam)
{
  g_autoptr (GError) error = NULL;

  exam->is_acknowledged = FALSE;
  io_power_watch (io, examine_exporting, exam);
  tonus_export (io, DOCUMENT, exam->new_bytes, &error);
  g_assert_no_error (error);
  io_power_watch (io, NULL, NULL);
  exam->is_acknowledged = TRUE;
  io_power_visit (io, examine_exporting, exam);
}

static void
test_export (void)
{
  TonusIo *io = io_power_new (POWER_HONEST);
  g_autoptr (GBytes) first = make_document ('a', 900);
  g_autoptr (GBytes) second = make_document ('b', 1300);
  Exporting exam = { .new_bytes = first };

  g_assert_true (tonus_make_folder (io, "/home", NULL));
  export_document (io, &exam);
  exam.old_bytes = first;
  exam.new_bytes = second;
  export_document (io, &exam);
  report ("export, export again", io);
  g_assert_cmpuint (exam.lost, ==, 0);
  g_assert_cmpuint (exam.mixed, ==, 0);
  io_power_free (io);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/power-flows/visit", test_visit);
  g_test_add_func ("/power-flows/draft", test_draft);
  g_test_add_func ("/power-flows/export", test_export);
  int status = g_test_run ();
  g_test_message ("%u states after a power cut, all as they should be", n_total);
  if (g_test_slow ())
    g_assert_cmpuint (n_total, >=, 10000);
  return status;
}
