/* test-damage.c - damaged practices: everything else opens, and what is wrong is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <glib.h>

#include "damage.h"

static const Case cases[] = {
  { "empty", harm_empty, LEFT_OLD, DAMAGE, "promises" },
  { "nul-filled", harm_nul_filled, LEFT_OLD, DAMAGE, "promises" },
  { "half-copied", harm_half, LEFT_OLD, DAMAGE, "promises" },
  { "nul-tail", harm_nul_tail, LEFT_OLD, DAMAGE, "promises" },
  { "longer", harm_longer, LEFT_OLD, DAMAGE, "promises" },
  { "one-bit", harm_bit, LEFT_OLD, DAMAGE, "promises" },
  { "swapped", harm_swapped, LEFT_OLD, DAMAGE, "promises" },
  { "huge", harm_huge, LEFT_OLD, DAMAGE, "larger" },
  { "link", harm_link, LEFT_OLD, DAMAGE, "link" },
  { "dangling-link", harm_dangling, LEFT_OLD, DAMAGE, "link" },
  { "fifo", harm_fifo, LEFT_OLD, DAMAGE, "no plain file" },
  { "directory", harm_directory, LEFT_OLD, DAMAGE, "no plain file" },
  { "gone", harm_gone, LEFT_OLD, NOTE, NULL },
  { "parent-gone", harm_parent_gone, LEFT_NEW, WARNING, "incomplete" },
  { "parent-cut", harm_parent_cut, LEFT_NEW, DAMAGE, "promises" },
  { "both-empty", harm_both, LEFT_NONE, DAMAGE, "promises" },
  { "conflict-copy", harm_conflict_copy, LEFT_NEW, WARNING, "sync program" },
  { "renamed-by-sync", harm_renamed, LEFT_OLD, NOTE, "nothing of Tonus" },
  { "foreign", harm_foreign, LEFT_NEW, NOTE, "nothing of Tonus" },
  { "temporary", harm_old_temporary, LEFT_NEW, NOTE, ".tmp-" },
  { "name-without-hash", harm_name_without_hash, LEFT_NEW, WARNING, "not the name" },
  { "name-with-newline", harm_name_with_newline, LEFT_NEW, WARNING, "not the name" },
  { "name-not-utf8", harm_name_not_utf8, LEFT_NEW, WARNING, "not the name" },
  { "other-patients-folder", harm_other_patient, LEFT_OLD, DAMAGE, "Patient" },
  { "in-practice-folder", harm_other_shelf, LEFT_NEW, DAMAGE, "Patient" },
  { "renumbered", harm_renumbered, LEFT_OLD, DAMAGE, "Revision" },
  { "other-kind", harm_other_kind, LEFT_OLD, DAMAGE, "Kind" },
  { "wrong-object", harm_wrong_object, LEFT_NEW, DAMAGE, "Object" },
  { "newer-format", harm_newer_format, LEFT_NEW, NOTE, "newer Tonus" },
  { "absent-parent", harm_absent_parent, LEFT_NEW, WARNING, "incomplete" },
  { "fork", harm_fork, LEFT_NEW, NOTE, "versions" },
  { "two-signed", harm_two_signed, LEFT_NEW, WARNING, "signed" },
  { "changed-after-signing", harm_changed_after_signing, LEFT_NEW, WARNING, "signed" },
  { "number-backwards", harm_number_backwards, LEFT_NEW, NOTE, "number" },
  { "clock-1970", harm_clock_1970, LEFT_NEW, NOTE, "clock" },
  { "clock-2099", harm_clock_2099, LEFT_NEW, NOTE, "clock" },
  { "clock-nonsense", harm_clock_nonsense, LEFT_OLD, DAMAGE, "no record" },
  { "patient-gone", harm_patient_gone, LEFT_NEW, WARNING, "patient's own", TRUE },
  { "episode-cut", harm_episode_cut, LEFT_NEW, DAMAGE, "promises", TRUE },
  { "therapist-gone", harm_therapist_gone, LEFT_NEW, WARNING, "points at", TRUE },
  { "therapist-cut", harm_therapist_cut, LEFT_NEW, DAMAGE, "promises", TRUE },
  { "unread-value", harm_unread, LEFT_NEW, WARNING, "could not be read" },
  { "unread-settled", harm_settled, LEFT_NEW, NOTE, NULL },
  { "duplicate-key", harm_duplicate_key, LEFT_NEW, DAMAGE, "twice" },
  { "no-header", harm_no_header, LEFT_NEW, DAMAGE, "no record" },
  { "not-utf8", harm_not_utf8, LEFT_NEW, DAMAGE, "UTF-8" },
  { "patient-link", harm_patient_link, LEFT_NEW, DAMAGE, "no folder" },
  { "patient-file", harm_patient_file, LEFT_NEW, DAMAGE, "no folder" },
  { "patient-name", harm_patient_name, LEFT_NEW, NOTE, "no patient's folder" },
  { "readme-gone", harm_readme_gone, LEFT_NEW, NOTE, "missing" },
  { "keyfile-empty", harm_keyfile_empty, LEFT_LOCKED, DAMAGE, "practice.keyfile" },
  { "keyfile-without-id", harm_keyfile_without_id, LEFT_LOCKED, DAMAGE, "practice.keyfile" },
  { "keyfile-nonsense", harm_keyfile_nonsense, LEFT_LOCKED, DAMAGE, "practice.keyfile" },
  { "keyfile-gone", harm_keyfile_gone, LEFT_LOCKED, DAMAGE, "practice.keyfile" },
  { "keyfile-newer", harm_keyfile_newer, LEFT_NEW, NOTE, "newer Tonus" },
  { "own-folder-gone", harm_own_folder_gone, LEFT_NEW, DAMAGE, "practice", TRUE },
};

static void
test_case (gconstpointer data)
{
  case_run (data, "visit");
}

/* --- objects that may be read only --- */

static void
test_newer (void)
{
  Body *body = body_new ("visit");
  g_autoptr (GError) error = NULL;

  harm_newer_format (body);
  g_autoptr (TonusPractice) practice = fixture_open (body->fixture);
  g_autofree char *hash =
      fixture_change (practice, body->fixture->visit, "pain/now", "0", NULL, &error);
  g_assert_null (hash);
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NEWER);
  g_clear_error (&error);

  harm_keyfile_newer (body);
  g_autoptr (TonusPractice) locked = fixture_open (body->fixture);
  g_assert_true (tonus_practice_is_read_only (locked));
  g_assert_cmpuint (tonus_practice_get_remarks (locked)->len, ==, 1);
  g_autofree char *none =
      fixture_change (locked, body->fixture->program, "program/advice", "x", NULL, &error);
  g_assert_null (none);
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NEWER);
  body_free (body);
}

static void
test_forked_signature (void)
{
  Body *body = body_new ("visit");
  g_autofree char *text = body_edit_new (body, "now=1", "now=3");
  g_autofree char *signed_text = body_sign (text, "2026-11-02T11:00:00+01:00");
  g_autoptr (GError) error = NULL;

  /* Another device signed while this one went on: the signed one is the record. */
  g_free (body_put_revision (body, 2, signed_text));
  g_autoptr (TonusPractice) practice = fixture_open (body->fixture);
  g_autoptr (TonusObject) visit = tonus_practice_get_object (practice, body->fixture->visit, NULL);
  g_assert_cmpuint (visit->heads->len, ==, 2);
  g_assert_true (((TonusRevision *) visit->heads->pdata[0])->is_signed);
  g_autoptr (TonusRecord) record =
      tonus_practice_load (practice, body->fixture->visit, body->new_hash, NULL);
  g_assert_false (tonus_practice_save (practice, record, NULL, NULL, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_SIGNED);
  body_free (body);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/damage/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/damage/newer", test_newer);
  g_test_add_func ("/damage/forked-signature", test_forked_signature);
  return g_test_run ();
}
