/* tonus-record-skim.c - the header and a few values of a record's text, without the record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-record-skim.h"
#include "tonus-record-lines.h"
#include "tonus-record-private.h"

#include <string.h>

typedef struct
{
  TonusSchema *schema;
  const TonusField *const *fields;
  guint n_fields;
  TonusHeader *header;
  char **values;
  guint last; /* place of the last section asked for */
} Skim;

static gboolean
is_called (const TonusLine *line, const char *name)
{
  return strncmp (line->name, name, line->name_length) == 0 && name[line->name_length] == '\0';
}

static void
take_key (Skim *self, const TonusSection *section, const TonusLine *line)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      const TonusField *field = self->fields[i];
      if (field->section != section || !is_called (line, field->id))
        continue;
      g_autofree char *words = line->is_escaped
                                   ? tonus_raw_unescape (line->value, line->value_length)
                                   : g_strndup (line->value, line->value_length);
      if (words[0] != '\0')
        self->values[i] = tonus_value_judge (field, NULL, NULL, &words, NULL);
      return;
    }
}

/* The section that group @line begins, if it is one that was asked for. */
static const TonusSection *
find_section (Skim *self, const TonusLine *line)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      const TonusSection *section = self->fields[i]->section;
      if (is_called (line, section->id) && tonus_section_is_held_by (section, self->header->kind))
        return section;
    }
  return NULL;
}

/* Can nothing that was asked for follow any more? */
static gboolean
is_behind_all (Skim *self, const TonusLine *line)
{
  char id[TONUS_NAME_MAX + 1];
  const char *slash = memchr (line->name, '/', line->name_length);
  gsize length = slash != NULL ? (gsize) (slash - line->name) : line->name_length;

  memcpy (id, line->name, length);
  id[length] = '\0';
  const TonusSection *section = tonus_schema_find_section (self->schema, id);
  return section != NULL && section->index > self->last;
}

static gboolean
read_groups (Skim *self, TonusLines *lines, TonusLine *line, TonusLineKind kind, GError **error)
{
  while (kind == TONUS_LINE_GROUP && !is_behind_all (self, line))
    {
      const TonusSection *section = find_section (self, line);
      while ((kind = tonus_lines_next (lines, line, error)) == TONUS_LINE_KEY)
        if (section != NULL)
          take_key (self, section, line);
    }
  return kind != TONUS_LINE_BAD;
}

gboolean
tonus_record_skim (TonusSchema *schema,
                   const TonusField *const *fields,
                   guint n_fields,
                   const char *text,
                   gsize length,
                   TonusHeader *header,
                   char **values,
                   GError **error)
{
  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  g_auto (TonusLines) lines = { 0 };
  TonusLine line = { .number = 1 };
  TonusLineKind kind = TONUS_LINE_END;
  Skim skim = { schema, fields, n_fields, header, values, 0 };

  *header = (TonusHeader){ .format = TONUS_FORMAT };
  memset (values, 0, n_fields * sizeof *values);
  for (guint i = 0; i < n_fields; i++)
    skim.last = MAX (skim.last, fields[i]->section->index);
  if (tonus_lines_init (&lines, text, length, error) &&
      tonus_header_read (header, &lines, &line, &kind, error) &&
      read_groups (&skim, &lines, &line, kind, error))
    return TRUE;
  for (guint i = 0; i < n_fields; i++)
    g_clear_pointer (&values[i], g_free);
  tonus_header_clear (header);
  return FALSE;
}
