/* tonus-record-reader.c - a record from its text, trusting nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass.  Values whose limits hang on a choice of the same row are judged at the end, when all
 * choices are known.
 */
#include "config.h"

#include "tonus-record-text.h"
#include "tonus-record-lines.h"
#include "tonus-record-private.h"

#include <string.h>

typedef struct
{
  TonusGroup *group;
  const TonusField *field;
} Deferred;

typedef struct
{
  TonusRecord *record;
  TonusReadMode mode;
  GPtrArray *refusals; /* borrowed or ours */
  guint n_refusals;
  GArray *deferred;

  /* The present group */
  char name[TONUS_NAME_MAX + 1];
  const TonusSection *section; /* NULL: the schema or the kind does not know it */
  const char *row;             /* in name */
  TonusGroup *group;           /* once it has a value */
  TonusForeignGroup *foreign;  /* once it has a foreign key */
  gboolean in_unread;
} Reader;

static gboolean
is_strict (const Reader *self)
{
  return self->mode == TONUS_READ_STRICT;
}

/* Practices' own schema and catalogue rows: judged as such by the store, not as values here. */
static gboolean
is_catalogue (const Reader *self)
{
  return g_strcmp0 (self->record->header.kind, "catalogue") == 0;
}

static void
refuse (Reader *self, const char *path, const char *what)
{
  g_ptr_array_add (self->refusals, g_strdup_printf ("%s: %s", path, what));
  self->n_refusals++;
}

static void
give_up (
    Reader *self, const TonusField *field, const char *row, const char *words, const GError *why)
{
  g_autofree char *path = tonus_path_join (field->section->id, row, field->id);

  if (is_strict (self))
    refuse (self, path, why->message);
  else
    tonus_record_keep_unread (self->record, path, words);
}

static char *
words_of (const TonusLine *line)
{
  return line->is_escaped ? tonus_raw_unescape (line->value, line->value_length)
                          : g_strndup (line->value, line->value_length);
}

/* The same field was there already, under the name it had before. */
static void
take_second (Reader *self, const TonusGroup *group, const TonusField *field, const char *words)
{
  g_autofree char *path = tonus_path_join (field->section->id, group->row, field->id);

  if (is_strict (self))
    refuse (self, path, "is there twice, under its old name and its new one");
  else
    tonus_record_keep_unread (self->record, path, words);
}

/* On disk an empty value is nothing recorded.  A person who leaves one empty has forgotten
 * something: an exercise without a name would be missing from the handout and no one the wiser. */
static void
refuse_empty (Reader *self, const TonusGroup *group, const TonusField *field)
{
  g_autofree char *path = tonus_path_join (field->section->id, group->row, field->id);

  if (is_strict (self))
    refuse (self, path, "is empty; fill it in, or leave the line out if it was not recorded");
}

static void
take_value (Reader *self, TonusGroup *group, const TonusField *field, const TonusLine *line)
{
  g_autofree char *words = words_of (line);

  if (words[0] == '\0')
    {
      refuse_empty (self, group, field);
      return;
    }
  if (group->values[field->index] != NULL)
    {
      take_second (self, group, field, words);
      return;
    }
  if (field->limits != NULL && field->limits->key_index < 0)
    {
      Deferred deferred = { group, field };

      g_array_append_val (self->deferred, deferred);
      tonus_group_steal_value (group, field->index, g_steal_pointer (&words));
      return;
    }
  g_autoptr (GError) error = NULL;
  char *value = tonus_value_judge (field, group->row, NULL, &words, &error);
  if (value == NULL)
    give_up (self, field, group->row, words, error);
  else
    tonus_group_steal_value (group, field->index, value);
}

static void
judge_deferred (Reader *self)
{
  for (guint i = 0; i < self->deferred->len; i++)
    {
      const Deferred *deferred = &g_array_index (self->deferred, Deferred, i);
      const TonusField *field = deferred->field;
      TonusGroup *group = deferred->group;
      g_autoptr (GError) error = NULL;
      g_autofree char *words = tonus_group_steal_value (group, field->index, NULL);

      if (words == NULL)
        continue;
      char *value = tonus_value_judge (field, group->row, group->values[field->limits->index],
                                       &words, &error);
      if (value == NULL)
        give_up (self, field, group->row, words, error);
      else
        tonus_group_steal_value (group, field->index, value);
    }
}

static void
keep_foreign (Reader *self, const char *key, const TonusLine *line)
{
  if (self->foreign == NULL)
    self->foreign = tonus_record_add_foreign (self->record, self->name);
  tonus_foreign_add (self->foreign, key, line->value, line->value_length);
}

/* A key that the present group does not have: moved, foreign, or wrong. */
static void
take_other_key (Reader *self, const char *key, const TonusLine *line)
{
  TonusRecord *record = self->record;
  g_autofree char *path = g_strconcat (self->name, "/", key, NULL);
  g_autofree char *row = NULL;
  g_autoptr (GError) error = NULL;
  const TonusField *field =
      is_catalogue (self) ? NULL : tonus_record_find_field (record, path, &row, &error);

  if (field != NULL)
    take_value (self, tonus_record_ensure_group (record, field->section, row), field, line);
  else if (is_strict (self) && error != NULL)
    refuse (self, path, error->message);
  else
    keep_foreign (self, key, line);
}

static void
take_unread (Reader *self, const char *path, const TonusLine *line)
{
  g_autofree char *words = words_of (line);
  g_autofree char *row = NULL;
  g_autoptr (GError) error = NULL;

  if (is_strict (self) && tonus_record_find_field (self->record, path, &row, &error) == NULL)
    refuse (self, path, error->message);
  else if (words[0] != '\0')
    tonus_record_keep_unread (self->record, path, words);
}

static void
take_key (Reader *self, const TonusLine *line)
{
  char key[TONUS_UNREAD_PATH_MAX + 1];

  memcpy (key, line->name, line->name_length);
  key[line->name_length] = '\0';
  if (self->in_unread)
    {
      take_unread (self, key, line);
      return;
    }
  const TonusField *field =
      self->section == NULL ? NULL : tonus_section_lookup (self->section, key);
  if (field == NULL || field->key_index >= 0)
    {
      take_other_key (self, key, line);
      return;
    }
  if (self->group == NULL)
    self->group = tonus_record_ensure_group (self->record, self->section, self->row);
  take_value (self, self->group, field, line);
}

/* The section of a group's name, if this record may hold it and the row is one. */
static const TonusSection *
find_section (Reader *self, const char *row)
{
  char id[TONUS_NAME_MAX + 1];
  gsize length = row == NULL ? strlen (self->name) : (gsize) (row - self->name) - 1;

  memcpy (id, self->name, length);
  id[length] = '\0';
  const TonusSection *section = tonus_schema_find_section (self->record->schema, id);

  if (section == NULL || is_catalogue (self) ||
      !tonus_section_is_held_by (section, self->record->header.kind) ||
      !tonus_section_row_is_valid (section, row))
    return NULL;
  return section;
}

static void
begin_group (Reader *self, const TonusLine *line)
{
  memcpy (self->name, line->name, line->name_length);
  self->name[line->name_length] = '\0';
  const char *slash = strchr (self->name, '/');

  self->row = slash == NULL ? NULL : slash + 1;
  self->section = find_section (self, self->row);
  self->group = NULL;
  self->foreign = NULL;
}

/* A heading without keys says nothing, unless we cannot know what it says. */
static void
end_group (Reader *self)
{
  if (self->in_unread || self->section != NULL || self->foreign != NULL)
    return;
  if (!is_strict (self) || is_catalogue (self))
    self->foreign = tonus_record_add_foreign (self->record, self->name);
}

/* Unread text of a field that has moved is shown where the field is today. */
static void
move_unread (TonusRecord *record)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_copy (record->unread_order, NULL, NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];
      g_autofree char *row = NULL;
      const TonusField *field = tonus_schema_resolve (record->schema, path, &row, NULL);
      if (field == NULL)
        continue;
      g_autofree char *now = tonus_path_join (field->section->id, row, field->id);
      if (g_hash_table_contains (record->unread, now) ||
          !tonus_unread_path_is_valid (now, strlen (now)))
        continue;
      g_autofree char *raw = g_strdup (g_hash_table_lookup (record->unread, path));
      tonus_record_forget_unread (record, path);
      tonus_record_keep_unread (record, now, raw);
    }
}

static void
take_header_key (Reader *self, const TonusLine *line, GError **bad)
{
  g_autofree char *key = g_strndup (line->name, line->name_length);
  g_autofree char *path = g_strconcat (TONUS_GROUP_HEADER "/", key, NULL);
  g_autoptr (GError) problem = NULL;
  TonusHeaderOutcome outcome = tonus_header_take_line (&self->record->header, line, &problem);

  if (outcome == TONUS_HEADER_TAKEN)
    return;
  if (is_strict (self))
    refuse (self, path, problem == NULL ? "no such field" : problem->message);
  else
    keep_foreign (self, key, line);
  if (*bad == NULL)
    *bad = g_steal_pointer (&problem);
}

/* Can the rest be understood?  FALSE without an error: it has been refused. */
static gboolean
finish_header (Reader *self, guint number, const GError *bad, GError **error)
{
  const TonusHeader *header = &self->record->header;
  g_autofree char *what = tonus_header_explain_kind (header);

  if (!is_strict (self))
    return tonus_header_judge (header, number, bad, error);
  if (header->format > TONUS_FORMAT)
    refuse (self, TONUS_GROUP_HEADER "/Format", "newer than this Tonus can write");
  if (what != NULL)
    refuse (self, TONUS_GROUP_HEADER "/Kind", what);
  return what == NULL;
}

/* [Tonus]; on TRUE @line is the group behind it, if *kind is GROUP. */
static gboolean
read_header (Reader *self, TonusLines *lines, TonusLine *line, TonusLineKind *kind, GError **error)
{
  g_autoptr (GError) bad = NULL;

  *kind = tonus_lines_next (lines, line, error);
  if (*kind == TONUS_LINE_BAD)
    return FALSE;
  if (*kind == TONUS_LINE_END || !lines->in_header)
    return tonus_line_error (error, line->number, "a record begins with the group [Tonus]");
  guint number = line->number;
  memcpy (self->name, TONUS_GROUP_HEADER, sizeof TONUS_GROUP_HEADER);
  while ((*kind = tonus_lines_next (lines, line, error)) == TONUS_LINE_KEY)
    take_header_key (self, line, &bad);
  return *kind != TONUS_LINE_BAD && finish_header (self, number, bad, error);
}

static gboolean
read_groups (Reader *self, TonusLines *lines, TonusLine *line, TonusLineKind kind, GError **error)
{
  while (kind == TONUS_LINE_GROUP)
    {
      self->in_unread = lines->in_unread;
      begin_group (self, line);
      while ((kind = tonus_lines_next (lines, line, error)) == TONUS_LINE_KEY)
        take_key (self, line);
      end_group (self);
    }
  return kind == TONUS_LINE_END;
}

static gboolean
read_all (Reader *self, const char *text, gsize length, GError **error)
{
  g_auto (TonusLines) lines = { 0 };
  TonusLine line = { .number = 1 };
  TonusLineKind kind = TONUS_LINE_END;

  if (!tonus_lines_init (&lines, text, length, error) ||
      !read_header (self, &lines, &line, &kind, error) ||
      !read_groups (self, &lines, &line, kind, error))
    return FALSE;
  judge_deferred (self);
  move_unread (self->record);
  return TRUE;
}

static void
tell_refusals (const Reader *self, GError **error)
{
  const char *first = self->refusals->pdata[self->refusals->len - self->n_refusals];

  if (self->n_refusals == 1)
    g_set_error_literal (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED, first);
  else
    g_set_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED, "%s (and %u more)", first,
                 self->n_refusals - 1);
}

TonusRecord *
tonus_record_from_text (TonusSchema *schema,
                        const char *text,
                        gsize length,
                        TonusReadMode mode,
                        GPtrArray *refusals,
                        GError **error)
{
  g_return_val_if_fail (schema != NULL, NULL);
  g_return_val_if_fail (text != NULL || length == 0, NULL);

  g_autoptr (GPtrArray) kept =
      refusals != NULL ? g_ptr_array_ref (refusals) : g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) deferred = g_array_new (FALSE, FALSE, sizeof (Deferred));
  g_autoptr (TonusRecord) record = tonus_record_new_blank (schema);
  Reader reader = { .record = record, .mode = mode, .refusals = kept, .deferred = deferred };
  gsize skip = mode == TONUS_READ_STRICT && length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0
                   ? 3
                   : 0; /* Notepad's mark, from a person only */
  g_autoptr (GError) problem = NULL;

  if (!read_all (&reader, text + skip, length - skip, &problem) && problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (reader.n_refusals > 0)
    {
      tell_refusals (&reader, error);
      return NULL;
    }
  return g_steal_pointer (&record);
}
