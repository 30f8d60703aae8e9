/* tonus-schema-text.c - the groups and keys of one schema file, with their lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema-text.h"
#include "tonus-schema.h"

#include <string.h>

#define TEXT_MAX (1024 * 1024)

static gboolean
refuse (TonusSchemaText *self, guint line, const char *what, GError **error)
{
  g_set_error (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_SYNTAX, "%s: line %u: %s", self->name,
               line, what);
  return FALSE;
}

/* Key-file escapes, undone in place. */
static gboolean
unescape (char *value)
{
  static const char escapes[] = "sntr\\";
  static const char meanings[] = " \n\t\r\\";
  char *to = value;

  for (const char *from = value; *from != '\0'; from++)
    {
      const char *escape = NULL;
      if (*from == '\\')
        {
          from++;
          escape = *from == '\0' ? NULL : strchr (escapes, *from);
          if (escape == NULL)
            return FALSE;
        }
      *to++ = escape != NULL ? meanings[escape - escapes] : *from;
    }
  *to = '\0';
  return TRUE;
}

static gboolean
add_group (TonusSchemaText *self, char *line, guint number, GError **error)
{
  gsize length = strlen (line);

  if (length < 3 || line[length - 1] != ']' || strcspn (line + 1, "[]") != length - 2)
    return refuse (self, number, "a heading is written “[name]” or “[name/item]”", error);

  line[length - 1] = '\0';
  char *slash = strchr (line, '/');
  TonusSchemaGroup group = {
    .name = line + 1,
    .item = slash != NULL ? slash + 1 : NULL,
    .line = number,
  };
  g_array_append_val (self->groups, group);
  return TRUE;
}

static gboolean
name_is_valid (const char *name)
{
  const char *at = name;

  while (g_ascii_isalnum (*at) || *at == '-')
    at++;
  if (at == name || *at == '\0')
    return at != name;
  if (*at != '[')
    return FALSE;

  /* A locale as catalogues spell it: lower case, "pt-br". */
  const char *locale = ++at;
  while (g_ascii_islower (*at) || *at == '-')
    at++;
  return at - locale >= 2 && g_str_equal (at, "]");
}

static gboolean
add_key (TonusSchemaText *self, char *line, guint number, GError **error)
{
  char *equals = strchr (line, '=');

  if (equals == NULL)
    return refuse (self, number, "neither “[heading]”, “name=value” nor “# remark”", error);
  if (self->groups->len == 0)
    return refuse (self, number, "a value before the first “[heading]”", error);

  *equals = '\0';
  TonusSchemaKey key = {
    .name = g_strchomp (line),
    .value = equals + 1 + strspn (equals + 1, " \t"),
    .line = number,
  };
  if (!name_is_valid (key.name))
    return refuse (self, number, "the name before “=” is not made of letters, digits and “-”",
                   error);
  if (key.value[0] == '\0')
    return refuse (self, number, "nothing after “=”; remove the line", error);
  if (g_ascii_isspace (key.value[strlen (key.value) - 1]))
    return refuse (self, number, "blanks at the end; remove them", error);
  if (!unescape (key.value))
    return refuse (self, number, "“\\” begins \\s, \\n, \\t, \\r or \\\\ only", error);

  g_array_append_val (self->keys, key);
  g_array_index (self->groups, TonusSchemaGroup, self->groups->len - 1).n_keys++;
  return TRUE;
}

static gboolean
read_lines (TonusSchemaText *self, GError **error)
{
  char *line = self->bytes;

  for (guint number = 1; line != NULL; number++)
    {
      char *end = strchr (line, '\n');
      if (end != NULL)
        *end = '\0';

      gboolean is_read = TRUE;
      if (line[0] == '[')
        is_read = add_group (self, line, number, error);
      else if (line[0] != '\0' && line[0] != '#')
        is_read = add_key (self, line, number, error);
      if (!is_read)
        return FALSE;

      line = end != NULL ? end + 1 : NULL;
    }
  return TRUE;
}

/* The array of keys has stopped moving: let each group know where its own begin. */
static void
hand_out_keys (TonusSchemaText *self)
{
  TonusSchemaKey *keys = (TonusSchemaKey *) (void *) self->keys->data;

  for (guint i = 0; i < self->groups->len; i++)
    {
      TonusSchemaGroup *group = &g_array_index (self->groups, TonusSchemaGroup, i);
      group->keys = keys;
      keys += group->n_keys;
    }
}

TonusSchemaText *
tonus_schema_text_new (const char *name, const char *text, GError **error)
{
  g_autoptr (TonusSchemaText) self = g_new0 (TonusSchemaText, 1);

  self->name = g_strdup (name);
  self->keys = g_array_new (FALSE, FALSE, sizeof (TonusSchemaKey));
  self->groups = g_array_new (FALSE, FALSE, sizeof (TonusSchemaGroup));

  gsize length = strlen (text);
  if (length > TEXT_MAX)
    {
      refuse (self, 1, "the file is larger than 1 MiB", error);
      return NULL;
    }
  if (!g_utf8_validate (text, length, NULL))
    {
      refuse (self, 1, "the file is not UTF-8; save it as UTF-8", error);
      return NULL;
    }
  self->bytes = g_memdup2 (text, length + 1);
  if (!read_lines (self, error))
    return NULL;

  hand_out_keys (self);
  return g_steal_pointer (&self);
}

void
tonus_schema_text_free (TonusSchemaText *self)
{
  g_free (self->name);
  g_free (self->bytes);
  g_array_unref (self->keys);
  g_array_unref (self->groups);
  g_free (self);
}
