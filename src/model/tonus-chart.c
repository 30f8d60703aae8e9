/* tonus-chart.c - the records open together, and one undo stack over all of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-chart.h"
#include "tonus-record-private.h"

struct _TonusChart
{
  GObject parent_instance;

  /* Owned */
  GHashTable *records;   /* object → TonusRecord */
  GPtrArray *undo_steps; /* (element-type TonusChangeset), the latest last */
  GPtrArray *redo_steps;
  gboolean is_sealed; /* the latest step takes no more changes */
};

G_DEFINE_FINAL_TYPE (TonusChart, tonus_chart, G_TYPE_OBJECT)

static guint edited_signal;

static void
tonus_chart_finalize (GObject *object)
{
  TonusChart *self = TONUS_CHART (object);

  g_hash_table_unref (self->records);
  g_ptr_array_unref (self->undo_steps);
  g_ptr_array_unref (self->redo_steps);

  G_OBJECT_CLASS (tonus_chart_parent_class)->finalize (object);
}

static void
tonus_chart_class_init (TonusChartClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = tonus_chart_finalize;
  edited_signal = g_signal_new ("edited", TONUS_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tonus_chart_init (TonusChart *self)
{
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->undo_steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_changeset_free);
  self->redo_steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_changeset_free);
  self->is_sealed = TRUE;
}

TonusChart *
tonus_chart_new (void)
{
  return g_object_new (TONUS_TYPE_CHART, NULL);
}

static void
forget_object_in (GPtrArray *steps, const char *object)
{
  for (guint i = steps->len; i > 0; i--)
    {
      TonusChangeset *step = steps->pdata[i - 1];

      for (guint j = tonus_changeset_get_size (step); j > 0; j--)
        if (g_strcmp0 (tonus_changeset_get (step, j - 1)->object, object) == 0)
          tonus_changeset_remove (step, j - 1);
      if (tonus_changeset_get_size (step) == 0)
        g_ptr_array_remove_index (steps, i - 1);
    }
}

/* Steps of a record that has gone, or was read anew, have nothing to stand on. */
static void
forget_object (TonusChart *self, const char *object)
{
  forget_object_in (self->undo_steps, object);
  forget_object_in (self->redo_steps, object);
  self->is_sealed = TRUE;
}

void
tonus_chart_add (TonusChart *self, TonusRecord *record)
{
  g_return_if_fail (TONUS_IS_CHART (self));
  g_return_if_fail (TONUS_IS_RECORD (record));
  g_return_if_fail (tonus_record_get_object (record) != NULL);

  const char *object = tonus_record_get_object (record);
  TonusRecord *old = g_hash_table_lookup (self->records, object);

  if (old == record)
    return;
  if (old != NULL)
    forget_object (self, object);
  g_hash_table_replace (self->records, g_strdup (object), g_object_ref (record));
}

void
tonus_chart_remove (TonusChart *self, const char *object)
{
  g_return_if_fail (TONUS_IS_CHART (self));
  g_return_if_fail (object != NULL);

  g_autofree char *name = g_strdup (object); /* perhaps the record's own */

  if (g_hash_table_remove (self->records, name))
    forget_object (self, name);
}

TonusRecord *
tonus_chart_get (TonusChart *self, const char *object)
{
  g_return_val_if_fail (TONUS_IS_CHART (self), NULL);

  return object == NULL ? NULL : g_hash_table_lookup (self->records, object);
}

/* The records that @changes names, each once.  NULL: one is not open.  (element-type TonusRecord)
 */
static GPtrArray *
find_records (TonusChart *self, const TonusChangeset *changes, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tonus_changeset_get_size (changes); i++)
    {
      const TonusChange *change = tonus_changeset_get (changes, i);
      TonusRecord *record = tonus_chart_get (self, change->object);

      if (record == NULL)
        {
          g_set_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED,
                       "%s: the record it belongs to is not open", change->path);
          return NULL;
        }
      if (!g_ptr_array_find (records, record, NULL))
        g_ptr_array_add (records, g_object_ref (record));
    }
  return g_steal_pointer (&records);
}

static gboolean
is_touched (const TonusChangeset *changes, const char *object)
{
  for (guint i = 0; i < tonus_changeset_get_size (changes); i++)
    {
      const TonusChange *change = tonus_changeset_get (changes, i);

      if (g_strcmp0 (change->object, object) == 0 &&
          g_strcmp0 (change->old_text, change->new_text) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
announce (TonusChart *self, const TonusChangeset *changes, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const char *object = tonus_record_get_object (records->pdata[i]);

      if (is_touched (changes, object))
        g_signal_emit (self, edited_signal, 0, object);
    }
}

/* All of @changes or nothing; the stacks are the caller's.  NULL: refused. */
static GPtrArray *
apply_all (TonusChart *self, TonusChangeset *changes, GError **error)
{
  g_autoptr (GPtrArray) records = find_records (self, changes, error);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (!tonus_record_validate (records->pdata[i], changes, error))
      return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      gboolean is_applied = tonus_record_apply (records->pdata[i], changes, NULL);
      g_assert (is_applied);
    }
  return g_steal_pointer (&records);
}

static gboolean
is_empty (const TonusChangeset *changes)
{
  for (guint i = 0; i < tonus_changeset_get_size (changes); i++)
    {
      const TonusChange *change = tonus_changeset_get (changes, i);

      if (g_strcmp0 (change->old_text, change->new_text) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Typing into one field is one step. */
static gboolean
fold_into_last (TonusChart *self, const TonusChangeset *changes)
{
  if (self->is_sealed || self->undo_steps->len == 0 || tonus_changeset_get_size (changes) != 1)
    return FALSE;
  TonusChangeset *last = self->undo_steps->pdata[self->undo_steps->len - 1];
  const TonusChange *change = tonus_changeset_get (changes, 0);

  if (!tonus_changeset_is_only (last, change->object, change->path))
    return FALSE;
  tonus_changeset_fill_new (last, 0, change->new_text);
  if (is_empty (last))
    {
      g_ptr_array_remove_index (self->undo_steps, self->undo_steps->len - 1);
      self->is_sealed = TRUE; /* or the next change would fold into the step below */
    }
  return TRUE;
}

gboolean
tonus_chart_apply (TonusChart *self, TonusChangeset *changes, GError **error)
{
  g_return_val_if_fail (TONUS_IS_CHART (self), FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  g_autoptr (GPtrArray) records = apply_all (self, changes, error);

  if (records == NULL)
    return FALSE;
  if (is_empty (changes))
    return TRUE;
  g_ptr_array_set_size (self->redo_steps, 0);
  if (!fold_into_last (self, changes))
    {
      g_ptr_array_add (self->undo_steps, tonus_changeset_copy (changes));
      self->is_sealed = FALSE;
    }
  announce (self, changes, records);
  return TRUE;
}

gboolean
tonus_chart_set (
    TonusChart *self, const char *object, const char *path, const char *text, GError **error)
{
  g_return_val_if_fail (TONUS_IS_CHART (self), FALSE);
  g_return_val_if_fail (object != NULL && path != NULL, FALSE);

  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();

  tonus_changeset_set (changes, object, path, text);
  return tonus_chart_apply (self, changes, error);
}

gboolean
tonus_chart_can_undo (TonusChart *self)
{
  g_return_val_if_fail (TONUS_IS_CHART (self), FALSE);

  return self->undo_steps->len > 0;
}

gboolean
tonus_chart_can_redo (TonusChart *self)
{
  g_return_val_if_fail (TONUS_IS_CHART (self), FALSE);

  return self->redo_steps->len > 0;
}

/* Take the last step of @from, do @is_undo's half of it and put it on @to. */
static const TonusChangeset *
move_step (TonusChart *self, GPtrArray *from, GPtrArray *to, gboolean is_undo)
{
  if (from->len == 0)
    return NULL;
  TonusChangeset *step = g_ptr_array_steal_index (from, from->len - 1);
  g_autoptr (TonusChangeset) changes =
      is_undo ? tonus_changeset_invert (step) : tonus_changeset_copy (step);
  g_autoptr (GPtrArray) records = apply_all (self, changes, NULL);

  self->is_sealed = TRUE;
  if (records == NULL)
    {
      /* A record was changed behind the chart's back: the step has nothing to stand on. */
      tonus_changeset_free (step);
      return NULL;
    }
  g_ptr_array_add (to, step);
  announce (self, changes, records);
  return step;
}

const TonusChangeset *
tonus_chart_undo (TonusChart *self)
{
  g_return_val_if_fail (TONUS_IS_CHART (self), NULL);

  return move_step (self, self->undo_steps, self->redo_steps, TRUE);
}

const TonusChangeset *
tonus_chart_redo (TonusChart *self)
{
  g_return_val_if_fail (TONUS_IS_CHART (self), NULL);

  return move_step (self, self->redo_steps, self->undo_steps, FALSE);
}

static void
take_steps (TonusChart *self, GPtrArray *to, GPtrArray *from)
{
  g_ptr_array_set_size (to, 0);
  while (from->len > 0)
    g_ptr_array_insert (to, 0, g_ptr_array_steal_index (from, from->len - 1));
  for (guint i = to->len; i > 0; i--)
    {
      TonusChangeset *step = to->pdata[i - 1];

      for (guint j = tonus_changeset_get_size (step); j > 0; j--)
        if (tonus_chart_get (self, tonus_changeset_get (step, j - 1)->object) == NULL)
          tonus_changeset_remove (step, j - 1);
      if (tonus_changeset_get_size (step) == 0)
        g_ptr_array_remove_index (to, i - 1);
    }
}

void
tonus_chart_take_steps (TonusChart *self, TonusChart *from)
{
  g_return_if_fail (TONUS_IS_CHART (self));
  g_return_if_fail (TONUS_IS_CHART (from) && from != self);

  take_steps (self, self->undo_steps, from->undo_steps);
  take_steps (self, self->redo_steps, from->redo_steps);
  self->is_sealed = from->is_sealed = TRUE;
}

/* "Pain now" for one field, the section's name for more. */
static char *
describe_last (TonusChart *self, const GPtrArray *steps)
{
  if (steps->len == 0)
    return NULL;
  const TonusChangeset *step = steps->pdata[steps->len - 1];
  const TonusChange *change = tonus_changeset_get (step, 0);
  TonusRecord *record = tonus_chart_get (self, change->object);
  const TonusField *field = record == NULL ? NULL
                                           : tonus_schema_resolve (tonus_record_get_schema (record),
                                                                   change->path, NULL, NULL);

  if (field == NULL)
    return g_strdup (change->path);
  return g_strdup (tonus_changeset_get_size (step) == 1 ? tonus_field_label (field)
                                                        : tonus_section_label (field->section));
}

char *
tonus_chart_describe_undo (TonusChart *self)
{
  g_return_val_if_fail (TONUS_IS_CHART (self), NULL);

  return describe_last (self, self->undo_steps);
}

char *
tonus_chart_describe_redo (TonusChart *self)
{
  g_return_val_if_fail (TONUS_IS_CHART (self), NULL);

  return describe_last (self, self->redo_steps);
}

void
tonus_chart_barrier (TonusChart *self)
{
  g_return_if_fail (TONUS_IS_CHART (self));

  self->is_sealed = TRUE;
}
