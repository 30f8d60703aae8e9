/* tonus-program-edit.c - what can be done to a home program, each a changeset to be applied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-program-edit.h"

#include "tonus-date.h"
#include "tonus-exercise.h"
#include "tonus-paths.h"

/* What a dose says of how much and how often: none of it is left over from another exercise. */
static const TonusPath amounts[] = {
  TONUS_PATH_HOME_SETS,        TONUS_PATH_HOME_REPS,     TONUS_PATH_HOME_HOLD,
  TONUS_PATH_HOME_DISTANCE,    TONUS_PATH_HOME_DURATION, TONUS_PATH_HOME_TIMES_A_DAY,
  TONUS_PATH_HOME_DAYS_A_WEEK,
};

static void
set (TonusChangeset *changes,
     TonusRecord *program,
     TonusPath path,
     const char *row,
     const char *text)
{
  g_autofree char *full =
      tonus_path_join (tonus_path_get_section (path), row, tonus_path_get_field (path));

  if (g_strcmp0 (tonus_record_get (program, full), text) != 0)
    tonus_changeset_set (changes, tonus_record_get_object (program), full, text);
}

static void
set_date (
    TonusChangeset *changes, TonusRecord *program, TonusPath path, const char *row, guint32 day)
{
  g_autofree char *text = tonus_date_format (day);

  set (changes, program, path, row, text);
}

/* --- the log of changes --- */

static void
note_change (TonusChangeset *changes,
             TonusRecord *program,
             const char *row,
             const char *action,
             const char *exercise,
             guint32 today)
{
  /* The first program has no changes yet: it is one. */
  if (!row || !exercise || !tonus_path_read (program, TONUS_PATH_PROGRAM_VERSION, NULL))
    return;
  set (changes, program, TONUS_PATH_CHANGE_ACTION, row, action);
  set_date (changes, program, TONUS_PATH_CHANGE_DATE, row, today);
  set (changes, program, TONUS_PATH_CHANGE_EXERCISE, row, exercise);
}

/* --- adding, stopping, swapping --- */

static gboolean
is_amount (const TonusField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (g_str_equal (field->id, tonus_path_get_field (amounts[i])))
      return TRUE;
  return FALSE;
}

/* A default that the field refuses is a mistake of the catalogue, and is left out. */
static void
give_dose (TonusChangeset *changes,
           TonusRecord *program,
           const char *row,
           const TonusEntry *exercise)
{
  TonusSchema *schema = tonus_record_get_schema (program);
  const TonusSection *section =
      tonus_schema_find_section (schema, tonus_path_get_section (TONUS_PATH_HOME_EXERCISE));

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      const char *text = tonus_exercise_get_dose (schema, exercise, field->id);
      g_autofree char *path = tonus_path_join (section->id, row, field->id);

      if (text && !tonus_record_check (program, path, text, NULL))
        text = NULL;
      if ((text || is_amount (field)) && g_strcmp0 (tonus_record_get (program, path), text) != 0)
        tonus_changeset_set (changes, tonus_record_get_object (program), path, text);
    }
}

TonusChangeset *
tonus_program_edit_add (TonusRecord *program,
                        const char *row,
                        const TonusEntry *exercise,
                        guint32 today,
                        const char *note_row)
{
  TonusChangeset *changes = tonus_changeset_new ();

  set (changes, program, TONUS_PATH_HOME_EXERCISE, row, exercise->id);
  give_dose (changes, program, row, exercise);
  set (changes, program, TONUS_PATH_HOME_STATE, row, "active");
  set_date (changes, program, TONUS_PATH_HOME_SINCE, row, today);
  note_change (changes, program, note_row, "added", exercise->id, today);
  return changes;
}

/* Those that are done, with @id.  (transfer full) */
static GPtrArray *
list_with_exercise (TonusRecord *program, const char *id)
{
  GPtrArray *rows = tonus_program_list_active (program);

  for (guint i = rows->len; i > 0; i--)
    if (g_strcmp0 (
            tonus_path_read (program, TONUS_PATH_HOME_EXERCISE, g_ptr_array_index (rows, i - 1)),
            id) != 0)
      g_ptr_array_remove_index (rows, i - 1);
  return rows;
}

static gboolean
has_exercise (TonusRecord *program, const char *id)
{
  g_autoptr (GPtrArray) rows = list_with_exercise (program, id);

  return rows->len > 0;
}

static gboolean
is_of_one_side (TonusRecord *program, const char *row)
{
  const char *side = tonus_path_read (program, TONUS_PATH_HOME_SIDE, row);

  return g_strcmp0 (side, "left") == 0 || g_strcmp0 (side, "right") == 0;
}

char *
tonus_program_find_exercise (TonusRecord *program, const TonusEntry *exercise)
{
  g_autoptr (GPtrArray) rows = list_with_exercise (program, exercise->id);

  if (rows->len == 0 || (rows->len == 1 && is_of_one_side (program, g_ptr_array_index (rows, 0))))
    return NULL;
  return g_strdup (g_ptr_array_index (rows, 0));
}

TonusChangeset *
tonus_program_edit_add_all (TonusRecord *program,
                            GPtrArray *exercises,
                            GPtrArray *rows,
                            GPtrArray *note_rows,
                            guint32 today)
{
  TonusChangeset *all = tonus_changeset_new ();

  for (guint i = 0; i < exercises->len; i++)
    {
      const TonusEntry *exercise = g_ptr_array_index (exercises, i);
      g_autoptr (TonusChangeset) one = NULL;

      if (has_exercise (program, exercise->id))
        continue;
      one = tonus_program_edit_add (program, g_ptr_array_index (rows, i), exercise, today,
                                    g_ptr_array_index (note_rows, i));
      for (guint j = 0; j < tonus_changeset_get_size (one); j++)
        {
          const TonusChange *change = tonus_changeset_get (one, j);

          tonus_changeset_set (all, change->object, change->path, change->new_text);
        }
    }
  return all;
}

TonusChangeset *
tonus_program_edit_stop (
    TonusRecord *program, const char *row, const char *reason, guint32 today, const char *note_row)
{
  TonusChangeset *changes = tonus_changeset_new ();
  const char *exercise = tonus_path_read (program, TONUS_PATH_HOME_EXERCISE, row);
  g_autofree char *words = reason && *reason ? tonus_value_from_words (reason) : NULL;

  set (changes, program, TONUS_PATH_HOME_STATE, row, "stopped");
  set_date (changes, program, TONUS_PATH_HOME_SINCE, row, today);
  note_change (changes, program, note_row, "stopped", exercise, today);
  if (words && note_row && tonus_path_read (program, TONUS_PATH_PROGRAM_VERSION, NULL))
    set (changes, program, TONUS_PATH_CHANGE_NOTE, note_row, words);
  return changes;
}

TonusChangeset *
tonus_program_edit_resume (TonusRecord *program,
                           const char *row,
                           guint32 today,
                           const char *note_row)
{
  TonusChangeset *changes = tonus_changeset_new ();

  set (changes, program, TONUS_PATH_HOME_STATE, row, "active");
  set_date (changes, program, TONUS_PATH_HOME_SINCE, row, today);
  note_change (changes, program, note_row, "resumed",
               tonus_path_read (program, TONUS_PATH_HOME_EXERCISE, row), today);
  return changes;
}

TonusChangeset *
tonus_program_edit_remove (TonusRecord *program, const char *row)
{
  TonusChangeset *changes = tonus_changeset_new ();
  const TonusSection *section = tonus_schema_find_section (
      tonus_record_get_schema (program), tonus_path_get_section (TONUS_PATH_HOME_EXERCISE));

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *path = tonus_path_join (section->id, row, field->id);

      if (tonus_record_get (program, path))
        tonus_changeset_set (changes, tonus_record_get_object (program), path, NULL);
    }
  return changes;
}

/* Strength asks for repetitions, a stretch for a hold: one dose does not serve the other. */
static gboolean
is_same_kind (const TonusEntry *a, const TonusEntry *b)
{
  return a && g_strcmp0 (tonus_entry_get (a, "type"), tonus_entry_get (b, "type")) == 0;
}

TonusChangeset *
tonus_program_edit_swap (TonusRecord *program,
                         const char *row,
                         const TonusEntry *instead,
                         gboolean is_harder,
                         guint32 today,
                         const char *note_row)
{
  TonusChangeset *changes = tonus_changeset_new ();
  const TonusEntry *old = tonus_path_read_entry (program, TONUS_PATH_HOME_EXERCISE, row);

  note_change (changes, program, note_row, is_harder ? "progressed" : "reduced",
               old ? old->id : NULL, today);
  if (tonus_changeset_get_size (changes))
    set (changes, program, TONUS_PATH_CHANGE_INSTEAD, note_row, instead->id);
  set (changes, program, TONUS_PATH_HOME_EXERCISE, row, instead->id);
  if (!is_same_kind (old, instead))
    give_dose (changes, program, row, instead);
  set_date (changes, program, TONUS_PATH_HOME_SINCE, row, today);
  return changes;
}

TonusChangeset *
tonus_program_edit_set_all (TonusRecord *program,
                            GPtrArray *rows,
                            const TonusField *field,
                            const char *text)
{
  TonusChangeset *changes = tonus_changeset_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *path =
          tonus_path_join (field->section->id, g_ptr_array_index (rows, i), field->id);

      if (g_strcmp0 (tonus_record_get (program, path), text) != 0)
        tonus_changeset_set (changes, tonus_record_get_object (program), path, text);
    }
  return changes;
}

/* --- the order --- */

gboolean
tonus_program_row_is_stopped (TonusRecord *program, const char *row)
{
  return g_strcmp0 (tonus_path_read (program, TONUS_PATH_HOME_STATE, row), "stopped") == 0;
}

GPtrArray *
tonus_program_list_active (TonusRecord *program)
{
  GPtrArray *rows = tonus_program_list_rows (program);

  for (guint i = rows->len; i > 0; i--)
    if (tonus_program_row_is_stopped (program, g_ptr_array_index (rows, i - 1)))
      g_ptr_array_remove_index (rows, i - 1);
  return rows;
}

/* @rows get the places 1, 2, 3 …; what is stopped keeps out of the count. */
static TonusChangeset *
number_places (TonusRecord *program, GPtrArray *rows)
{
  TonusChangeset *changes = tonus_changeset_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u", i + 1);

      set (changes, program, TONUS_PATH_HOME_PLACE, g_ptr_array_index (rows, i), place);
    }
  return changes;
}

TonusChangeset *
tonus_program_edit_move (TonusRecord *program, const char *row, int step)
{
  g_autoptr (GPtrArray) rows = tonus_program_list_active (program);
  guint from;
  int to;

  if (!g_ptr_array_find_with_equal_func (rows, row, g_str_equal, &from))
    return tonus_changeset_new ();
  to = CLAMP ((int) from + step, 0, (int) rows->len - 1);
  if (to == (int) from)
    return tonus_changeset_new ();
  g_ptr_array_insert (rows, to, g_ptr_array_steal_index (rows, from));
  return number_places (program, rows);
}

/* Of an exercise done in two positions the first one counts. */
static guint
rank_position (TonusRecord *program, const char *row)
{
  const TonusEntry *exercise = tonus_path_read_entry (program, TONUS_PATH_HOME_EXERCISE, row);
  g_autoptr (GPtrArray) positions =
      exercise ? tonus_exercise_list (tonus_record_get_schema (program), exercise, "position")
               : g_ptr_array_new ();

  return positions->len ? ((TonusEntry *) g_ptr_array_index (positions, 0))->index : G_MAXUINT;
}

typedef struct
{
  char *row;
  guint rank;
  guint index;
} Ranked;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a, *right = b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

TonusChangeset *
tonus_program_edit_sort (TonusRecord *program)
{
  g_autoptr (GPtrArray) rows = tonus_program_list_active (program);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autofree Ranked *ranked = g_new (Ranked, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    ranked[i] = (Ranked){ g_ptr_array_index (rows, i),
                          rank_position (program, g_ptr_array_index (rows, i)), i };
  qsort (ranked, rows->len, sizeof *ranked, compare_ranks);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (sorted, ranked[i].row);
  return number_places (program, sorted);
}
