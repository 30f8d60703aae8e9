/* test-program-change.c - what the next handout marks: new, harder, easier, another amount, stopped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sample-dossier.h"
#include "tonus-handout-content.h"
#include "tonus-program-change.h"

static TonusProgram *
read_program (const char *text)
{
  g_autoptr (TonusRecord) record = sample_record ("program", text);

  return tonus_program_read (record);
}

static TonusProgram *
read_one (const char *row, const char *exercise, const char *dose)
{
  g_autofree char *text = g_strdup_printf ("[home/%s]\nexercise=%s\n%s", row, exercise, dose);

  return read_program (text);
}

static void
test_doses (void)
{
  static const struct
  {
    const char *before, *now;
    TonusProgramChange change;
  } doses[] = {
    { "sets=2\nreps=10\n", "sets=2\nreps=10\n", TONUS_PROGRAM_SAME },
    { "sets=2\nreps=10\n", "sets=3\nreps=10\n", TONUS_PROGRAM_HARDER },
    { "sets=3\nreps=10\n", "sets=3\nreps=8\n", TONUS_PROGRAM_EASIER },
    { "sets=3\nreps=10\n", "sets=4\nreps=8\n", TONUS_PROGRAM_DOSE },
    { "hold=3\n", "hold=5\n", TONUS_PROGRAM_HARDER },
    { "distance=8\n", "distance=12.5\n", TONUS_PROGRAM_HARDER },
    { "duration=15\n", "duration=10\n", TONUS_PROGRAM_EASIER },
    { "times-a-day=1\n", "times-a-day=2\n", TONUS_PROGRAM_HARDER },
    /* Heavier with fewer repetitions is harder. */
    { "reps=10\nload=8\nload-unit=kg\n", "reps=6\nload=12\nload-unit=kg\n", TONUS_PROGRAM_HARDER },
    { "load=12\nload-unit=kg\n", "load=8\nload-unit=kg\n", TONUS_PROGRAM_EASIER },
    /* 20 lb are less than 12 kg, and nobody knows what a machine's 4 is. */
    { "load=12\nload-unit=kg\n", "load=20\nload-unit=lb\n", TONUS_PROGRAM_DOSE },
    { "band=yellow\n", "band=red\n", TONUS_PROGRAM_HARDER },
    { "band=black\n", "band=blue\n", TONUS_PROGRAM_EASIER },
    { "band=red\n", "band=yellow\nreps=12\n", TONUS_PROGRAM_EASIER },
    /* Written down for the first time: not harder. */
    { "", "sets=3\n", TONUS_PROGRAM_DOSE },
    { "rest=60\n", "rest=90\n", TONUS_PROGRAM_DOSE },
    /* Words are no dose. */
    { "cue=Slowly\n", "cue=Heels down\n", TONUS_PROGRAM_SAME },
    { "state=stopped\n", "", TONUS_PROGRAM_NEW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    {
      g_autoptr (TonusProgram) before = read_one ("aaaaaaaa", "bridge", doses[i].before);
      g_autoptr (TonusProgram) now = read_one ("aaaaaaaa", "bridge", doses[i].now);

      g_test_message ("%s→ %s", doses[i].before, doses[i].now);
      g_assert_cmpint (tonus_program_compare (before, now, now->exercises->pdata[0]), ==,
                       doses[i].change);
    }
}

/* By its row, else by exercise and side. */
static void
test_same_exercise (void)
{
  g_autoptr (TonusProgram) before =
      read_program ("[home/aaaaaaaa]\nexercise=bridge\nside=left\nreps=5\n\n"
                    "[home/bbbbbbbb]\nexercise=bridge\nside=right\nreps=9\n");
  g_autoptr (TonusProgram) left = read_one ("cccccccc", "bridge", "side=left\nreps=7\n");
  g_autoptr (TonusProgram) right = read_one ("cccccccc", "bridge", "side=right\nreps=7\n");
  g_autoptr (TonusProgram) row = read_one ("bbbbbbbb", "bridge", "side=left\nreps=7\n");
  g_autoptr (TonusProgram) other = read_one ("aaaaaaaa", "chin-nod", "reps=7\n");

  g_assert_cmpint (tonus_program_compare (before, left, left->exercises->pdata[0]), ==,
                   TONUS_PROGRAM_HARDER);
  g_assert_cmpint (tonus_program_compare (before, right, right->exercises->pdata[0]), ==,
                   TONUS_PROGRAM_EASIER);
  g_assert_cmpint (tonus_program_compare (before, row, row->exercises->pdata[0]), ==,
                   TONUS_PROGRAM_EASIER);
  g_assert_cmpint (tonus_program_compare (before, other, other->exercises->pdata[0]), ==,
                   TONUS_PROGRAM_NEW);
  g_assert_cmpint (tonus_program_compare (NULL, other, other->exercises->pdata[0]), ==,
                   TONUS_PROGRAM_SAME);
}

static void
test_stopped (void)
{
  g_autoptr (TonusProgram) before =
      read_program ("[home/aaaaaaaa]\nexercise=bridge\n\n"
                    "[home/bbbbbbbb]\nexercise=clam\n\n"
                    "[home/cccccccc]\nexercise=bird-dog\nstate=stopped\n");
  g_autoptr (TonusProgram) after =
      read_program ("[home/bbbbbbbb]\nexercise=clam\nstate=stopped\n\n"
                    "[home/cccccccc]\nexercise=bird-dog\nstate=stopped\n");
  g_autoptr (GPtrArray) since = tonus_program_find_stopped (before, after);
  g_autoptr (GPtrArray) all = tonus_program_find_stopped (NULL, after);

  /* Left out and stopped since; what was stopped before is no news. */
  g_assert_cmpuint (since->len, ==, 2);
  g_assert_cmpstr (((TonusEntry *) since->pdata[0])->id, ==, "bridge");
  g_assert_cmpstr (((TonusEntry *) since->pdata[1])->id, ==, "clam");
  g_assert_cmpuint (all->len, ==, 2);
}

/* A step up or down the ladder is no new exercise, and the one before is not to be stopped. */
static void
test_steps (void)
{
  g_autoptr (TonusProgram) clam = read_one ("aaaaaaaa", "clam", "reps=10\n");
  g_autoptr (TonusProgram) band = read_one ("aaaaaaaa", "clam-band", "reps=10\n");
  g_autoptr (TonusProgram) both =
      read_program ("[home/aaaaaaaa]\nexercise=clam-band\n\n[home/bbbbbbbb]\nexercise=clam\n");
  g_autoptr (TonusProgram) elsewhere = read_one ("cccccccc", "clam-band", "reps=10\n");
  g_autoptr (GPtrArray) up = tonus_program_find_stopped (clam, band);
  g_autoptr (GPtrArray) down = tonus_program_find_stopped (band, clam);
  g_autoptr (GPtrArray) other = tonus_program_find_stopped (clam, elsewhere);

  g_assert_cmpint (tonus_program_compare (clam, band, band->exercises->pdata[0]), ==,
                   TONUS_PROGRAM_HARDER);
  g_assert_cmpint (tonus_program_compare (band, clam, clam->exercises->pdata[0]), ==,
                   TONUS_PROGRAM_EASIER);
  g_assert_cmpuint (up->len, ==, 0);
  g_assert_cmpuint (down->len, ==, 0);
  /* It goes on beside it, or another row has come. */
  g_assert_cmpint (tonus_program_compare (clam, both, both->exercises->pdata[0]), ==,
                   TONUS_PROGRAM_NEW);
  g_assert_cmpint (tonus_program_compare (clam, elsewhere, elsewhere->exercises->pdata[0]), ==,
                   TONUS_PROGRAM_NEW);
  g_assert_cmpuint (other->len, ==, 1);
}

static void
test_step_in_words (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autoptr (TonusHandout) handout = NULL;
  const TonusHandoutExercise *exercise;

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  dossier.before = sample_record ("program", "[home/aaaaaaaa]\nexercise=clam\n");
  dossier.program = sample_record ("program", "[home/aaaaaaaa]\nexercise=clam-band\n");
  handout = tonus_handout_new (&dossier, "es", 0);
  exercise = handout->exercises->pdata[0];
  g_assert_cmpstr (exercise->mark, ==, "Más difícil");
  g_assert_cmpstr (exercise->instead, ==, "En lugar de: Almeja");
  g_assert_cmpuint (handout->stopped->len, ==, 0);
}

static void
test_marks (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autoptr (TonusHandout) handout = NULL;
  const TonusHandoutExercise *first, *second, *third;

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  dossier.before = sample_record ("program", "[home/aaaaaaaa]\nexercise=bridge\nreps=10\n\n"
                                             "[home/bbbbbbbb]\nexercise=clam\n\n"
                                             "[home/dddddddd]\nexercise=bird-dog\n");
  dossier.program = sample_record (
      "program", "[home/aaaaaaaa]\nexercise=bridge\nreps=12\n\n[home/bbbbbbbb]\nexercise=clam\n\n"
                 "[home/cccccccc]\nexercise=side-kick\nside=left\n");
  handout = tonus_handout_new (&dossier, "es", 0);
  first = handout->exercises->pdata[0];
  second = handout->exercises->pdata[1];
  third = handout->exercises->pdata[2];
  g_assert_cmpstr (first->mark, ==, "Más difícil");
  g_assert_null (second->mark);
  g_assert_cmpstr (third->mark, ==, "Nuevo");
  g_assert_true (third->is_left);
  g_assert_false (first->is_left);
  g_assert_cmpuint (handout->stopped->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/program-change/doses", test_doses);
  g_test_add_func ("/program-change/same-exercise", test_same_exercise);
  g_test_add_func ("/program-change/stopped", test_stopped);
  g_test_add_func ("/program-change/steps", test_steps);
  g_test_add_func ("/program-change/step-in-words", test_step_in_words);
  g_test_add_func ("/program-change/marks", test_marks);
  return g_test_run ();
}
