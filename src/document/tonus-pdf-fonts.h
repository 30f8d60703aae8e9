/* tonus-pdf-fonts.h - all fonts of one PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document's own faces have fixed names; fonts of the system get theirs in the order in which
 * they are first drawn, so that the same text gives the same bytes.
 */
#pragma once

#include "tonus-pdf-font.h"

G_BEGIN_DECLS

typedef struct _TonusPdfFonts TonusPdfFonts;

/* Errors: TONUS_DOCUMENT_ERROR_FONT when a face all text is set in is missing.  Without the fonts of
 * signs a document is still one. */
TonusPdfFonts *tonus_pdf_fonts_new (GError **error);
void tonus_pdf_fonts_free (TonusPdfFonts *self);

/* The PDF's font for @font; @font stays.  (transfer none) */
TonusPdfFont *tonus_pdf_fonts_get (TonusPdfFonts *self, const TonusFont *font);

/* All that were drawn with, into the pages' font resources. */
gboolean
tonus_pdf_fonts_embed (TonusPdfFonts *self, HPDF_Doc doc, HPDF_Dict resources, GError **error);

/* Characters that were drawn as a box because no font has them, each once, in order; "" if none. */
void tonus_pdf_fonts_note_missing (TonusPdfFonts *self, const char *characters);
const char *tonus_pdf_fonts_get_missing (TonusPdfFonts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPdfFonts, tonus_pdf_fonts_free)

G_END_DECLS
