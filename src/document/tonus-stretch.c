/* tonus-stretch.c - which font sets which part of a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-stretch.h"

#include "tonus-font-fallback.h"

#include <string.h>

static gboolean
is_plain_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] < ' ' || text[i] > '~')
      return FALSE;
  return TRUE;
}

/* Embeddings and overrides, and the end of an isolate that was never begun: all that could reach
 * out of the text it stands in.  An isolate that is never ended is, at the end. */
static gboolean
reaches_out (gunichar c, guint *depth)
{
  if (c >= 0x2066 && c <= 0x2068)
    ++*depth;
  if (c != 0x2069)
    return (c >= 0x202a && c <= 0x202e) || c == 0xfeff;
  if (*depth == 0)
    return TRUE;
  --*depth;
  return FALSE;
}

char *
tonus_stretch_clean (const char *text, gsize length)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  GString *clean;
  guint depth = 0;

  if (is_plain_ascii (text, length))
    return g_strndup (text, length);
  valid = g_utf8_make_valid (text, (gssize) length);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  clean = g_string_sized_new (length);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, ' ');
      else if (!reaches_out (c, &depth))
        g_string_append_len (clean, p, g_utf8_next_char (p) - p);
    }
  for (; depth > 0; depth--)
    g_string_append_unichar (clean, 0x2069);
  return g_string_free (clean, FALSE);
}

static hb_script_t
get_script (gunichar c)
{
  hb_script_t script = hb_unicode_script (hb_unicode_funcs_get_default (), c);

  return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ? HB_SCRIPT_INVALID : script;
}

/* What belongs to the character before it: marks, joiners and what they join, shades of skin. */
static gboolean
goes_on (gunichar previous, gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200d || c == 0x200c ||
         (previous == 0x200d && !g_unichar_isalpha (c)) || (c >= 0xfe00 && c <= 0xfe0f) ||
         (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0020 && c <= 0xe007f);
}

static const char *
find_cluster_end (const char *text)
{
  gunichar previous = g_utf8_get_char (text);
  const char *p = g_utf8_next_char (text);

  while (*p != '\0' && goes_on (previous, g_utf8_get_char (p)))
    {
      previous = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
    }
  return p;
}

static gboolean
covers (const TonusFont *font, const char *text, const char *end)
{
  if (font == NULL)
    return FALSE;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (!tonus_font_has (font, g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

typedef struct
{
  GPtrArray *fonts;
  guint n_document;
  const char *language;
} Chooser;

static guint
find_index (Chooser *self, const TonusFont *font)
{
  for (guint i = self->n_document; i < self->fonts->len; i++)
    if (self->fonts->pdata[i] == font)
      return i;
  g_ptr_array_add (self->fonts, (gpointer) font);
  return self->fonts->len - 1;
}

/* A font of the system for a whole cluster, or for its first character. */
static gboolean
find_in_system (Chooser *self, const char *text, const char *end, guint *index)
{
  const TonusFont *document = self->fonts->pdata[0];
  const TonusFont *first = NULL;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      const TonusFont *font =
          tonus_font_find (g_utf8_get_char (p), document->weight, self->language);

      if (p == text)
        first = font;
      if (font != NULL && covers (font, text, end))
        {
          *index = find_index (self, font);
          return TRUE;
        }
    }
  /* A letter is not lost for a mark no font has beside it. */
  if (first == NULL || tonus_font_has (document, g_utf8_get_char (text)))
    return FALSE;
  *index = find_index (self, first);
  return TRUE;
}

static guint
choose_font (Chooser *self, const char *text, const char *end, guint current)
{
  guint index = 0;

  for (guint i = 0; i < self->n_document; i++)
    if (covers (self->fonts->pdata[i], text, end))
      return i;
  if (current >= self->n_document && covers (self->fonts->pdata[current], text, end))
    return current;
  return find_in_system (self, text, end, &index) ? index : 0;
}

/* Digits and signs go with their neighbours' script. */
static gboolean
joins (TonusStretch *stretch, guint font, hb_script_t script)
{
  if (stretch->font != font)
    return FALSE;
  if (script == HB_SCRIPT_INVALID || stretch->script == script)
    return TRUE;
  if (stretch->script != HB_SCRIPT_INVALID)
    return FALSE;
  stretch->script = script;
  return TRUE;
}

static hb_script_t
find_script (const char *text, const char *end)
{
  hb_script_t script = HB_SCRIPT_INVALID;

  for (const char *p = text; p < end && script == HB_SCRIPT_INVALID; p = g_utf8_next_char (p))
    script = get_script (g_utf8_get_char (p));
  return script;
}

/* The font whose script a sign may go with; pictures in a row are chosen each for itself. */
static guint
get_script_font (const TonusStretch *last)
{
  return last != NULL && last->script != HB_SCRIPT_INVALID ? last->font : 0;
}

GArray *
tonus_stretch_split (const char *text, GPtrArray *fonts, guint n_document, const char *language)
{
  Chooser chooser = { .fonts = fonts, .n_document = n_document, .language = language };
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (TonusStretch));
  TonusStretch *last = NULL;

  for (const char *p = text, *end; *p != '\0'; p = end)
    {
      guint font;
      hb_script_t script;

      end = find_cluster_end (p);
      font = choose_font (&chooser, p, end, get_script_font (last));
      script = find_script (p, end);
      if (last == NULL || !joins (last, font, script))
        {
          TonusStretch next = { .start = (gsize) (p - text), .script = script, .font = font };

          g_array_append_val (stretches, next);
          last = &g_array_index (stretches, TonusStretch, stretches->len - 1);
        }
      last->length = (gsize) (end - text) - last->start;
    }
  for (guint i = 0; i < stretches->len; i++)
    {
      TonusStretch *stretch = &g_array_index (stretches, TonusStretch, i);

      if (stretch->script == HB_SCRIPT_INVALID)
        stretch->script = HB_SCRIPT_LATIN;
    }
  return stretches;
}
