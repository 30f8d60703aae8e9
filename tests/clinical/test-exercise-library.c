/* test-exercise-library.c - every shipped exercise and pack holds together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "tonus-exercise.h"
#include "tonus-ladder.h"
#include "tonus-reading-level.h"

#define MAX_GRADE 6.0
#define MAX_WORDS 12

/* Locale keys; "": English. */
static const char *const languages[] = { "", "[es]", "[de]" };

static TonusCatalogue *
find_catalogue (const char *id)
{
  return tonus_schema_find_catalogue (tonus_schema_get_default (), id);
}

static void
for_every_exercise (void (*check) (const TonusEntry *exercise))
{
  GPtrArray *entries = tonus_catalogue_get_entries (find_catalogue ("exercise"));

  g_assert_cmpuint (entries->len, >=, 142);
  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *exercise = g_ptr_array_index (entries, i);

      g_test_message ("%s", exercise->id);
      check (exercise);
    }
}

/* --- what the therapist chooses by ----------------------------------------------------------- */

/* Every id that @column names is a row; lists end with “;”. */
static guint
count_rows (const TonusEntry *entry, const char *column)
{
  const char *text = tonus_entry_get (entry, column);
  g_autoptr (GPtrArray) rows = tonus_exercise_list (tonus_schema_get_default (), entry, column);
  g_auto (GStrv) ids = g_strsplit (text != NULL ? text : "", ";", -1);
  guint n_ids = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    n_ids += *ids[i] != '\0';
  g_assert_cmpuint (rows->len, ==, n_ids);
  return n_ids;
}

static void
assert_is_list (const TonusEntry *entry, const char *column)
{
  const char *text = tonus_entry_get (entry, column);

  g_assert_true (text == NULL || g_str_has_suffix (text, ";"));
}

static void
check_choices (const TonusEntry *exercise)
{
  double level = tonus_entry_get_number (exercise, "level", 0);

  g_assert_cmpuint (count_rows (exercise, "region"), ==, 1);
  g_assert_cmpuint (count_rows (exercise, "type"), ==, 1);
  g_assert_cmpuint (count_rows (exercise, "targets"), >=, 1);
  g_assert_cmpuint (count_rows (exercise, "position"), >=, 1);
  count_rows (exercise, "equipment");
  assert_is_list (exercise, "targets");
  assert_is_list (exercise, "position");
  assert_is_list (exercise, "equipment");
  g_assert_true (level >= 1 && level <= 5 && level == floor (level));
  g_assert_nonnull (tonus_entry_get (exercise, "source"));
}

/* Poses are named after exercises, so a borrowed one is another exercise's. */
static void
check_picture (const TonusEntry *exercise)
{
  const char *picture = tonus_entry_get (exercise, "picture");

  g_assert_true (picture == NULL ||
                 tonus_catalogue_lookup (find_catalogue ("exercise"), picture) != NULL);
}

static void
test_pictures (void)
{
  for_every_exercise (check_picture);
}

static void
test_choices (void)
{
  for_every_exercise (check_choices);
}

/* A row of these lists that no exercise has would be a filter that finds nothing. */
static void
test_every_choice_is_used (void)
{
  static const struct
  {
    const char *catalogue, *column;
  } lists[] = {
    { "exercise-type", "type" },
    { "exercise-position", "position" },
    { "exercise-equipment", "equipment" },
    { "exercise-target", "targets" },
  };
  GPtrArray *exercises = tonus_catalogue_get_entries (find_catalogue ("exercise"));

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GPtrArray *rows = tonus_catalogue_get_entries (find_catalogue (lists[i].catalogue));

      for (guint j = 0; j < rows->len; j++)
        {
          const TonusEntry *row = g_ptr_array_index (rows, j);
          gboolean is_used = FALSE;

          for (guint k = 0; k < exercises->len && !is_used; k++)
            is_used = tonus_exercise_has (exercises->pdata[k], lists[i].column, row->id);
          g_test_message ("%s/%s", lists[i].catalogue, row->id);
          g_assert_true (is_used);
        }
    }
}

/* The handout has a heading for every position. */
static void
test_positions_have_groups (void)
{
  GPtrArray *rows = tonus_catalogue_get_entries (find_catalogue ("exercise-position"));

  for (guint i = 0; i < rows->len; i++)
    {
      const char *group = tonus_entry_get (rows->pdata[i], "group");

      g_assert_nonnull (tonus_catalogue_lookup (find_catalogue ("handout-words"), group));
    }
}

/* A ladder never falls in level, and a walk down it ends. */
static void
check_ladder (const TonusEntry *exercise)
{
  const TonusCatalogue *exercises = find_catalogue ("exercise");
  const TonusEntry *easier = tonus_ladder_get_easier (exercises, exercise->id);

  g_assert_cmpuint (count_rows (exercise, "ladder"), ==,
                    tonus_entry_get (exercise, "ladder") != NULL ? 1 : 0);
  g_assert_false (tonus_ladder_leads (exercises, exercise->id, exercise->id));
  if (easier != NULL)
    g_assert_cmpfloat (tonus_entry_get_number (easier, "level", 0), <=,
                       tonus_entry_get_number (exercise, "level", 0));
}

static void
test_ladders (void)
{
  for_every_exercise (check_ladder);
}

/* --- where a program starts ------------------------------------------------------------------ */

/* Each dose-… is a value of the field of its name in the section "home". */
static void
check_dose (const TonusEntry *entry)
{
  const TonusSection *home = tonus_schema_find_section (tonus_schema_get_default (), "home");
  GHashTableIter iter;
  gpointer column, value;
  guint n = 0;

  g_hash_table_iter_init (&iter, entry->attributes);
  while (g_hash_table_iter_next (&iter, &column, &value))
    if (g_str_has_prefix (column, "dose-"))
      {
        const TonusField *field =
            tonus_section_lookup (home, (const char *) column + strlen ("dose-"));
        g_autoptr (GError) error = NULL;

        g_assert_nonnull (field);
        tonus_field_check (field, NULL, NULL, value, &error);
        g_assert_no_error (error);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

static void
test_doses (void)
{
  GPtrArray *types = tonus_catalogue_get_entries (find_catalogue ("exercise-type"));

  for_every_exercise (check_dose);
  for (guint i = 0; i < types->len; i++)
    {
      check_dose (types->pdata[i]);
      g_assert_nonnull (tonus_entry_get (types->pdata[i], "dose-days-a-week"));
      g_assert_nonnull (tonus_entry_get (types->pdata[i], "source"));
    }
}

/* --- what the patient reads ------------------------------------------------------------------ */

static const char *
get (const TonusEntry *exercise, const char *column, const char *language)
{
  g_autofree char *key = g_strconcat (column, language, NULL);

  return tonus_entry_get (exercise, key);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';
  return n;
}

static guint
check_steps (const TonusEntry *exercise, const char *language)
{
  guint n = 0;

  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *column = g_strdup_printf ("step%u", i);
      const char *step = get (exercise, column, language);

      if (step == NULL)
        continue;
      n++;
      g_assert_cmpuint (n, ==, i); /* none is left out between */
      g_assert_cmpuint (count_words (step), <=, MAX_WORDS);
      g_assert_true (g_str_has_suffix (step, ".") || g_str_has_suffix (step, "!"));
    }
  return n;
}

/* "feel" and "stop" go on after a lead, so they begin small, and one sentence has no full stop. */
static void
check_line (const TonusEntry *exercise, const char *column, const char *language)
{
  const char *line = get (exercise, column, language);
  const char *point;

  g_assert_nonnull (line);
  g_assert_false (g_unichar_isupper (g_utf8_get_char (line)) &&
                  g_unichar_islower (g_utf8_get_char (g_utf8_next_char (line))));
  point = strchr (line, '.');
  g_assert_true (point == NULL || point[1] != '\0');
}

/* English, Spanish and German say the same steps. */
static void
check_patient_text (const TonusEntry *exercise)
{
  guint n = check_steps (exercise, "");

  g_assert_true (n >= 3 && n <= 5);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_assert_nonnull (get (exercise, "name", languages[i]));
      g_assert_cmpuint (check_steps (exercise, languages[i]), ==, n);
      check_line (exercise, "feel", languages[i]);
      check_line (exercise, "stop", languages[i]);
    }
}

static void
test_patient_texts (void)
{
  for_every_exercise (check_patient_text);
}

/* A patient who has two exercises tells them apart by name. */
static void
test_names_are_unique (void)
{
  GPtrArray *entries = tonus_catalogue_get_entries (find_catalogue ("exercise"));

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; j < entries->len; j++)
        {
          const char *name = get (entries->pdata[j], "name", languages[i]);

          g_test_message ("%s", name);
          g_assert_true (g_hash_table_add (names, (char *) name));
        }
    }
}

static void
check_reading_level (const TonusEntry *exercise)
{
  g_autofree char *text = tonus_exercise_make_text (exercise);

  g_test_message ("%s: grade %.1f", exercise->id, tonus_reading_grade (text));
  g_assert_cmpfloat (tonus_reading_grade (text), <=, MAX_GRADE);
}

static void
test_reading_level (void)
{
  for_every_exercise (check_reading_level);
}

static void
check_reviewed (const TonusEntry *exercise)
{
  static const char *const answers[] = { "yes", "no", NULL };
  const char *reviewed = tonus_entry_get (exercise, "reviewed");

  g_assert_true (reviewed != NULL && g_strv_contains (answers, reviewed));
}

static void
test_reviewed (void)
{
  for_every_exercise (check_reviewed);
}

/* --- packs ----------------------------------------------------------------------------------- */

static void
test_packs (void)
{
  GPtrArray *packs = tonus_catalogue_get_entries (find_catalogue ("exercise-pack"));

  g_assert_cmpuint (packs->len, >=, 8);
  for (guint i = 0; i < packs->len; i++)
    {
      const TonusEntry *pack = g_ptr_array_index (packs, i);
      g_autoptr (GPtrArray) rows =
          tonus_exercise_list (tonus_schema_get_default (), pack, "exercises");
      g_autoptr (GHashTable) once = g_hash_table_new (NULL, NULL);
      guint n = count_rows (pack, "exercises");

      g_test_message ("%s", pack->id);
      assert_is_list (pack, "exercises");
      g_assert_true (n >= 3 && n <= 5);
      for (guint j = 0; j < rows->len; j++)
        {
          g_assert_true (g_hash_table_add (once, rows->pdata[j]));
          g_assert_false (((const TonusEntry *) rows->pdata[j])->is_retired);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exercise-library/choices", test_choices);
  g_test_add_func ("/exercise-library/pictures", test_pictures);
  g_test_add_func ("/exercise-library/every-choice-is-used", test_every_choice_is_used);
  g_test_add_func ("/exercise-library/positions-have-groups", test_positions_have_groups);
  g_test_add_func ("/exercise-library/ladders", test_ladders);
  g_test_add_func ("/exercise-library/doses", test_doses);
  g_test_add_func ("/exercise-library/patient-texts", test_patient_texts);
  g_test_add_func ("/exercise-library/names-are-unique", test_names_are_unique);
  g_test_add_func ("/exercise-library/reading-level", test_reading_level);
  g_test_add_func ("/exercise-library/reviewed", test_reviewed);
  g_test_add_func ("/exercise-library/packs", test_packs);
  return g_test_run ();
}
