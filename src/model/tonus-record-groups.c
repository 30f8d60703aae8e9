/* tonus-record-groups.c - where a record keeps its values: groups by name, in schema order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-record.h"
#include "tonus-record-private.h"

#include <string.h>

void
tonus_group_free (gpointer data)
{
  TonusGroup *group = data;

  for (guint i = 0; i < group->section->fields->len; i++)
    g_free (group->values[i]);
  g_free (group->name);
  g_free (group);
}

TonusRecord *
tonus_record_new_blank (TonusSchema *schema)
{
  TonusRecord *self = g_object_new (TONUS_TYPE_RECORD, NULL);

  self->schema = tonus_schema_ref (schema);
  self->header.format = TONUS_FORMAT;
  return self;
}

gboolean
tonus_group_name_fits (const TonusSection *section, const char *row)
{
  return strlen (section->id) + (row == NULL ? 0 : 1 + strlen (row)) <= TONUS_NAME_MAX;
}

TonusGroup *
tonus_record_find_group (TonusRecord *self, const char *name)
{
  return g_hash_table_lookup (self->by_name, name);
}

/* Where a new group of @section belongs: after all that are not after it. */
static guint
find_place (TonusRecord *self, const TonusSection *section)
{
  guint place = self->groups->len;

  while (place > 0)
    {
      const TonusGroup *before = self->groups->pdata[place - 1];

      if (before->section->index <= section->index)
        break;
      place--;
    }
  return place;
}

TonusGroup *
tonus_record_ensure_group (TonusRecord *self, const TonusSection *section, const char *row)
{
  g_autofree char *name =
      row == NULL ? g_strdup (section->id) : g_strconcat (section->id, "/", row, NULL);
  TonusGroup *group = tonus_record_find_group (self, name);

  if (group != NULL)
    return group;
  group = g_malloc0 (sizeof *group + section->fields->len * sizeof (char *));
  group->section = section;
  group->name = g_steal_pointer (&name);
  group->row = row == NULL ? NULL : group->name + strlen (section->id) + 1;
  g_ptr_array_insert (self->groups, (int) find_place (self, section), group);
  g_hash_table_insert (self->by_name, group->name, group);
  return group;
}

char *
tonus_group_steal_value (TonusGroup *group, guint index, char *text)
{
  char *old = group->values[index];

  group->values[index] = text;
  if (old == NULL && text != NULL)
    group->n_values++;
  else if (old != NULL && text == NULL)
    group->n_values--;
  return old;
}

TonusGroup *
tonus_record_find_group_at (TonusRecord *self, const TonusSection *section, const char *row)
{
  char name[TONUS_UNREAD_PATH_MAX + 1];

  if (row == NULL)
    return tonus_record_find_group (self, section->id);
  int length = g_snprintf (name, sizeof name, "%s/%s", section->id, row);
  if (length < 0 || (gsize) length >= sizeof name)
    return NULL;
  return tonus_record_find_group (self, name);
}

static gboolean refuse_field (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse_field (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (
      error, g_error_new_valist (TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED, format, args));
  va_end (args);
  return FALSE;
}

/* Is it this record's, in that row? */
static gboolean
may_hold (TonusRecord *self, const TonusField *field, const char *row, GError **error)
{
  const TonusSection *section = field->section;
  const char *kind = self->header.kind == NULL ? "" : self->header.kind;

  if (!tonus_section_is_held_by (section, kind))
    return refuse_field (error, "no such field: a record of kind “%s” does not hold “%s”", kind,
                         section->id);
  if (!tonus_section_row_is_valid (section, row))
    return refuse_field (error, "no such field: no such row of “%s”", section->id);
  if (field->key_index >= 0)
    return refuse_field (error, "is told by the name of the row and cannot be set; leave it out");
  if (!tonus_group_name_fits (section, row))
    return refuse_field (error, "the row's name is longer than %d bytes", TONUS_NAME_MAX);
  return TRUE;
}

const TonusField *
tonus_record_find_field (TonusRecord *self, const char *path, char **row, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *found_row = NULL;
  const TonusField *field = tonus_schema_resolve (self->schema, path, &found_row, &problem);

  if (field == NULL)
    refuse_field (error, "no such field: %s", problem->message);
  if (field == NULL || !may_hold (self, field, found_row, error))
    return NULL;
  *row = g_steal_pointer (&found_row);
  return field;
}
