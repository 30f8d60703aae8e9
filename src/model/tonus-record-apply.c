/* tonus-record-apply.c - changing a record, all or nothing, and saying how two records differ
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-record.h"
#include "tonus-record-private.h"

#include <string.h>

/* One change, found in the schema. */
typedef struct
{
  guint index; /* in its changeset */
  const TonusField *field;
  char *row; /* (nullable) */
  const char *text;
} Step;

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_free (step->row);
}

static gboolean refuse (GError **error, const char *path, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error, const char *path, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED, "%s: %s", path, what);
  return FALSE;
}

static gboolean
find_step (TonusRecord *self, const char *path, Step *step, GError **error)
{
  step->field = tonus_record_find_field (self, path, &step->row, error);
  if (step->field == NULL)
    g_prefix_error (error, "%s: ", path);
  return step->field != NULL;
}

static gboolean
find_steps (TonusRecord *self, const TonusChangeset *changes, GArray *steps, GError **error)
{
  for (guint i = 0; i < tonus_changeset_get_size (changes); i++)
    {
      const TonusChange *change = tonus_changeset_get (changes, i);
      Step step = { .index = i, .text = change->new_text };

      if (g_strcmp0 (change->object, self->header.object) != 0)
        continue;
      gboolean found = find_step (self, change->path, &step, error);
      g_array_append_val (steps, step);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* What @field of @row will hold once all steps are taken: of two changes to one path the last
 * counts. */
static const char *
value_after (TonusRecord *self, const GArray *steps, const TonusField *field, const char *row)
{
  for (guint i = steps->len; i > 0; i--)
    {
      const Step *step = &g_array_index (steps, Step, i - 1);

      if (step->field == field && g_strcmp0 (step->row, row) == 0)
        return step->text;
    }
  return tonus_record_get_field (self, field, row);
}

static gboolean
check_value (TonusRecord *self,
             const GArray *steps,
             const TonusField *field,
             const char *row,
             const char *text,
             GError **error)
{
  g_autoptr (GError) problem = NULL;
  const char *chosen = field->limits == NULL ? NULL : value_after (self, steps, field->limits, row);

  if (text[0] != '\0' && tonus_field_check (field, row, chosen, text, &problem))
    return TRUE;
  g_autofree char *path = tonus_path_join (field->section->id, row, field->id);
  return refuse (error, path, "%s",
                 problem == NULL ? "an empty text is no value; remove it instead"
                                 : problem->message);
}

/* A new choice in a row may bring new limits for values that are there already. */
static gboolean
check_dependents (TonusRecord *self, const GArray *steps, const Step *step, GError **error)
{
  const GPtrArray *fields = step->field->section->fields;

  for (guint i = 0; i < fields->len; i++)
    {
      const TonusField *field = fields->pdata[i];

      if (field->limits != step->field || field->key_index >= 0)
        continue;
      const char *text = value_after (self, steps, field, step->row);
      if (text != NULL && !check_value (self, steps, field, step->row, text, error))
        return FALSE;
    }
  return TRUE;
}

/* Of two values for one field only the last must fit a choice that changes in between. */
static gboolean
is_overtaken (TonusRecord *self, const GArray *steps, const Step *step)
{
  return step->field->limits != NULL &&
         value_after (self, steps, step->field, step->row) != step->text;
}

static gboolean
check_steps (TonusRecord *self, const GArray *steps, GError **error)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      if (step->text != NULL && !is_overtaken (self, steps, step) &&
          !check_value (self, steps, step->field, step->row, step->text, error))
        return FALSE;
      if (!check_dependents (self, steps, step, error))
        return FALSE;
    }
  return TRUE;
}

static GArray *
prepare (TonusRecord *self, const TonusChangeset *changes, GError **error)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));

  g_array_set_clear_func (steps, clear_step);
  if (!find_steps (self, changes, steps, error) || !check_steps (self, steps, error))
    return NULL;
  return g_steal_pointer (&steps);
}

/* Returns the path to announce, NULL if nothing changed.  (transfer full) */
static char *
take_step (TonusRecord *self, TonusChangeset *changes, const Step *step)
{
  const TonusSection *section = step->field->section;
  g_autofree char *path = tonus_path_join (section->id, step->row, step->field->id);
  g_autofree char *old = g_strdup (tonus_record_get_field (self, step->field, step->row));
  gboolean is_news = g_strcmp0 (old, step->text) != 0;

  tonus_changeset_fill_old (changes, step->index, old);
  if (is_news)
    {
      TonusGroup *group = tonus_record_ensure_group (self, section, step->row);

      g_free (tonus_group_steal_value (group, step->field->index, g_strdup (step->text)));
    }
  if (step->text != NULL && tonus_record_forget_unread (self, path))
    is_news = TRUE;
  return is_news ? g_steal_pointer (&path) : NULL;
}

gboolean
tonus_record_validate (TonusRecord *self, const TonusChangeset *changes, GError **error)
{
  g_autoptr (GArray) steps = prepare (self, changes, error);

  return steps != NULL;
}

gboolean
tonus_record_apply (TonusRecord *self, TonusChangeset *changes, GError **error)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  g_autoptr (GArray) steps = prepare (self, changes, error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (paths, take_step (self, changes, &g_array_index (steps, Step, i)));

  /* Announced only now: whoever listens sees the record as it is after all changes. */
  g_object_ref (self);
  for (guint i = 0; i < steps->len; i++)
    if (paths->pdata[i] != NULL)
      tonus_record_announce (self, g_array_index (steps, Step, i).field, paths->pdata[i]);
  g_object_unref (self);
  return TRUE;
}

gboolean
tonus_record_check (TonusRecord *self, const char *path, const char *text, GError **error)
{
  g_return_val_if_fail (TONUS_IS_RECORD (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();

  tonus_changeset_set (changes, self->header.object, path, text);
  return tonus_record_validate (self, changes, error);
}

/* Either group may be NULL. */
static void
diff_group (TonusChangeset *changes,
            const char *object,
            const TonusSection *section,
            const TonusGroup *from,
            const TonusGroup *to)
{
  const char *row = from != NULL ? from->row : to->row;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = section->fields->pdata[i];
      const char *old = from == NULL ? NULL : from->values[i];
      const char *new = to == NULL ? NULL : to->values[i];

      if (g_strcmp0 (old, new) == 0)
        continue;
      g_autofree char *path = tonus_path_join (section->id, row, field->id);
      tonus_changeset_add (changes, object, path, old, new);
    }
}

TonusChangeset *
tonus_record_diff (TonusRecord *from, TonusRecord *to)
{
  g_return_val_if_fail (TONUS_IS_RECORD (from) && TONUS_IS_RECORD (to), NULL);

  g_autoptr (TonusRecord) alike = tonus_record_in_schema (to, from->schema);
  TonusChangeset *changes = tonus_changeset_new ();
  const char *object = from->header.object;
  guint j = 0;

  /* Both lie in schema order; of one section first what @from has, then what only @to has. */
  for (guint i = 0; i <= from->groups->len; i++)
    {
      const TonusGroup *old = i < from->groups->len ? from->groups->pdata[i] : NULL;

      for (; j < alike->groups->len; j++)
        {
          const TonusGroup *new = alike->groups->pdata[j];

          if (old != NULL && new->section->index >= old->section->index)
            break;
          if (tonus_record_find_group (from, new->name) == NULL)
            diff_group (changes, object, new->section, NULL, new);
        }
      if (old != NULL)
        diff_group (changes, object, old->section, old, tonus_record_find_group (alike, old->name));
    }
  return changes;
}
