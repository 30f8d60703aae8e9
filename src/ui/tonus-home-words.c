/* tonus-home-words.c - an exercise of the home program in one line, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-home-words.h"
#include "tonus-paths.h"
#include "tonus-program.h"
#include "tonus-row-words.h"

gboolean
tonus_home_words_are_of (const TonusSection *section)
{
  return g_str_equal (section->id, tonus_path_get_section (TONUS_PATH_HOME_EXERCISE));
}

static gboolean
is_at (const TonusField *field, TonusPath path)
{
  return g_str_equal (field->id, tonus_path_get_field (path));
}

/* The dose is said in one; the place is the order, and that it goes on needs no word. */
static gboolean
is_said_otherwise (const TonusField *field, const char *value)
{
  static const TonusPath paths[] = {
    TONUS_PATH_HOME_EXERCISE,    TONUS_PATH_HOME_SETS,     TONUS_PATH_HOME_REPS,
    TONUS_PATH_HOME_HOLD,        TONUS_PATH_HOME_DISTANCE, TONUS_PATH_HOME_DURATION,
    TONUS_PATH_HOME_TIMES_A_DAY, TONUS_PATH_HOME_SIDE,     TONUS_PATH_HOME_DAYS_A_WEEK,
    TONUS_PATH_HOME_REST,        TONUS_PATH_HOME_LOAD,     TONUS_PATH_HOME_LOAD_UNIT,
    TONUS_PATH_HOME_BAND,        TONUS_PATH_HOME_TEMPO,    TONUS_PATH_HOME_PLACE,
  };

  if (tonus_value_is_not_tested (value))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (is_at (field, paths[i]))
      return TRUE;
  return is_at (field, TONUS_PATH_HOME_STATE) && g_str_equal (value, "active");
}

/* "2 × 10, hold 3 s"; "" when nothing is recorded. */
static char *
say_dose (TonusRecord *record, const char *row)
{
  g_autoptr (TonusProgram) program = tonus_program_read (record);

  for (guint i = 0; i < program->exercises->len; i++)
    {
      const TonusProgramExercise *exercise = g_ptr_array_index (program->exercises, i);

      if (g_str_equal (exercise->row, row))
        return tonus_program_exercise_describe (exercise);
    }
  return g_strdup ("");
}

char *
tonus_home_words_say (TonusRecord *record, const TonusSection *section, const char *row)
{
  const TonusEntry *exercise = tonus_path_read_entry (record, TONUS_PATH_HOME_EXERCISE, row);
  g_autofree char *dose = say_dose (record, row);
  GString *text = g_string_new (exercise ? tonus_entry_label (exercise) : NULL);

  if (*dose)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", dose);
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      const char *value = tonus_record_get_field (record, field, row);

      if (value && field->kind != TONUS_KIND_REF && !is_said_otherwise (field, value))
        tonus_row_append_value (text, record, field, row);
    }
  return g_string_free (text, FALSE);
}
