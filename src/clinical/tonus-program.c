/* tonus-program.c - a home program as plain rows, as read from a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-program.h"

#include <glib/gi18n-lib.h>

#include "tonus-paths.h"

static void
exercise_free (gpointer data)
{
  TonusProgramExercise *exercise = data;

  g_free (exercise->row);
  g_free (exercise->distance);
  g_free (exercise->duration);
  g_free (exercise->load);
  g_free (exercise->effort);
  g_free (exercise->tempo);
  g_free (exercise->cue);
  g_free (exercise->stop);
  g_free (exercise->why_stopped);
  g_free (exercise);
}

static int
read_count (TonusRecord *record, TonusPath path, const char *row)
{
  return (int) CLAMP (tonus_path_read_number (record, path, row, -1), -1, G_MAXINT);
}

static gboolean
is_id (TonusRecord *record, TonusPath path, const char *row, const char *id)
{
  return g_strcmp0 (tonus_path_read (record, path, row), id) == 0;
}

/* The changes stand in the order in which they were made. */
static char *
read_reason (TonusRecord *record, const TonusEntry *exercise)
{
  g_autoptr (GPtrArray) changes =
      tonus_record_get_rows (record, tonus_path_get_section (TONUS_PATH_CHANGE_ACTION));

  for (guint i = changes->len; i > 0; i--)
    {
      const char *change = g_ptr_array_index (changes, i - 1);

      if (is_id (record, TONUS_PATH_CHANGE_ACTION, change, "stopped") &&
          tonus_path_read_entry (record, TONUS_PATH_CHANGE_EXERCISE, change) == exercise)
        return tonus_path_read_words (record, TONUS_PATH_CHANGE_NOTE, change);
    }
  return NULL;
}

static TonusProgramExercise *
read_exercise (TonusRecord *record, const char *row)
{
  TonusProgramExercise *self = g_new0 (TonusProgramExercise, 1);

  self->row = g_strdup (row);
  self->exercise = tonus_path_read_entry (record, TONUS_PATH_HOME_EXERCISE, row);
  self->sets = read_count (record, TONUS_PATH_HOME_SETS, row);
  self->reps = read_count (record, TONUS_PATH_HOME_REPS, row);
  self->hold = read_count (record, TONUS_PATH_HOME_HOLD, row);
  self->rest = read_count (record, TONUS_PATH_HOME_REST, row);
  self->times_a_day = read_count (record, TONUS_PATH_HOME_TIMES_A_DAY, row);
  self->days_a_week = read_count (record, TONUS_PATH_HOME_DAYS_A_WEEK, row);
  self->pain_limit = read_count (record, TONUS_PATH_HOME_PAIN_LIMIT, row);
  self->duration = g_strdup (tonus_path_read (record, TONUS_PATH_HOME_DURATION, row));
  self->distance = g_strdup (tonus_path_read (record, TONUS_PATH_HOME_DISTANCE, row));
  self->load = g_strdup (tonus_path_read (record, TONUS_PATH_HOME_LOAD, row));
  self->effort = g_strdup (tonus_path_read (record, TONUS_PATH_HOME_EFFORT, row));
  self->load_unit = tonus_path_read_entry (record, TONUS_PATH_HOME_LOAD_UNIT, row);
  self->band = tonus_path_read_entry (record, TONUS_PATH_HOME_BAND, row);
  self->side = tonus_path_read_entry (record, TONUS_PATH_HOME_SIDE, row);
  self->tempo = tonus_path_read_words (record, TONUS_PATH_HOME_TEMPO, row);
  self->cue = tonus_path_read_words (record, TONUS_PATH_HOME_CUE, row);
  self->stop = tonus_path_read_words (record, TONUS_PATH_HOME_STOP, row);
  self->is_optional = is_id (record, TONUS_PATH_HOME_OPTIONAL, row, "yes");
  self->is_stopped = is_id (record, TONUS_PATH_HOME_STATE, row, "stopped");
  self->why_stopped =
      self->is_stopped && self->exercise ? read_reason (record, self->exercise) : NULL;
  return self;
}

static void
run_free (gpointer data)
{
  TonusProgramRun *run = data;

  g_free (run->run);
  g_free (run->walk);
  g_free (run->note);
  g_free (run);
}

static TonusProgramRun *
read_run (TonusRecord *record, const char *row)
{
  TonusProgramRun *self = g_new0 (TonusProgramRun, 1);

  self->run = g_strdup (tonus_path_read (record, TONUS_PATH_RUN_RUN, row));
  self->walk = g_strdup (tonus_path_read (record, TONUS_PATH_RUN_WALK, row));
  self->repeats = read_count (record, TONUS_PATH_RUN_REPEATS, row);
  self->days_a_week = read_count (record, TONUS_PATH_RUN_DAYS_A_WEEK, row);
  self->pain_limit = read_count (record, TONUS_PATH_RUN_PAIN_LIMIT, row);
  self->note = tonus_path_read_words (record, TONUS_PATH_RUN_NOTE, row);
  self->is_stopped = is_id (record, TONUS_PATH_RUN_STATE, row, "stopped");
  return self;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer places)
{
  gint64 left = (gint64) (gsize) g_hash_table_lookup (places, *(char *const *) a);
  gint64 right = (gint64) (gsize) g_hash_table_lookup (places, *(char *const *) b);

  return (left > right) - (left < right);
}

GPtrArray *
tonus_program_list_rows (TonusRecord *record)
{
  g_autoptr (GPtrArray) rows =
      tonus_record_get_rows (record, tonus_path_get_section (TONUS_PATH_HOME_EXERCISE));
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      char *row = g_strdup (g_ptr_array_index (rows, i));
      /* The sort is not promised to keep the order of equals. */
      double place = tonus_path_read_number (record, TONUS_PATH_HOME_PLACE, row, 1e6);

      g_ptr_array_add (sorted, row);
      g_hash_table_insert (places, row, (gpointer) (gsize) (place * rows->len + i));
    }
  g_ptr_array_sort_with_data (sorted, compare_places, places);
  return sorted;
}

TonusProgram *
tonus_program_read (TonusRecord *record)
{
  TonusProgram *self = g_new0 (TonusProgram, 1);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  self->exercises = g_ptr_array_new_with_free_func (exercise_free);
  self->runs = g_ptr_array_new_with_free_func (run_free);
  if (record == NULL)
    return self;
  self->date = tonus_path_read_date (record, TONUS_PATH_PROGRAM_DATE, NULL);
  self->version = (guint) tonus_path_read_number (record, TONUS_PATH_PROGRAM_VERSION, NULL, 0);
  self->changed = tonus_path_read_words (record, TONUS_PATH_PROGRAM_CHANGED, NULL);
  self->advice = tonus_path_read_words (record, TONUS_PATH_PROGRAM_ADVICE, NULL);
  self->library = tonus_schema_find_catalogue (tonus_record_get_schema (record), "exercise");
  rows = tonus_program_list_rows (record);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->exercises, read_exercise (record, g_ptr_array_index (rows, i)));
  runs = tonus_record_get_rows (record, tonus_path_get_section (TONUS_PATH_RUN_RUN));
  for (guint i = 0; i < runs->len; i++)
    g_ptr_array_add (self->runs, read_run (record, g_ptr_array_index (runs, i)));
  return self;
}

void
tonus_program_free (TonusProgram *self)
{
  if (self == NULL)
    return;
  g_free (self->changed);
  g_free (self->advice);
  g_ptr_array_unref (self->exercises);
  g_ptr_array_unref (self->runs);
  g_free (self);
}

static void
add_part (GString *text, char *part)
{
  if (part != NULL)
    {
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, part);
    }
  g_free (part);
}

static char *
describe_amount (const TonusProgramExercise *self)
{
  g_autofree char *once = NULL;

  if (self->distance != NULL)
    once = g_strdup_printf (_ ("%s m"), self->distance);
  else if (self->reps > 0)
    once = g_strdup_printf ("%d", self->reps);
  if (once == NULL)
    return self->sets > 0
               ? g_strdup_printf (ngettext ("%d time", "%d times", (gulong) self->sets), self->sets)
               : NULL;
  return self->sets > 0 ? g_strdup_printf ("%d × %s", self->sets, once) : g_steal_pointer (&once);
}

static char *
describe_count (const char *format, int count)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return count > 0 ? g_strdup_printf (format, count) : NULL;
#pragma GCC diagnostic pop
}

static char *
describe_entry (const TonusEntry *entry)
{
  return entry != NULL ? g_utf8_strdown (tonus_entry_label (entry), -1) : NULL;
}

/* A load without its unit is not made up: it could be kilograms or pounds. */
static char *
describe_load (const TonusProgramExercise *self)
{
  if (self->load == NULL)
    return NULL;
  if (self->load_unit == NULL)
    return g_strdup_printf (_ ("load %s"), self->load);
  return g_strdup_printf ("%s %s", self->load, tonus_entry_label (self->load_unit));
}

char *
tonus_program_exercise_describe (const TonusProgramExercise *self)
{
  GString *text = g_string_new (NULL);

  add_part (text, describe_amount (self));
  add_part (text, describe_count (_ ("hold %d s"), self->hold));
  if (self->duration != NULL)
    add_part (text, g_strdup_printf (_ ("%s min"), self->duration));
  add_part (text, describe_count (_ ("%d × a day"), self->times_a_day));
  add_part (text, describe_count (_ ("%d days a week"), self->days_a_week));
  add_part (text, describe_count (_ ("rest %d s"), self->rest));
  add_part (text, describe_load (self));
  add_part (text, describe_entry (self->band));
  add_part (text, self->tempo != NULL ? g_strdup_printf (_ ("tempo %s"), self->tempo) : NULL);
  add_part (text, describe_entry (self->side));
  return g_string_free (text, FALSE);
}
