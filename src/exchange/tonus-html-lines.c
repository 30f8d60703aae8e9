/* tonus-html-lines.c - the words of a piece of HTML
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-html-lines.h"

#include <string.h>

#include "tonus-text.h"

#define TAG_MAX 12
#define ENTITY_MAX 10

typedef struct
{
  GPtrArray *lines;
  GString *line;
} Lines;

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },   { "lt", "<" },    { "gt", ">" },    { "quot", "\"" }, { "apos", "’" },
  { "nbsp", " " },  { "deg", "°" },   { "times", "×" }, { "ndash", "–" }, { "mdash", "—" },
  { "rsquo", "’" }, { "lsquo", "‘" }, { "ldquo", "“" }, { "rdquo", "”" }, { "hellip", "…" },
};

/* Those after which a new line begins. */
static const char *const breaking[] = { "p",  "li", "br", "div", "ol", "ul", "h1",
                                        "h2", "h3", "h4", "tr",  "td", NULL };
static const char *const unread[] = { "script", "style", NULL };

static void
end_line (Lines *self)
{
  char *clean = tonus_text_clean (self->line->str, TRUE);

  if (*clean != '\0')
    g_ptr_array_add (self->lines, clean);
  else
    g_free (clean);
  g_string_truncate (self->line, 0);
}

/* "&#233;" and "&#xe9;"; 0: no character. */
static gunichar
read_number (const char *digits)
{
  gboolean is_hex = *digits == 'x' || *digits == 'X';
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (digits + is_hex, is_hex ? 16 : 10, 1, 0x10ffff, &number, NULL) ||
      !g_unichar_validate ((gunichar) number))
    return 0;
  return (gunichar) number;
}

/* @text begins with "&".  Returns what follows the entity; what is none is text. */
static const char *
read_entity (Lines *self, const char *text)
{
  const char *end = memchr (text, ';', strnlen (text, ENTITY_MAX));
  g_autofree char *name = end != NULL ? g_strndup (text + 1, (gsize) (end - text - 1)) : NULL;
  gunichar character = name != NULL && *name == '#' ? read_number (name + 1) : 0;

  if (character != 0)
    {
      g_string_append_unichar (self->line, character);
      return end + 1;
    }
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (entities); i++)
    if (g_str_equal (entities[i].name, name))
      {
        g_string_append (self->line, entities[i].text);
        return end + 1;
      }
  g_string_append_c (self->line, '&');
  return text + 1;
}

static char *
read_tag_name (const char *text)
{
  gsize n = 0;

  while (n < TAG_MAX && g_ascii_isalnum (text[n]))
    n++;
  return g_ascii_strdown (text, (gssize) n);
}

/* After the element of that name whose start tag has ended at @text. */
static const char *
skip_element (const char *text, const char *name)
{
  g_autofree char *end = g_strconcat ("</", name, NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_strncasecmp (text, end, strlen (end)) == 0)
      return text;
  return text;
}

/* @text begins with "<". */
static const char *
read_tag (Lines *self, const char *text)
{
  gboolean is_end = text[1] == '/';
  g_autofree char *name = read_tag_name (text + 1 + is_end);
  const char *end = strchr (text, '>');

  /* "Bend to < 90°" is no tag. */
  if (*name == '\0' && text[1] != '!')
    {
      g_string_append_c (self->line, '<');
      return text + 1;
    }
  if (g_strv_contains (breaking, name))
    end_line (self);
  if (end == NULL)
    return text + strlen (text);
  return !is_end && g_strv_contains (unread, name) ? skip_element (end + 1, name) : end + 1;
}

GPtrArray *
tonus_html_lines (const char *html)
{
  Lines self = { g_ptr_array_new_with_free_func (g_free), g_string_new (NULL) };

  while (*html != '\0')
    if (*html == '<')
      html = read_tag (&self, html);
    else if (*html == '&')
      html = read_entity (&self, html);
    else
      {
        g_string_append_c (self.line, *html == '\n' ? ' ' : *html);
        html++;
      }
  end_line (&self);
  g_string_free (self.line, TRUE);
  return self.lines;
}
