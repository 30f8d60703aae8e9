/* test-handout-gaps.c - what the therapist is told before a handout is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "sample-dossier.h"
#include "tonus-handout-gaps.h"
#include "tonus-record-text.h"

static const char own[] =
    "[exercise]\n\n"
    "[exercise/x-english]\nLabel=English\nname=Wall angel\nstep1=Stand.\nfeel=your back\n\n"
    "[exercise/x-mixed]\nLabel=Mixed\nname=Foam roll\nname[es]=Rodillo\nstep1=Lie down.\n"
    "step2=Roll.\nstep3=Rest.\nstep1[es]=Acuéstese y ruede.\nfeel=your calf\n\n"
    "[exercise/x-short]\nLabel=Short\nname=Roll\nname[es]=Rodar\nstep1=Lie.\nstep2=Roll.\n"
    "step1[es]=Acuéstese y ruede.\n";

static TonusRecord *
read_program (TonusSchema *schema, const char *rows)
{
  g_autofree char *whole = g_strdup_printf (
      "[Tonus]\nFormat=1\nKind=program\nObject=%s\nPatient=%s\nSchema=%d\n\n%s",
      "gggggggggggggggggggggggggg", "dddddddddddddddddddddddddd", TONUS_SCHEMA_VERSION, rows);
  g_autoptr (GError) error = NULL;
  TonusRecord *record =
      tonus_record_from_text (schema, whole, strlen (whole), TONUS_READ_STRICT, NULL, &error);

  g_assert_no_error (error);
  return record;
}

static TonusHandout *
make (const char *rows, const char *clinic, const char *language)
{
  g_auto (TonusDossier) dossier = { 0 };
  TonusSchemaSource source = { "own", own };
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusSchema) schema = tonus_schema_new_extended (&source, 1, &error);

  g_assert_no_error (error);
  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  dossier.program = read_program (schema, rows);
  g_clear_object (&dossier.clinic);
  dossier.clinic = sample_record ("clinic", clinic);
  return tonus_handout_new (&dossier, language, 0);
}

/* All there is to say of it, a line each. */
static char *
say (const char *rows, const char *clinic, const char *language)
{
  g_autoptr (TonusHandout) content = make (rows, clinic, language);
  g_autoptr (GPtrArray) gaps = tonus_handout_list_gaps (content);

  g_ptr_array_add (gaps, NULL);
  return g_strjoinv ("\n", (char **) gaps->pdata);
}

static void
test_gaps (void)
{
  static const struct
  {
    const char *rows, *clinic, *language, *said;
  } table[] = {
    { "[home/aaaaaaaa]\nexercise=bridge\nsets=3\n", "[clinic]\nphone=555\n", "es", "" },
    { "[home/aaaaaaaa]\nexercise=bridge\nsets=3\n", "[clinic]\nname=Harbour\n", "es",
      "No phone number of the clinic to call: add it under Menu, Practice." },
    { "[home/aaaaaaaa]\nexercise=x-english\nsets=3\n", "[clinic]\nphone=555\n", "es",
      "No Spanish text: Wall angel" },
    { "[home/aaaaaaaa]\nexercise=x-english\nsets=3\n", "[clinic]\nphone=555\n", "en", "" },
    { "[home/aaaaaaaa]\nexercise=x-mixed\nhold=3\n\n[home/bbbbbbbb]\nexercise=x-short\nreps=5\n",
      "[clinic]\nphone=555\n", "es-mx", "Not all in Spanish: Rodillo" },
    { "[home/aaaaaaaa]\nexercise=bridge\n\n[home/bbbbbbbb]\nexercise=clam\nside=left\n",
      "[clinic]\nphone=555\n", "en", "No dose: Bridge, Clam" },
    { "[home/aaaaaaaa]\nexercise=clam-band\nsets=3\n\n[home/bbbbbbbb]\nexercise=band-row\nsets=3\n"
      "band=red\n",
      "[clinic]\nphone=555\n", "en", "No band colour: Clam with a band" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *said = say (table[i].rows, table[i].clinic, table[i].language);

      g_assert_cmpstr (said, ==, table[i].said);
    }
}

/* Two steps said in one are not followed by the second one in English. */
static void
test_steps_in_one_language (void)
{
  g_autoptr (TonusHandout) content =
      make ("[home/aaaaaaaa]\nexercise=x-short\nreps=5\n", "[clinic]\nphone=555\n", "es");
  const TonusHandoutExercise *exercise = g_ptr_array_index (content->exercises, 0);

  g_assert_cmpuint (exercise->steps->len, ==, 1);
  g_assert_cmpstr (exercise->steps->pdata[0], ==, "Acuéstese y ruede.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout-gaps/gaps", test_gaps);
  g_test_add_func ("/handout-gaps/steps-in-one-language", test_steps_in_one_language);
  return g_test_run ();
}
