/* test-session.c - a practice at work without a window: opening, charting, saving, recovering
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "fixture.h"
#include <gio/gio.h>
#include "tonus-draft.h"
#include "tonus-history-lines.h"
#include "tonus-words.h"

static TonusSession *
open_first (TonusPractice *practice)
{
  TonusSession *session = tonus_session_new (practice);
  g_autofree char *patient = fixture_first_patient (practice);
  g_autoptr (GError) error = NULL;

  tonus_session_open_patient (session, patient, &error);
  g_assert_no_error (error);
  return session;
}

static void
set (TonusSession *session, TonusSlot slot, const char *path, const char *text)
{
  TonusRecord *record = tonus_session_get_record (session, slot);
  g_autoptr (GError) error = NULL;

  tonus_chart_set (tonus_session_get_chart (session), tonus_record_get_object (record), path, text,
                   &error);
  g_assert_no_error (error);
}

static void
start_visit (TonusSession *session)
{
  g_autoptr (GError) error = NULL;

  tonus_session_start_visit (session, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tonus_session_get_record (session, TONUS_SLOT_VISIT));
}

static void
test_first_visit (void)
{
  g_autoptr (TonusPractice) practice = fixture_empty ();
  g_autoptr (TonusSession) session = tonus_session_new (practice);
  TonusRecord *visit;

  g_assert_true (tonus_session_new_patient (session, NULL));
  set (session, TONUS_SLOT_PATIENT, "patient/given", "Dana");
  start_visit (session);
  visit = tonus_session_get_record (session, TONUS_SLOT_VISIT);
  g_assert_cmpstr (tonus_record_get (visit, "visit/kind"), ==, "evaluation");
  g_assert_cmpstr (tonus_record_get (visit, "visit/date"), ==, "2026-11-23");
  g_assert_nonnull (tonus_record_get (visit, "visit/start"));
  g_assert_cmpstr (tonus_record_get (visit, "visit/therapist"), ==,
                   tonus_session_get_therapist (session));
  g_assert_cmpstr (
      tonus_record_get (visit, "visit/episode"), ==,
      tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_EPISODE)));
  g_assert_false (tonus_session_is_dirty (session));
  /* What a record starts with is not a step of undo. */
  while (tonus_chart_undo (tonus_session_get_chart (session)))
    ;
  g_assert_cmpstr (tonus_record_get (visit, "visit/kind"), ==, "evaluation");
}

static void
test_next_visit (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autofree char *first = NULL;

  g_assert_null (tonus_session_get_record (session, TONUS_SLOT_VISIT));
  start_visit (session);
  first = g_strdup (tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT)));
  g_assert_cmpstr (
      tonus_record_get (tonus_session_get_record (session, TONUS_SLOT_VISIT), "visit/kind"), ==,
      "treatment");
  /* Asking again opens the same one. */
  start_visit (session);
  g_assert_cmpstr (tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT)),
                   ==, first);
}

static void
test_values_survive (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *folder = g_strdup (tonus_practice_get_folder (practice));
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusPractice) again = NULL;
  g_autoptr (TonusSession) later = NULL;

  start_visit (session);
  set (session, TONUS_SLOT_VISIT, "pain/now", "3");
  g_assert_true (tonus_session_is_dirty (session));
  g_assert_true (tonus_session_close_patient (session, NULL));
  g_assert_true (g_str_has_prefix (tonus_session_get_status (session), "Saved "));
  g_assert_null (tonus_session_get_chart (session));
  again = tonus_practice_open (tonus_io_real (), folder, NULL);
  later = open_first (again);
  /* Today's visit is open at once. */
  g_assert_cmpstr (
      tonus_record_get (tonus_session_get_record (later, TONUS_SLOT_VISIT), "pain/now"), ==, "3");
}

static void
test_many_saves_one_line (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autoptr (TonusObject) object = NULL;

  start_visit (session);
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      set (session, TONUS_SLOT_VISIT, "pain/now", text);
      g_assert_true (tonus_session_save (session, NULL));
    }
  object = tonus_practice_get_object (
      practice, tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT)),
      NULL);
  g_assert_cmpuint (object->heads->len, ==, 1);
  g_assert_cmpuint (object->revisions->len, ==, 6);
  g_assert_false (object->is_incomplete);
}

static gboolean
says_draft (gpointer session)
{
  return g_str_has_prefix (tonus_session_get_status (session), "Draft kept ");
}

/* What is said in passing stays long enough to be read, and not longer. */
static void
test_words_pass (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);

  start_visit (session);
  tonus_session_say (session, "Added: Bridge");
  set (session, TONUS_SLOT_VISIT, "pain/now", "3");
  g_assert_cmpstr (tonus_session_get_status (session), ==, "Added: Bridge");
  fixture_wait (says_draft, session);
  tonus_session_say (session, "Preview hidden");
  fixture_wait (says_draft, session);
  tonus_session_say (session, "Preview hidden");
  g_assert_true (tonus_session_save (session, NULL));
  g_assert_true (g_str_has_prefix (tonus_session_get_status (session), "Saved "));
}

/* The practice's own records are kept and restored like a patient's. */
static void
test_office_recovery (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo (), again = NULL;
  TonusSession *session = tonus_session_new (practice);
  TonusChart *office = tonus_session_enter_office (session);
  g_autoptr (GPtrArray) clinics = tonus_session_list_office (session, "clinic");
  g_autofree char *id = g_strdup (tonus_record_get_object (g_ptr_array_index (clinics, 0)));
  g_autoptr (TonusSession) later = NULL;
  g_autoptr (TonusRecord) clinic = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  tonus_chart_set (office, id, "clinic/phone", "555-9999", &error);
  g_assert_no_error (error);
  fixture_wait (says_draft, session);
  /* Ends without saving, as a crash would. */
  g_object_unref (session);
  again = tonus_practice_open (tonus_io_real (), tonus_practice_get_folder (practice), &error);
  later = tonus_session_new (again);
  drafts = tonus_session_list_drafts (later);
  g_assert_cmpuint (drafts->len, ==, 1);
  tonus_session_restore_drafts (later, drafts, &error);
  g_assert_no_error (error);
  clinic = tonus_practice_load (again, id, NULL, &error);
  g_assert_cmpstr (tonus_record_get (clinic, "clinic/phone"), ==, "555-9999");
}

static void
test_draft_and_recovery (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autofree char *folder = g_strdup (tonus_practice_get_folder (practice));
  g_autoptr (TonusPractice) again = NULL;
  g_autoptr (TonusSession) later = NULL;
  g_autoptr (GPtrArray) drafts = NULL, rest = NULL;
  g_autoptr (GError) error = NULL;
  TonusSession *session = open_first (practice);

  start_visit (session);
  set (session, TONUS_SLOT_VISIT, "pain/now", "7");
  fixture_wait (says_draft, session);
  /* Dropped without saving, as by a crash. */
  g_object_unref (session);
  again = tonus_practice_open (tonus_io_real (), folder, NULL);
  later = tonus_session_new (again);
  drafts = tonus_session_list_drafts (later);
  g_assert_cmpuint (drafts->len, ==, 1);
  tonus_session_restore_drafts (later, drafts, &error);
  g_assert_no_error (error);
  rest = tonus_session_list_drafts (later);
  g_assert_cmpuint (rest->len, ==, 0);
  g_clear_object (&later);
  later = open_first (again);
  g_assert_cmpstr (
      tonus_record_get (tonus_session_get_record (later, TONUS_SLOT_VISIT), "pain/now"), ==, "7");
}

static void
test_handout (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autofree char *path = g_build_filename (fixture_home (), "handout.pdf", NULL);
  g_autofree char *bytes = NULL, *before = NULL;
  TonusRecord *program = tonus_session_get_record (session, TONUS_SLOT_PROGRAM);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_nonnull (program);
  before = g_strdup (tonus_record_get (program, "program/version"));
  /* A place that does not exist costs no version. */
  g_assert_false (tonus_session_hand_out (session, "/nowhere/at/all.pdf", &error));
  g_assert_nonnull (strstr (error->message, "/nowhere/at"));
  g_clear_error (&error);
  g_assert_cmpstr (tonus_record_get (program, "program/version"), ==, before);
  /* Nor does a program of which something would be missing on the page. */
  tonus_record_set_unread (program, "home/aaaaaaaa/exercise", "donkey");
  g_assert_false (tonus_session_hand_out (session, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  tonus_record_set_unread (program, "home/aaaaaaaa/exercise", NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (tonus_record_get (program, "program/version"), ==, before);
  tonus_session_hand_out (session, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpint (memcmp (bytes, "%PDF-", 5), ==, 0);
  g_assert_cmpstr (tonus_record_get (program, "program/version"), !=, before);
  g_assert_cmpstr (tonus_record_get (program, "program/date"), ==, "2026-11-23");
  g_assert_false (tonus_session_is_dirty (session));
  lines = tonus_history_lines_list (session);
  g_assert_cmpstr (((TonusHistoryLine *) g_ptr_array_index (lines, 0))->title, ==,
                   "Home program 3");
}

/* What was said of the version before is not said of this one; what was written now stays, also
 * when it is handed out twice. */
static void
test_old_words (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autofree char *path = g_build_filename (fixture_home (), "words.pdf", NULL);
  TonusRecord *program = tonus_session_get_record (session, TONUS_SLOT_PROGRAM);

  start_visit (session);
  g_assert_nonnull (tonus_record_get (program, "program/changed"));
  set (session, TONUS_SLOT_PROGRAM, "program/why", "Stands longer now");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (tonus_session_hand_out (session, path, NULL));
      g_assert_null (tonus_record_get (program, "program/changed"));
      g_assert_cmpstr (tonus_record_get (program, "program/why"), ==, "Stands longer now");
    }
}

/* What is edited after handing out is not what the patient has. */
static void
test_given_version (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  g_autofree char *path = g_build_filename (fixture_home (), "given.pdf", NULL);
  TonusRecord *program = tonus_session_get_record (session, TONUS_SLOT_PROGRAM);
  g_autoptr (TonusRecord) given = NULL, not_then = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const char *visit;

  start_visit (session);
  visit = tonus_record_get_object (tonus_session_get_record (session, TONUS_SLOT_VISIT));
  g_assert_true (tonus_session_hand_out (session, path, NULL));
  set (session, TONUS_SLOT_PROGRAM, "program/advice", "Afterwards");
  g_assert_true (tonus_session_save (session, NULL));
  given = tonus_session_load_given (session, NULL);
  g_assert_cmpstr (tonus_record_get (given, "program/version"), ==,
                   tonus_record_get (program, "program/version"));
  g_assert_cmpstr (tonus_record_get (given, "program/advice"), !=, "Afterwards");
  not_then = tonus_session_load_given (session, visit);
  g_assert_cmpstr (tonus_record_get (not_then, "program/version"), !=,
                   tonus_record_get (program, "program/version"));
  lines = tonus_history_lines_list (session);
  for (guint i = 0; i < lines->len; i++)
    {
      const TonusHistoryLine *line = g_ptr_array_index (lines, i);
      g_autoptr (TonusRecord) shown =
          line->hash ? tonus_practice_load (practice, line->object, line->hash, NULL) : NULL;

      if (shown)
        g_assert_cmpstr (tonus_record_get (shown, "program/advice"), !=, "Afterwards");
    }
}

static void
test_words (void)
{
  g_autoptr (TonusPractice) practice = fixture_demo ();
  g_autoptr (TonusSession) session = open_first (practice);
  TonusRecord *patient = tonus_session_get_record (session, TONUS_SLOT_PATIENT);
  g_autofree char *name = tonus_words_short_name (patient);
  g_autofree char *identity = tonus_words_identity (patient);
  g_autofree char *none = tonus_words_alerts (patient);
  g_autofree char *some = NULL;

  g_assert_cmpstr (name, ==, "Dana R.");
  g_assert_true (g_str_has_prefix (identity, "Dana Reyes · "));
  g_assert_true (g_str_has_suffix (identity, "(38)"));
  g_assert_null (none);
  set (session, TONUS_SLOT_PATIENT, "alert/aaaaaaaa/alert", "anticoagulant");
  set (session, TONUS_SLOT_PATIENT, "alert/bbbbbbbb/alert", "pregnancy");
  set (session, TONUS_SLOT_PATIENT, "alert/bbbbbbbb/ended", "2026-01-01");
  some = tonus_words_alerts (patient);
  g_assert_nonnull (strstr (some, "nticoagulant"));
  g_assert_null (strstr (some, "regnan"));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv, FALSE);
  g_test_add_func ("/ui/session/first-visit", test_first_visit);
  g_test_add_func ("/ui/session/next-visit", test_next_visit);
  g_test_add_func ("/ui/session/values-survive", test_values_survive);
  g_test_add_func ("/ui/session/many-saves-one-line", test_many_saves_one_line);
  g_test_add_func ("/ui/session/draft-and-recovery", test_draft_and_recovery);
  g_test_add_func ("/ui/session/words-pass", test_words_pass);
  g_test_add_func ("/ui/session/office-recovery", test_office_recovery);
  g_test_add_func ("/ui/session/handout", test_handout);
  g_test_add_func ("/ui/session/given-version", test_given_version);
  g_test_add_func ("/ui/session/old-words", test_old_words);
  g_test_add_func ("/ui/session/words", test_words);
  return fixture_finish (g_test_run ());
}
