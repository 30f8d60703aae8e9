/* tonus-flow-break.c - text cut into lines of a width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a line may end is Pango's knowledge (UAX 14), how wide it is the page layer's.  Blanks at
 * the end of a line are dropped, nothing else is.
 */
#include "config.h"
#include "tonus-flow-private.h"
#include "tonus-page-private.h"

#include <pango/pango.h>
#include <string.h>

/* Rounding must not push the last word of a measured line to the next. */
#define TOLERANCE 0.001

typedef struct
{
  TonusPdf *pdf;
  const TonusTextStyle *style;
  double width;
  const char *text; /* one paragraph */
  gsize length;
  gsize start;      /* of the line */
  gsize last_break; /* where the line may end; = start: nowhere yet */
  gsize word_start;
  double word_x; /* from the line's start to word_start */
  gboolean keeps_blank;
  GPtrArray *lines;
} Breaker;

static double
measure (Breaker *self, gsize from, gsize to)
{
  return tonus_page_measure (self->pdf, self->style->face, self->style->size, self->text + from,
                             to - from);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static gsize
drop_blanks (Breaker *self, gsize from, gsize to)
{
  while (to > from && is_blank (self->text[to - 1]))
    to--;
  return to;
}

static void
end_line (Breaker *self, gsize end)
{
  gsize stop = drop_blanks (self, self->start, end);
  gboolean has_blank = stop < end || (end == self->length && self->text[end] != '\0');

  g_ptr_array_add (self->lines,
                   g_strdup_printf ("%.*s%s", (int) (stop - self->start), self->text + self->start,
                                    has_blank && self->keeps_blank ? " " : ""));
  self->start = self->last_break = self->word_start = end;
  self->word_x = 0;
}

/* The longest beginning of the line that fits, in whole characters as a reader sees them; at least
 * one. */
static gsize
find_cut (Breaker *self, const gboolean *is_cursor, gsize end)
{
  double x = 0;
  gsize cut = self->start;

  for (gsize from = self->start, to; from < end; from = to)
    {
      for (to = from + 1; to < end && !is_cursor[to]; to++)
        ;
      x += measure (self, from, to);
      if (x > self->width + TOLERANCE && cut > self->start)
        break;
      cut = to;
    }
  return cut;
}

/* Kerning was not counted; a cut that turned out too wide gives its last character back. */
static gsize
find_exact_cut (Breaker *self, const gboolean *is_cursor, gsize end)
{
  gsize cut = find_cut (self, is_cursor, end);

  while (measure (self, self->start, cut) > self->width + TOLERANCE)
    {
      gsize shorter = cut - 1;

      while (shorter > self->start && !is_cursor[shorter])
        shorter--;
      if (shorter == self->start)
        break;
      cut = shorter;
    }
  return cut;
}

/* A word from the line's start to @end that may not be broken and yet must. */
static void
cut_word (Breaker *self, const gboolean *is_cursor, gsize end)
{
  gsize cut;

  if (measure (self, self->start, end) <= self->width + TOLERANCE)
    return;
  while ((cut = find_exact_cut (self, is_cursor, end)) < end)
    end_line (self, cut);
}

/* The line may end at @next; the line so far either takes everything up to there or ends before. */
static void
reach_break (Breaker *self, const gboolean *is_cursor, gsize next)
{
  gsize word_end = drop_blanks (self, self->word_start, next);

  if (self->word_x + measure (self, self->word_start, word_end) > self->width + TOLERANCE)
    {
      if (self->last_break > self->start)
        end_line (self, self->last_break);
      cut_word (self, is_cursor, drop_blanks (self, self->start, next));
      word_end = drop_blanks (self, self->word_start, next);
    }
  self->last_break = next;
  if (next > word_end)
    {
      self->word_x += measure (self, self->word_start, next);
      self->word_start = next;
    }
}

/* Unicode's own line ends, which Pango breaks at whatever the width: VT, FF, NEL, LS, PS. */
static gboolean
has_line_separator (const char *text, gsize length)
{
  static const char *const separators[] = { "\v", "\f", "\xc2\x85", "\xe2\x80\xa8",
                                            "\xe2\x80\xa9" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_strstr_len (text, (gssize) length, separators[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Most texts are one line, and then it does not matter where they might break. */
static gboolean
is_one_line (Breaker *self)
{
  return measure (self, 0, drop_blanks (self, 0, self->length)) <= self->width + TOLERANCE &&
         !has_line_separator (self->text, self->length);
}

static void
break_paragraph (Breaker *self)
{
  glong n_chars = g_utf8_strlen (self->text, (gssize) self->length);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n_chars + 1);
  g_autofree gboolean *is_cursor = g_new0 (gboolean, self->length + 1);
  const char *p = self->text;

  pango_get_log_attrs (self->text, (int) self->length, 0,
                       pango_language_from_string (tonus_page_get_language (self->pdf)), attrs,
                       (int) n_chars + 1);
  for (glong i = 0; i <= n_chars; i++, p = g_utf8_next_char (p))
    is_cursor[p - self->text] = attrs[i].is_cursor_position;
  p = self->text;
  for (glong i = 0; i <= n_chars; i++, p = g_utf8_next_char (p))
    {
      gsize at = (gsize) (p - self->text);

      if (at == 0 || (!attrs[i].is_line_break && i < n_chars))
        continue;
      reach_break (self, is_cursor, at);
      if (attrs[i].is_mandatory_break && i < n_chars)
        end_line (self, at);
    }
  end_line (self, self->length);
}

static GPtrArray *
break_text (TonusPdf *pdf,
            const TonusTextStyle *style,
            const char *text,
            double width,
            gboolean keeps_blank)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  Breaker breaker = { .pdf = pdf, .style = style, .width = width, .keeps_blank = keeps_blank };
  const char *p = valid;

  g_assert (isfinite (width));
  breaker.lines = g_ptr_array_new_with_free_func (g_free);
  for (;;)
    {
      breaker.text = p;
      breaker.length = strcspn (p, "\r\n");
      breaker.start = breaker.last_break = breaker.word_start = 0;
      breaker.word_x = 0;
      if (is_one_line (&breaker))
        end_line (&breaker, breaker.length);
      else
        break_paragraph (&breaker);
      p += breaker.length;
      if (*p == '\0')
        return breaker.lines;
      p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
    }
}

GPtrArray *
tonus_flow_break (TonusPdf *pdf, const TonusTextStyle *style, const char *text, double width)
{
  return break_text (pdf, style, text, width, FALSE);
}

GPtrArray *
tonus_flow_break_readable (TonusPdf *pdf,
                           const TonusTextStyle *style,
                           const char *text,
                           double width)
{
  return break_text (pdf, style, text, width, TRUE);
}
