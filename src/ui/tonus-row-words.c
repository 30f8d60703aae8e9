/* tonus-row-words.c - one row of a record in words, and the rows of a section taken together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "tonus-row-words.h"

#include "tonus-paths.h"

#define SUMMARY_VALUES 5

/* "95°" and "4/10" are written together, "60 s" is not. */
char *
tonus_words_with_unit (const char *words, const char *unit)
{
  const char *gap = !unit || g_str_equal (unit, "°") || *unit == '/' ? "" : "\u00a0";

  return g_strdup_printf ("%s%s%s", words, gap, unit ? unit : "");
}

char *
tonus_field_display_with_unit (TonusRecord *record, const TonusField *field, const char *row)
{
  const char *value = tonus_record_get_field (record, field, row);
  const char *chosen = field->limits ? tonus_record_get_field (record, field->limits, row) : NULL;
  TonusLimits limits = tonus_field_get_limits (field, row, chosen);
  g_autofree char *words = value ? tonus_field_display (field, value) : NULL;

  if (!words || !limits.unit || tonus_value_is_not_tested (value))
    return g_steal_pointer (&words);
  return tonus_words_with_unit (words, limits.unit);
}

/* An exercise that was stopped must not look like one that goes on, however much else its row says.
 */
static void
append_state (GString *summary, TonusRecord *record, const TonusSection *section, const char *row)
{
  const TonusField *state = NULL;
  const TonusEntry *entry = NULL;
  const char *value;

  if (g_str_equal (section->id, tonus_path_get_section (TONUS_PATH_HOME_STATE)))
    state = tonus_section_lookup (section, tonus_path_get_field (TONUS_PATH_HOME_STATE));
  value = state ? tonus_record_get_field (record, state, row) : NULL;
  entry = value ? tonus_catalogue_lookup (state->choices, value) : NULL;
  if (entry && entry->index > 0)
    g_string_append_printf (summary, " · %s", tonus_entry_label (entry));
}

char *
tonus_row_summary (TonusRecord *record, const TonusSection *section, const char *row)
{
  GString *summary = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < section->fields->len && n < SUMMARY_VALUES; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *words = NULL;

      /* An id of something else says nothing to a reader. */
      if (field->kind == TONUS_KIND_REF)
        continue;
      words = tonus_field_display_with_unit (record, field, row);
      if (!words)
        continue;
      if (field->kind == TONUS_KIND_BOOLEAN || tonus_kind_is_number (field->kind))
        g_string_append_printf (summary, "%s%s %s", n ? " · " : "", tonus_field_label (field),
                                words);
      else
        g_string_append_printf (summary, "%s%s", n ? " · " : "", words);
      n++;
    }
  if (n == SUMMARY_VALUES)
    append_state (summary, record, section, row);
  return g_string_free (summary, FALSE);
}

/* "Stopped", for an exercise that was: before anything else its row says. */
static char *
say_stopped (TonusRecord *record, const TonusSection *section, const char *row)
{
  GString *state = g_string_new (NULL);

  append_state (state, record, section, row);
  return g_string_free (state, FALSE);
}

static gboolean
is_state (const TonusField *field)
{
  return g_str_equal (field->section->id, tonus_path_get_section (TONUS_PATH_HOME_STATE)) &&
         g_str_equal (field->id, tonus_path_get_field (TONUS_PATH_HOME_STATE));
}

static void
append_words (GString *rest, const TonusField *field, const char *words)
{
  const char *gap = rest->len ? " · " : "";
  gboolean is_bare = field->kind == TONUS_KIND_CHOICE || field->kind == TONUS_KIND_GRADE ||
                     field->kind == TONUS_KIND_CHOICES || field->kind == TONUS_KIND_TEXT ||
                     field->kind == TONUS_KIND_NOTE;

  if (is_bare)
    g_string_append_printf (rest, "%s%s", gap, words);
  else
    g_string_append_printf (rest, "%s%s %s", gap, tonus_field_label (field), words);
}

/* What was typed for the field by which one knows the row, and is no value: "donkey". */
static char *
find_typed (TonusRecord *record, const TonusSection *section, const char *row)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *path = NULL;

      if (field->key_index >= 0 || field->kind == TONUS_KIND_REF)
        continue;
      path = tonus_path_join (section->id, row, field->id);
      return g_strdup (g_hash_table_lookup (tonus_record_get_unread (record), path));
    }
  return NULL;
}

char *
tonus_row_lead (TonusRecord *record, const TonusSection *section, const char *row, char **rest)
{
  GString *others = g_string_new (NULL);
  g_autofree char *stopped = say_stopped (record, section, row);
  char *lead = find_typed (record, section, row);

  if (*stopped)
    g_string_append (others, stopped + strlen (" · "));
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *words = NULL;

      /* What the note leaves out (a unit's name, a path) would only be noise here. */
      if (field->kind == TONUS_KIND_REF || is_state (field) || (lead && !field->is_printed))
        continue;
      words = tonus_field_display_with_unit (record, field, row);
      if (words && !lead)
        lead = g_steal_pointer (&words);
      else if (words)
        append_words (others, field, words);
    }
  *rest = g_string_free (others, FALSE);
  return lead;
}

void
tonus_row_append_value (GString *text,
                        TonusRecord *record,
                        const TonusField *field,
                        const char *row)
{
  g_autofree char *words = tonus_field_display_with_unit (record, field, row);

  if (words)
    g_string_append_printf (
        text, "%s%s%s %s", text->len ? " · " : "", tonus_field_label (field),
        tonus_kind_is_number (field->kind) || field->kind == TONUS_KIND_DATE ? "" : ":", words);
}

char *
tonus_row_details (TonusRecord *record, const TonusSection *section, const char *row, guint skip)
{
  GString *details = g_string_new (NULL);

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *words = NULL;

      if (field->key_index >= 0 || field->is_retired || field->kind == TONUS_KIND_REF)
        continue;
      if (skip > 0)
        {
          skip--;
          continue;
        }
      words = tonus_field_display_with_unit (record, field, row);
      if (words)
        g_string_append_printf (details, "%s%s %s", details->len ? " · " : "",
                                tonus_field_label (field), words);
    }
  return g_string_free (details, FALSE);
}

TonusChangeset *
tonus_row_removal (TonusRecord *record, const TonusSection *section, const char *row)
{
  TonusChangeset *changes = tonus_changeset_new ();

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *path = NULL;

      if (field->key_index >= 0 || !tonus_record_get_field (record, field, row))
        continue;
      path = tonus_path_join (section->id, row, field->id);
      tonus_changeset_set (changes, tonus_record_get_object (record), path, NULL);
    }
  return changes;
}

void
tonus_row_add_unread (TonusRecord *record, const TonusSection *section, GPtrArray *rows)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, tonus_record_get_unread (record));
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      g_autofree char *row = NULL;
      const TonusField *field =
          tonus_schema_resolve (tonus_record_get_schema (record), path, &row, NULL);

      if (field && row && field->section == section &&
          !g_ptr_array_find_with_equal_func (rows, row, g_str_equal, NULL))
        g_ptr_array_add (rows, (gpointer) g_intern_string (row));
    }
}

gboolean
tonus_section_is_filled (TonusRecord *record, const TonusSection *section)
{
  GHashTableIter iter;
  gpointer path;
  gsize length = strlen (section->id);

  if (tonus_record_has_section (record, section->id))
    return TRUE;
  g_hash_table_iter_init (&iter, tonus_record_get_unread (record));
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (strncmp (path, section->id, length) == 0 && ((const char *) path)[length] == '/')
      return TRUE;
  return FALSE;
}

void
tonus_row_forget_unread (TonusRecord *record, const TonusSection *section, const char *row)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *path = tonus_path_join (section->id, row, field->id);

      if (g_hash_table_contains (tonus_record_get_unread (record), path))
        tonus_record_set_unread (record, path, NULL);
    }
}
