/* tonus-program-difference.c - what one version of a home program changed of the one before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-program-difference.h"

#include <glib/gi18n-lib.h>

#include "tonus-program.h"

static const TonusProgramExercise *
find_row (const TonusProgram *program, const char *row)
{
  for (guint i = 0; i < program->exercises->len; i++)
    {
      const TonusProgramExercise *exercise = g_ptr_array_index (program->exercises, i);

      if (g_str_equal (exercise->row, row))
        return exercise;
    }
  return NULL;
}

static const char *
name_of (const TonusProgramExercise *exercise)
{
  return exercise->exercise ? tonus_entry_label (exercise->exercise) : _ ("an exercise");
}

static char *
say_with_dose (const char *format, const TonusProgramExercise *exercise)
{
  g_autofree char *dose = tonus_program_exercise_describe (exercise);
  g_autofree char *words =
      *dose ? g_strdup_printf ("%s, %s", name_of (exercise), dose) : g_strdup (name_of (exercise));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, words);
#pragma GCC diagnostic pop
}

/* (nullable): it is as it was */
static char *
say_dose (const TonusProgramExercise *before, const TonusProgramExercise *after)
{
  g_autofree char *old_dose = tonus_program_exercise_describe (before);
  g_autofree char *new_dose = tonus_program_exercise_describe (after);

  if (before->exercise != after->exercise)
    return g_strdup_printf ("%s → %s%s%s", name_of (before), name_of (after), *new_dose ? ", " : "",
                            new_dose);
  if (g_str_equal (old_dose, new_dose))
    return NULL;
  return g_strdup_printf ("%s: %s → %s", name_of (after), *old_dose ? old_dose : _ ("no dose"),
                          *new_dose ? new_dose : _ ("no dose"));
}

/* With the reason, which is looked for later. */
static char *
say_stopped (const TonusProgramExercise *exercise)
{
  g_autofree char *words =
      exercise->why_stopped ? g_strdup_printf ("%s – %s", name_of (exercise), exercise->why_stopped)
                            : g_strdup (name_of (exercise));

  return g_strdup_printf (_ ("Stopped: %s"), words);
}

/* (nullable): nothing to tell */
static char *
say_row (const TonusProgramExercise *before, const TonusProgramExercise *after)
{
  gboolean was_done = before && !before->is_stopped;

  if (after->is_stopped)
    return was_done ? say_stopped (after) : NULL;
  if (!before)
    return say_with_dose (_ ("New: %s"), after);
  if (!was_done)
    return say_with_dose (_ ("Taken up again: %s"), after);
  return say_dose (before, after);
}

static void
add (GPtrArray *lines, char *line)
{
  if (line)
    g_ptr_array_add (lines, line);
}

GPtrArray *
tonus_program_list_differences (TonusRecord *before, TonusRecord *after)
{
  g_autoptr (TonusProgram) old_program = tonus_program_read (before);
  g_autoptr (TonusProgram) new_program = tonus_program_read (after);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < new_program->exercises->len; i++)
    {
      const TonusProgramExercise *exercise = g_ptr_array_index (new_program->exercises, i);

      add (lines, say_row (find_row (old_program, exercise->row), exercise));
    }
  for (guint i = 0; i < old_program->exercises->len; i++)
    {
      const TonusProgramExercise *exercise = g_ptr_array_index (old_program->exercises, i);

      if (!exercise->is_stopped && !find_row (new_program, exercise->row))
        add (lines, g_strdup_printf (_ ("Taken out: %s"), name_of (exercise)));
    }
  if (before && g_strcmp0 (old_program->advice, new_program->advice) != 0)
    add (lines, g_strdup (_ ("The advice for every day has changed.")));
  return lines;
}
