/* tonus-explain.c - what the schema says about a name, and what every consumer makes of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-explain.h"

#include <string.h>

#include <glib/gi18n.h>

#include "tonus-explain-field.h"

/* A name that is several things is explained as each, with a blank line between. */
static void
begin_part (GString *out)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
}

static char *
describe_repeat (const TonusSection *section)
{
  switch (section->repeat)
    {
    case TONUS_REPEAT_NONE:
      return g_strdup (_ ("no: one group in a record"));
    case TONUS_REPEAT_EVENT:
      return g_strdup (_ ("rows of what happened, each with an id of its own"));
    case TONUS_REPEAT_MEASURE:
      {
        g_autoptr (GString) keys = g_string_new (NULL);
        for (guint i = 0; i < section->keys->len; i++)
          {
            const TonusField *key = g_ptr_array_index (section->keys, i);
            g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", key->id);
          }
        return g_strdup_printf (_ ("rows of what is measured, named by %s"), keys->str);
      }
    }
  g_assert_not_reached ();
}

static void
explain_section (GString *out, TonusSchema *schema, const TonusSection *section, const char *row)
{
  g_autofree char *kinds = g_strjoinv (", ", section->holds);
  g_autofree char *first_in = section->first_in ? g_strjoinv (", ", section->first_in) : NULL;
  g_autofree char *repeat = describe_repeat (section);
  g_autofree char *place = tonus_explain_place (section, schema);
  g_autofree char *row_label = row != NULL ? tonus_section_row_label (section, row) : NULL;

  begin_part (out);
  tonus_explain_line (out, _ ("section"), "%s", section->id);
  if (row != NULL)
    tonus_explain_line (out, _ ("row"), "%s", row_label != NULL ? row_label : row);
  tonus_explain_line (out, _ ("label"), "%s", tonus_section_label (section));
  if (section->help != NULL)
    tonus_explain_line (out, _ ("help"), "%s", _ (section->help));
  if (section->is_retired)
    tonus_explain_line (out, _ ("retired"), "%s",
                        _ ("no longer offered; old values are kept and shown"));
  tonus_explain_line (out, _ ("records"), "%s", kinds);
  if (first_in != NULL)
    tonus_explain_line (out, _ ("asked first in"), "%s", first_in);
  tonus_explain_line (out, _ ("repeats"), "%s", repeat);
  tonus_explain_line (out, _ ("window"), "%s", place);
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      tonus_explain_line (out, _ ("field"), "%s: %s (%s)", field->path, tonus_field_label (field),
                          tonus_kind_name (field->kind));
    }
}

/* --- catalogues --- */

static char *
list_users (TonusSchema *schema, const TonusCatalogue *catalogue)
{
  g_autoptr (GString) users = g_string_new (NULL);
  GPtrArray *sections = tonus_schema_get_sections (schema);

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      for (guint j = 0; j < section->fields->len; j++)
        {
          const TonusField *field = g_ptr_array_index (section->fields, j);
          if (field->choices == catalogue)
            g_string_append_printf (users, "%s%s", users->len > 0 ? ", " : "", field->path);
        }
    }
  return g_string_free (g_steal_pointer (&users), FALSE);
}

static void
explain_catalogue (GString *out, TonusSchema *schema, const TonusCatalogue *catalogue)
{
  g_autofree char *rows = tonus_explain_rows (catalogue, G_MAXUINT);
  g_autofree char *users = list_users (schema, catalogue);

  begin_part (out);
  tonus_explain_line (out, _ ("list"), "%s", tonus_catalogue_get_id (catalogue));
  if (tonus_catalogue_get_label (catalogue) != NULL)
    tonus_explain_line (out, _ ("label"), "%s", _ (tonus_catalogue_get_label (catalogue)));
  tonus_explain_line (out, _ ("rows"), "%s", rows);
  tonus_explain_line (out, _ ("used by"), "%s", *users != '\0' ? users : _ ("no field"));
}

static void
explain_entry (GString *out, const TonusCatalogue *catalogue, const TonusEntry *entry)
{
  begin_part (out);
  tonus_explain_line (out, _ ("row"), "%s/%s", tonus_catalogue_get_id (catalogue), entry->id);
  tonus_explain_line (out, _ ("label"), "%s", tonus_entry_label (entry));
  tonus_explain_line (out, _ ("place"), _ ("%u of its list"), entry->index + 1);
  if (entry->is_retired)
    tonus_explain_line (out, _ ("retired"), "%s",
                        _ ("no longer offered; old values are kept and shown"));
  if (entry->attributes == NULL)
    return;

  g_autoptr (GList) columns =
      g_list_sort (g_hash_table_get_keys (entry->attributes), (GCompareFunc) strcmp);
  for (const GList *l = columns; l != NULL; l = l->next)
    tonus_explain_line (out, l->data, "%s",
                        (const char *) g_hash_table_lookup (entry->attributes, l->data));
}

/* --- by name --- */

static void
explain_path (GString *out, TonusSchema *schema, const char *name)
{
  g_autofree char *row = NULL;
  const TonusField *field = tonus_schema_resolve (schema, name, &row, NULL);
  if (field != NULL)
    {
      begin_part (out);
      tonus_explain_field (out, schema, field, row);
    }
}

/* "head/item": a field of a section that repeats, named without a row; a section's row; a row of a
 * catalogue. */
static void
explain_item (GString *out, TonusSchema *schema, const char *head, const char *item)
{
  const TonusSection *section = tonus_schema_find_section (schema, head);
  gboolean has_rows = section != NULL && section->repeat != TONUS_REPEAT_NONE;
  const TonusField *field = has_rows ? tonus_section_lookup (section, item) : NULL;
  if (field != NULL)
    {
      begin_part (out);
      tonus_explain_field (out, schema, field, NULL);
    }
  if (has_rows && tonus_section_row_is_valid (section, item))
    explain_section (out, schema, section, item);

  const TonusCatalogue *catalogue = tonus_schema_find_catalogue (schema, head);
  const TonusEntry *entry = catalogue != NULL ? tonus_catalogue_lookup (catalogue, item) : NULL;
  if (entry != NULL)
    explain_entry (out, catalogue, entry);
}

char *
tonus_explain (TonusSchema *schema, const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *slash = strchr (name, '/');

  if (slash == NULL)
    {
      const TonusSection *section = tonus_schema_find_section (schema, name);
      const TonusCatalogue *catalogue = tonus_schema_find_catalogue (schema, name);
      if (section != NULL)
        explain_section (out, schema, section, NULL);
      if (catalogue != NULL)
        explain_catalogue (out, schema, catalogue);
    }
  else
    {
      g_autofree char *head = g_strndup (name, (gsize) (slash - name));
      explain_path (out, schema, name);
      explain_item (out, schema, head, slash + 1);
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

GPtrArray *
tonus_explain_list_names (TonusSchema *schema)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *sections = tonus_schema_get_sections (schema);
  GPtrArray *catalogues = tonus_schema_get_catalogues (schema);

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      g_ptr_array_add (names, g_strdup (section->id));
      for (guint j = 0; j < section->fields->len; j++)
        {
          const TonusField *field = g_ptr_array_index (section->fields, j);
          g_ptr_array_add (names, g_strdup (field->path));
        }
    }
  for (guint i = 0; i < catalogues->len; i++)
    {
      const TonusCatalogue *catalogue = g_ptr_array_index (catalogues, i);
      GPtrArray *entries = tonus_catalogue_get_entries (catalogue);
      const char *id = tonus_catalogue_get_id (catalogue);
      g_ptr_array_add (names, g_strdup (id));
      for (guint j = 0; j < entries->len; j++)
        {
          const TonusEntry *entry = g_ptr_array_index (entries, j);
          g_ptr_array_add (names, g_strconcat (id, "/", entry->id, NULL));
        }
    }
  return names;
}
