/* tonus-flow-break.c - text cut into lines of a width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a line may end is Pango's knowledge (UAX 14), how wide it is the page layer's.  Blanks at
 * the end of a line are dropped, nothing else is.  A line of a paragraph with two directions is
 * written so that it is seen alone as it is in its paragraph (tonus_bidi_cut_line).
 */
#include "config.h"
#include "tonus-bidi.h"
#include "tonus-flow-private.h"
#include "tonus-page-private.h"
#include "tonus-stretch.h"

#include <pango/pango.h>
#include <string.h>

/* Rounding must not push the last word of a measured line to the next. */
#define TOLERANCE 0.001
#define HYPHEN "\u2010"

typedef struct
{
  TonusPdf *pdf;
  const TonusTextStyle *style;
  double width;
  const char *text;     /* one paragraph */
  const guint8 *levels; /* of its bytes; NULL: all from left to right */
  gboolean is_rtl;
  gboolean is_last; /* of the text */
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
  const TonusTextStyle *style = self->style;

  if (self->levels == NULL)
    return tonus_page_measure (self->pdf, style->face, style->size, self->text + from, to - from);
  return tonus_page_measure_part (self->pdf, style->face, style->size, self->text, self->levels,
                                  from, to);
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

/* A soft hyphen is seen where a line ends at it and more follows. */
static gboolean
ends_at_hyphen (Breaker *self, gsize from, gsize to)
{
  return to >= from + 2 && to < drop_blanks (self, 0, self->length) &&
         memcmp (self->text + to - 2, "\u00ad", 2) == 0;
}

static double
measure_end (Breaker *self, gsize from, gsize to)
{
  if (!ends_at_hyphen (self, from, to))
    return 0;
  return tonus_page_measure (self->pdf, self->style->face, self->style->size, HYPHEN,
                             strlen (HYPHEN));
}

static void
end_line (Breaker *self, gsize end)
{
  gsize stop = drop_blanks (self, self->start, end);
  gboolean has_blank = stop < end || (end == self->length && !self->is_last);
  g_autofree char *line =
      self->levels != NULL
          ? tonus_bidi_cut_line (self->text, self->length, self->is_rtl, self->start, stop)
          : g_strndup (self->text + self->start, stop - self->start);

  g_ptr_array_add (self->lines,
                   g_strconcat (line, ends_at_hyphen (self, self->start, stop) ? HYPHEN : "",
                                has_blank && self->keeps_blank ? " " : "", NULL));
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

  while (measure (self, self->start, cut) + measure_end (self, self->start, cut) >
         self->width + TOLERANCE)
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

  if (measure (self, self->start, end) + measure_end (self, self->start, end) <=
      self->width + TOLERANCE)
    return;
  while ((cut = find_exact_cut (self, is_cursor, end)) < end)
    end_line (self, cut);
}

/* Chinese characters stand each for itself: what was measured need not be measured again. */
static gboolean
is_after_ideograph (Breaker *self, gsize at)
{
  return at > self->word_start &&
         g_unichar_iswide (g_utf8_get_char (g_utf8_prev_char (self->text + at)));
}

/* The line may end at @next; the line so far either takes everything up to there or ends before. */
static void
reach_break (Breaker *self, const gboolean *is_cursor, gsize next)
{
  gsize word_end = drop_blanks (self, self->word_start, next);

  if (self->word_x + measure (self, self->word_start, word_end) +
          measure_end (self, self->word_start, word_end) >
      self->width + TOLERANCE)
    {
      if (self->last_break > self->start)
        end_line (self, self->last_break);
      cut_word (self, is_cursor, drop_blanks (self, self->start, next));
      word_end = drop_blanks (self, self->word_start, next);
    }
  self->last_break = next;
  if (next > word_end || is_after_ideograph (self, next))
    {
      self->word_x += measure (self, self->word_start, next);
      self->word_start = next;
    }
}

/* Most texts are one line, and then it does not matter where they might break. */
static gboolean
is_one_line (Breaker *self)
{
  return measure (self, 0, drop_blanks (self, 0, self->length)) <= self->width + TOLERANCE;
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
    }
  end_line (self, self->length);
}

static void
break_plain (Breaker *self)
{
  self->start = self->last_break = self->word_start = 0;
  self->word_x = 0;
  if (is_one_line (self))
    end_line (self, self->length);
  else
    break_paragraph (self);
}

/* Levels belong to the text as it is shaped, so that it is composed here already. */
static void
break_mixed (Breaker *self)
{
  g_autofree char *clean = tonus_stretch_clean (self->text, self->length);
  g_autofree guint8 *levels = NULL;

  self->text = clean;
  self->length = strlen (clean);
  self->is_rtl = tonus_bidi_is_rtl (clean, self->length, tonus_pdf_is_rtl (self->pdf));
  levels = tonus_bidi_find_levels (clean, self->length, self->is_rtl);
  self->levels = levels;
  break_plain (self);
  self->levels = NULL;
}

/* Bytes of a line end: Unicode's own are VT, FF, NEL, LS, PS. */
static gsize
measure_separator (const char *p)
{
  static const char *const separators[] = { "\r\n", "\r",       "\n",           "\v",
                                            "\f",   "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (p, separators[i]))
      return strlen (separators[i]);
  return 0;
}

static const char *
find_separator (const char *p)
{
  for (p += strcspn (p, "\r\n\v\f\xc2\xe2"); *p != '\0' && measure_separator (p) == 0;)
    p += 1 + strcspn (p + 1, "\r\n\v\f\xc2\xe2");
  return p;
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

  g_assert (isfinite (width));
  breaker.lines = g_ptr_array_new_with_free_func (g_free);
  for (const char *p = valid;;)
    {
      const char *end = find_separator (p);

      breaker.text = p;
      breaker.length = (gsize) (end - p);
      breaker.is_last = *end == '\0';
      if (tonus_bidi_is_plain (p, breaker.length, tonus_pdf_is_rtl (pdf)))
        break_plain (&breaker);
      else
        break_mixed (&breaker);
      if (breaker.is_last)
        return breaker.lines;
      p = end + measure_separator (end);
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
