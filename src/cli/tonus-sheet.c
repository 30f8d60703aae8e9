/* tonus-sheet.c - a record being filled in by the schema and by chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-sheet.h"

struct _TonusSheet
{
  TonusRecord *record;
  TonusChangeset *changes;
  GHashTable *values; /* path → text */
};

TonusSheet *
tonus_sheet_new (TonusSchema *schema, const char *kind, const char *object, const char *patient)
{
  TonusSheet *self = g_new0 (TonusSheet, 1);
  self->record = tonus_record_new (schema, kind, object);
  self->changes = tonus_changeset_new ();
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  TonusHeader header = *tonus_record_get_header (self->record);
  header.patient = (char *) patient;
  tonus_record_set_header (self->record, &header);
  return self;
}

void
tonus_sheet_free (TonusSheet *self)
{
  g_object_unref (self->record);
  tonus_changeset_free (self->changes);
  g_hash_table_unref (self->values);
  g_free (self);
}

void
tonus_sheet_put (
    TonusSheet *self, const char *section, const char *row, const char *field, const char *text)
{
  if (text == NULL)
    return;
  char *path = tonus_path_join (section, row, field);
  tonus_changeset_set (self->changes, tonus_record_get_object (self->record), path, text);
  g_hash_table_insert (self->values, path, g_strdup (text));
}

/* What the sheet says of @field: of the same row when the section is the same. */
static const char *
look_up (TonusSheet *self, const TonusField *field, const TonusSection *section, const char *row)
{
  g_autofree char *path =
      tonus_path_join (field->section->id, field->section == section ? row : NULL, field->id);
  return g_hash_table_lookup (self->values, path);
}

static gboolean
is_shown (TonusSheet *self, const TonusField *field, const char *row)
{
  if (field->show_if == NULL)
    return TRUE;
  const char *text = look_up (self, field->show_if, field->section, row);
  return text != NULL && g_strv_contains ((const char *const *) field->show_if_values, text);
}

/* The choice that sets the limits of @field, made now if need be: it may stand further down. */
static const char *
ensure_chosen (TonusSheet *self,
               const TonusField *field,
               const char *row,
               const TonusChance *chance)
{
  const TonusField *limits = field->limits;
  if (limits == NULL || limits->key_index >= 0)
    return NULL;
  if (look_up (self, limits, field->section, row) == NULL)
    {
      g_autofree char *text = tonus_sample_value (limits, row, NULL, chance);
      tonus_sheet_put (self, field->section->id, row, limits->id, text);
    }
  return look_up (self, limits, field->section, row);
}

void
tonus_sheet_fill (TonusSheet *self,
                  const TonusSection *section,
                  const char *row,
                  guint percent,
                  const TonusChance *chance)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      gboolean is_drawn = tonus_chance_draw (chance, 100) < percent;
      if (!is_drawn || field->key_index >= 0 || field->is_retired || !is_shown (self, field, row) ||
          look_up (self, field, section, row) != NULL)
        continue;

      const char *chosen = ensure_chosen (self, field, row, chance);
      g_autofree char *text = tonus_sample_value (field, row, chosen, chance);
      tonus_sheet_put (self, section->id, row, field->id, text);
    }
}

TonusRecord *
tonus_sheet_finish (TonusSheet *self, GError **error)
{
  return tonus_record_apply (self->record, self->changes, error) ? self->record : NULL;
}
