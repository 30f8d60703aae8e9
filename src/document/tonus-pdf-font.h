/* tonus-pdf-font.h - one face in one PDF: which glyphs were drawn, and their embedding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every (glyph, text) pair that is drawn gets a two-byte code in order of first use, so that a
 * viewer can read back exactly what was written even where two texts share a glyph.  At the end the
 * glyphs are cut out by hb-subset: libharu 2.3 drops accents when it does that itself.
 */
#pragma once

#include "tonus-pdf-object.h"
#include "tonus-shape.h"

G_BEGIN_DECLS

typedef struct _TonusPdfFont TonusPdfFont;

TonusPdfFont *tonus_pdf_font_new (const TonusFont *font, const char *language);
void tonus_pdf_font_free (TonusPdfFont *self);

const TonusFont *tonus_pdf_font_get_font (TonusPdfFont *self);

/* Advance of @length bytes of @text in font units. */
gint64 tonus_pdf_font_measure (TonusPdfFont *self, const char *text, gsize length);

/* The first character of @text without a glyph, or 0. */
gunichar tonus_pdf_font_find_missing (TonusPdfFont *self, const char *text);

/* Appends the operators that show @text between BT and ET, the font being set already. */
void tonus_pdf_font_append_text (TonusPdfFont *self, GString *out, double size, const char *text);

gboolean tonus_pdf_font_is_used (TonusPdfFont *self);

/* The Type0 font of all that was drawn; NULL and @error if the face cannot be subset. */
HPDF_Dict tonus_pdf_font_embed (TonusPdfFont *self, HPDF_Doc doc, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPdfFont, tonus_pdf_font_free)

G_END_DECLS
