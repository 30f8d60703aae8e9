/* tonus-program-change.c - what is new in a home program since the version handed out before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-program-change.h"

#include "tonus-ladder.h"
#include "tonus-text.h"

/* How many things went up, went down, or are otherwise not what they were. */
typedef struct
{
  guint n_up, n_down, n_other;
} Tally;

static void
weigh (Tally *tally, double before, double now)
{
  if (before >= 0 && now >= 0 && before != now)
    *(now > before ? &tally->n_up : &tally->n_down) += 1;
  else if (before != now)
    tally->n_other++;
}

/* -1: not recorded, as with the counts. */
static double
read_number (const char *text)
{
  double value;

  return text != NULL && tonus_number_parse (text, &value) ? value : -1;
}

static double
get_strength (const TonusEntry *band)
{
  return band != NULL ? tonus_entry_get_number (band, "order", (double) band->index) : -1;
}

/* Two versions of a record may have been read with two schemas. */
static gboolean
is_same (const TonusEntry *one, const TonusEntry *other)
{
  return one == other || (one != NULL && other != NULL && g_str_equal (one->id, other->id));
}

/* What makes the exercise itself heavier.  Kilograms and pounds do not compare. */
static Tally
tally_load (const TonusProgramExercise *before, const TonusProgramExercise *now)
{
  Tally tally = { 0 };

  if (is_same (before->load_unit, now->load_unit))
    weigh (&tally, read_number (before->load), read_number (now->load));
  else
    tally.n_other++;
  weigh (&tally, get_strength (before->band), get_strength (now->band));
  return tally;
}

/* How much of it. */
static Tally
tally_amount (const TonusProgramExercise *before, const TonusProgramExercise *now)
{
  Tally tally = { 0 };

  weigh (&tally, before->sets, now->sets);
  weigh (&tally, before->reps, now->reps);
  weigh (&tally, before->hold, now->hold);
  weigh (&tally, before->times_a_day, now->times_a_day);
  weigh (&tally, before->days_a_week, now->days_a_week);
  weigh (&tally, read_number (before->distance), read_number (now->distance));
  weigh (&tally, read_number (before->duration), read_number (now->duration));
  if (before->rest != now->rest || g_strcmp0 (before->tempo, now->tempo) != 0)
    tally.n_other++;
  return tally;
}

static TonusProgramChange
judge (Tally load, Tally amount)
{
  /* Heavier with fewer repetitions is harder. */
  if (load.n_up > 0 && load.n_down == 0)
    return TONUS_PROGRAM_HARDER;
  if (load.n_down > 0 && load.n_up == 0)
    return TONUS_PROGRAM_EASIER;
  if (load.n_up == 0 && amount.n_up > 0 && amount.n_down == 0)
    return TONUS_PROGRAM_HARDER;
  if (load.n_up == 0 && amount.n_down > 0 && amount.n_up == 0)
    return TONUS_PROGRAM_EASIER;
  if (load.n_up + load.n_other + amount.n_up + amount.n_other > 0)
    return TONUS_PROGRAM_DOSE;
  return TONUS_PROGRAM_SAME;
}

/* How surely @row is the exercise of @other: 0 not at all. */
static guint
match (const TonusProgramExercise *row, const TonusProgramExercise *other)
{
  if (row->exercise == NULL || !is_same (row->exercise, other->exercise) || row->is_stopped)
    return 0;
  return 1 + (is_same (row->side, other->side) ? 1 : 0) +
         (g_strcmp0 (row->row, other->row) == 0 ? 2 : 0);
}

static const TonusProgramExercise *
find (const TonusProgram *program, const TonusProgramExercise *exercise)
{
  const TonusProgramExercise *best = NULL;
  guint most = 0;

  for (guint i = 0; i < program->exercises->len; i++)
    {
      const TonusProgramExercise *row = g_ptr_array_index (program->exercises, i);
      guint likeness = match (row, exercise);

      if (likeness > most)
        {
          most = likeness;
          best = row;
        }
    }
  return best;
}

static const TonusProgramExercise *
find_row (const TonusProgram *program, const char *row)
{
  for (guint i = 0; i < program->exercises->len; i++)
    {
      const TonusProgramExercise *exercise = g_ptr_array_index (program->exercises, i);

      if (exercise->exercise != NULL && !exercise->is_stopped &&
          g_strcmp0 (exercise->row, row) == 0)
        return exercise;
    }
  return NULL;
}

static gboolean
is_harder (const TonusProgram *program,
           const TonusProgramExercise *one,
           const TonusProgramExercise *other)
{
  return program->library != NULL &&
         tonus_ladder_leads (program->library, other->exercise->id, one->exercise->id);
}

const TonusProgramExercise *
tonus_program_find_replaced (const TonusProgram *before,
                             const TonusProgram *after,
                             const TonusProgramExercise *exercise)
{
  const TonusProgramExercise *old = before != NULL ? find_row (before, exercise->row) : NULL;

  if (old == NULL || exercise->exercise == NULL || exercise->is_stopped ||
      is_same (old->exercise, exercise->exercise) || find (before, exercise) != NULL ||
      find (after, old) != NULL)
    return NULL;
  return is_harder (after, exercise, old) || is_harder (after, old, exercise) ? old : NULL;
}

TonusProgramChange
tonus_program_compare (const TonusProgram *before,
                       const TonusProgram *after,
                       const TonusProgramExercise *exercise)
{
  const TonusProgramExercise *known, *replaced;

  if (before == NULL || before->exercises->len == 0)
    return TONUS_PROGRAM_SAME;
  known = find (before, exercise);
  if (known != NULL)
    return judge (tally_load (known, exercise), tally_amount (known, exercise));
  replaced = tonus_program_find_replaced (before, after, exercise);
  if (replaced == NULL)
    return TONUS_PROGRAM_NEW;
  return is_harder (after, exercise, replaced) ? TONUS_PROGRAM_HARDER : TONUS_PROGRAM_EASIER;
}

/* Another one of its ladder has taken its row. */
static gboolean
goes_on (const TonusProgram *before,
         const TonusProgram *after,
         const TonusProgramExercise *exercise)
{
  const TonusProgramExercise *now = find_row (after, exercise->row);

  return now != NULL && tonus_program_find_replaced (before, after, now) == exercise;
}

GPtrArray *
tonus_program_find_stopped (const TonusProgram *before, const TonusProgram *after)
{
  GPtrArray *stopped = g_ptr_array_new ();
  const GPtrArray *rows = before != NULL ? before->exercises : after->exercises;

  for (guint i = 0; i < rows->len; i++)
    {
      const TonusProgramExercise *row = g_ptr_array_index (rows, i);
      gboolean is_over = before != NULL ? !row->is_stopped && find (after, row) == NULL &&
                                              !goes_on (before, after, row)
                                        : row->is_stopped;

      if (row->exercise != NULL && is_over && !g_ptr_array_find (stopped, row->exercise, NULL))
        g_ptr_array_add (stopped, (gpointer) row->exercise);
    }
  return stopped;
}
