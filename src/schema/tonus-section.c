/* tonus-section.c - one section: its fields, and the rows it may have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-field.h"

#include <glib/gi18n-lib.h>

#include "tonus-id.h"
#include "tonus-schema-private.h"

TonusSection *
tonus_section_new (TonusSchema *schema, char *id)
{
  TonusOwnedSection *owned = g_new0 (TonusOwnedSection, 1);
  TonusSection *self = &owned->section;

  owned->schema = schema;
  self->id = id;
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_field_free);
  self->keys = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
tonus_section_add (TonusSection *self, TonusField *field)
{
  field->index = self->fields->len;
  g_ptr_array_add (self->fields, field);
  g_hash_table_insert (self->by_id, field->id, field);
}

void
tonus_section_free (TonusSection *self)
{
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->by_id);
  g_strfreev (self->holds);
  g_strfreev (self->first_in);
  g_free (self);
}

TonusSchema *
tonus_section_get_schema (const TonusSection *self)
{
  return ((const TonusOwnedSection *) self)->schema;
}

const char *
tonus_section_label (const TonusSection *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

const TonusField *
tonus_section_lookup (const TonusSection *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

gboolean
tonus_section_is_held_by (const TonusSection *self, const char *record_kind)
{
  return g_strv_contains ((const char *const *) self->holds, record_kind);
}

gboolean
tonus_section_is_first_in (const TonusSection *self, const char *visit_kind)
{
  return !self->first_in || !visit_kind ||
         g_strv_contains ((const char *const *) self->first_in, visit_kind);
}

/* The entries of a measured row in key order; FALSE if it is not one of the section's. */
static gboolean
read_row (const TonusSection *self, const char *row, const TonusEntry **entries)
{
  if (row == NULL)
    return FALSE;

  g_auto (GStrv) parts = g_strsplit (row, ".", self->keys->len + 1);
  if (g_strv_length (parts) != self->keys->len)
    return FALSE;

  for (guint i = 0; i < self->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (self->keys, i);
      entries[i] = tonus_catalogue_lookup (key->choices, parts[i]);
      if (entries[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

gboolean
tonus_section_row_is_valid (const TonusSection *self, const char *row)
{
  switch (self->repeat)
    {
    case TONUS_REPEAT_NONE:
      return row == NULL;
    case TONUS_REPEAT_EVENT:
      return tonus_row_id_is_valid (row);
    case TONUS_REPEAT_MEASURE:
      {
        g_autofree const TonusEntry **entries = g_new0 (const TonusEntry *, self->keys->len);
        return read_row (self, row, entries);
      }
    }
  g_assert_not_reached ();
}

const TonusEntry *
tonus_section_row_entry (const TonusSection *self, const char *row, const TonusField *key)
{
  g_autofree const TonusEntry **entries = g_new0 (const TonusEntry *, self->keys->len + 1);

  g_return_val_if_fail (key->section == self && key->key_index >= 0, NULL);
  return read_row (self, row, entries) ? entries[key->key_index] : NULL;
}

const TonusField *
tonus_section_find_side (const TonusSection *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (self->keys, i);

      if (g_str_equal (tonus_catalogue_get_id (key->choices), "side"))
        return key;
    }
  return NULL;
}

gboolean
tonus_section_offers_row (const TonusSection *self, const char *row)
{
  g_autofree const TonusEntry **entries = g_new0 (const TonusEntry *, self->keys->len + 1);
  const TonusField *side = tonus_section_find_side (self);
  const char *sides = NULL;

  if (!read_row (self, row, entries))
    return FALSE;
  for (guint i = 0; i < self->keys->len; i++)
    {
      if (entries[i]->is_retired)
        return FALSE;
      if (tonus_entry_get (entries[i], "sides"))
        sides = tonus_entry_get (entries[i], "sides");
    }
  if (!side)
    return TRUE;
  if (g_strcmp0 (sides, "midline") == 0)
    return g_str_equal (entries[side->key_index]->id, "midline");
  return g_str_equal (entries[side->key_index]->id, "right") ||
         g_str_equal (entries[side->key_index]->id, "left");
}

char *
tonus_section_row_label (const TonusSection *self, const char *row)
{
  g_autofree const TonusEntry **entries = g_new0 (const TonusEntry *, self->keys->len + 1);

  if (self->repeat != TONUS_REPEAT_MEASURE || !read_row (self, row, entries))
    return NULL;

  GString *label = g_string_new (NULL);
  for (guint i = 0; i < self->keys->len; i++)
    {
      if (i > 0)
        g_string_append (label, ", ");
      g_string_append (label, tonus_entry_label (entries[i]));
    }
  return g_string_free (label, FALSE);
}
