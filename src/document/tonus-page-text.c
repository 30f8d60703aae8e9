/* tonus-page-text.c - lines of text on a page: measured, aligned, shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-bidi.h"
#include "tonus-page-private.h"

#include <pango/pango.h>
#include <string.h>

gboolean
tonus_page_is_rtl_language (const char *language)
{
  int n = 0;
  const PangoScript *scripts =
      pango_language_get_scripts (pango_language_from_string (language), &n);

  if (scripts == NULL || n == 0)
    return FALSE;
  return hb_script_get_horizontal_direction (hb_script_from_iso15924_tag (
             g_unicode_script_to_iso15924 ((GUnicodeScript) scripts[0]))) == HB_DIRECTION_RTL;
}

gboolean
tonus_pdf_is_rtl (TonusPdf *self)
{
  return self->is_rtl;
}

static double
from_units (TonusPdf *self, TonusFontFace face, double size, double units)
{
  return units * size / tonus_pdf_face_get_font (self->faces[face])->units;
}

double
tonus_page_measure (TonusPdf *self, TonusFontFace face, double size, const char *text, gsize length)
{
  return size * tonus_pdf_face_measure (self->faces[face], text, length);
}

double
tonus_page_measure_part (TonusPdf *self,
                         TonusFontFace face,
                         double size,
                         const char *text,
                         const guint8 *levels,
                         gsize from,
                         gsize to)
{
  return size * tonus_pdf_face_measure_part (self->faces[face], text, levels, from, to);
}

double
tonus_pdf_measure (TonusPdf *self, TonusFontFace face, double size, const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return tonus_page_measure (self, face, size, text, strlen (text));
}

double
tonus_pdf_show (TonusPdf *self,
                TonusFontFace face,
                double size,
                TonusColour colour,
                double x,
                double baseline,
                const char *text)
{
  TonusPageState *state;

  g_return_val_if_fail (text != NULL, 0);

  if (text[0] == '\0')
    return 0;
  tonus_page_mark (self, TRUE);
  tonus_page_set_fill (self, colour);
  state = tonus_page_get_state (self);
  g_string_append (self->scratch, "BT\n");
  if (state->face != (int) face || state->size != size)
    {
      g_string_append_printf (self->scratch, "/%s ", tonus_pdf_face_get_name (self->faces[face]));
      tonus_pdf_append_number (self->scratch, size);
      g_string_append (self->scratch, " Tf\n");
      state->face = (int) face;
      state->size = size;
    }
  tonus_pdf_append_number (self->scratch, x);
  g_string_append_c (self->scratch, ' ');
  tonus_pdf_append_number (self->scratch, self->height - baseline);
  g_string_append (self->scratch, " Td\n");
  tonus_pdf_face_append_text (self->faces[face], self->scratch, size, text);
  g_string_append (self->scratch, "ET\n");
  tonus_page_flush (self);
  return tonus_pdf_measure (self, face, size, text);
}

/* Blanks at the end are for who reads aloud; the eye sees the words at the margin. */
static gsize
trim_length (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == ' ')
    length--;
  return length;
}

/* Are the blanks at the end of @text seen at its left? */
static gboolean
begins_with_its_end (TonusPdf *self, const char *text)
{
  g_autofree char *valid = NULL;

  if (tonus_bidi_is_plain (text, strlen (text), self->is_rtl))
    return FALSE;
  valid = g_utf8_make_valid (text, -1);
  return tonus_bidi_is_rtl (valid, strlen (valid), self->is_rtl);
}

void
tonus_pdf_show_aligned (TonusPdf *self,
                        TonusFontFace face,
                        double size,
                        TonusColour colour,
                        TonusAlign align,
                        double x,
                        double width,
                        double baseline,
                        const char *text)
{
  gsize length;
  double advance;

  g_return_if_fail (text != NULL);

  length = trim_length (text);
  advance = tonus_page_measure (self, face, size, text, length);
  if (align == TONUS_ALIGN_CENTRE)
    x += (width - advance) / 2;
  else if ((align == TONUS_ALIGN_END) != self->is_rtl)
    x += width - advance;
  if (text[length] != '\0' && begins_with_its_end (self, text))
    x -= tonus_page_measure (self, face, size, text + length, strlen (text + length));
  tonus_pdf_show (self, face, size, colour, x, baseline, text);
}

double
tonus_pdf_ascent (TonusPdf *self, TonusFontFace face, double size)
{
  return from_units (self, face, size, tonus_pdf_face_get_font (self->faces[face])->ascent);
}

double
tonus_pdf_descent (TonusPdf *self, TonusFontFace face, double size)
{
  return from_units (self, face, size, tonus_pdf_face_get_font (self->faces[face])->descent);
}

gunichar
tonus_pdf_find_missing (TonusPdf *self, TonusFontFace face, const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return tonus_pdf_face_find_missing (self->faces[face], text);
}

const char *
tonus_pdf_get_missing (TonusPdf *self)
{
  return tonus_pdf_fonts_get_missing (self->fonts);
}
