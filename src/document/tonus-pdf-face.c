/* tonus-pdf-face.c - text in one face: measured, and as the operators that show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-face.h"

#include <math.h>
#include <string.h>

/* Old limits of viewers: no string over 32 767 bytes, no array over 8191 items. */
#define MAX_GLYPHS_IN_ARRAY 2000

struct _TonusPdfFace
{
  TonusPdfFont *fonts[TONUS_N_CHAIN]; /* borrowed */
  TonusShaper *shaper;
};

TonusPdfFace *
tonus_pdf_face_new (TonusPdfFont *const *fonts, const char *language)
{
  TonusPdfFace *self = g_new0 (TonusPdfFace, 1);
  const TonusFont *chain[TONUS_N_CHAIN] = { NULL };

  for (guint i = 0; i < TONUS_N_CHAIN; i++)
    {
      self->fonts[i] = fonts[i];
      chain[i] = fonts[i] != NULL ? tonus_pdf_font_get_font (fonts[i]) : NULL;
    }
  self->shaper = tonus_shaper_new (chain, language);
  return self;
}

void
tonus_pdf_face_free (TonusPdfFace *self)
{
  if (self == NULL)
    return;
  tonus_shaper_free (self->shaper);
  g_free (self);
}

const TonusFont *
tonus_pdf_face_get_font (TonusPdfFace *self)
{
  return tonus_pdf_font_get_font (self->fonts[0]);
}

const char *
tonus_pdf_face_get_name (TonusPdfFace *self)
{
  return tonus_pdf_font_get_name (self->fonts[0]);
}

double
tonus_pdf_face_measure (TonusPdfFace *self, const char *text, gsize length)
{
  double advance = 0;

  for (gsize n; (n = tonus_shaper_piece (text, length)) > 0; text += n, length -= n)
    advance += tonus_shaper_shape (self->shaper, text, n)->advance;
  return advance;
}

gunichar
tonus_pdf_face_find_missing (TonusPdfFace *self, const char *text)
{
  gsize length = strlen (text);
  gunichar missing = 0;

  for (gsize n; missing == 0 && (n = tonus_shaper_piece (text, length)) > 0; text += n, length -= n)
    missing = tonus_shaper_shape (self->shaper, text, n)->missing;
  return missing;
}

void
tonus_pdf_append_number (GString *out, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_assert (isfinite (value));
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  g_string_append_len (out, buffer, (gssize) length);
}

typedef struct
{
  GString *out;
  TonusPdfFont *const *fonts;
  guint8 font; /* that is set */
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
append_hex (GString *out, guint16 number)
{
  static const char digits[] = "0123456789ABCDEF";
  char hex[4] = { digits[number >> 12], digits[number >> 8 & 15], digits[number >> 4 & 15],
                  digits[number & 15] };

  g_string_append_len (out, hex, sizeof hex);
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
set_font (Writer *writer, guint8 font)
{
  if (font == writer->font)
    return;
  close_array (writer);
  writer->font = font;
  g_string_append_printf (writer->out, "/%s ", tonus_pdf_font_get_name (writer->fonts[font]));
  tonus_pdf_append_number (writer->out, writer->size);
  g_string_append (writer->out, " Tf\n");
}

static void
append_glyph (Writer *writer, const TonusGlyph *glyph)
{
  TonusPdfFont *font = writer->fonts[glyph->font];
  const double per_unit = 1000.0 / tonus_pdf_font_get_font (font)->units;
  int back;

  set_font (writer, glyph->font);
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
  append_hex (writer->out, glyph->code);
  writer->pen += tonus_pdf_font_get_width (font, glyph->code);
  writer->wanted += glyph->advance * per_unit;
}

/* Several glyphs that mean a text only together say it in their own words. */
static void
open_cluster (Writer *writer, const TonusRun *run, const TonusGlyph *glyph)
{
  close_array (writer);
  g_string_append (writer->out, "/Span<</ActualText");
  tonus_pdf_append_hex_text (writer->out, run->text + glyph->start, glyph->cluster_length, TRUE);
  g_string_append (writer->out, ">>BDC\n");
}

static void
append_run (TonusPdfFace *self, Writer *writer, TonusRun *run)
{
  guint cluster_end = 0;

  for (guint i = 0; i < run->glyphs->len; i++)
    {
      TonusGlyph *glyph = &g_array_index (run->glyphs, TonusGlyph, i);

      if (glyph->code == 0)
        glyph->code = tonus_pdf_font_find_code (self->fonts[glyph->font], glyph->glyph,
                                                run->text + glyph->start, glyph->length);
      if (glyph->n_in_cluster > 1)
        {
          open_cluster (writer, run, glyph);
          cluster_end = i + glyph->n_in_cluster;
        }
      append_glyph (writer, glyph);
      if (i + 1 == cluster_end)
        {
          close_array (writer);
          g_string_append (writer->out, "EMC\n");
        }
    }
}

void
tonus_pdf_face_append_text (TonusPdfFace *self, GString *out, double size, const char *text)
{
  Writer writer = { .out = out, .fonts = self->fonts, .size = size };
  gsize length = strlen (text);

  for (gsize n; (n = tonus_shaper_piece (text, length)) > 0; text += n, length -= n)
    append_run (self, &writer, tonus_shaper_shape (self->shaper, text, n));
  set_rise (&writer, 0);
  set_font (&writer, 0);
  close_array (&writer);
}
