/* tonus-pdf-font.c - one face in one PDF: codes, and the operators that show them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-font-private.h"

#include <math.h>
#include <string.h>

/* Old limits of viewers: no string over 32 767 bytes, no array over 8191 items. */
#define MAX_GLYPHS_IN_ARRAY 2000

static guint
hash_code (gconstpointer key)
{
  const TonusPdfCode *code = key;
  guint32 hash = code->glyph * 2654435761u;

  for (gsize i = 0; i < code->length; i++)
    hash = (hash ^ (guint8) code->text[i]) * 16777619u;
  return hash;
}

static gboolean
equal_codes (gconstpointer a, gconstpointer b)
{
  const TonusPdfCode *one = a, *other = b;

  return one->glyph == other->glyph && one->length == other->length &&
         memcmp (one->text, other->text, one->length) == 0;
}

TonusPdfFont *
tonus_pdf_font_new (const TonusFont *font, const char *language)
{
  TonusPdfFont *self = g_new0 (TonusPdfFont, 1);

  self->font = font;
  self->shaper = tonus_shaper_new (font, language);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->by_glyph = g_hash_table_new (hash_code, equal_codes);
  return self;
}

void
tonus_pdf_font_free (TonusPdfFont *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_glyph);
  g_ptr_array_unref (self->codes);
  tonus_shaper_free (self->shaper);
  g_free (self);
}

const TonusFont *
tonus_pdf_font_get_font (TonusPdfFont *self)
{
  return self->font;
}

gboolean
tonus_pdf_font_is_used (TonusPdfFont *self)
{
  return self->codes->len > 0;
}

gint64
tonus_pdf_font_measure (TonusPdfFont *self, const char *text, gsize length)
{
  gint64 advance = 0;

  for (gsize n; (n = tonus_shaper_piece (text, length)) > 0; text += n, length -= n)
    advance += tonus_shaper_shape (self->shaper, text, n)->advance;
  return advance;
}

gunichar
tonus_pdf_font_find_missing (TonusPdfFont *self, const char *text)
{
  gsize length = strlen (text);
  gunichar missing = 0;

  for (gsize n; missing == 0 && (n = tonus_shaper_piece (text, length)) > 0; text += n, length -= n)
    missing = tonus_shaper_shape (self->shaper, text, n)->missing;
  return missing;
}

int
tonus_pdf_font_get_width (const TonusFont *font, guint32 glyph)
{
  return (int) lround (hb_font_get_glyph_h_advance (font->font, glyph) * 1000.0 / font->units);
}

/* The run lives as long as the font, so codes may point into its text. */
static guint16
find_code (TonusPdfFont *self, const TonusRun *run, const TonusGlyph *glyph)
{
  TonusPdfCode key = { .glyph = glyph->glyph,
                       .text = run->text + glyph->start,
                       .length = glyph->length };
  TonusPdfCode *code = g_hash_table_lookup (self->by_glyph, &key);

  if (code == NULL)
    {
      code = g_memdup2 (&key, sizeof key);
      code->width = tonus_pdf_font_get_width (self->font, key.glyph);
      g_ptr_array_add (self->codes, code);
      g_assert (self->codes->len <= G_MAXUINT16);
      code->number = (guint16) self->codes->len;
      g_hash_table_add (self->by_glyph, code);
    }
  return code->number;
}

typedef struct
{
  GString *out;
  double size;
  double per_unit; /* thousandths of an em in a font unit */
  double pen;      /* where the viewer stands, in thousandths of an em */
  double wanted;   /* where shaping stands */
  gint32 rise;
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
set_rise (Writer *writer, gint32 rise)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (rise == writer->rise)
    return;
  close_array (writer);
  writer->rise = rise;
  g_ascii_formatd (number, sizeof number, "%.3f", rise * writer->per_unit * writer->size / 1000.0);
  g_string_append_printf (writer->out, "%s Ts\n", number);
}

static void
append_glyph (Writer *writer, const TonusGlyph *glyph, const TonusPdfCode *code)
{
  int back;

  set_rise (writer, glyph->dy);
  if (writer->n_in_array >= MAX_GLYPHS_IN_ARRAY)
    close_array (writer);
  if (writer->n_in_array == 0)
    g_string_append_c (writer->out, '[');
  back = (int) lround (writer->pen - writer->wanted - glyph->dx * writer->per_unit);
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
  append_hex (writer->out, code->number);
  writer->pen += code->width;
  writer->wanted += glyph->advance * writer->per_unit;
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
append_run (TonusPdfFont *self, Writer *writer, TonusRun *run)
{
  guint cluster_end = 0;

  for (guint i = 0; i < run->glyphs->len; i++)
    {
      TonusGlyph *glyph = &g_array_index (run->glyphs, TonusGlyph, i);

      if (glyph->code == 0)
        glyph->code = find_code (self, run, glyph);
      if (glyph->n_in_cluster > 1)
        {
          open_cluster (writer, run, glyph);
          cluster_end = i + glyph->n_in_cluster;
        }
      append_glyph (writer, glyph, g_ptr_array_index (self->codes, glyph->code - 1));
      if (i + 1 == cluster_end)
        {
          close_array (writer);
          g_string_append (writer->out, "EMC\n");
        }
    }
}

void
tonus_pdf_font_append_text (TonusPdfFont *self, GString *out, double size, const char *text)
{
  Writer writer = { .out = out, .size = size, .per_unit = 1000.0 / self->font->units };
  gsize length = strlen (text);

  for (gsize n; (n = tonus_shaper_piece (text, length)) > 0; text += n, length -= n)
    append_run (self, &writer, tonus_shaper_shape (self->shaper, text, n));
  set_rise (&writer, 0);
  close_array (&writer);
}
