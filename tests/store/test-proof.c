/* test-proof.c - what does not read back as it was meant gets no name, and nothing of it is left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"
#include "tonus-id.h"
#include "tonus-record-text.h"

#define GOAL_LENGTH 500
#define N_GOALS 2200 /* more than a record's file may hold */

/* Every value is acceptable; all together are not. */
static void
fill_beyond_limit (TonusRecord *episode)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autofree char *text = g_strnfill (GOAL_LENGTH, 'x');
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_GOALS; i++)
    {
      g_autofree char *path = g_strdup_printf ("goal/aaaa%c%c%c%c/text", 'a' + i / 676 / 26,
                                               'a' + i / 676 % 26, 'a' + i / 26 % 26, 'a' + i % 26);
      tonus_changeset_set (changes, tonus_record_get_object (episode), path, text);
    }
  tonus_record_apply (episode, changes, &error);
  g_assert_no_error (error);
  g_autoptr (GString) whole = tonus_record_to_text (episode);
  g_assert_cmpuint (whole->len, >, TONUS_RECORD_TEXT_MAX);
}

static void
check_refused (Fixture *self, gboolean is_bulk)
{
  g_autoptr (TonusRecord) episode = tonus_practice_load (self->practice, self->episode, NULL, NULL);
  g_autofree char *before = g_strdup (tonus_practice_hash_of (self->practice, episode));
  g_autofree char *folder = g_build_filename (self->folder, "patients", self->patient, NULL);
  guint n_files = scratch_count (folder);
  g_autoptr (GError) error = NULL;

  fill_beyond_limit (episode);
  if (is_bulk)
    tonus_practice_begin_bulk (self->practice);
  g_autoptr (TonusPending) pending =
      tonus_practice_prepare (self->practice, episode, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (tonus_pending_save (pending, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
  g_assert_null (tonus_pending_get_hash (pending));
  g_assert_cmpuint (scratch_count (folder), ==, n_files);
  g_assert_cmpstr (tonus_practice_hash_of (self->practice, episode), ==, before);
  if (is_bulk)
    g_assert_true (tonus_practice_end_bulk (self->practice, NULL));
  g_clear_error (&error);
  g_assert_false (tonus_practice_save (self->practice, episode, NULL, NULL, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
}

static void
test_refused (void)
{
  Fixture *fixture = fixture_new_on_disk ();

  check_refused (fixture, FALSE);
  check_refused (fixture, TRUE);
  g_autofree char *hash =
      fixture_change (fixture->practice, fixture->episode, "episode/title", "Hip", NULL, NULL);
  g_assert_nonnull (hash);
  fixture_free (fixture);
}

/* Whoever asks first does the work, on whichever thread; all get the same. */
static gpointer
ask (gpointer pending)
{
  return (gpointer) tonus_pending_get_hash (pending);
}

static void
test_asked_by_many (void)
{
  Fixture *fixture = fixture_new_on_disk ();
  g_autoptr (TonusRecord) visit =
      tonus_practice_load (fixture->practice, fixture->visit, NULL, NULL);
  GThread *threads[4];

  fixture_fill_visit (visit, 6400);
  g_autoptr (TonusPending) pending =
      tonus_practice_prepare (fixture->practice, visit, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask, pending);
  g_assert_true (tonus_pending_save (pending, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == tonus_pending_get_hash (pending));
  g_autoptr (TonusRecord) saved = tonus_practice_load (fixture->practice, fixture->visit,
                                                       tonus_pending_get_hash (pending), NULL);
  g_assert_nonnull (saved);
  fixture_free (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proof/refused", test_refused);
  g_test_add_func ("/proof/asked-by-many", test_asked_by_many);
  return g_test_run ();
}
