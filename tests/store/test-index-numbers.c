/* test-index-numbers.c - what the list says of reports, certification, alerts; the list at once,
 * and what was found behind it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-date.h"
#include "tonus-index.h"
#include "tonus-withdraw.h"

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
add_visit (Fixture *self, const char *episode, const char *kind, const char *date)
{
  return fixture_add (self->practice, "visit", self->patient, NULL, "visit/episode", episode,
                      "visit/kind", kind, "visit/date", date, NULL);
}

static void
change (Fixture *self, const char *object, const char *path, const char *text)
{
  g_autofree char *hash = fixture_change (self->practice, object, path, text, NULL, NULL);

  g_assert_nonnull (hash);
}

static void
withdraw_patient (Fixture *self, const char *patient)
{
  g_free (fixture_add (self->practice, "void", patient, NULL, "void/target", patient, NULL));
}

static void
assert_numbers (Fixture *self, guint report_days, const char *certified_to, const char *newest)
{
  g_autoptr (GPtrArray) entries = tonus_index_load (self->practice, NULL);
  const TonusIndexEntry *entry = find_entry (entries, self->patient);

  g_assert_cmpuint (entry->report_days, ==, report_days);
  g_assert_cmpuint (entry->certified_to, ==, tonus_date_parse (certified_to));
  g_assert_cmpuint (entry->newest_unsigned, ==, tonus_date_parse (newest));
  g_assert_false (entry->is_damaged);
}

static void
test_report (Place *place, gconstpointer data)
{
  Fixture *self = *place;

  /* The fixture's evaluation is the first day. */
  assert_numbers (self, 1, "", "2026-11-02");
  g_free (add_visit (self, self->episode, "treatment", "2026-11-04"));
  g_free (add_visit (self, self->episode, "treatment", "2026-11-04"));
  g_free (add_visit (self, self->episode, "no-show", "2026-11-05"));
  assert_numbers (self, 2, "", "2026-11-05");
  g_autofree char *report = add_visit (self, self->episode, "progress-report", "2026-11-06");
  g_free (add_visit (self, self->episode, "treatment", "2026-11-09"));
  assert_numbers (self, 1, "", "2026-11-09");
  /* A report entered in error is none. */
  g_assert_true (tonus_withdraw_record (self->practice, report, "wrong", NULL, NULL));
  assert_numbers (self, 3, "", "2026-11-09");
  g_assert_true (tonus_withdraw_bring_back (self->practice, report, NULL, NULL));
  assert_numbers (self, 1, "", "2026-11-09");
}

static void
test_current_episode (Place *place, gconstpointer data)
{
  Fixture *self = *place;

  change (self, self->episode, "plan-of-care/certified-to", "2027-01-31");
  assert_numbers (self, 1, "2027-01-31", "2026-11-02");
  g_autofree char *later =
      fixture_add (self->practice, "episode", self->patient, NULL, "episode/title", "Knee",
                   "episode/start", "2026-11-10", "plan-of-care/certified-to", "2027-02-07", NULL);
  /* Begun later, but not seen yet. */
  assert_numbers (self, 1, "2027-01-31", "2026-11-02");
  g_free (add_visit (self, later, "evaluation", "2026-11-10"));
  g_free (add_visit (self, later, "treatment", "2026-11-12"));
  assert_numbers (self, 2, "2027-02-07", "2026-11-12");
  change (self, later, "episode/ended", "2026-11-20");
  assert_numbers (self, 1, "2027-01-31", "2026-11-12");
  change (self, self->episode, "episode/ended", "2026-11-20");
  assert_numbers (self, 0, "", "2026-11-12");
}

static void
test_alerts (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  static const struct
  {
    const char *path, *text;
    gboolean has_alerts;
  } steps[] = {
    { "patient/preferred", "Mia", FALSE },           { "alert/aaaaaaaa/detail", "pacemaker", TRUE },
    { "alert/aaaaaaaa/ended", "2026-11-03", FALSE }, { "alert/bbbbbbbb/detail", "falls", TRUE },
    { "alert/bbbbbbbb/detail", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      change (self, self->patient, steps[i].path, steps[i].text);
      g_autoptr (GPtrArray) entries = tonus_index_load (self->practice, NULL);
      g_assert_true (find_entry (entries, self->patient)->has_alerts == steps[i].has_alerts);
    }
}

static void
test_signed_visit (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);

  fixture_sign (visit, self->therapist);
  g_assert_true (tonus_practice_save (self->practice, visit, NULL, NULL, NULL, NULL));
  assert_numbers (self, 1, "", "");
}

/* --- the list at once --- */

static void
test_cached (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *other =
      fixture_add (self->practice, "patient", NULL, NULL, "patient/family", "Adler", NULL);
  g_autofree char *hidden =
      fixture_add (self->practice, "patient", NULL, NULL, "patient/family", "Zorn", NULL);

  g_assert_null (tonus_index_load_cached (self->practice));
  withdraw_patient (self, hidden);
  g_autoptr (GPtrArray) found = tonus_index_load (self->practice, NULL);
  /* Folders that changed just now are in it all the same: they are looked at again anyway. */
  g_autoptr (GPtrArray) cached = tonus_index_load_cached (self->practice);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpuint (cached->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const TonusIndexEntry *a = found->pdata[i], *b = cached->pdata[i];
      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpstr (a->family, ==, b->family);
      g_assert_cmpstr (a->folded, ==, b->folded);
      g_assert_cmpstr (a->last_visit, ==, b->last_visit);
      g_assert_cmpuint (a->unsigned_visits, ==, b->unsigned_visits);
      g_assert_cmpuint (a->newest_unsigned, ==, b->newest_unsigned);
    }
  g_assert_cmpstr (((TonusIndexEntry *) cached->pdata[0])->id, ==, other);
  /* It says nothing of what has come since. */
  change (self, self->patient, "patient/family", "Novak");
  g_autoptr (GPtrArray) old = tonus_index_load_cached (self->practice);
  g_assert_cmpstr (find_entry (old, self->patient)->family, ==, "Škoda");
}

typedef struct
{
  GMainLoop *loop;
  GPtrArray *entries;
  gboolean has_changed;
  GError *error;
} Answer;

static void
refreshed_cb (GObject *practice, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->entries = tonus_index_refresh_finish (result, &answer->has_changed, &answer->error);
  g_main_loop_quit (answer->loop);
}

/* The family name of the fixture's patient as found on the other thread. */
static void
assert_refreshed (Fixture *self, gboolean has_changed, const char *family, guint n)
{
  Answer answer = { .loop = g_main_loop_new (NULL, FALSE) };

  tonus_index_refresh_async (self->practice, NULL, refreshed_cb, &answer);
  g_main_loop_run (answer.loop);
  g_assert_no_error (answer.error);
  g_assert_true (answer.has_changed == has_changed);
  g_assert_cmpuint (answer.entries->len, ==, n);
  g_assert_cmpstr (find_entry (answer.entries, self->patient)->family, ==, family);
  g_ptr_array_unref (answer.entries);
  g_main_loop_unref (answer.loop);
}

static void
test_refresh (Place *place, gconstpointer data)
{
  Fixture *self = *place;

  assert_refreshed (self, TRUE, "Škoda", 1);
  assert_refreshed (self, FALSE, "Škoda", 1);
  change (self, self->patient, "patient/family", "Novak");
  assert_refreshed (self, TRUE, "Novak", 1);
  /* What the list does not show is no change of the list. */
  change (self, self->program, "program/advice", "Walk");
  assert_refreshed (self, FALSE, "Novak", 1);
  g_autofree char *other =
      fixture_add (self->practice, "patient", NULL, NULL, "patient/family", "Adler", NULL);
  assert_refreshed (self, TRUE, "Novak", 2);
  assert_refreshed (self, FALSE, "Novak", 2);
  withdraw_patient (self, other);
  assert_refreshed (self, TRUE, "Novak", 1);
  assert_refreshed (self, FALSE, "Novak", 1);
  g_autofree char *folder = g_build_filename (self->folder, "patients", other, NULL);
  scratch_remove (folder);
  assert_refreshed (self, FALSE, "Novak", 1);
}

static void
test_refresh_ends (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { .loop = g_main_loop_new (NULL, FALSE) };

  g_cancellable_cancel (cancellable);
  tonus_index_refresh_async (self->practice, cancellable, refreshed_cb, &answer);
  g_main_loop_run (answer.loop);
  g_assert_null (answer.entries);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  /* What was not read to its end is not noted. */
  g_assert_null (tonus_index_load_cached (self->practice));

  g_autofree char *file = g_build_filename (self->folder, "practice.keyfile", NULL);
  g_assert_cmpint (unlink (file), ==, 0);
  tonus_index_refresh_async (self->practice, NULL, refreshed_cb, &answer);
  g_main_loop_run (answer.loop);
  g_assert_null (answer.entries);
  g_assert_error (answer.error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_AVAILABLE);
  g_clear_error (&answer.error);
  g_main_loop_unref (answer.loop);
}

/* Enough patients for several threads. */
static void
test_many (Place *place, gconstpointer data)
{
  Fixture *self = *place;

  tonus_practice_begin_bulk (self->practice);
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name%03u", i);
      g_free (fixture_add (self->practice, "patient", NULL, NULL, "patient/family", name, NULL));
    }
  g_assert_true (tonus_practice_end_bulk (self->practice, NULL));
  g_autoptr (GPtrArray) entries = tonus_index_load (self->practice, NULL);
  g_assert_cmpuint (entries->len, ==, 251);
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name%03u", i);
      g_assert_cmpstr (((TonusIndexEntry *) entries->pdata[i])->family, ==, name);
    }
}

static void
test_update (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *other =
      fixture_add (self->practice, "patient", NULL, NULL, "patient/family", "Adler", NULL);
  g_autoptr (GPtrArray) cold = tonus_index_load (self->practice, NULL);
  g_autoptr (GPtrArray) entries = tonus_index_load_cached (self->practice);

  g_assert_cmpuint (cold->len, ==, 2);
  g_assert_false (tonus_index_update (self->practice, entries, other));
  change (self, other, "patient/family", "Zorn");
  g_assert_true (tonus_index_update (self->practice, entries, other));
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (((TonusIndexEntry *) entries->pdata[1])->family, ==, "Zorn");
  g_autofree char *third =
      fixture_add (self->practice, "patient", NULL, NULL, "patient/family", "Tamm", NULL);
  g_assert_true (tonus_index_update (self->practice, entries, third));
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpstr (((TonusIndexEntry *) entries->pdata[1])->family, ==, "Tamm");
  withdraw_patient (self, third);
  g_assert_true (tonus_index_update (self->practice, entries, third));
  g_assert_false (tonus_index_update (self->practice, entries, third));
  g_assert_cmpuint (entries->len, ==, 2);
  g_autofree char *folder = g_build_filename (self->folder, "patients", other, NULL);
  scratch_remove (folder);
  g_assert_true (tonus_index_update (self->practice, entries, other));
  g_assert_cmpuint (entries->len, ==, 1);
}

#define ADD(path, function) g_test_add (path, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/index-numbers/report", test_report);
  ADD ("/index-numbers/current-episode", test_current_episode);
  ADD ("/index-numbers/alerts", test_alerts);
  ADD ("/index-numbers/signed-visit", test_signed_visit);
  ADD ("/index-numbers/cached", test_cached);
  ADD ("/index-numbers/refresh", test_refresh);
  ADD ("/index-numbers/refresh-ends", test_refresh_ends);
  ADD ("/index-numbers/many", test_many);
  ADD ("/index-numbers/update", test_update);
  return g_test_run ();
}
