/* tonus-difference.c - what differs between two versions of a record, line by line in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-difference.h"

#define LONGEST 240
#define UNREAD "unread/"

static void
difference_free (gpointer data)
{
  TonusDifference *self = data;

  g_free (self->path);
  g_free (self->label);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self);
}

/* What an event is about: its first value that says something to a reader. */
static char *
describe_event (TonusRecord *record, const TonusSection *section, const char *row)
{
  for (guint i = 0; record && i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      const char *value = tonus_record_get_field (record, field, row);

      if (value && field->kind != TONUS_KIND_REF && field->kind != TONUS_KIND_NOTE)
        return tonus_field_display (field, value);
    }
  return NULL;
}

static char *
label_row (TonusRecord *record, TonusRecord *other, const TonusField *field, const char *row)
{
  const TonusSection *section = field->section;
  g_autofree char *event = NULL;

  if (section->repeat == TONUS_REPEAT_MEASURE)
    return tonus_section_row_label (section, row);
  event = describe_event (record, section, row);
  if (!event)
    event = describe_event (other, section, row);
  return event ? g_strdup_printf ("%s, %s", tonus_section_label (section), event)
               : g_strdup (tonus_section_label (section));
}

char *
tonus_difference_label (TonusRecord *record, TonusRecord *other, const char *path)
{
  gboolean is_unread = g_str_has_prefix (path, UNREAD);
  const char *place = is_unread ? path + strlen (UNREAD) : path;
  g_autofree char *row = NULL, *row_label = NULL, *label = NULL;
  const TonusField *field =
      tonus_schema_resolve (tonus_record_get_schema (record), place, &row, NULL);

  if (!field)
    return g_strdup (path);
  row_label = row ? label_row (record, other, field, row) : NULL;
  label = g_strdup_printf ("%s · %s", row_label ? row_label : tonus_section_label (field->section),
                           tonus_field_label (field));
  return is_unread ? g_strdup_printf (_ ("%s (as typed)"), label) : g_steal_pointer (&label);
}

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= LONGEST)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, LONGEST - 1);
  return g_strconcat (start, "…", NULL);
}

char *
tonus_difference_value (TonusSchema *schema, const char *path, const char *text)
{
  g_autofree char *row = NULL, *words = NULL, *cut = NULL;
  const TonusField *field = tonus_schema_resolve (schema, path, &row, NULL);
  TonusLimits limits;

  if (!text)
    return NULL;
  if (!field)
    return shorten (text);
  if (field->kind == TONUS_KIND_REF)
    return g_strdup (_ ("another entry"));
  words = tonus_field_display (field, text);
  cut = shorten (words);
  limits = tonus_field_get_limits (field, row, NULL);
  if (!limits.unit || tonus_value_is_not_tested (text))
    return g_steal_pointer (&cut);
  return g_strdup_printf ("%s\u00a0%s", cut, limits.unit);
}

static void
add (GPtrArray *list,
     TonusRecord *from,
     TonusRecord *to,
     const char *path,
     const char *old_text,
     const char *new_text)
{
  TonusDifference *self = g_new0 (TonusDifference, 1);
  TonusSchema *schema = tonus_record_get_schema (to);

  self->path = g_strdup (path);
  self->label = tonus_difference_label (to, from, path);
  self->old_text = tonus_difference_value (schema, path, old_text);
  self->new_text = tonus_difference_value (schema, path, new_text);
  g_ptr_array_add (list, self);
}

/* Ids of other records, in a record that is new, are no news to a reader. */
static gboolean
is_worth_saying (TonusSchema *schema, const TonusChange *change)
{
  const TonusField *field = tonus_schema_resolve (schema, change->path, NULL, NULL);

  return change->old_text || !field || field->kind != TONUS_KIND_REF;
}

static void
add_unread (GPtrArray *list, TonusRecord *from, TonusRecord *to)
{
  GHashTable *old = tonus_record_get_unread (from);
  GHashTableIter iter;
  gpointer path, text;

  g_hash_table_iter_init (&iter, tonus_record_get_unread (to));
  while (g_hash_table_iter_next (&iter, &path, &text))
    {
      const char *before = g_hash_table_lookup (old, path);
      g_autofree char *name = g_strconcat (UNREAD, (const char *) path, NULL);

      if (g_strcmp0 (before, text) != 0)
        add (list, from, to, name, before, text);
    }
}

GPtrArray *
tonus_difference_list (TonusRecord *from, TonusRecord *to)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (difference_free);
  TonusSchema *schema = tonus_record_get_schema (to);
  g_autoptr (TonusRecord) base =
      from ? g_object_ref (from)
           : tonus_record_new (schema, tonus_record_get_kind (to), tonus_record_get_object (to));
  g_autoptr (TonusChangeset) changes = tonus_record_diff (base, to);

  for (guint i = 0; i < tonus_changeset_get_size (changes); i++)
    {
      const TonusChange *change = tonus_changeset_get (changes, i);

      if (is_worth_saying (schema, change))
        add (list, base, to, change->path, change->old_text, change->new_text);
    }
  add_unread (list, base, to);
  return list;
}

char *
tonus_difference_words (const TonusDifference *self)
{
  if (!self->old_text)
    return g_strdup_printf (_ ("%s: %s"), self->label, self->new_text);
  if (!self->new_text)
    return g_strdup_printf (_ ("%s: %s → not recorded"), self->label, self->old_text);
  return g_strdup_printf (_ ("%s: %s → %s"), self->label, self->old_text, self->new_text);
}
