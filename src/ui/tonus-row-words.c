/* tonus-row-words.c - one row of a record in words, and the rows of a section taken together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-row-words.h"

#include "tonus-paths.h"

#define SUMMARY_VALUES 5

char *
tonus_field_display_with_unit (TonusRecord *record, const TonusField *field, const char *row)
{
  const char *value = tonus_record_get_field (record, field, row);
  const char *chosen = field->limits ? tonus_record_get_field (record, field->limits, row) : NULL;
  TonusLimits limits = tonus_field_get_limits (field, row, chosen);
  g_autofree char *words = value ? tonus_field_display (field, value) : NULL;

  if (!words || !limits.unit || tonus_value_is_not_tested (value))
    return g_steal_pointer (&words);
  /* "95°" and "4/10" are written together, "60 s" is not. */
  return g_strdup_printf (g_str_equal (limits.unit, "°") || *limits.unit == '/' ? "%s%s"
                                                                                : "%s\u00a0%s",
                          words, limits.unit);
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
