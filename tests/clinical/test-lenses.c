/* test-lenses.c - patient, visit and program as plain structs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sample-dossier.h"
#include "tonus-date.h"
#include "tonus-patient.h"
#include "tonus-paths.h"
#include "tonus-program.h"
#include "tonus-visit.h"

static TonusPatient *
read_patient (const char *text)
{
  g_autoptr (TonusRecord) record = sample_record ("patient", text);

  return tonus_patient_read (record);
}

static void
test_patient_names (void)
{
  static const struct
  {
    const char *text;
    const char *name, *called, *initialed;
  } names[] = {
    { "[patient]\ngiven=Dana\nfamily=Reyes\n", "Dana Reyes", "Dana Reyes", "Dana R." },
    { "[patient]\ngiven=Daniela\nfamily=Reyes\npreferred=Dana\n", "Daniela Reyes", "Dana Reyes",
      "Dana R." },
    { "[patient]\ngiven=Émile\n", "Émile", "Émile", "Émile" },
    { "[patient]\nfamily=Ödön\n", "Ödön", "Ödön", "Ödön" },
    { "[patient]\ngiven=Zoë\nfamily=Ångström\n", "Zoë Ångström", "Zoë Ångström", "Zoë Å." },
    { "[patient]\ngiven=~refused\nfamily=Reyes\n", "Reyes", "Reyes", "Reyes" },
    { "[patient]\nsex=female\n", "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TonusPatient) patient = read_patient (names[i].text);

      g_assert_cmpstr (patient->name, ==, names[i].name);
      g_assert_cmpstr (patient->called, ==, names[i].called);
      g_assert_cmpstr (patient->initialed, ==, names[i].initialed);
    }
}

static void
test_patient_age (void)
{
  g_autoptr (TonusPatient) patient = read_patient ("[patient]\nborn=1988-05-03\n");
  g_autoptr (TonusPatient) nobody = tonus_patient_read (NULL);

  g_assert_cmpint (tonus_patient_get_age (patient, tonus_date_parse ("2026-05-02")), ==, 37);
  g_assert_cmpint (tonus_patient_get_age (patient, tonus_date_parse ("2026-05-03")), ==, 38);
  g_assert_cmpint (tonus_patient_get_age (patient, tonus_date_parse ("1988-05-03")), ==, 0);
  g_assert_cmpint (tonus_patient_get_age (patient, tonus_date_parse ("1988-05-02")), ==, -1);
  g_assert_cmpint (tonus_patient_get_age (nobody, tonus_date_parse ("2026-05-03")), ==, -1);
  g_assert_cmpstr (nobody->name, ==, "");
  g_assert_null (nobody->given);
}

static void
test_visit (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autoptr (TonusVisit) visit = NULL;
  const TonusVisitService *service;

  sample_dossier_fill (&dossier);
  visit = tonus_visit_read (dossier.visit, dossier.payer);
  g_assert_cmpstr (visit->kind->id, ==, "treatment");
  g_assert_cmpuint (visit->date, ==, tonus_date_parse ("2026-11-23"));
  g_assert_cmpuint (visit->next, ==, tonus_date_parse ("2026-11-29"));
  g_assert_cmpint (visit->start, ==, 600);
  g_assert_cmpint (visit->end, ==, 650);
  g_assert_false (visit->is_signed);
  g_assert_cmpuint (visit->n_unread, ==, 0);
  g_assert_cmpuint (visit->services->len, ==, 4);
  g_assert_cmpuint (visit->timed_minutes, ==, 45);
  g_assert_cmpuint (visit->total_minutes, ==, 59);
  g_assert_cmpint (visit->rule, ==, TONUS_UNIT_RULE_MIDPOINT);
  g_assert_cmpuint (visit->units, ==, 4);
  service = g_ptr_array_index (visit->services, 0);
  g_assert_cmpstr (service->row, ==, "svc-therex");
  g_assert_true (service->is_timed);
  g_assert_cmpuint (service->units, ==, 2);
  tonus_visit_set_rule (visit, TONUS_UNIT_RULE_CMS);
  g_assert_cmpuint (visit->units, ==, 3);
  g_assert_false (visit->has_tie);
}

static void
test_visit_signed_and_unread (void)
{
  g_autoptr (TonusRecord) record =
      sample_record ("visit", "[signature]\nname=J. Lindqvist\ntime=2026-11-23T11:00:00+01:00\n");
  g_autoptr (TonusVisit) visit = NULL;

  tonus_record_set_unread (record, "pain/now", "seven");
  visit = tonus_visit_read (record, NULL);
  g_assert_true (visit->is_signed);
  g_assert_cmpuint (visit->n_unread, ==, 1);
  g_assert_cmpint (visit->start, ==, -1);
  g_assert_cmpuint (visit->date, ==, 0);
  g_assert_null (visit->kind);
  g_assert_cmpint (visit->rule, ==, TONUS_UNIT_RULE_NONE);
}

static void
test_visit_absent (void)
{
  g_autoptr (TonusVisit) visit = tonus_visit_read (NULL, NULL);

  g_assert_cmpuint (visit->services->len, ==, 0);
  g_assert_cmpuint (visit->units, ==, 0);
  g_assert_cmpint (visit->end, ==, -1);
}

/* Not recorded is -1, zero is zero, not tested is not recorded as far as a lens may tell. */
static void
test_program (void)
{
  g_autoptr (TonusRecord) record = sample_record (
      "program", "[program]\ndate=2026-11-23\nversion=4\nadvice=~~ rest\n\n"
                 "[home/aaaaaaaa]\nexercise=bridge\nsets=3\nhold=0\nduration=7.5\nstate=active\n\n"
                 "[home/bbbbbbbb]\nexercise=clam\nsets=~refused\nstate=stopped\noptional=yes\n\n"
                 "[program-change/aaaaaaaa]\naction=stopped\nexercise=clam\nnote=Hurts\n\n"
                 "[program-change/bbbbbbbb]\naction=stopped\nexercise=clam\nnote=Pinches\n\n"
                 "[program-change/cccccccc]\naction=resumed\nexercise=bridge\nnote=Again\n\n"
                 "[run-plan/cccccccc]\nrun=1\nwalk=1.5\nrepeats=10\n");
  g_autoptr (TonusProgram) program = tonus_program_read (record);
  const TonusProgramExercise *first = g_ptr_array_index (program->exercises, 0);
  const TonusProgramExercise *second = g_ptr_array_index (program->exercises, 1);
  const TonusProgramRun *run = g_ptr_array_index (program->runs, 0);

  g_assert_cmpuint (program->version, ==, 4);
  g_assert_cmpstr (program->advice, ==, "~ rest");
  g_assert_cmpstr (first->exercise->id, ==, "bridge");
  g_assert_cmpint (first->sets, ==, 3);
  g_assert_cmpint (first->reps, ==, -1);
  g_assert_cmpint (first->hold, ==, 0);
  g_assert_cmpstr (first->duration, ==, "7.5");
  g_assert_false (first->is_stopped);
  g_assert_cmpint (second->sets, ==, -1);
  g_assert_true (second->is_stopped);
  g_assert_true (second->is_optional);
  g_assert_null (first->why_stopped);
  g_assert_cmpstr (second->why_stopped, ==, "Pinches");
  g_assert_cmpstr (run->walk, ==, "1.5");
  g_assert_cmpint (run->repeats, ==, 10);
  g_assert_cmpint (run->days_a_week, ==, -1);
}

static void
test_program_absent (void)
{
  g_autoptr (TonusProgram) program = tonus_program_read (NULL);

  g_assert_cmpuint (program->exercises->len, ==, 0);
  g_assert_cmpuint (program->runs->len, ==, 0);
  g_assert_null (program->advice);
}

static void
test_describe (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } doses[] = {
    { "sets=3\nreps=10\n", "3 × 10" },
    { "sets=3\nhold=30\n", "3 times, hold 30 s" },
    { "sets=1\nhold=30\n", "1 time, hold 30 s" },
    { "sets=2\ndistance=8\n", "2 × 8 m" },
    { "reps=10\n", "10" },
    { "load=8\n", "load 8" },
    { "load=7.5\nload-unit=kg\nside=right\n", "7.5 kg, right" },
    { "duration=15\ndays-a-week=3\n", "15 min, 3 days a week" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("[home/aaaaaaaa]\nexercise=bridge\n%s", doses[i].text);
      g_autoptr (TonusRecord) record = sample_record ("program", text);
      g_autoptr (TonusProgram) program = tonus_program_read (record);
      g_autofree char *words =
          tonus_program_exercise_describe (g_ptr_array_index (program->exercises, 0));

      g_assert_cmpstr (words, ==, doses[i].expected);
    }
}

static void
test_dossier_clear (void)
{
  TonusDossier dossier = { 0 };
  TonusRecord *visit;

  sample_dossier_fill (&dossier);
  visit = dossier.visit;
  g_object_add_weak_pointer (G_OBJECT (visit), (gpointer *) &visit);
  tonus_dossier_clear (&dossier);
  g_assert_null (visit);
  g_assert_null (dossier.visit);
  g_assert_null (dossier.program);
  tonus_dossier_clear (&dossier);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lenses/patient/names", test_patient_names);
  g_test_add_func ("/lenses/patient/age", test_patient_age);
  g_test_add_func ("/lenses/visit", test_visit);
  g_test_add_func ("/lenses/visit/signed-and-unread", test_visit_signed_and_unread);
  g_test_add_func ("/lenses/visit/absent", test_visit_absent);
  g_test_add_func ("/lenses/program", test_program);
  g_test_add_func ("/lenses/program/absent", test_program_absent);
  g_test_add_func ("/lenses/program/describe", test_describe);
  g_test_add_func ("/lenses/dossier", test_dossier_clear);
  return g_test_run ();
}
