/* tonus-schema.c - every section, field and catalogue: finding them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema.h"

#include <string.h>

#include "tonus-schema-private.h"
#include "tonus-schema-text.h"

G_DEFINE_QUARK (tonus - schema - error - quark, tonus_schema_error)

static const struct
{
  const char *name;
  gboolean is_clinical;
} record_kinds[] = {
  { "patient", TRUE },    { "episode", TRUE }, { "program", TRUE },    { "visit", TRUE },
  { "addendum", TRUE },   { "void", TRUE },    { "attachment", TRUE }, { "clinic", FALSE },
  { "therapist", FALSE }, { "payer", FALSE },  { "catalogue", FALSE }, { "snippet", FALSE },
};

gboolean
tonus_schema_has_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (record_kinds); i++)
    if (g_strcmp0 (kind, record_kinds[i].name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
tonus_schema_kind_is_clinical (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (record_kinds); i++)
    if (g_strcmp0 (kind, record_kinds[i].name) == 0)
      return record_kinds[i].is_clinical;
  return FALSE;
}

TonusSchema *
tonus_schema_new_empty (void)
{
  TonusSchema *self = g_new0 (TonusSchema, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_schema_text_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_section_free);
  self->catalogues = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_catalogue_free);
  self->section_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->catalogue_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->moved_fields = g_hash_table_new (g_str_hash, g_str_equal);
  self->moved_sections = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

TonusSchema *
tonus_schema_ref (TonusSchema *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
tonus_schema_unref (TonusSchema *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_hash_table_unref (self->moved_sections);
  g_hash_table_unref (self->moved_fields);
  g_hash_table_unref (self->catalogue_by_id);
  g_hash_table_unref (self->section_by_id);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->catalogues);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

GPtrArray *
tonus_schema_get_sections (TonusSchema *self)
{
  return self->sections;
}

GPtrArray *
tonus_schema_get_catalogues (TonusSchema *self)
{
  return self->catalogues;
}

const TonusSection *
tonus_schema_find_section (TonusSchema *self, const char *id)
{
  return g_hash_table_lookup (self->section_by_id, id);
}

TonusCatalogue *
tonus_schema_find_catalogue (TonusSchema *self, const char *id)
{
  return g_hash_table_lookup (self->catalogue_by_id, id);
}

static gboolean G_GNUC_PRINTF (2, 3) refuse_path (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (
      error, g_error_new_valist (TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_PATH, format, arguments));
  va_end (arguments);
  return FALSE;
}

/* The field by its present name, or by one it had before. */
static const TonusField *
find_field (TonusSchema *self, const char *section_id, const char *field_id, GError **error)
{
  g_autofree char *path = g_strconcat (section_id, "/", field_id, NULL);
  const TonusSection *section = tonus_schema_find_section (self, section_id);
  const TonusField *field = section != NULL ? tonus_section_lookup (section, field_id) : NULL;

  if (field == NULL)
    field = g_hash_table_lookup (self->moved_fields, path);
  if (field == NULL && section == NULL)
    {
      section = g_hash_table_lookup (self->moved_sections, section_id);
      field = section != NULL ? tonus_section_lookup (section, field_id) : NULL;
    }
  if (field == NULL && section == NULL)
    refuse_path (error, "there is no section “%s”", section_id);
  else if (field == NULL)
    refuse_path (error, "section “%s” has no field “%s”", section->id, field_id);
  return field;
}

static gboolean
check_row (const TonusSection *section, const char *row, GError **error)
{
  if (tonus_section_row_is_valid (section, row))
    return TRUE;
  if (row == NULL)
    return refuse_path (error, "section “%s” repeats: name the row, “%s/…/field”", section->id,
                        section->id);
  if (section->repeat == TONUS_REPEAT_NONE)
    return refuse_path (error, "section “%s” has no rows, and no “%s”", section->id, row);
  if (section->repeat == TONUS_REPEAT_EVENT)
    return refuse_path (error, "“%s” names no row of “%s”: a row is 8 letters and digits 2-7", row,
                        section->id);
  return refuse_path (error,
                      "“%s” names no row of “%s”: a row is one id for each key, joined by points",
                      row, section->id);
}

const TonusField *
tonus_schema_resolve (TonusSchema *self, const char *path, char **row, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_auto (GStrv) parts = g_strsplit (path, "/", 4);
  guint n_parts = g_strv_length (parts);

  if (row != NULL)
    *row = NULL;
  if (n_parts != 2 && n_parts != 3)
    {
      refuse_path (error, "a path is “section/field” or “section/row/field”");
      return NULL;
    }

  const char *row_part = n_parts == 3 ? parts[1] : NULL;
  const TonusField *field = find_field (self, parts[0], parts[n_parts - 1], error);
  if (field == NULL || !check_row (field->section, row_part, error))
    return NULL;

  if (row != NULL)
    *row = g_strdup (row_part);
  return field;
}
