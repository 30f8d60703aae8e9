/* tonus-changeset.c - an ordered list of edits to records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-changeset.h"
#include "tonus-record-private.h"

struct _TonusChangeset
{
  GPtrArray *changes; /* (element-type TonusChange) */
};

static void
free_change (gpointer data)
{
  TonusChange *change = data;

  g_free (change->object);
  g_free (change->path);
  g_free (change->old_text);
  g_free (change->new_text);
  g_free (change);
}

TonusChangeset *
tonus_changeset_new (void)
{
  TonusChangeset *self = g_new0 (TonusChangeset, 1);

  self->changes = g_ptr_array_new_with_free_func (free_change);
  return self;
}

TonusChangeset *
tonus_changeset_copy (const TonusChangeset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  TonusChangeset *copy = tonus_changeset_new ();

  for (guint i = 0; i < self->changes->len; i++)
    {
      const TonusChange *change = self->changes->pdata[i];

      tonus_changeset_add (copy, change->object, change->path, change->old_text, change->new_text);
    }
  return copy;
}

void
tonus_changeset_free (TonusChangeset *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->changes);
  g_free (self);
}

void
tonus_changeset_set (TonusChangeset *self, const char *object, const char *path, const char *text)
{
  tonus_changeset_add (self, object, path, NULL, text);
}

void
tonus_changeset_add (TonusChangeset *self,
                     const char *object,
                     const char *path,
                     const char *old_text,
                     const char *new_text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL);

  TonusChange *change = g_new0 (TonusChange, 1);

  change->object = g_strdup (object);
  change->path = g_strdup (path);
  change->old_text = g_strdup (old_text);
  change->new_text = g_strdup (new_text);
  g_ptr_array_add (self->changes, change);
}

guint
tonus_changeset_get_size (const TonusChangeset *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->changes->len;
}

const TonusChange *
tonus_changeset_get (const TonusChangeset *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->changes->len, NULL);

  return self->changes->pdata[index];
}

TonusChangeset *
tonus_changeset_invert (const TonusChangeset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  TonusChangeset *inverse = tonus_changeset_new ();

  for (guint i = self->changes->len; i > 0; i--)
    {
      const TonusChange *change = self->changes->pdata[i - 1];

      tonus_changeset_add (inverse, change->object, change->path, change->new_text,
                           change->old_text);
    }
  return inverse;
}

gboolean
tonus_changeset_is_only (const TonusChangeset *self, const char *object, const char *path)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->changes->len != 1)
    return FALSE;
  const TonusChange *change = self->changes->pdata[0];

  return g_strcmp0 (change->object, object) == 0 && g_strcmp0 (change->path, path) == 0;
}

void
tonus_changeset_fill_old (TonusChangeset *self, guint index, const char *old_text)
{
  TonusChange *change = self->changes->pdata[index];
  char *previous = change->old_text;

  change->old_text = g_strdup (old_text); /* first: it may be our own */
  g_free (previous);
}

void
tonus_changeset_fill_new (TonusChangeset *self, guint index, const char *new_text)
{
  TonusChange *change = self->changes->pdata[index];
  char *previous = change->new_text;

  change->new_text = g_strdup (new_text); /* first: it may be our own */
  g_free (previous);
}

void
tonus_changeset_remove (TonusChangeset *self, guint index)
{
  g_ptr_array_remove_index (self->changes, index);
}
