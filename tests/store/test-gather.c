/* test-gather.c - the records that belong together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-gather.h"

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
test_visit (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GError) error = NULL;
  g_autofree char *payer =
      fixture_add (self->practice, "payer", NULL, NULL, "payer/name", "Acme", NULL);
  g_auto (TonusDossier) dossier = { 0 };

  /* The episode changes after the visit: the visit keeps what it was written against. */
  g_autofree char *title =
      fixture_change (self->practice, self->episode, "episode/title", "Left hip", NULL, NULL);
  g_assert_nonnull (title);
  g_assert_true (tonus_gather_visit (self->practice, self->visit, NULL, &dossier, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tonus_record_get_object (dossier.visit), ==, self->visit);
  g_assert_cmpstr (tonus_record_get (dossier.patient, "patient/family"), ==, "Škoda");
  g_assert_cmpstr (tonus_record_get (dossier.episode, "episode/title"), ==, "Right hip");
  g_assert_cmpstr (tonus_record_get_object (dossier.program), ==, self->program);
  g_assert_cmpstr (tonus_record_get (dossier.therapist, "therapist/name"), ==, "Ana Reyes");
  g_assert_cmpstr (tonus_record_get (dossier.clinic, "clinic/name"), ==, "Hillside");
  g_assert_null (dossier.payer);

  /* Written again, it is written against the new one. */
  g_autofree char *with_payer =
      fixture_change (self->practice, self->episode, "episode/payer", payer, NULL, NULL);
  g_autofree char *now = fixture_change (self->practice, self->visit, "pain/now", "2", NULL, NULL);
  g_assert_true (with_payer != NULL && now != NULL);
  g_assert_true (tonus_gather_visit (self->practice, self->visit, now, &dossier, &error));
  g_assert_cmpstr (tonus_record_get (dossier.episode, "episode/title"), ==, "Left hip");
  g_assert_cmpstr (tonus_record_get (dossier.payer, "payer/name"), ==, "Acme");
}

/* Where a hash of the context is absent, the present head stands in. */
static void
test_absent_context (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *old = fixture_path_of (self, self->patient, self->episode, NULL);
  g_autofree char *now =
      fixture_change (self->practice, self->episode, "episode/title", "Left hip", NULL, NULL);
  g_auto (TonusDossier) dossier = { 0 };

  g_assert_nonnull (now);
  g_assert_cmpint (unlink (old), ==, 0);
  g_autoptr (TonusPractice) practice = fixture_open (self);
  g_assert_true (tonus_gather_visit (practice, self->visit, NULL, &dossier, NULL));
  g_assert_cmpstr (tonus_record_get (dossier.episode, "episode/title"), ==, "Left hip");
  g_autoptr (TonusObject) visit = tonus_practice_get_object (practice, self->visit, NULL);
  g_assert_true (visit->is_incomplete);
}

static void
test_program (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GError) error = NULL;
  g_auto (TonusDossier) dossier = { 0 };
  g_autofree char *typo = fixture_change (self->practice, self->program, "program/advice", "Walk",
                                          self->therapist, NULL);
  g_autofree char *second =
      fixture_change (self->practice, self->program, "program/version", "2", self->therapist, NULL);
  g_autofree char *later =
      fixture_add (self->practice, "episode", self->patient, NULL, "episode/title", "Knee",
                   "episode/start", "2026-12-01", NULL);

  g_assert_true (typo != NULL && second != NULL);
  /* The knee has no program yet, so it is the hip's. */
  g_assert_true (tonus_gather_program (self->practice, self->patient, NULL, 0, &dossier, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tonus_record_get (dossier.program, "program/version"), ==, "2");
  g_assert_cmpstr (tonus_record_get_object (dossier.episode), ==, self->episode);
  g_assert_cmpstr (tonus_record_get_object (dossier.therapist), ==, self->therapist);
  g_assert_nonnull (dossier.clinic);
  g_assert_nonnull (dossier.patient);

  /* The last revision of version 1, not the first. */
  g_assert_true (
      tonus_gather_program (self->practice, self->patient, self->episode, 1, &dossier, &error));
  g_assert_cmpstr (tonus_record_get (dossier.program, "program/advice"), ==, "Walk");

  g_assert_false (tonus_gather_program (self->practice, self->patient, NULL, 7, &dossier, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "1, 2"));
  g_clear_error (&error);
  g_assert_false (tonus_gather_program (self->practice, self->patient, later, 0, &dossier, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* With a program of its own, the later episode comes first. */
  g_autofree char *knee = fixture_add (self->practice, "program", self->patient, NULL,
                                       "program/episode", later, "program/version", "1", NULL);
  g_assert_true (tonus_gather_program (self->practice, self->patient, NULL, 0, &dossier, &error));
  g_assert_cmpstr (tonus_record_get_object (dossier.program), ==, knee);
}

#define ADD(path, function) g_test_add (path, Place, NULL, set_up, function, tear_down)

/* What the patient has at home: as it was given, not as it was edited since; not what was given
 * today. */
static void
test_program_before (Place *place, gconstpointer data)
{
  static const struct
  {
    const char *path, *text;
  } steps[] = {
    { "program/advice", "given" },  { "program/date", "2026-11-05" }, { "program/version", "2" },
    { "program/advice", "edited" }, { "program/date", "2026-11-09" }, { "program/version", "3" },
    { "program/version", "4" },
  };
  Fixture *self = *place;
  g_autoptr (TonusRecord) first = NULL;
  g_autoptr (TonusRecord) third = NULL;
  g_autoptr (TonusRecord) of_first = NULL;
  g_autoptr (TonusRecord) of_third = NULL;
  g_autofree char *hash = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_free (hash);
      hash = fixture_change (self->practice, self->program, steps[i].path, steps[i].text,
                             self->therapist, NULL);
      if (i == 0)
        first = tonus_practice_load (self->practice, self->program, hash, NULL);
    }
  third = tonus_practice_load (self->practice, self->program, hash, NULL);
  of_first = tonus_gather_program_before (self->practice, first);
  g_assert_null (of_first);
  of_third = tonus_gather_program_before (self->practice, third);
  g_assert_nonnull (of_third);
  g_assert_cmpstr (tonus_record_get (of_third, "program/version"), ==, "2");
  g_assert_cmpstr (tonus_record_get (of_third, "program/date"), ==, "2026-11-05");
  g_assert_cmpstr (tonus_record_get (of_third, "program/advice"), ==, "given");
}

/* Handed out, the visit saved, handed out again, edited. */
static void
test_program_given (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  const struct
  {
    const char *object, *path, *text;
  } steps[] = {
    { self->program, "program/visit", self->visit },
    { self->program, "program/version", "1" },
    { self->visit, "pain/now", "2" },
    { self->program, "program/advice", "walk" },
    { self->program, "program/version", "2" },
    { self->program, "program/advice", "rest" },
  };
  g_auto (TonusDossier) dossier = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_free (fixture_change (self->practice, steps[i].object, steps[i].path, steps[i].text,
                            self->therapist, NULL));
  g_assert_true (tonus_gather_visit (self->practice, self->visit, NULL, &dossier, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tonus_record_get (dossier.program, "program/version"), ==, "2");
  g_assert_cmpstr (tonus_record_get (dossier.program, "program/advice"), ==, "walk");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/gather/visit", test_visit);
  ADD ("/gather/absent-context", test_absent_context);
  ADD ("/gather/program", test_program);
  ADD ("/gather/program-before", test_program_before);
  ADD ("/gather/program-given", test_program_given);
  return g_test_run ();
}
