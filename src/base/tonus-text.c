/* tonus-text.c - text people type: cleaning it at the border, folding it for search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-text.h"

#include <string.h>

/* Line ends of every tradition, CR LF being handled by the caller. */
static gboolean
ends_line (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Characters that no one sees and that make text say something else than it seems to say.
 * Joiners (U+200C, U+200D) stay: Persian and many emoji are spelt with them. */
static gboolean
is_unfit (gunichar c)
{
  gboolean is_noncharacter = (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;

  return g_unichar_type (c) == G_UNICODE_CONTROL || is_bidi_control (c) || is_noncharacter ||
         c == 0xfeff;
}

/* Both ends, blanks of every script: g_strstrip() knows ASCII only. */
static void
strip_blanks (GString *text)
{
  const char *first = text->str;

  while (*first != '\0' && g_unichar_isspace (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  g_string_erase (text, 0, first - text->str);

  while (text->len > 0)
    {
      const char *last = g_utf8_prev_char (text->str + text->len);
      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      g_string_truncate (text, last - text->str);
    }
}

/* Most of what is typed: printable ASCII with nothing to strip.  Every value of a record is looked
 * at on every load, so this is worth knowing before anything is copied and composed. */
static gboolean
is_clean_ascii (const char *text, gboolean one_line)
{
  const char *at = text;

  while ((*at >= 0x20 && *at < 0x7f) || (*at == '\n' && !one_line))
    at++;
  return *at == '\0' && (at == text || (!g_ascii_isspace (text[0]) && !g_ascii_isspace (at[-1])));
}

char *
tonus_text_clean (const char *text, gboolean one_line)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (is_clean_ascii (text, one_line))
    return g_strdup (text);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) kept = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at[1] == '\n')
        continue;
      if (ends_line (c))
        g_string_append_c (kept, one_line ? ' ' : '\n');
      else if (c == '\t')
        g_string_append_c (kept, ' ');
      else if (!is_unfit (c))
        g_string_append_unichar (kept, c);
    }

  /* Composed last: what stood between a letter and its accent is gone now. */
  g_autofree char *composed = g_utf8_normalize (kept->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_string_assign (kept, composed);
  strip_blanks (kept);
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

static char *
isolate (const char *text, const char *opening)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *isolated = g_string_new (opening);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_bidi_control (g_utf8_get_char (at)))
      g_string_append_unichar (isolated, g_utf8_get_char (at));
  g_string_append (isolated, "\u2069");
  return g_string_free (isolated, FALSE);
}

char *
tonus_text_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return isolate (text, "\u2068");
}

char *
tonus_text_isolate_ltr (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return isolate (text, "\u2066");
}

/* Letters that are a letter with a stroke to the eye but to Unicode a letter of their own. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0xe6:
      return "ae";
    case 0xf0:
    case 0x111:
      return "d";
    case 0xf8:
      return "o";
    case 0xfe:
      return "th";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    default:
      return NULL;
    }
}

char *
tonus_text_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_sized_new (strlen (apart));

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *plain = c < 0x80 ? NULL : plain_letter (c);

      if (plain != NULL)
        g_string_append (folded, plain);
      else if (c < 0x80)
        g_string_append_c (folded, (char) c);
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

/* Does some word of @hay begin with the @length bytes at @word?  A word begins after a blank,
 * and where letters follow something else: "jones" is found in "smith-jones". */
static gboolean
begins_some_word (const char *hay, const char *word, gsize length)
{
  gunichar before = ' ';

  for (const char *at = hay; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean begins =
          g_unichar_isspace (before) || (!g_unichar_isalnum (before) && g_unichar_isalnum (c));

      if (begins && strncmp (at, word, length) == 0)
        return TRUE;
      before = c;
    }
  return FALSE;
}

gboolean
tonus_text_matches (const char *folded_hay, const char *folded_needle)
{
  g_return_val_if_fail (folded_hay != NULL && folded_needle != NULL, FALSE);

  const char *word = folded_needle;
  while (*(word += strspn (word, " \t\n")) != '\0')
    {
      gsize length = strcspn (word, " \t\n");
      if (!begins_some_word (folded_hay, word, length))
        return FALSE;
      word += length;
    }
  return TRUE;
}
