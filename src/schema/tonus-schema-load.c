/* tonus-schema-load.c - making a schema of texts, and telling all that is wrong with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema-load.h"

#include <string.h>

#include "tonus-kind.h"
#include "tonus-loader.h"

static gboolean
has_key (const TonusSchemaGroup *group, const char *name)
{
  for (guint i = 0; i < group->n_keys; i++)
    if (g_str_equal (group->keys[i].name, name))
      return TRUE;
  return FALSE;
}

/* A heading is a section's if it says anything that only sections say. */
static gboolean
is_section (const TonusSchemaGroup *group)
{
  return has_key (group, "holds") || has_key (group, "repeat") || has_key (group, "page") ||
         has_key (group, "key");
}

/* A practice may name a table of ours, to add rows or fields to it. */
static void
reopen (TonusLoader *self, const TonusPlace *place)
{
  const char *id = place->group->name;
  TonusCatalogue *catalogue = tonus_schema_find_catalogue (self->schema, id);

  self->section = g_hash_table_lookup (self->schema->section_by_id, id);
  self->catalogue = NULL;
  if (catalogue != NULL)
    tonus_loader_reopen_catalogue (self, catalogue);
  if (self->section == NULL && self->catalogue == NULL)
    tonus_loader_complain (self, place, NULL, "there is no such section or catalogue to add to");
}

static void
read_heading (TonusLoader *self, const TonusPlace *place)
{
  self->section = NULL;
  self->catalogue = NULL;
  if (self->is_own && place->group->n_keys == 0)
    reopen (self, place);
  else if (is_section (place->group))
    tonus_loader_open_section (self, place);
  else
    tonus_loader_open_catalogue (self, place);
}

static void
read_item (TonusLoader *self, const TonusPlace *place)
{
  gboolean is_field = self->catalogue == NULL || has_key (place->group, "kind");

  if (self->section != NULL && is_field)
    tonus_loader_add_field (self, place);
  else if (self->catalogue != NULL)
    tonus_loader_add_entry (self, place);
}

/* Does the item @group follow the heading @head? */
static gboolean
belongs_to (const TonusSchemaGroup *group, const TonusSchemaGroup *head)
{
  gsize length = head != NULL ? strlen (head->name) : 0;

  return head != NULL && strncmp (group->name, head->name, length) == 0 &&
         group->name + length + 1 == group->item;
}

static void
read_text (TonusLoader *self, const TonusSchemaText *text)
{
  const TonusSchemaGroup *head = NULL;

  for (guint i = 0; i < text->groups->len; i++)
    {
      TonusPlace place = { text, &g_array_index (text->groups, TonusSchemaGroup, i) };

      if (place.group->item == NULL)
        {
          head = place.group;
          read_heading (self, &place);
        }
      else if (belongs_to (place.group, head))
        read_item (self, &place);
      else
        tonus_loader_complain (self, &place, NULL, "does not follow its heading; move it there");
    }
}

static void
read_sources (TonusLoader *self, const TonusSchemaSource *sources, guint n_sources)
{
  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (GError) error = NULL;
      TonusSchemaText *text = tonus_schema_text_new (sources[i].name, sources[i].text, &error);

      if (text == NULL)
        {
          g_ptr_array_add (self->problems, g_strdup (error->message));
          continue;
        }
      g_ptr_array_add (self->schema->texts, text);
      read_text (self, text);
    }
}

static void
read_all (TonusLoader *self,
          const TonusSchemaSource *built_in,
          guint n_built_in,
          const TonusSchemaSource *own,
          guint n_own)
{
  read_sources (self, built_in, n_built_in);
  self->is_own = TRUE;
  read_sources (self, own, n_own);

  tonus_loader_finish_sections (self);
  tonus_loader_finish_fields (self);
  tonus_loader_finish_names (self);
}

TonusSchema *
tonus_schema_load (const TonusSchemaSource *built_in,
                   guint n_built_in,
                   const TonusSchemaSource *own,
                   guint n_own,
                   GPtrArray *problems,
                   GError **error)
{
  g_autoptr (TonusSchema) schema = tonus_schema_new_empty ();
  g_autoptr (GPtrArray) all =
      problems != NULL ? g_ptr_array_ref (problems) : g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  TonusLoader loader = {
    .schema = schema,
    .problems = all,
    .sections = sections,
    .fields = fields,
  };

  read_all (&loader, built_in, n_built_in, own, n_own);
  g_clear_pointer (&loader.names, g_hash_table_unref);
  if (all->len == 0)
    return g_steal_pointer (&schema);

  g_set_error_literal (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_SYNTAX,
                       g_ptr_array_index (all, 0));
  return NULL;
}

TonusSchema *
tonus_schema_new (const TonusSchemaSource *sources, guint n_sources, GError **error)
{
  return tonus_schema_load (sources, n_sources, NULL, 0, NULL, error);
}
