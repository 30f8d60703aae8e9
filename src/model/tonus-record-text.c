/* tonus-record-text.c - the key-file text of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading lives in tonus-record-reader.c.
 */
#include "config.h"

#include "tonus-record-text.h"
#include "tonus-record-lines.h"
#include "tonus-record-private.h"

#include <string.h>

static void
begin_group (GString *text, const char *name)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_c (text, '[');
  g_string_append (text, name);
  g_string_append (text, "]\n");
}

static void
append_value (GString *text, const char *key, const char *words)
{
  g_string_append (text, key);
  g_string_append_c (text, '=');
  tonus_raw_append_escaped (text, words);
  g_string_append_c (text, '\n');
}

static void
append_foreign (GString *text, const TonusForeignGroup *group)
{
  for (guint i = 0; group != NULL && i < group->keys->len; i++)
    {
      const TonusForeignKey *key = group->keys->pdata[i];

      g_string_append_printf (text, "%s=%s\n", key->key, key->raw);
    }
}

static void
append_group (GString *text, TonusRecord *self, const TonusGroup *group)
{
  if (group->n_values == 0)
    return;
  begin_group (text, group->name);
  for (guint i = 0; i < group->section->fields->len; i++)
    {
      const TonusField *field = group->section->fields->pdata[i];

      if (group->values[i] != NULL)
        append_value (text, field->id, group->values[i]);
    }
  append_foreign (text, tonus_record_find_foreign (self, group->name));
}

/* Was this foreign group written with the group it belongs to? */
static gboolean
is_written (TonusRecord *self, const char *name)
{
  const TonusGroup *group = tonus_record_find_group (self, name);

  return (group != NULL && group->n_values > 0) || strcmp (name, TONUS_GROUP_HEADER) == 0;
}

GString *
tonus_record_to_text (TonusRecord *self)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);

  GString *text = g_string_sized_new (8192);

  begin_group (text, TONUS_GROUP_HEADER);
  tonus_header_append_to (&self->header, text);
  append_foreign (text, tonus_record_find_foreign (self, TONUS_GROUP_HEADER));
  for (guint i = 0; i < self->groups->len; i++)
    append_group (text, self, self->groups->pdata[i]);
  for (guint i = 0; i < self->foreign->len; i++)
    {
      const TonusForeignGroup *group = self->foreign->pdata[i];

      if (is_written (self, group->name))
        continue;
      begin_group (text, group->name);
      append_foreign (text, group);
    }
  if (self->unread_order->len > 0)
    begin_group (text, TONUS_GROUP_UNREAD);
  for (guint i = 0; i < self->unread_order->len; i++)
    {
      const char *path = self->unread_order->pdata[i];

      append_value (text, path, g_hash_table_lookup (self->unread, path));
    }
  return text;
}

gboolean
tonus_record_text_scan (const char *text, gsize length, GError **error)
{
  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  g_auto (TonusLines) lines = { 0 };
  TonusLine line = { 0 };
  TonusLineKind kind = TONUS_LINE_GROUP;

  if (!tonus_lines_init (&lines, text, length, error))
    return FALSE;
  while (kind == TONUS_LINE_GROUP || kind == TONUS_LINE_KEY)
    kind = tonus_lines_next (&lines, &line, error);
  return kind == TONUS_LINE_END;
}

TonusRecord *
tonus_record_in_schema (TonusRecord *self, TonusSchema *schema)
{
  if (self->schema == schema)
    return g_object_ref (self);
  g_autoptr (GString) text = tonus_record_to_text (self);
  TonusRecord *other =
      tonus_record_from_text (schema, text->str, text->len, TONUS_READ_KEEP, NULL, NULL);

  /* A text beyond the limits cannot be read anew; nothing of it is comparable then. */
  return other != NULL ? other : tonus_record_new_blank (schema);
}
