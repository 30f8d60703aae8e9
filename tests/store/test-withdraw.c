/* test-withdraw.c - records entered in error, visits charted on the wrong patient
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <glib.h>

#include "fixture.h"
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

static TonusIndexEntry *
find_entry (GPtrArray *entries, const char *patient)
{
  for (guint i = 0; i < entries->len; i++)
    if (strcmp (((TonusIndexEntry *) entries->pdata[i])->id, patient) == 0)
      return entries->pdata[i];
  g_assert_not_reached ();
}

static guint
count_unsigned (Fixture *self, const char *patient)
{
  g_autoptr (GPtrArray) entries = tonus_index_load (self->practice, NULL);

  return find_entry (entries, patient)->unsigned_visits;
}

static guint
count_withdrawn (Fixture *self, const char *patient)
{
  g_autoptr (GPtrArray) list = tonus_withdraw_list (self->practice, patient, NULL);

  g_assert_nonnull (list);
  return list->len;
}

static void
test_withdraw (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const TonusWithdrawn *line;

  g_assert_cmpuint (count_unsigned (self, self->patient), ==, 1);
  g_assert_true (tonus_withdraw_record (self->practice, self->visit, "  Typed twice\n at  ",
                                        self->therapist, &error));
  g_assert_no_error (error);
  g_assert_true (tonus_practice_is_voided (self->practice, self->visit));
  g_assert_cmpuint (count_unsigned (self, self->patient), ==, 0);
  list = tonus_withdraw_list (self->practice, self->patient, &error);
  g_assert_cmpuint (list->len, ==, 1);
  line = list->pdata[0];
  g_assert_cmpstr (line->object, ==, self->visit);
  g_assert_cmpstr (line->reason, ==, "entered-in-error");
  g_assert_cmpstr (line->note, ==, "Typed twice\n at");
  g_assert_cmpstr (line->author, ==, self->therapist);
  /* Once is enough. */
  g_assert_true (
      tonus_withdraw_record (self->practice, self->visit, NULL, self->therapist, &error));
  g_assert_cmpuint (count_withdrawn (self, self->patient), ==, 1);
}

static void
test_bring_back (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusPractice) again = NULL;
  g_autoptr (GError) error = NULL;

  /* What is not withdrawn is no error. */
  g_assert_true (tonus_withdraw_bring_back (self->practice, self->visit, self->therapist, &error));
  tonus_withdraw_record (self->practice, self->visit, NULL, self->therapist, &error);
  g_assert_true (tonus_withdraw_bring_back (self->practice, self->visit, self->therapist, &error));
  g_assert_no_error (error);
  g_assert_false (tonus_practice_is_voided (self->practice, self->visit));
  g_assert_cmpuint (count_unsigned (self, self->patient), ==, 1);
  g_assert_cmpuint (count_withdrawn (self, self->patient), ==, 0);
  /* And so for another program; then it may be withdrawn once more. */
  again = fixture_open (self);
  g_assert_false (tonus_practice_is_voided (again, self->visit));
  g_assert_true (tonus_withdraw_record (again, self->visit, NULL, self->therapist, &error));
  g_assert_true (tonus_practice_is_voided (again, self->visit));
}

static void
test_signed (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);
  g_autoptr (GError) error = NULL;

  fixture_sign (visit, self->therapist);
  tonus_practice_save (self->practice, visit, NULL, self->therapist, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (
      tonus_withdraw_record (self->practice, self->visit, NULL, self->therapist, &error));
  g_assert_true (tonus_practice_is_voided (self->practice, self->visit));
}

static void
test_refused (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  const char *const wrong[] = { self->patient, self->therapist, "aaaaaaaaaaaaaaaaaaaaaaaaaa" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
          tonus_withdraw_record (self->practice, wrong[i], NULL, self->therapist, &error));
      g_assert_nonnull (error);
    }
}

/* A second patient, and in the visit a symptom, a treatment because of it and one because of a goal
 * of the wrong patient's. */
static char *
prepare_move (Fixture *self)
{
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, self->visit, NULL, NULL);
  g_autofree char *own = g_strdup_printf ("%s#symptom/aaaaaaaa", self->visit);
  g_autofree char *foreign = g_strdup_printf ("%s#goal/cccccccc", self->episode);
  g_autoptr (GError) error = NULL;

  fixture_set (visit, "symptom/aaaaaaaa/note", "ache");
  fixture_set (visit, "manual/bbbbbbbb/why", own);
  fixture_set (visit, "manual/cccccccc/why", foreign);
  fixture_set (visit, "manual/cccccccc/minutes", "8");
  tonus_record_set_unread (visit, "pain/worst", "nine or so");
  fixture_sign (visit, self->therapist);
  tonus_practice_save (self->practice, visit, NULL, self->therapist, NULL, &error);
  g_assert_no_error (error);
  return fixture_add (self->practice, "patient", NULL, self->therapist, "patient/given", "Bob",
                      NULL);
}

static void
test_move (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *right = prepare_move (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *moved = tonus_withdraw_move_visit (self->practice, self->visit, right,
                                                      "Wrong chart", self->therapist, &error);
  g_autofree char *own = g_strdup_printf ("%s#symptom/aaaaaaaa", moved);
  g_autoptr (TonusRecord) visit = NULL, episode = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_no_error (error);
  visit = tonus_practice_load (self->practice, moved, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tonus_record_get_header (visit)->patient, ==, right);
  g_assert_false (tonus_record_is_signed (visit));
  g_assert_false (tonus_record_has_section (visit, "signature"));
  g_assert_cmpstr (tonus_record_get (visit, "pain/now"), ==, "4");
  g_assert_cmpstr (tonus_record_get (visit, "visit/therapist"), ==, self->therapist);
  g_assert_cmpstr (tonus_record_get (visit, "manual/bbbbbbbb/why"), ==, own);
  g_assert_null (tonus_record_get (visit, "manual/cccccccc/why"));
  g_assert_cmpstr (tonus_record_get (visit, "manual/cccccccc/minutes"), ==, "8");
  g_assert_cmpstr (g_hash_table_lookup (tonus_record_get_unread (visit), "pain/worst"), ==,
                   "nine or so");
  /* Into an episode of the right patient, begun on the day of the visit. */
  episode =
      tonus_practice_load (self->practice, tonus_record_get (visit, "visit/episode"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tonus_record_get_header (episode)->patient, ==, right);
  g_assert_cmpstr (tonus_record_get (episode, "episode/start"), ==, "2026-11-02");
  list = tonus_withdraw_list (self->practice, self->patient, NULL);
  g_assert_cmpstr (((TonusWithdrawn *) list->pdata[0])->to, ==, moved);
  g_assert_cmpuint (count_unsigned (self, right), ==, 1);
  g_assert_true (tonus_practice_is_voided (self->practice, self->visit));
}

static void
test_move_joins_episode (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *right = prepare_move (self);
  g_autofree char *ended =
      fixture_add (self->practice, "episode", right, self->therapist, "episode/start", "2026-11-01",
                   "episode/ended", "2026-11-02", NULL);
  g_autofree char *current = fixture_add (self->practice, "episode", right, self->therapist,
                                          "episode/start", "2026-01-01", NULL);
  g_autofree char *moved =
      tonus_withdraw_move_visit (self->practice, self->visit, right, NULL, self->therapist, NULL);
  g_autoptr (TonusRecord) visit = tonus_practice_load (self->practice, moved, NULL, NULL);

  g_assert_cmpstr (tonus_record_get (visit, "visit/episode"), ==, current);
  g_assert_cmpstr (current, !=, ended);
}

static void
test_move_to_nobody (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GError) error = NULL;

  g_assert_null (tonus_withdraw_move_visit (
      self->practice, self->visit, "aaaaaaaaaaaaaaaaaaaaaaaaaa", NULL, self->therapist, &error));
  g_assert_nonnull (error);
  g_assert_false (tonus_practice_is_voided (self->practice, self->visit));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Place *, gconstpointer);
  } tests[] = {
    { "/withdraw/withdraw", test_withdraw },
    { "/withdraw/bring-back", test_bring_back },
    { "/withdraw/signed", test_signed },
    { "/withdraw/refused", test_refused },
    { "/withdraw/move", test_move },
    { "/withdraw/move-joins-episode", test_move_joins_episode },
    { "/withdraw/move-to-nobody", test_move_to_nobody },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Place, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
