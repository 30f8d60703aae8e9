/* tonus-record.c - one record: a header and values by path
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-record.h"
#include "tonus-record-private.h"
#include "tonus-record-text.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (TonusRecord, tonus_record, G_TYPE_OBJECT)
G_DEFINE_QUARK (tonus - model - error - quark, tonus_model_error)

static guint changed_signal;

static void
tonus_record_finalize (GObject *object)
{
  TonusRecord *self = TONUS_RECORD (object);

  g_ptr_array_unref (self->unread_order);
  g_hash_table_unref (self->unread);
  g_ptr_array_unref (self->foreign);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->groups); /* before the schema, whose sections they count on */
  tonus_header_clear (&self->header);
  tonus_schema_unref (self->schema);

  G_OBJECT_CLASS (tonus_record_parent_class)->finalize (object);
}

static void
tonus_record_class_init (TonusRecordClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = tonus_record_finalize;

  /* The detail is a schema path, of which there are finitely many: details are never freed. */
  changed_signal =
      g_signal_new ("changed", TONUS_TYPE_RECORD, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tonus_record_init (TonusRecord *self)
{
  self->groups = g_ptr_array_new_with_free_func (tonus_group_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->foreign = g_ptr_array_new_with_free_func (tonus_foreign_group_free);
  self->unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->unread_order = g_ptr_array_new ();
}

void
tonus_record_announce (TonusRecord *self, const TonusField *field, const char *path)
{
  GQuark detail = field == NULL ? 0 : g_quark_from_string (field->path);

  g_signal_emit (self, changed_signal, detail, path);
}

TonusRecord *
tonus_record_new (TonusSchema *schema, const char *kind, const char *object)
{
  g_return_val_if_fail (schema != NULL, NULL);
  g_return_val_if_fail (tonus_schema_has_kind (kind), NULL);

  TonusRecord *self = tonus_record_new_blank (schema);

  self->header.kind = g_strdup (kind);
  self->header.object = g_strdup (object);
  self->header.schema = TONUS_SCHEMA_VERSION;
  return self;
}

static void
copy_groups (TonusRecord *copy, TonusRecord *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TonusGroup *from = self->groups->pdata[i];

      if (from->n_values == 0)
        continue;
      TonusGroup *to = tonus_record_ensure_group (copy, from->section, from->row);
      for (guint j = 0; j < from->section->fields->len; j++)
        to->values[j] = g_strdup (from->values[j]);
      to->n_values = from->n_values;
    }
}

static void
copy_foreign (TonusRecord *copy, TonusRecord *self)
{
  for (guint i = 0; i < self->foreign->len; i++)
    {
      const TonusForeignGroup *from = self->foreign->pdata[i];
      TonusForeignGroup *to = tonus_record_add_foreign (copy, from->name);

      for (guint j = 0; j < from->keys->len; j++)
        {
          const TonusForeignKey *key = from->keys->pdata[j];

          tonus_foreign_add (to, key->key, key->raw, strlen (key->raw));
        }
    }
}

TonusRecord *
tonus_record_copy (TonusRecord *self)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);

  TonusRecord *copy = tonus_record_new_blank (self->schema);

  tonus_header_copy (&copy->header, &self->header);
  copy_groups (copy, self);
  copy_foreign (copy, self);
  for (guint i = 0; i < self->unread_order->len; i++)
    {
      const char *path = self->unread_order->pdata[i];

      tonus_record_keep_unread (copy, path, g_hash_table_lookup (self->unread, path));
    }
  return copy;
}

TonusSchema *
tonus_record_get_schema (TonusRecord *self)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);

  return self->schema;
}

const TonusHeader *
tonus_record_get_header (TonusRecord *self)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);

  return &self->header;
}

const char *
tonus_record_get_object (TonusRecord *self)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);

  return self->header.object;
}

const char *
tonus_record_get_kind (TonusRecord *self)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);

  return self->header.kind;
}

void
tonus_record_set_header (TonusRecord *self, const TonusHeader *header)
{
  g_return_if_fail (TONUS_IS_RECORD (self));
  g_return_if_fail (header != NULL);

  TonusHeader copy = { 0 };

  tonus_header_copy (&copy, header); /* first: @header may be our own */
  tonus_header_clear (&self->header);
  self->header = copy;
}

const char *
tonus_record_get_field (TonusRecord *self, const TonusField *field, const char *row)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  const TonusGroup *group = tonus_record_find_group_at (self, field->section, row);

  if (group == NULL || group->n_values == 0)
    return NULL;
  if (field->key_index < 0)
    return group->values[field->index];
  const TonusEntry *entry = tonus_section_row_entry (field->section, row, field);
  return entry == NULL ? NULL : entry->id;
}

/* A path that is not spelled as today: moved by "was", or nothing. */
static const char *
get_moved (TonusRecord *self, const char *path)
{
  g_autofree char *row = NULL;
  const TonusField *field = tonus_schema_resolve (self->schema, path, &row, NULL);

  return field == NULL ? NULL : tonus_record_get_field (self, field, row);
}

const char *
tonus_record_get (TonusRecord *self, const char *path)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  char name[TONUS_UNREAD_PATH_MAX + 1];
  const char *slash = strrchr (path, '/');

  if (slash == NULL || (gsize) (slash - path) >= sizeof name)
    return NULL;
  memcpy (name, path, (gsize) (slash - path));
  name[slash - path] = '\0';
  const TonusGroup *group = tonus_record_find_group (self, name);
  const TonusField *field = group == NULL ? NULL : tonus_section_lookup (group->section, slash + 1);

  if (field == NULL)
    return get_moved (self, path);
  return tonus_record_get_field (self, field, group->row);
}

const char *
tonus_record_get_at (TonusRecord *self, const char *section, const char *row, const char *field)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);
  g_return_val_if_fail (section != NULL && field != NULL, NULL);

  const TonusSection *found = tonus_schema_find_section (self->schema, section);
  const TonusField *wanted = found == NULL ? NULL : tonus_section_lookup (found, field);

  return wanted == NULL ? NULL : tonus_record_get_field (self, wanted, row);
}

GPtrArray *
tonus_record_get_rows (TonusRecord *self, const char *section)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->groups->len; i++)
    {
      const TonusGroup *group = self->groups->pdata[i];

      if (group->n_values > 0 && group->row != NULL && strcmp (group->section->id, section) == 0)
        g_ptr_array_add (rows, (gpointer) group->row);
    }
  return rows;
}

gboolean
tonus_record_has_row (TonusRecord *self, const char *section, const char *row)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), FALSE);
  g_return_val_if_fail (section != NULL, FALSE);

  const TonusSection *found = tonus_schema_find_section (self->schema, section);
  const TonusGroup *group = found == NULL ? NULL : tonus_record_find_group_at (self, found, row);

  return group != NULL && group->n_values > 0;
}

gboolean
tonus_record_has_section (TonusRecord *self, const char *section)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), FALSE);
  g_return_val_if_fail (section != NULL, FALSE);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const TonusGroup *group = self->groups->pdata[i];

      if (group->n_values > 0 && strcmp (group->section->id, section) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
tonus_record_is_signed (TonusRecord *self)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), FALSE);

  /* A schema without that section must not make a signed record look open. */
  return tonus_record_get_at (self, "signature", NULL, "time") != NULL ||
         tonus_record_get_foreign (self, "signature", "time") != NULL;
}

/* Is @value, or one of its items if it is a list, among @wanted? */
static gboolean
is_among (const TonusField *field, const char *value, const char *const *wanted)
{
  if (field->kind != TONUS_KIND_CHOICES)
    return g_strv_contains (wanted, value);
  g_auto (GStrv) items = g_strsplit (value, ";", -1);
  for (guint i = 0; items[i] != NULL; i++)
    if (g_strv_contains (wanted, items[i]))
      return TRUE;
  return FALSE;
}

gboolean
tonus_record_shows (TonusRecord *self, const TonusField *field, const char *row)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  const TonusField *other = field->show_if;

  if (other == NULL)
    return TRUE;
  const char *value =
      tonus_record_get_field (self, other, other->section == field->section ? row : NULL);
  return value != NULL && is_among (other, value, (const char *const *) field->show_if_values);
}

void
tonus_record_foreach_group (TonusRecord *self, TonusRecordVisitor visitor, gpointer data)
{
  g_return_if_fail (TONUS_IS_RECORD (self));
  g_return_if_fail (visitor != NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const TonusGroup *group = self->groups->pdata[i];

      if (group->n_values > 0 && !visitor (self, group->section, group->row, data))
        return;
    }
}

char *
tonus_path_join (const char *section, const char *row, const char *field)
{
  g_return_val_if_fail (section != NULL && field != NULL, NULL);

  return row == NULL ? g_strconcat (section, "/", field, NULL)
                     : g_strconcat (section, "/", row, "/", field, NULL);
}
