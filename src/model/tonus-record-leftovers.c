/* tonus-record-leftovers.c - what a record keeps without understanding it: unread text, foreign
 * groups
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Unread" is text that should have been a value and is none; it is shown, blocks signing and never
 * prints.  "Foreign" is what the schema has no word for, of a later version perhaps; it is kept as
 * written.
 */
#include "config.h"

#include "tonus-record.h"
#include "tonus-record-lines.h"
#include "tonus-record-private.h"

#include <string.h>

GHashTable *
tonus_record_get_unread (TonusRecord *self)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), NULL);

  return self->unread;
}

/* What was typed, fit for a text of limited length: the whole record must stay saveable. */
static char *
fit_unread (const char *raw)
{
  /* The one character a key file cannot begin a value with: it has no escape and is skipped. */
  g_autofree char *valid = g_utf8_make_valid (raw + strspn (raw, "\f"), -1);

  if (strlen (valid) <= TONUS_VALUE_MAX)
    return g_steal_pointer (&valid);
  const char *cut = g_utf8_find_prev_char (valid, valid + TONUS_VALUE_MAX);
  return g_strndup (valid, (gsize) (cut - valid));
}

void
tonus_record_keep_unread (TonusRecord *self, const char *path, const char *raw)
{
  const char *old = g_hash_table_lookup (self->unread, path);

  if (old != NULL)
    {
      g_autofree char *both = g_strconcat (old, "\n", raw, NULL);

      g_hash_table_insert (self->unread, g_strdup (path), fit_unread (both));
      return;
    }
  char *key = g_strdup (path);
  g_hash_table_insert (self->unread, key, g_strdup (raw));
  g_ptr_array_add (self->unread_order, key);
}

gboolean
tonus_record_forget_unread (TonusRecord *self, const char *path)
{
  gpointer key = NULL;

  if (!g_hash_table_lookup_extended (self->unread, path, &key, NULL))
    return FALSE;
  g_ptr_array_remove (self->unread_order, key);
  g_hash_table_remove (self->unread, path);
  return TRUE;
}

void
tonus_record_set_unread (TonusRecord *self, const char *path, const char *raw)
{
  g_return_if_fail (TONUS_IS_RECORD (self));
  g_return_if_fail (tonus_unread_path_is_valid (path, path == NULL ? 0 : strlen (path)));

  const char *old = g_hash_table_lookup (self->unread, path);
  g_autofree char *text = raw == NULL ? NULL : fit_unread (raw);

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  if (g_strcmp0 (old, text) == 0)
    return;
  if (text == NULL)
    tonus_record_forget_unread (self, path);
  else if (old == NULL)
    tonus_record_keep_unread (self, path, text);
  else
    g_hash_table_insert (self->unread, g_strdup (path), g_steal_pointer (&text));
  tonus_record_announce (self, tonus_schema_resolve (self->schema, path, NULL, NULL), path);
}

TonusForeignGroup *
tonus_record_find_foreign (TonusRecord *self, const char *name)
{
  for (guint i = 0; i < self->foreign->len; i++)
    {
      TonusForeignGroup *group = self->foreign->pdata[i];

      if (strcmp (group->name, name) == 0)
        return group;
    }
  return NULL;
}

static void
free_foreign_key (gpointer data)
{
  TonusForeignKey *key = data;

  g_free (key->key);
  g_free (key->raw);
  g_free (key);
}

void
tonus_foreign_group_free (gpointer data)
{
  TonusForeignGroup *group = data;

  g_free (group->name);
  g_ptr_array_unref (group->keys);
  g_free (group);
}

TonusForeignGroup *
tonus_record_add_foreign (TonusRecord *self, const char *name)
{
  TonusForeignGroup *group = g_new0 (TonusForeignGroup, 1);

  group->name = g_strdup (name);
  group->keys = g_ptr_array_new_with_free_func (free_foreign_key);
  g_ptr_array_add (self->foreign, group);
  return group;
}

void
tonus_foreign_add (TonusForeignGroup *group, const char *key, const char *raw, gsize length)
{
  TonusForeignKey *added = g_new (TonusForeignKey, 1);

  added->key = g_strdup (key);
  added->raw = g_strndup (raw, length);
  g_ptr_array_add (group->keys, added);
}

static gboolean
find_foreign_key (const TonusForeignGroup *group, const char *key, guint *index)
{
  for (guint i = 0; i < group->keys->len; i++)
    {
      const TonusForeignKey *found = group->keys->pdata[i];

      if (strcmp (found->key, key) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

const char *
tonus_record_get_foreign (TonusRecord *self, const char *name, const char *key)
{
  const TonusForeignGroup *group = tonus_record_find_foreign (self, name);
  guint index = 0;

  if (group == NULL || !find_foreign_key (group, key, &index))
    return NULL;
  return ((const TonusForeignKey *) group->keys->pdata[index])->raw;
}

void
tonus_record_set_foreign (TonusRecord *self, const char *name, const char *key, const char *raw)
{
  TonusForeignGroup *group = tonus_record_find_foreign (self, name);
  guint index = 0;

  if (group == NULL && raw != NULL)
    group = tonus_record_add_foreign (self, name);
  if (group == NULL)
    return;
  if (!find_foreign_key (group, key, &index))
    {
      if (raw != NULL)
        tonus_foreign_add (group, key, raw, strlen (raw));
      return;
    }
  TonusForeignKey *found = group->keys->pdata[index];
  if (raw != NULL)
    {
      g_free (found->raw);
      found->raw = g_strdup (raw);
      return;
    }
  g_ptr_array_remove_index (group->keys, index);
  if (group->keys->len == 0)
    g_ptr_array_remove (self->foreign, group);
}
