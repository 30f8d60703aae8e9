/* tonus-bidi.c - in which order the parts of a text are seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-bidi.h"

#include <fribidi.h>
#include <string.h>

#define LRM 0x200e
#define RLM 0x200f
#define ALM 0x61c
#define LRI 0x2066
#define RLI 0x2067
#define FSI 0x2068
#define PDI 0x2069

gboolean
tonus_bidi_is_mark (gunichar c)
{
  return c == LRM || c == RLM || c == ALM || (c >= 0x202a && c <= 0x202e) || (c >= LRI && c <= PDI);
}

/* The blocks of right-to-left scripts, and the marks of direction. */
static gboolean
turns (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
         (c >= 0xfe70 && c <= 0xfefc) || (c >= 0x10800 && c <= 0x10fff) ||
         (c >= 0x1e800 && c <= 0x1efff) || tonus_bidi_is_mark (c);
}

/* Bytes that may begin a character that turns(): Hebrew to Samaritan, and the first of three or
 * four bytes of the others.  Vietnamese, Chinese and the usual signs pass on the next look. */
static gboolean
may_turn (guint8 byte)
{
  return (byte >= 0xd6 && byte <= 0xe0) || byte == 0xe2 || byte == 0xef || byte == 0xf0;
}

static gboolean
has_turn (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (may_turn ((guint8) text[i]))
      {
        gunichar c = g_utf8_get_char_validated (text + i, (gssize) (length - i));

        if (c < 0x80000000u && turns (c))
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_left_to_right (gunichar c)
{
  return fribidi_get_bidi_type (c) == FRIBIDI_TYPE_LTR;
}

static gboolean
is_right_to_left (gunichar c)
{
  return FRIBIDI_IS_RTL (fribidi_get_bidi_type (c)) &&
         FRIBIDI_IS_STRONG (fribidi_get_bidi_type (c));
}

static gboolean
has_left_to_right_letter (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      gunichar c = (guint8) text[i];

      if (c >= 0xc0)
        c = g_utf8_get_char_validated (text + i, (gssize) (length - i));
      if (c != 0 && (c < 0x80 || c >= 0xc0) && c < 0x80000000u && is_left_to_right (c))
        return TRUE;
    }
  return FALSE;
}

gboolean
tonus_bidi_is_plain (const char *text, gsize length, gboolean document_is_rtl)
{
  if (has_turn (text, length))
    return FALSE;
  /* Numbers and signs alone take the document's direction: the point of "1." stands at its left. */
  return !document_is_rtl || has_left_to_right_letter (text, length);
}

gboolean
tonus_bidi_is_rtl (const char *text, gsize length, gboolean document_is_rtl)
{
  guint n_left = 0, n_right = 0, depth = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= LRI && c <= FSI)
        depth++;
      else if (c == PDI)
        depth -= MIN (depth, 1);
      else if (depth == 0)
        {
          n_left += is_left_to_right (c);
          n_right += is_right_to_left (c);
        }
    }
  return document_is_rtl ? n_right > 0 || n_left == 0 : n_right > n_left;
}

guint8 *
tonus_bidi_find_levels (const char *text, gsize length, gboolean is_rtl)
{
  glong n = 0;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, (glong) length, &n);
  g_autofree FriBidiCharType *types = g_new (FriBidiCharType, n + 1);
  g_autofree FriBidiBracketType *brackets = g_new (FriBidiBracketType, n + 1);
  g_autofree FriBidiLevel *found = g_new0 (FriBidiLevel, n + 1);
  FriBidiParType base = is_rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  guint8 *levels = g_new (guint8, length + 1);
  glong i = 0;

  fribidi_get_bidi_types (characters, (FriBidiStrIndex) n, types);
  fribidi_get_bracket_types (characters, (FriBidiStrIndex) n, types, brackets);
  /* Out of memory inside, and everything stays as it was written. */
  if (fribidi_get_par_embedding_levels_ex (types, brackets, (FriBidiStrIndex) n, &base, found) == 0)
    memset (found, 0, (gsize) n);
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p), i++)
    memset (levels + (p - text), found[i], (gsize) (g_utf8_next_char (p) - p));
  levels[length] = is_rtl;
  return levels;
}

typedef struct
{
  TonusBidiRun run;
  guint8 level;
} LevelRun;

/* A mark parts what has its level on either side of it; it is a run without length. */
static GArray *
split_levels (const char *text, const guint8 *levels, gsize from, gsize to)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (LevelRun));
  LevelRun *last = NULL;

  for (const char *p = text + from, *next; p < text + to; p = next)
    {
      const gsize at = (gsize) (p - text);
      const gboolean is_mark = tonus_bidi_is_mark (g_utf8_get_char (p));

      next = g_utf8_next_char (p);
      if (last == NULL || is_mark || last->run.length == 0 || last->level != levels[at])
        {
          LevelRun run = { .run = { .start = at, .is_rtl = levels[at] % 2 }, .level = levels[at] };

          g_array_append_val (runs, run);
          last = &g_array_index (runs, LevelRun, runs->len - 1);
        }
      if (!is_mark)
        last->run.length += (gsize) (next - p);
    }
  return runs;
}

static void
reverse (GArray *runs, guint from, guint to)
{
  for (; from + 1 < to; from++, to--)
    {
      LevelRun run = g_array_index (runs, LevelRun, from);

      g_array_index (runs, LevelRun, from) = g_array_index (runs, LevelRun, to - 1);
      g_array_index (runs, LevelRun, to - 1) = run;
    }
}

/* L2: from the highest level down to the lowest odd one, turn round what is at that level or
 * above. */
static void
turn_runs (GArray *runs)
{
  guint8 highest = 0;

  for (guint i = 0; i < runs->len; i++)
    highest = MAX (highest, g_array_index (runs, LevelRun, i).level);
  for (guint8 level = highest; level > 0; level--)
    for (guint i = 0, end; i < runs->len; i = end + 1)
      {
        for (end = i; end < runs->len && g_array_index (runs, LevelRun, end).level >= level; end++)
          ;
        reverse (runs, i, end);
      }
}

GArray *
tonus_bidi_arrange (const char *text, const guint8 *levels, gsize from, gsize to)
{
  g_autoptr (GArray) runs = split_levels (text, levels, from, to);
  GArray *arranged = g_array_sized_new (FALSE, FALSE, sizeof (TonusBidiRun), runs->len);

  turn_runs (runs);
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, LevelRun, i).run.length > 0)
      g_array_append_val (arranged, g_array_index (runs, LevelRun, i).run);
  return arranged;
}

/* Past the end of the isolate that @p is in, or the end of the text. */
static const char *
find_isolate_end (const char *text, gsize length, const char *p)
{
  for (guint depth = 0; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= LRI && c <= FSI)
        depth++;
      else if (c == PDI && depth-- == 0)
        return g_utf8_next_char (p);
    }
  return text + length;
}

/* An isolate that is open where a line ends is opened again on the next one, in the direction its
 * first strong letter gives it (P2). */
static gunichar
resolve (const char *text, gsize length, const char *opening)
{
  gunichar c = g_utf8_get_char (opening);

  if (c != FSI)
    return c;
  for (const char *p = g_utf8_next_char (opening); p < text + length;)
    {
      c = g_utf8_get_char (p);
      if (c == PDI || is_left_to_right (c))
        return LRI;
      if (is_right_to_left (c))
        return RLI;
      p = g_utf8_next_char (p);
      if (c >= LRI && c <= FSI)
        p = find_isolate_end (text, length, p);
    }
  return LRI;
}

/* Where the isolates begin that are open at @at: (element-type gsize) (transfer full) */
static GArray *
find_open (const char *text, gsize at)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (const char *p = text; p < text + at; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize start = (gsize) (p - text);

      if (c >= LRI && c <= FSI)
        g_array_append_val (open, start);
      else if (c == PDI && open->len > 0)
        g_array_set_size (open, open->len - 1);
    }
  return open;
}

/* The mark that acts as the nearest strong letter of the same isolate before @at does. */
static gunichar
find_mark_before (const char *text, gsize at)
{
  guint depth = 0;

  for (const char *p = text + at; p > text;)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c == PDI)
        depth++;
      else if (c >= LRI && c <= FSI && depth == 0)
        return 0;
      else if (c >= LRI && c <= FSI)
        depth--;
      else if (depth == 0 && is_left_to_right (c))
        return LRM;
      else if (depth == 0 && is_right_to_left (c))
        return fribidi_get_bidi_type (c) == FRIBIDI_TYPE_AL ? ALM : RLM;
    }
  return 0;
}

/* The same for what follows.  A number acts on signs before it as a right-to-left letter does, but
 * after a Latin letter as one of those (W7, N1). */
static gunichar
find_mark_after (const char *text, gsize length, gsize at)
{
  guint depth = 0;

  for (const char *p = text + at; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= LRI && c <= FSI)
        depth++;
      else if (c == PDI && depth == 0)
        return 0;
      else if (c == PDI)
        depth--;
      else if (depth == 0 && is_left_to_right (c))
        return LRM;
      else if (depth == 0 && is_right_to_left (c))
        return RLM;
      else if (depth == 0 && fribidi_get_bidi_type (c) == FRIBIDI_TYPE_AN)
        return RLM;
      else if (depth == 0 && fribidi_get_bidi_type (c) == FRIBIDI_TYPE_EN)
        return find_mark_before (text, at) == ALM ? RLM : find_mark_before (text, at);
    }
  return 0;
}

static void
append_mark (GString *line, gunichar mark)
{
  if (mark != 0)
    g_string_append_unichar (line, mark);
}

/* At every depth the line begins after what its neighbours there are. */
static void
append_beginning (GString *line, const char *text, gsize length, gsize from)
{
  g_autoptr (GArray) open = find_open (text, from);

  for (guint i = 0; i < open->len; i++)
    {
      const gsize start = g_array_index (open, gsize, i);

      append_mark (line, find_mark_before (text, start));
      g_string_append_unichar (line, resolve (text, length, text + start));
    }
  append_mark (line, find_mark_before (text, from));
}

static void
append_ending (GString *line, const char *text, gsize length, gsize to)
{
  g_autoptr (GArray) open = find_open (text, to);
  const char *p = text + to;

  for (guint i = 0; i < open->len; i++)
    {
      append_mark (line, find_mark_after (text, length, (gsize) (p - text)));
      g_string_append_unichar (line, PDI);
      p = find_isolate_end (text, length, p);
    }
  append_mark (line, find_mark_after (text, length, (gsize) (p - text)));
}

char *
tonus_bidi_cut_line (const char *text, gsize length, gboolean is_rtl, gsize from, gsize to)
{
  GString *line = g_string_sized_new (to - from + 32);

  g_string_append_unichar (line, is_rtl ? RLI : LRI);
  append_beginning (line, text, length, from);
  g_string_append_len (line, text + from, (gssize) (to - from));
  append_ending (line, text, length, to);
  g_string_append_unichar (line, PDI);
  return g_string_free (line, FALSE);
}
