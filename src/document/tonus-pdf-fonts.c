/* tonus-pdf-fonts.c - all fonts of one PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-fonts.h"

#include <string.h>

struct _TonusPdfFonts
{
  GPtrArray *fonts; /* (element-type TonusPdfFont) */
  GString *missing;
};

/* The names of the document's faces in a page's resources. */
static const char *const names[TONUS_N_FONT_FILES] = {
  [TONUS_FONT_FILE_REGULAR] = "R",
  [TONUS_FONT_FILE_BOLD] = "B",
  [TONUS_FONT_FILE_MATH] = "M",
  [TONUS_FONT_FILE_SYMBOLS] = "S",
};

static gboolean
is_needed (TonusFontFile file)
{
  return file == TONUS_FONT_FILE_REGULAR || file == TONUS_FONT_FILE_BOLD;
}

TonusPdfFonts *
tonus_pdf_fonts_new (GError **error)
{
  g_autoptr (TonusPdfFonts) self = g_new0 (TonusPdfFonts, 1);

  self->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_pdf_font_free);
  self->missing = g_string_new (NULL);
  for (guint i = 0; i < TONUS_N_FONT_FILES; i++)
    {
      const TonusFont *font = tonus_font_get (i, is_needed (i) ? error : NULL);

      if (font == NULL && is_needed (i))
        return NULL;
      if (font != NULL)
        g_ptr_array_add (self->fonts, tonus_pdf_font_new (font, names[i]));
    }
  return g_steal_pointer (&self);
}

void
tonus_pdf_fonts_free (TonusPdfFonts *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->fonts);
  g_string_free (self->missing, TRUE);
  g_free (self);
}

TonusPdfFont *
tonus_pdf_fonts_get (TonusPdfFonts *self, const TonusFont *font)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < self->fonts->len; i++)
    if (tonus_pdf_font_get_font (self->fonts->pdata[i]) == font)
      return self->fonts->pdata[i];
  name = g_strdup_printf ("F%u", self->fonts->len);
  g_ptr_array_add (self->fonts, tonus_pdf_font_new (font, name));
  return self->fonts->pdata[self->fonts->len - 1];
}

gboolean
tonus_pdf_fonts_embed (TonusPdfFonts *self, HPDF_Doc doc, HPDF_Dict resources, GError **error)
{
  for (guint i = 0; i < self->fonts->len; i++)
    if (!tonus_pdf_font_embed (self->fonts->pdata[i], doc, resources, error))
      return FALSE;
  return TRUE;
}

void
tonus_pdf_fonts_note_missing (TonusPdfFonts *self, const char *characters)
{
  for (const char *p = characters; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_strchr (self->missing->str, -1, g_utf8_get_char (p)) == NULL)
      g_string_append_unichar (self->missing, g_utf8_get_char (p));
}

const char *
tonus_pdf_fonts_get_missing (TonusPdfFonts *self)
{
  return self->missing->str;
}
