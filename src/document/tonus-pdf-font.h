/* tonus-pdf-font.h - one font file in one PDF: which glyphs were drawn, and their embedding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every (glyph, text) pair that is drawn gets a two-byte code in order of first use, so that a
 * viewer can read back exactly what was written even where two texts share a glyph.  At the end the
 * glyphs are cut out by hb-subset: libharu 2.3 drops accents when it does that itself.
 */
#pragma once

#include "tonus-font.h"
#include "tonus-pdf-object.h"

G_BEGIN_DECLS

typedef struct _TonusPdfFont TonusPdfFont;

/* @name: static, what pages call it. */
TonusPdfFont *tonus_pdf_font_new (const TonusFont *font, const char *name);
void tonus_pdf_font_free (TonusPdfFont *self);

const TonusFont *tonus_pdf_font_get_font (TonusPdfFont *self);
const char *tonus_pdf_font_get_name (TonusPdfFont *self);

/* The code that stands for @glyph where it means @length bytes of @text, which must outlive the
 * font. */
guint16
tonus_pdf_font_find_code (TonusPdfFont *self, guint32 glyph, const char *text, gsize length);

/* What a viewer moves on after @code, in thousandths of an em. */
int tonus_pdf_font_get_width (TonusPdfFont *self, guint16 code);

gboolean tonus_pdf_font_is_used (TonusPdfFont *self);

/* The Type0 font of all that was drawn; NULL and @error if the face cannot be subset. */
HPDF_Dict tonus_pdf_font_embed (TonusPdfFont *self, HPDF_Doc doc, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPdfFont, tonus_pdf_font_free)

G_END_DECLS
