/* test-handout-content.c - the home program in the patient's words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "sample-dossier.h"
#include "tonus-date.h"
#include "tonus-handout-content.h"

static TonusHandout *
make (const char *program, const char *language)
{
  g_auto (TonusDossier) dossier = { 0 };

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  dossier.program = sample_record ("program", program);
  return tonus_handout_new (&dossier, language, tonus_date_parse ("2026-12-01"));
}

/* One exercise with this dose: its dose and chips as "dose | chip | chip". */
static char *
spell_dose (const char *dose, const char *language)
{
  g_autofree char *text = g_strdup_printf ("[home/aaaaaaaa]\nexercise=bridge\n%s", dose);
  g_autoptr (TonusHandout) handout = make (text, language);
  const TonusHandoutExercise *exercise = g_ptr_array_index (handout->exercises, 0);
  GString *line = g_string_new (exercise->dose != NULL ? exercise->dose : "-");

  for (guint i = 0; i < exercise->chips->len; i++)
    g_string_append_printf (line, " | %s", (char *) g_ptr_array_index (exercise->chips, i));
  return g_string_free (line, FALSE);
}

static void
test_doses (void)
{
  static const struct
  {
    const char *dose, *en, *es;
  } doses[] = {
    { "sets=3\nreps=10\nhold=5\ntimes-a-day=2\n", "3 × 10 | Hold 5 seconds | 2 times a day",
      "3 × 10 | Mantenga 5 segundos | 2 veces al día" },
    { "sets=3\nhold=30\nside=both\n", "3 times | Hold 30 seconds | Each side",
      "3 veces | Mantenga 30 segundos | Cada lado" },
    { "sets=2\ndistance=8\nband=yellow\n", "2 × 8 m | Yellow band", "2 × 8 m | Banda amarilla" },
    { "duration=15\ndays-a-week=7\n", "15 minutes | Every day", "15 minutos | Todos los días" },
    { "sets=3\nreps=8\nload=8\nload-unit=kg\nside=left\n", "3 × 8 | Left side | 8 kg",
      "3 × 8 | Lado izquierdo | 8 kg" },
    { "reps=1\ntimes-a-day=1\n", "1 time | 1 time a day", "1 vez | 1 vez al día" },
    /* What is not recorded, not tested, or has no unit is not said. */
    { "", "-", "-" },
    { "sets=~refused\nreps=~unable pain\n", "-", "-" },
    { "load=8\n", "-", "-" },
    { "hold=0\nrest=0\n", "-", "-" },
    { "load-unit=bodyweight\n", "- | Body weight", "- | Peso del cuerpo" },
    /* No pain at all is a limit. */
    { "pain-limit=0\n", "- | Pain up to 0 of 10 is fine",
      "- | Está bien un dolor de hasta 0 de 10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    {
      g_autofree char *en = spell_dose (doses[i].dose, "en");
      g_autofree char *es = spell_dose (doses[i].dose, "es");

      g_assert_cmpstr (en, ==, doses[i].en);
      g_assert_cmpstr (es, ==, doses[i].es);
    }
}

static void
test_sentences (void)
{
  g_autoptr (TonusHandout) handout = make (
      "[home/aaaaaaaa]\nexercise=bridge\nstop=Your knee hurts\ncue=Push through the heels!\n\n"
      "[home/bbbbbbbb]\nexercise=bridge\nstop=stop if you feel dizzy.\n\n"
      "[home/cccccccc]\nexercise=bridge\n",
      "en");
  const TonusHandoutExercise *first = g_ptr_array_index (handout->exercises, 0);
  const TonusHandoutExercise *second = g_ptr_array_index (handout->exercises, 1);
  const TonusHandoutExercise *third = g_ptr_array_index (handout->exercises, 2);

  g_assert_cmpstr (first->stop, ==, "Stop if your knee hurts.");
  g_assert_cmpstr (first->cue, ==, "For you: push through the heels!");
  g_assert_cmpstr (second->stop, ==, "stop if you feel dizzy.");
  g_assert_null (second->cue);
  g_assert_true (g_str_has_prefix (third->stop, "Stop if "));
  g_assert_true (g_str_has_suffix (third->stop, "."));
  g_assert_true (g_str_has_prefix (third->feel, "Feel: "));
  g_assert_cmpuint (third->steps->len, >=, 3);
  g_assert_cmpstr (third->picture, !=, NULL);
}

/* In German a noun keeps its capital, and so does the polite word for you. */
static void
test_german_capitals (void)
{
  g_autoptr (TonusHandout) handout = make ("[home/aaaaaaaa]\nexercise=bridge\n"
                                           "stop=Schmerzen ins Bein ziehen\ncue=Knie ruhig.\n",
                                           "de-at");
  const TonusHandoutExercise *exercise = g_ptr_array_index (handout->exercises, 0);

  g_assert_cmpstr (exercise->stop, ==, "Hören Sie auf, wenn Schmerzen ins Bein ziehen.");
  g_assert_cmpstr (exercise->cue, ==, "Für Sie: Knie ruhig.");
}

static void
test_head (void)
{
  g_autoptr (TonusHandout) handout = make ("[program]\ndate=2026-11-23\n", "en");
  g_autoptr (TonusHandout) undated = make ("[program]\nversion=1\n", "en");
  g_autoptr (TonusHandout) spanish = make ("[program]\ndate=2026-11-23\n", "es");

  g_assert_cmpstr (handout->clinic, ==, "Riverside Physical Therapy");
  g_assert_cmpstr (handout->patient, ==, "Dana Reyes");
  g_assert_cmpstr (handout->therapist, ==, "J. Lindqvist, PT");
  g_assert_cmpstr (handout->date, ==, "23 Nov 2026");
  g_assert_cmpstr (undated->date, ==, "1 Dec 2026");
  g_assert_cmpstr (handout->questions, ==, "Questions? Call 555-0142");
  g_assert_cmpstr (handout->language, ==, "en");
  g_assert_cmpstr (spanish->language, ==, "es");
  g_assert_null (strstr (spanish->date, "Nov"));
  g_assert_cmpstr (spanish->title, ==, "Sus ejercicios en casa");
  for (guint i = 0; i < G_N_ELEMENTS (spanish->days); i++)
    g_assert_cmpstr (spanish->days[i], !=, handout->days[i]);
}

/* A language that nobody has written falls back to English; a country to its language. */
static void
test_language_falls_back (void)
{
  static const struct
  {
    const char *asked, *found;
  } languages[] = {
    { "es-mx", "es" }, { "ES_ES", "es" }, { "xx", "en" }, { "", "en" }, { NULL, "en" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (TonusHandout) handout = make ("[program]\nversion=1\n", languages[i].asked);

      g_assert_cmpstr (handout->language, ==, languages[i].found);
      g_assert_nonnull (handout->title);
    }
}

static void
test_patients_own_language (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autoptr (TonusHandout) handout = NULL;

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.patient);
  dossier.patient = sample_record ("patient", "[patient]\ngiven=Dana\nlanguage=es\n");
  handout = tonus_handout_new (&dossier, NULL, 0);
  g_assert_cmpstr (handout->language, ==, "es");
  g_assert_cmpstr (handout->patient, ==, "Dana");
}

static void
test_stopped_are_left_out (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autoptr (TonusHandout) handout = NULL;

  sample_dossier_fill (&dossier);
  handout = tonus_handout_new (&dossier, "en", 0);
  g_assert_cmpuint (handout->exercises->len, ==, 4);
  g_assert_cmpuint (handout->stopped->len, ==, 1);
}

static void
test_running_plan (void)
{
  g_autoptr (TonusHandout) handout =
      make ("[program]\nadvice=Sit less.\n\n[run-plan/aaaaaaaa]\nrun=1\nwalk=1.5\nrepeats=10\n\n"
            "[run-plan/bbbbbbbb]\nrun=2\nwalk=1\nstate=stopped\n",
            "en");

  g_assert_cmpstr (handout->advice, ==, "Run 1 min, walk 1.5 min · 10 times\nSit less.");
}

/* Words of people go in as they are: "%s" is no place to fill. */
static void
test_formats_are_data (void)
{
  g_autoptr (TonusHandout) handout =
      make ("[home/aaaaaaaa]\nexercise=bridge\ntempo=%s%n%d\n", "en");
  const TonusHandoutExercise *exercise = g_ptr_array_index (handout->exercises, 0);

  g_assert_cmpstr (g_ptr_array_index (exercise->chips, 0), ==, "Tempo %s%n%d");
}

static void
test_nothing_known (void)
{
  TonusDossier dossier = { 0 };
  g_autoptr (TonusHandout) handout = tonus_handout_new (&dossier, "en", 0);

  g_assert_cmpuint (handout->exercises->len, ==, 0);
  g_assert_null (handout->patient);
  g_assert_null (handout->therapist);
  g_assert_null (handout->date);
  g_assert_null (handout->questions);
  g_assert_nonnull (handout->title);
}

static TonusHandout *
make_with_visit (const char *visit, const char *clinic, const char *language)
{
  g_auto (TonusDossier) dossier = { 0 };

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.visit);
  g_clear_object (&dossier.clinic);
  dossier.visit = sample_record ("visit", visit);
  dossier.clinic = sample_record ("clinic", clinic);
  return tonus_handout_new (&dossier, language, 0);
}

/* What is wrong, what was done, how it goes on, what to heed: of that day, and only what was done.
 */
static void
test_visit (void)
{
  g_autoptr (TonusHandout) handout =
      make_with_visit ("[visit]\ndate=2026-11-23\nnext=2026-11-29\n\n"
                       "[assessment]\nexplained=Weak muscles, not short ones.\n\n"
                       "[plan]\nfrequency-low=1\nfrequency-high=2\n\n"
                       "[needling/aaaaaaaa]\nmuscle=gluteus-medius\n\n"
                       "[taping-session]\nwear-days=4\n\n[taping/aaaaaaaa]\nregion=lumbar\n",
                       "[clinic]\nname=Riverside\n", "en");
  g_autoptr (TonusHandout) bare =
      make_with_visit ("[visit]\ndate=2026-11-23\n\n[needling-session]\noffered=yes\n",
                       "[clinic]\nname=Riverside\n", "en");
  const TonusHandoutCare *tape;

  g_assert_cmpstr (handout->found, ==, "Weak muscles, not short ones.");
  g_assert_cmpstr (handout->did, ==, "Dry needling\302\240· Taping");
  g_assert_cmpstr (handout->plan, ==, "Come 1 to 2 times a week.");
  g_assert_cmpstr (handout->next, ==, "29 Nov 2026");
  g_assert_cmpuint (handout->care->len, ==, 2);
  tape = handout->care->pdata[1];
  g_assert_cmpstr (g_ptr_array_index (tape->lines, 0), ==, "Wear the tape for 4 days.");
  g_assert_cmpuint (tape->lines->len, >, 2);
  g_assert_nonnull (((TonusHandoutCare *) handout->care->pdata[0])->alarm);
  /* Offered is not done. */
  g_assert_null (bare->found);
  g_assert_null (bare->did);
  g_assert_null (bare->plan);
  g_assert_null (bare->next);
  g_assert_cmpuint (bare->care->len, ==, 0);
}

/* The clinic's own phone or page, and only where it is asked for. */
static void
test_code (void)
{
  static const struct
  {
    const char *clinic, *code;
  } clinics[] = {
    { "[clinic]\nphone=+1 (555) 01-42\nhandout-code=phone\n", "tel:+15550142" },
    { "[clinic]\nphone=555-0142\nurl=https://riverside.example\nhandout-code=web\n",
      "https://riverside.example" },
    { "[clinic]\nphone=555-0142\n", NULL },
    { "[clinic]\nphone=555-0142\nhandout-code=none\n", NULL },
    { "[clinic]\nphone=ask at the desk\nhandout-code=phone\n", NULL },
    { "[clinic]\nphone=555-0142\nhandout-code=web\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (clinics); i++)
    {
      g_autoptr (TonusHandout) handout =
          make_with_visit ("[visit]\ndate=2026-11-23\n", clinics[i].clinic, "en");

      g_assert_cmpstr (handout->code, ==, clinics[i].code);
    }
}

/* Every exercise a therapist can choose has a name the patient can read. */
static void
test_every_exercise (void)
{
  TonusCatalogue *catalogue = tonus_schema_find_catalogue (tonus_schema_get_default (), "exercise");
  GPtrArray *entries = tonus_catalogue_get_entries (catalogue);

  g_assert_cmpuint (entries->len, >, 50);
  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *text = g_strdup_printf ("[home/aaaaaaaa]\nexercise=%s\n", entry->id);
      g_autoptr (TonusHandout) handout = make (text, "es");
      const TonusHandoutExercise *exercise = g_ptr_array_index (handout->exercises, 0);

      g_assert_cmpstr (exercise->name, !=, NULL);
      g_assert_cmpuint (exercise->times_a_day, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout-content/doses", test_doses);
  g_test_add_func ("/handout-content/sentences", test_sentences);
  g_test_add_func ("/handout-content/german-capitals", test_german_capitals);
  g_test_add_func ("/handout-content/head", test_head);
  g_test_add_func ("/handout-content/language-falls-back", test_language_falls_back);
  g_test_add_func ("/handout-content/own-language", test_patients_own_language);
  g_test_add_func ("/handout-content/stopped", test_stopped_are_left_out);
  g_test_add_func ("/handout-content/running-plan", test_running_plan);
  g_test_add_func ("/handout-content/formats", test_formats_are_data);
  g_test_add_func ("/handout-content/nothing-known", test_nothing_known);
  g_test_add_func ("/handout-content/visit", test_visit);
  g_test_add_func ("/handout-content/code", test_code);
  g_test_add_func ("/handout-content/every-exercise", test_every_exercise);
  return g_test_run ();
}
