/* tonus-pdf-face.c - text in one face: measured, and as the operators that show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-face.h"

#include <math.h>
#include <string.h>

#include "tonus-bidi.h"
#include "tonus-stretch.h"

/* Old limits of viewers: no string over 32 767 bytes, no array over 8191 items. */
#define MAX_GLYPHS_IN_ARRAY 2000

struct _TonusPdfFace
{
  TonusPdfFonts *all; /* borrowed */
  GPtrArray *fonts;   /* (element-type TonusPdfFont) borrowed: by the shaper's number, NULL until
                         drawn with */
  const TonusFont *font;
  const char *name;
  gboolean is_rtl;
  TonusShaper *shaper;
};

/* The names of the document's own faces. */
static const struct
{
  const char *name;
  TonusFontFile chain[TONUS_N_CHAIN];
} faces[TONUS_N_FONTS] = {
  [TONUS_FONT_REGULAR] = { "R",
                           { TONUS_FONT_FILE_REGULAR, TONUS_FONT_FILE_MATH,
                             TONUS_FONT_FILE_SYMBOLS } },
  [TONUS_FONT_BOLD] = { "B",
                        { TONUS_FONT_FILE_BOLD, TONUS_FONT_FILE_MATH, TONUS_FONT_FILE_SYMBOLS } },
};

TonusPdfFace *
tonus_pdf_face_new (TonusPdfFonts *fonts, TonusFontFace face, const char *language, gboolean is_rtl)
{
  TonusPdfFace *self = g_new0 (TonusPdfFace, 1);
  const TonusFont *chain[TONUS_N_CHAIN];

  for (guint i = 0; i < TONUS_N_CHAIN; i++)
    chain[i] = tonus_font_get (faces[face].chain[i], NULL);
  self->all = fonts;
  self->fonts = g_ptr_array_new ();
  self->font = chain[0];
  self->name = faces[face].name;
  self->is_rtl = is_rtl;
  self->shaper = tonus_shaper_new (chain, language);
  return self;
}

void
tonus_pdf_face_free (TonusPdfFace *self)
{
  if (self == NULL)
    return;
  tonus_shaper_free (self->shaper);
  g_ptr_array_unref (self->fonts);
  g_free (self);
}

const TonusFont *
tonus_pdf_face_get_font (TonusPdfFace *self)
{
  return self->font;
}

const char *
tonus_pdf_face_get_name (TonusPdfFace *self)
{
  return self->name;
}

/* --- the words of a text as they are seen, from left to right
 * ------------------------------------- */

typedef void (*VisitRun) (TonusPdfFace *self, TonusRun *run, gpointer data);

static void
visit_forwards (TonusPdfFace *self, const char *text, gsize length, VisitRun visit, gpointer data)
{
  for (gsize n; (n = tonus_shaper_piece (text, length)) > 0; text += n, length -= n)
    visit (self, tonus_shaper_shape (self->shaper, text, n, FALSE), data);
}

/* Words from right to left: the last one is seen first. */
static void
visit_backwards (TonusPdfFace *self, const char *text, gsize length, VisitRun visit, gpointer data)
{
  while (length > 0)
    {
      gsize start = length - 1;

      if (text[start] != ' ')
        while (start > 0 && text[start - 1] != ' ')
          start--;
      visit (self, tonus_shaper_shape (self->shaper, text + start, length - start, TRUE), data);
      length = start;
    }
}

static void
visit_part (TonusPdfFace *self,
            const char *text,
            const guint8 *levels,
            gsize from,
            gsize to,
            VisitRun visit,
            gpointer data)
{
  g_autoptr (GArray) runs = tonus_bidi_arrange (text, levels, from, to);

  for (guint i = 0; i < runs->len; i++)
    {
      const TonusBidiRun *run = &g_array_index (runs, TonusBidiRun, i);

      if (run->is_rtl)
        visit_backwards (self, text + run->start, run->length, visit, data);
      else
        visit_forwards (self, text + run->start, run->length, visit, data);
    }
}

static void
visit_text (TonusPdfFace *self, const char *text, gsize length, VisitRun visit, gpointer data)
{
  g_autofree char *clean = NULL;
  g_autofree guint8 *levels = NULL;

  if (tonus_bidi_is_plain (text, length, self->is_rtl))
    {
      visit_forwards (self, text, length, visit, data);
      return;
    }
  clean = tonus_stretch_clean (text, length);
  length = strlen (clean);
  levels = tonus_bidi_find_levels (clean, length, tonus_bidi_is_rtl (clean, length, self->is_rtl));
  visit_part (self, clean, levels, 0, length, visit, data);
}

static void
add_advance (TonusPdfFace *self, TonusRun *run, gpointer data)
{
  *(double *) data += run->advance;
}

double
tonus_pdf_face_measure (TonusPdfFace *self, const char *text, gsize length)
{
  double advance = 0;

  visit_text (self, text, length, add_advance, &advance);
  return advance;
}

double
tonus_pdf_face_measure_part (
    TonusPdfFace *self, const char *text, const guint8 *levels, gsize from, gsize to)
{
  double advance = 0;

  visit_part (self, text, levels, from, to, add_advance, &advance);
  return advance;
}

static void
find_missing_in_run (TonusPdfFace *self, TonusRun *run, gpointer data)
{
  if (*(gunichar *) data == 0 && run->missing != NULL)
    *(gunichar *) data = g_utf8_get_char (run->missing);
}

gunichar
tonus_pdf_face_find_missing (TonusPdfFace *self, const char *text)
{
  gunichar missing = 0;

  visit_text (self, text, strlen (text), find_missing_in_run, &missing);
  return missing;
}

/* --- showing
 * -------------------------------------------------------------------------------------- */

typedef struct
{
  GString *out;
  TonusPdfFont *font; /* that is set */
  guint part;
  double size;
  double pen;    /* where the viewer stands, in thousandths of an em */
  double wanted; /* where shaping stands */
  double rise;   /* in thousandths of an em */
  guint n_in_array;
  gboolean is_in_string;
} Writer;

static void
close_string (Writer *writer)
{
  if (writer->is_in_string)
    g_string_append_c (writer->out, '>');
  writer->is_in_string = FALSE;
}

static void
close_array (Writer *writer)
{
  close_string (writer);
  if (writer->n_in_array > 0)
    g_string_append (writer->out, "]TJ\n");
  writer->n_in_array = 0;
}

static void
set_rise (Writer *writer, double rise)
{
  if (rise == writer->rise)
    return;
  close_array (writer);
  writer->rise = rise;
  tonus_pdf_append_number (writer->out, rise * writer->size / 1000.0);
  g_string_append (writer->out, " Ts\n");
}

static void
set_font (Writer *writer, TonusPdfFont *font, guint part)
{
  if (font == writer->font && part == writer->part)
    return;
  close_array (writer);
  writer->font = font;
  writer->part = part;
  g_string_append_c (writer->out, '/');
  tonus_pdf_font_append_name (font, part, writer->out);
  g_string_append_c (writer->out, ' ');
  tonus_pdf_append_number (writer->out, writer->size);
  g_string_append (writer->out, " Tf\n");
}

static void
append_glyph (Writer *writer, const TonusGlyph *glyph, TonusPdfFont *font)
{
  const double per_unit = 1000.0 / tonus_pdf_font_get_font (font)->units;
  int back;

  set_font (writer, font, tonus_pdf_font_get_part (font, glyph->code));
  set_rise (writer, glyph->dy * per_unit);
  if (writer->n_in_array >= MAX_GLYPHS_IN_ARRAY)
    close_array (writer);
  if (writer->n_in_array == 0)
    g_string_append_c (writer->out, '[');
  back = (int) lround (writer->pen - writer->wanted - glyph->dx * per_unit);
  if (back != 0)
    {
      close_string (writer);
      g_string_append_printf (writer->out, "%d", back);
      writer->pen -= back;
    }
  if (!writer->is_in_string)
    g_string_append_c (writer->out, '<');
  writer->is_in_string = TRUE;
  writer->n_in_array++;
  tonus_pdf_font_append_code (font, glyph->code, writer->out);
  writer->pen += tonus_pdf_font_get_width (font, glyph->code);
  writer->wanted += glyph->advance * per_unit;
}

/* Several glyphs that mean a text only together say it in their own words; one that says nothing
 * must say so. */
static void
open_span (Writer *writer, const TonusRun *run, const TonusGlyph *glyph)
{
  close_array (writer);
  g_string_append (writer->out, "/Span<</ActualText");
  tonus_pdf_append_hex_text (writer->out, run->text + glyph->span_start, glyph->span_length, TRUE);
  g_string_append (writer->out, ">>BDC\n");
}

static guint16
find_code (TonusPdfFont *font, const TonusRun *run, const TonusGlyph *glyph)
{
  const char *text = run->text + glyph->start;

  return glyph->is_ghost ? tonus_pdf_font_find_ghost (font, glyph->glyph, text, glyph->length)
                         : tonus_pdf_font_find_code (font, glyph->glyph, text, glyph->length);
}

static TonusPdfFont *
get_font (TonusPdfFace *self, guint number)
{
  if (number >= self->fonts->len)
    g_ptr_array_set_size (self->fonts, (gint) number + 1);
  if (self->fonts->pdata[number] == NULL)
    self->fonts->pdata[number] =
        tonus_pdf_fonts_get (self->all, tonus_shaper_get_font (self->shaper, number));
  return self->fonts->pdata[number];
}

static void
append_run (TonusPdfFace *self, TonusRun *run, gpointer data)
{
  Writer *writer = data;
  guint span_end = 0;

  if (run->missing != NULL)
    tonus_pdf_fonts_note_missing (self->all, run->missing);
  for (guint i = 0; i < run->glyphs->len; i++)
    {
      TonusGlyph *glyph = &g_array_index (run->glyphs, TonusGlyph, i);
      TonusPdfFont *font = get_font (self, glyph->font);

      if (glyph->code == 0)
        glyph->code = find_code (font, run, glyph);
      if (glyph->n_in_span > 0)
        {
          open_span (writer, run, glyph);
          span_end = i + glyph->n_in_span;
        }
      append_glyph (writer, glyph, font);
      if (i + 1 == span_end)
        {
          close_array (writer);
          g_string_append (writer->out, "EMC\n");
        }
    }
}

void
tonus_pdf_face_append_text (TonusPdfFace *self, GString *out, double size, const char *text)
{
  Writer writer = { .out = out, .font = get_font (self, 0), .size = size };

  tonus_pdf_font_mention (writer.font);
  visit_text (self, text, strlen (text), append_run, &writer);
  set_rise (&writer, 0);
  set_font (&writer, get_font (self, 0), 0);
  close_array (&writer);
}
