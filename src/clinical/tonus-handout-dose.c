/* tonus-handout-dose.c - how much and how often, as the patient reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-dose.h"

static char *
spell (int number)
{
  return number > 0 ? g_strdup_printf ("%d", number) : NULL;
}

/* Minutes are the dose only where nothing else is counted. */
static gboolean
is_timed_only (const TonusProgramExercise *exercise)
{
  return exercise->duration != NULL && exercise->sets <= 0 && exercise->reps <= 0 &&
         exercise->distance == NULL;
}

char *
tonus_handout_dose (const TonusHandoutWords *words, const TonusProgramExercise *exercise)
{
  g_autofree char *sets = spell (exercise->sets);
  g_autofree char *reps = spell (exercise->reps);

  if (sets != NULL && reps != NULL)
    return tonus_handout_word_fill (words, "sets-reps", sets, reps);
  if (sets != NULL && exercise->distance != NULL)
    return tonus_handout_word_fill (words, "sets-distance", sets, exercise->distance);
  if (exercise->distance != NULL)
    return tonus_handout_word_fill (words, "distance", exercise->distance, NULL);
  if (reps != NULL)
    return tonus_handout_word_count (words, "times", reps);
  if (sets != NULL)
    return tonus_handout_word_count (words, "times", sets);
  if (is_timed_only (exercise))
    return tonus_handout_word_count (words, "minutes", exercise->duration);
  return NULL;
}

/* NULL: not recorded, or no word for it. */
static void
add (GPtrArray *chips, char *text)
{
  if (text != NULL)
    g_ptr_array_add (chips, text);
}

static char *
describe_side (const TonusHandoutWords *words, const TonusEntry *side)
{
  if (side == NULL)
    return NULL;
  if (g_str_equal (side->id, "both"))
    return g_strdup (tonus_handout_word (words, "each-side"));
  if (g_str_equal (side->id, "right"))
    return g_strdup (tonus_handout_word (words, "right-side"));
  if (g_str_equal (side->id, "left"))
    return g_strdup (tonus_handout_word (words, "left-side"));
  return NULL;
}

/* "8 kg", "Body weight", "Machine 4": never a number whose unit is not known. */
static char *
describe_load (const TonusHandoutWords *words, const TonusProgramExercise *exercise)
{
  const TonusEntry *unit = exercise->load_unit;
  const char *name = unit != NULL ? tonus_handout_word (words, unit->id) : NULL;

  if (name == NULL)
    return NULL;
  if (g_str_equal (unit->id, "bodyweight"))
    return g_strdup (name);
  if (exercise->load == NULL)
    return NULL;
  if (g_str_equal (unit->id, "machine"))
    return tonus_handout_word_fill (words, unit->id, exercise->load, NULL);
  return tonus_handout_word_fill (words, "weight", exercise->load, name);
}

/* A band of the practice's own has only the practice's own name. */
static char *
describe_band (const TonusHandoutWords *words, const TonusEntry *band)
{
  g_autofree char *id = band != NULL ? g_strconcat ("band-", band->id, NULL) : NULL;
  const char *name = id != NULL ? tonus_handout_word (words, id) : NULL;

  if (band == NULL)
    return NULL;
  return g_strdup (name != NULL ? name : tonus_entry_label (band));
}

static char *
describe_days (const TonusHandoutWords *words, int days_a_week)
{
  if (days_a_week == 7)
    return g_strdup (tonus_handout_word (words, "every-day"));
  return tonus_handout_word_count_int (words, "days-a-week", days_a_week);
}

/* A limit of 0 is a limit: no pain at all. */
static char *
describe_pain (const TonusHandoutWords *words, int pain_limit)
{
  g_autofree char *limit = pain_limit >= 0 ? g_strdup_printf ("%d", pain_limit) : NULL;

  return limit != NULL ? tonus_handout_word_fill (words, "pain-up-to", limit, NULL) : NULL;
}

GPtrArray *
tonus_handout_chips (const TonusHandoutWords *words, const TonusProgramExercise *exercise)
{
  GPtrArray *chips = g_ptr_array_new_with_free_func (g_free);

  add (chips, tonus_handout_word_count_int (words, "hold", exercise->hold));
  if (exercise->duration != NULL && !is_timed_only (exercise))
    add (chips, tonus_handout_word_count (words, "minutes", exercise->duration));
  add (chips, tonus_handout_word_count_int (words, "times-a-day", exercise->times_a_day));
  add (chips, describe_days (words, exercise->days_a_week));
  add (chips, describe_side (words, exercise->side));
  add (chips, describe_load (words, exercise));
  add (chips, describe_band (words, exercise->band));
  if (exercise->tempo != NULL)
    add (chips, tonus_handout_word_fill (words, "tempo", exercise->tempo, NULL));
  add (chips, tonus_handout_word_count_int (words, "rest", exercise->rest));
  if (exercise->effort != NULL)
    add (chips, tonus_handout_word_fill (words, "effort", exercise->effort, NULL));
  add (chips, describe_pain (words, exercise->pain_limit));
  if (exercise->is_optional)
    add (chips, g_strdup (tonus_handout_word (words, "optional")));
  return chips;
}

char *
tonus_handout_run (const TonusHandoutWords *words, const TonusProgramRun *run)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (run->run != NULL && run->walk != NULL)
    add (parts, tonus_handout_word_fill (words, "run-walk", run->run, run->walk));
  add (parts, tonus_handout_word_count_int (words, "times", run->repeats));
  add (parts, describe_days (words, run->days_a_week));
  add (parts, describe_pain (words, run->pain_limit));
  add (parts, g_strdup (run->note));
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : NULL;
}
