/* tonus-note-value.c - a recorded value as the note prints it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-note-value.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tonus-paths.h"

/* --- references ----------------------------------------------------------------------------- */

static TonusRecord *
find_record (const TonusDossier *dossier, const char *object)
{
  TonusRecord *records[] = { dossier->visit,     dossier->episode, dossier->program,
                             dossier->therapist, dossier->patient, dossier->payer,
                             dossier->clinic };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (records[i] != NULL && g_strcmp0 (tonus_record_get_object (records[i]), object) == 0)
      return records[i];
  return NULL;
}

/* What a person would call the row: its first choice or words. */
static char *
name_event_row (TonusRecord *record, const TonusSection *section, const char *row)
{
  for (guint i = 0; record != NULL && i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      const char *text = tonus_record_get_field (record, field, row);

      if (text != NULL && (field->kind == TONUS_KIND_CHOICE || field->kind == TONUS_KIND_TEXT))
        return tonus_field_display (field, text);
    }
  return NULL;
}

static char *
describe_row (TonusRecord *record, const TonusSection *section, const char *row)
{
  g_autofree char *name = NULL;

  if (row != NULL && section->repeat == TONUS_REPEAT_MEASURE)
    name = tonus_section_row_label (section, row);
  else if (row != NULL)
    name = name_event_row (record, section, row);
  if (name == NULL)
    return g_strdup (tonus_section_label (section));
  return g_strdup_printf ("%s: %s", tonus_section_label (section), name);
}

/* @place: "strength/gluteus-medius.right".  A finding of an earlier visit is named by what it
 * measured. */
static char *
describe_place (TonusSchema *schema, TonusRecord *record, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 2);
  const TonusSection *section =
      parts[0] != NULL ? tonus_schema_find_section (schema, parts[0]) : NULL;
  g_autofree char *words = NULL;

  if (section == NULL)
    return g_strdup (place);
  words = describe_row (record, section, parts[1]);
  if (record != NULL)
    return g_steal_pointer (&words);
  return g_strdup_printf ("%s (%s)", words,
                          tonus_section_is_held_by (section, "visit") ? _ ("another visit")
                                                                      : _ ("another record"));
}

static char *
describe_record (TonusRecord *record)
{
  char *name = tonus_path_read_words (record, TONUS_PATH_THERAPIST_NAME, NULL);

  if (name == NULL)
    name = tonus_path_read_words (record, TONUS_PATH_PAYER_NAME, NULL);
  if (name == NULL)
    name = tonus_path_read_words (record, TONUS_PATH_EPISODE_TITLE, NULL);
  return name != NULL ? name : g_strdup (tonus_record_get_kind (record));
}

/* A record that is not at hand is named by the first letters of its id, as the terminal takes it.
 */
static char *
describe_reference (const TonusDossier *dossier, TonusSchema *schema, const char *text)
{
  const char *place = strchr (text, '#');
  g_autofree char *object =
      place != NULL ? g_strndup (text, (gsize) (place - text)) : g_strdup (text);
  TonusRecord *record = find_record (dossier, object);

  if (place != NULL)
    return describe_place (schema, record, place + 1);
  return record != NULL ? describe_record (record) : g_strdup_printf (_ ("record %.8s"), object);
}

/* --- values --------------------------------------------------------------------------------- */

static gboolean
joins_value (const char *unit)
{
  return *unit == '/' || *unit == '%' || g_str_has_prefix (unit, "°");
}

static char *
add_unit (char *words, const char *unit)
{
  g_autofree char *bare = words;

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&bare);
  return g_strdup_printf (joins_value (unit) ? "%s%s" : "%s %s", bare, unit);
}

char *
tonus_note_value (const TonusDossier *dossier,
                  TonusRecord *record,
                  const TonusField *field,
                  const char *row)
{
  const char *text = tonus_record_get_field (record, field, row);
  const char *chosen = NULL;
  char *words;

  if (text == NULL || !field->is_printed)
    return NULL;
  if (field->kind == TONUS_KIND_REF && !tonus_value_is_not_tested (text))
    return describe_reference (dossier, tonus_record_get_schema (record), text);
  words = tonus_field_display (field, text);
  if (tonus_value_is_not_tested (text))
    return words;
  if (field->limits != NULL)
    chosen = tonus_record_get_field (record, field->limits, row);
  return add_unit (words, tonus_field_get_limits (field, row, chosen).unit);
}

char *
tonus_note_row_text (const TonusDossier *dossier,
                     TonusRecord *record,
                     const TonusSection *section,
                     const char *row,
                     const TonusField *skip)
{
  GString *text = g_string_new (NULL);
  gboolean is_first = TRUE;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *value = NULL;

      if (field->key_index >= 0 || field == skip)
        continue;
      value = tonus_note_value (dossier, record, field, row);
      if (value != NULL && text->len > 0)
        g_string_append (text, "; ");
      if (value != NULL && is_first)
        g_string_append (text, value);
      else if (value != NULL)
        g_string_append_printf (text, "%s: %s", tonus_field_label (field), value);
      is_first = FALSE;
    }
  return g_string_free (text, text->len == 0);
}

char *
tonus_note_row_measure (const TonusSection *section,
                        const char *row,
                        const TonusField *skip,
                        gboolean is_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (section->keys, i);
      const TonusEntry *entry = tonus_section_row_entry (section, row, key);

      if (key == skip || entry == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, is_words ? ", " : ".");
      g_string_append (text, is_words ? tonus_entry_label (entry) : entry->id);
    }
  return g_string_free (text, FALSE);
}
