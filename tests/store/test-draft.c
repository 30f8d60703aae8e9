/* test-draft.c - what has been typed survives, and is offered only as long as it is news
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>
#include <sys/stat.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-draft.h"

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
keep (TonusPractice *practice, TonusRecord *record, const char *author)
{
  g_autoptr (GError) error = NULL;
  TonusPendingDraft *pending = tonus_draft_prepare (practice, record, author);

  g_assert_true (tonus_pending_draft_save (pending, &error));
  g_assert_no_error (error);
  tonus_pending_draft_free (pending);
}

static char *
build_folder (TonusPractice *practice)
{
  return g_build_filename (g_get_user_state_dir (), "tonus", tonus_practice_get_id (practice),
                           "drafts", NULL);
}

static void
test_offered (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);
  g_autofree char *base = g_strdup (tonus_practice_hash_of (self->practice, visit));
  g_autofree char *folder = build_folder (self->practice);
  g_autoptr (GError) error = NULL;
  struct stat status;

  fixture_set (visit, "pain/now", "1");
  tonus_record_set_unread (visit, "pain/worst", "about ten");
  keep (self->practice, visit, self->therapist);
  g_assert_cmpint (stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpuint (scratch_count (folder), ==, 1);

  /* After a crash, another start finds it. */
  g_autoptr (TonusPractice) again = fixture_open (self);
  g_autoptr (GPtrArray) drafts = tonus_draft_list (again);
  g_assert_cmpuint (drafts->len, ==, 1);
  const TonusDraft *draft = drafts->pdata[0];
  g_assert_cmpstr (draft->object, ==, self->visit);
  g_assert_cmpstr (draft->kind, ==, "visit");
  g_assert_cmpstr (draft->patient, ==, self->patient);
  g_assert_cmpstr (draft->base, ==, base);
  g_assert_nonnull (draft->written);
  g_assert_cmpstr (tonus_record_get (draft->record, "pain/now"), ==, "1");
  g_assert_cmpstr (g_hash_table_lookup (tonus_record_get_unread (draft->record), "pain/worst"), ==,
                   "about ten");

  /* Saved, it follows the revision it was typed on, and is no draft any more. */
  g_assert_true (tonus_practice_save (again, draft->record, NULL, self->therapist, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (TonusObject) object = tonus_practice_get_object (again, self->visit, NULL);
  g_assert_cmpuint (object->heads->len, ==, 1);
  g_assert_cmpuint (object->revisions->len, ==, 2);
  g_autoptr (GPtrArray) none = tonus_draft_list (again);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (scratch_count (folder), ==, 0);
}

static void
test_new_object (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *id = tonus_io_new_id (tonus_io_real ());
  g_autoptr (TonusRecord) payer =
      tonus_record_new (tonus_practice_get_schema (self->practice), "payer", id);

  fixture_set (payer, "payer/name", "Acme");
  keep (self->practice, payer, NULL);
  fixture_set (payer, "payer/name", "Acme Health");
  keep (self->practice, payer, NULL);
  g_autoptr (GPtrArray) drafts = tonus_draft_list (self->practice);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_null (((TonusDraft *) drafts->pdata[0])->base);
  g_assert_cmpstr (tonus_record_get (((TonusDraft *) drafts->pdata[0])->record, "payer/name"), ==,
                   "Acme Health");
  g_assert_true (tonus_draft_remove (self->practice, id, NULL));
  g_assert_true (tonus_draft_remove (self->practice, id, NULL));
  g_autoptr (GPtrArray) none = tonus_draft_list (self->practice);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A draft that says what some earlier revision says is no news. */
static void
test_stale_draft (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);

  keep (self->practice, visit, NULL);
  g_autofree char *next =
      fixture_change (self->practice, self->visit, "pain/now", "0", self->therapist, NULL);
  g_assert_nonnull (next);
  g_autoptr (GPtrArray) drafts = tonus_draft_list (self->practice);
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_damaged_draft (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);
  g_autofree char *folder = build_folder (self->practice);
  g_autofree char *name = g_strconcat (self->episode, ".keyfile", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *foreign = g_build_filename (folder, "note.txt", NULL);

  fixture_set (visit, "pain/now", "0");
  keep (self->practice, visit, NULL);
  scratch_write (path, "\0\0\0", 3);
  scratch_write (foreign, "x", 1);
  g_autoptr (GPtrArray) drafts = tonus_draft_list (self->practice);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpuint (tonus_practice_get_remarks (self->practice)->len, ==, 1);
  g_assert_nonnull (strstr (tonus_practice_get_remarks (self->practice)->pdata[0], self->episode));
  /* What cannot be read is nobody's to delete. */
  g_assert_cmpuint (scratch_count (folder), ==, 3);
}

#define ADD(path, function) g_test_add (path, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/draft/offered", test_offered);
  ADD ("/draft/new-object", test_new_object);
  ADD ("/draft/stale", test_stale_draft);
  ADD ("/draft/damaged", test_damaged_draft);
  return g_test_run ();
}
