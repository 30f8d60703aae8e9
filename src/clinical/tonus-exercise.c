/* tonus-exercise.c - what the library says of an exercise, and its packs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-exercise.h"

#define N_STEPS 6

/* --- lists of ids ---------------------------------------------------------------------------- */

static GStrv
split (const TonusEntry *exercise, const char *column)
{
  const char *text = tonus_entry_get (exercise, column);

  return g_strsplit (text != NULL ? text : "", ";", -1);
}

gboolean
tonus_exercise_has (const TonusEntry *exercise, const char *column, const char *id)
{
  g_auto (GStrv) ids = split (exercise, column);

  return id != NULL && *id != '\0' && g_strv_contains ((const char *const *) ids, id);
}

static const TonusEntry *
find_row (TonusSchema *schema, const char *column, const char *id)
{
  static const struct
  {
    const char *column, *catalogue;
  } links[] = {
    { "region", "region" },
    { "targets", "muscle" },
    { "targets", "exercise-target" },
    { "position", "exercise-position" },
    { "equipment", "exercise-equipment" },
    { "type", "exercise-type" },
    { "ladder", "exercise" },
    { "exercises", "exercise" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_str_equal (links[i].column, column))
      {
        TonusCatalogue *catalogue = tonus_schema_find_catalogue (schema, links[i].catalogue);
        const TonusEntry *row = catalogue != NULL ? tonus_catalogue_lookup (catalogue, id) : NULL;

        if (row != NULL)
          return row;
      }
  return NULL;
}

GPtrArray *
tonus_exercise_list (TonusSchema *schema, const TonusEntry *exercise, const char *column)
{
  GPtrArray *rows = g_ptr_array_new ();
  g_auto (GStrv) ids = split (exercise, column);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TonusEntry *row = find_row (schema, column, ids[i]);

      if (row != NULL)
        g_ptr_array_add (rows, (gpointer) row);
    }
  return rows;
}

/* --- dose ------------------------------------------------------------------------------------ */

/* What nobody has written for an exercise of the practice's own is not told its patient. */
static const char *const limits[] = { "effort", "pain-limit", NULL };
static const char *const amounts[] = { "sets", "reps", "hold", "distance", "duration", NULL };

static const char *
get_dose (const TonusEntry *entry, const char *field)
{
  g_autofree char *column = g_strconcat ("dose-", field, NULL);

  return tonus_entry_get (entry, column);
}

static gboolean
says_how_much (const TonusEntry *exercise)
{
  for (guint i = 0; amounts[i] != NULL; i++)
    if (get_dose (exercise, amounts[i]) != NULL)
      return TRUE;
  return FALSE;
}

const char *
tonus_exercise_get_dose (TonusSchema *schema, const TonusEntry *exercise, const char *field)
{
  const char *own = get_dose (exercise, field);
  const char *type = tonus_entry_get (exercise, "type");
  const TonusEntry *row = type != NULL ? find_row (schema, "type", type) : NULL;

  if (own != NULL || row == NULL)
    return own;
  if (g_str_has_prefix (exercise->id, "x-") && g_strv_contains (limits, field))
    return NULL;
  if (g_strv_contains (amounts, field) && says_how_much (exercise))
    return NULL;
  return get_dose (row, field);
}

/* --- what the patient reads ------------------------------------------------------------------ */

gboolean
tonus_exercise_is_reviewed (const TonusEntry *exercise)
{
  return g_strcmp0 (tonus_entry_get (exercise, "reviewed"), "no") != 0;
}

gboolean
tonus_exercise_is_written_in (const TonusEntry *exercise, const char *language)
{
  const char *step = tonus_entry_get (exercise, "step1");

  if (step == NULL)
    return FALSE;
  if (language == NULL || *language == '\0' || g_ascii_strncasecmp (language, "en", 2) == 0)
    return TRUE;
  return tonus_entry_get_local (exercise, "step1", language) != step;
}

static void
add_line (GString *text, const char *lead, const char *words)
{
  if (words != NULL)
    g_string_append_printf (text, "%s%s\n", lead, words);
}

char *
tonus_exercise_make_text (const TonusEntry *exercise)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= N_STEPS; i++)
    {
      g_autofree char *column = g_strdup_printf ("step%u", i);

      add_line (text, "", tonus_entry_get (exercise, column));
    }
  add_line (text, "Feel: ", tonus_entry_get (exercise, "feel"));
  add_line (text, "Stop if ", tonus_entry_get (exercise, "stop"));
  return g_string_free (text, FALSE);
}
