/* tonus-record-lines.c - the lines of a record's text, one after the other, within the limits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-record-lines.h"
#include "tonus-record-private.h"
#include "tonus-record-text.h"

#include <string.h>

#define LINES_MAX 40000
#define GROUPS_MAX 4096
#define KEYS_MAX 20000
#define HEADER_KEYS_MAX 64
#define BOM "\xef\xbb\xbf"

gboolean
tonus_line_error (GError **error, guint number, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_TEXT, "line %u: %s", number, what);
  return FALSE;
}

static guint
count_lines (const char *text, const char *end)
{
  guint number = 1;

  for (const char *at = text; at < end; at++)
    number += *at == '\n';
  return number;
}

gboolean
tonus_lines_init (TonusLines *self, const char *text, gsize length, GError **error)
{
  const char *bad = NULL;

  memset (self, 0, sizeof *self);
  if (length > TONUS_RECORD_TEXT_MAX)
    return tonus_line_error (error, 1, "the text is larger than 1 MiB; a record is not");
  if (length >= 3 && memcmp (text, BOM, 3) == 0)
    return tonus_line_error (error, 1, "the text begins with a byte order mark");
  if (!g_utf8_validate_len (text, length, &bad))
    return tonus_line_error (error, count_lines (text, bad),
                             *bad == '\0' ? "a NUL byte; the file is damaged"
                                          : "not valid UTF-8; save the file as UTF-8");
  self->at = text;
  self->end = text + length;
  self->groups = tonus_name_set_new ();
  self->keys = tonus_name_set_new ();
  return TRUE;
}

void
tonus_lines_clear (TonusLines *self)
{
  g_clear_pointer (&self->groups, tonus_name_set_free);
  g_clear_pointer (&self->keys, tonus_name_set_free);
}

static gboolean
is_name_byte (char c)
{
  switch (c)
    {
    case 'a' ... 'z':
    case '0' ... '9':
    case '.':
    case '_':
    case '/':
    case ';':
    case '#':
    case '+':
    case '-':
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_plain_name (const char *name, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_name_byte (name[i]))
      return FALSE;
  return length > 0;
}

static gboolean
is_word (const char *name, gsize length, const char *word)
{
  return length == strlen (word) && memcmp (name, word, length) == 0;
}

/* "step1[es]": the length without what is in brackets; 0 if the brackets are no locale's. */
static gsize
strip_locale (const char *name, gsize length)
{
  const char *bracket = memchr (name, '[', length);

  if (bracket == NULL)
    return length;
  gsize plain = (gsize) (bracket - name);
  if (length - plain < 4 || name[length - 1] != ']')
    return 0;
  for (gsize i = plain + 1; i < length - 1; i++)
    if (!g_ascii_isalnum (name[i]) && strchr ("_@.-", name[i]) == NULL)
      return 0;
  return plain;
}

static gboolean
is_header_name (const char *name, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (name[i]) && !is_name_byte (name[i]))
      return FALSE;
  return length > 0;
}

static gboolean
is_key_name (const TonusLines *self, const char *name, gsize length)
{
  if (self->in_unread)
    return tonus_unread_path_is_valid (name, length);
  gsize plain = strip_locale (name, length);
  if (length > TONUS_NAME_MAX)
    return FALSE;
  if (is_plain_name (name, plain))
    return TRUE;
  /* The two words of schema files that are written with a capital, for practices' own catalogues.
   */
  if (is_word (name, plain, "Label") || is_word (name, plain, "Help"))
    return TRUE;
  return self->in_header && is_header_name (name, plain);
}

gboolean
tonus_unread_path_is_valid (const char *path, gsize length)
{
  /* A line that begins with # would be a comment. */
  return path != NULL && length <= TONUS_UNREAD_PATH_MAX && is_plain_name (path, length) &&
         path[0] != '#';
}

/* Counts escapes; FALSE when one is none. */
static gboolean
check_escapes (const TonusLine *line, gsize *n_escapes, GError **error)
{
  const char *end = line->value + line->value_length;

  for (const char *at = line->value; (at = memchr (at, '\\', (gsize) (end - at))) != NULL; at += 2)
    {
      if (at + 1 == end)
        return tonus_line_error (error, line->number, "the value ends in the middle of an escape");
      if (strchr ("sntr\\", at[1]) == NULL)
        return tonus_line_error (error, line->number,
                                 "an escape that is none of \\s \\n \\t \\r \\\\");
      (*n_escapes)++;
    }
  return TRUE;
}

static gboolean
check_value (TonusLine *line, GError **error)
{
  gsize n_escapes = 0;

  line->is_escaped = memchr (line->value, '\\', line->value_length) != NULL;
  if (line->is_escaped && !check_escapes (line, &n_escapes, error))
    return FALSE;
  if (line->value_length - n_escapes > TONUS_VALUE_MAX)
    return tonus_line_error (error, line->number, "a value larger than 64 KiB");
  if (memchr (line->value, '\r', line->value_length) != NULL)
    return tonus_line_error (error, line->number, "a carriage return in the middle of a line");
  return TRUE;
}

char *
tonus_raw_unescape (const char *raw, gsize length)
{
  char *words = g_malloc (length + 1);
  char *to = words;

  for (gsize i = 0; i < length; i++)
    {
      char c = raw[i];

      if (c == '\\' && i + 1 < length)
        {
          c = raw[++i];
          c = c == 's' ? ' ' : c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
        }
      *to++ = c;
    }
  *to = '\0';
  return words;
}

/* The letter behind the backslash, 0: none is needed. */
static char
find_escape (char c, gboolean is_leading)
{
  switch (c)
    {
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\\':
      return '\\';
    case ' ':
      return is_leading ? 's' : 0;
    case '\t':
      return is_leading ? 't' : 0;
    default:
      return 0;
    }
}

void
tonus_raw_append_escaped (GString *text, const char *words)
{
  gboolean is_leading = TRUE;

  /* GKeyFile would take a leading form feed for a blank, and knows no escape for it; nor do we. */
  while (*words != '\0')
    {
      gsize plain = is_leading ? 0 : strcspn (words, "\n\r\\");

      g_string_append_len (text, words, (gssize) plain);
      words += plain;
      if (*words == '\0')
        return;
      char escape = find_escape (*words, is_leading);
      if (escape != 0)
        g_string_append_c (text, '\\');
      g_string_append_c (text, escape != 0 ? escape : *words);
      is_leading = is_leading && strchr (" \t\n\r", *words) != NULL;
      words++;
    }
}

static gboolean
read_group (TonusLines *self, const char *start, const char *end, TonusLine *line, GError **error)
{
  const char *close = memchr (start, ']', (gsize) (end - start));

  if (close == NULL)
    return tonus_line_error (error, self->number, "a group without its closing bracket");
  for (const char *at = close + 1; at < end; at++)
    if (*at != ' ' && *at != '\t')
      return tonus_line_error (error, self->number, "text behind the closing bracket of a group");
  line->name = start + 1;
  line->name_length = (gsize) (close - start) - 1;
  self->in_header = is_word (line->name, line->name_length, TONUS_GROUP_HEADER);
  self->in_unread = is_word (line->name, line->name_length, TONUS_GROUP_UNREAD);
  if (!self->in_header &&
      (line->name_length > TONUS_NAME_MAX || !is_plain_name (line->name, line->name_length)))
    return tonus_line_error (error, self->number,
                             "a group's name is a-z, 0-9 and . _ / ; # + -, at most %d bytes",
                             TONUS_NAME_MAX);
  if (!tonus_name_set_add (self->groups, line->name, line->name_length))
    return tonus_line_error (error, self->number, "the group [%.*s] is there twice",
                             (int) line->name_length, line->name);
  /* Our own two do not count, so that rewriting a full text cannot make it overflow. */
  if (!self->in_header && !self->in_unread && ++self->n_groups > GROUPS_MAX)
    return tonus_line_error (error, self->number, "more than %d groups", GROUPS_MAX);
  self->has_group = TRUE;
  tonus_name_set_empty (self->keys);
  return TRUE;
}

static gboolean
count_key (TonusLines *self, GError **error)
{
  if (self->in_header && ++self->n_header_keys > HEADER_KEYS_MAX)
    return tonus_line_error (error, self->number, "more than %d keys in [Tonus]", HEADER_KEYS_MAX);
  if (!self->in_header && ++self->n_keys > KEYS_MAX)
    return tonus_line_error (error, self->number, "more than %d keys", KEYS_MAX);
  return TRUE;
}

static gboolean
check_key (TonusLines *self, const TonusLine *line, GError **error)
{
  if (!self->has_group)
    return tonus_line_error (error, self->number, "text before the first group");
  if (is_word (line->name, line->name_length, "Encoding"))
    return tonus_line_error (error, self->number,
                             "a key “Encoding”; records are UTF-8 and say nothing of it");
  if (!is_key_name (self, line->name, line->name_length))
    return tonus_line_error (error, self->number,
                             "a key's name is a-z, 0-9 and . _ / ; # + -, at most %d bytes",
                             self->in_unread ? TONUS_UNREAD_PATH_MAX : TONUS_NAME_MAX);
  if (!tonus_name_set_add (self->keys, line->name, line->name_length))
    return tonus_line_error (error, self->number, "the key “%.*s” is there twice",
                             (int) line->name_length, line->name);
  return count_key (self, error);
}

static gboolean
read_key (TonusLines *self, const char *start, const char *end, TonusLine *line, GError **error)
{
  const char *equals = memchr (start, '=', (gsize) (end - start));

  if (equals == NULL)
    return tonus_line_error (error, self->number, "neither a [group] nor key=value");
  const char *name_end = equals;
  while (name_end > start && (name_end[-1] == ' ' || name_end[-1] == '\t'))
    name_end--;
  line->name = start;
  line->name_length = (gsize) (name_end - start);
  line->value = equals + 1;
  while (line->value < end && g_ascii_isspace (*line->value) && *line->value != '\r')
    line->value++;
  line->value_length = (gsize) (end - line->value);
  return check_key (self, line, error) && check_value (line, error);
}

/* The next line without its end, FALSE after the last. */
static gboolean
take_line (TonusLines *self, const char **start, const char **end)
{
  if (self->at >= self->end)
    return FALSE;
  const char *newline = memchr (self->at, '\n', (gsize) (self->end - self->at));

  *start = self->at;
  *end = newline == NULL ? self->end : newline;
  self->at = newline == NULL ? self->end : newline + 1;
  if (newline != NULL && *end > *start && (*end)[-1] == '\r')
    (*end)--;
  while (*start < *end && (**start == ' ' || **start == '\t'))
    (*start)++;
  self->number++;
  return TRUE;
}

TonusLineKind
tonus_lines_next (TonusLines *self, TonusLine *line, GError **error)
{
  const char *start = NULL;
  const char *end = NULL;

  while (take_line (self, &start, &end))
    {
      if (self->number > LINES_MAX)
        {
          tonus_line_error (error, self->number, "more than %d lines", LINES_MAX);
          return TONUS_LINE_BAD;
        }
      if (start == end || *start == '#')
        continue;
      line->number = self->number;
      if (*start == '[')
        return read_group (self, start, end, line, error) ? TONUS_LINE_GROUP : TONUS_LINE_BAD;
      return read_key (self, start, end, line, error) ? TONUS_LINE_KEY : TONUS_LINE_BAD;
    }
  return TONUS_LINE_END;
}
