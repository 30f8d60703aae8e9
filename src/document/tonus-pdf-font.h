/* tonus-pdf-font.h - one font file in one PDF: which glyphs were drawn, and their embedding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every (glyph, text) pair that is drawn gets a two-byte code in order of first use, so that a
 * viewer can read back exactly what was written even where two texts share a glyph.  At the end the
 * glyphs are cut out and embedded (Type 0, TrueType).  What cannot or may not be embedded is drawn:
 * each glyph's outline becomes a procedure of a Type 3 font, which has room for 256; the upper byte of a code
 * then says which of several, the lower is what is shown.
 */
#pragma once

#include "tonus-font.h"
#include "tonus-pdf-object.h"

G_BEGIN_DECLS

typedef struct _TonusPdfFont TonusPdfFont;

/* @name: what pages call it. */
TonusPdfFont *tonus_pdf_font_new (const TonusFont *font, const char *name);
void tonus_pdf_font_free (TonusPdfFont *self);

const TonusFont *tonus_pdf_font_get_font (TonusPdfFont *self);

/* Which of the PDF's fonts shows @code, and what pages call that one: "F1". */
guint tonus_pdf_font_get_part (TonusPdfFont *self, guint16 code);
void tonus_pdf_font_append_name (TonusPdfFont *self, guint part, GString *out);

/* The code that stands for @glyph where it means @length bytes of @text, which must outlive the
 * font. */
guint16
tonus_pdf_font_find_code (TonusPdfFont *self, guint32 glyph, const char *text, gsize length);
/* The code of a blank, @glyph, without width. */
guint16
tonus_pdf_font_find_ghost (TonusPdfFont *self, guint32 glyph, const char *text, gsize length);

/* "01A0": as it stands in a string. */
void tonus_pdf_font_append_code (TonusPdfFont *self, guint16 code, GString *out);

/* What a viewer moves on after @code, in thousandths of an em. */
int tonus_pdf_font_get_width (TonusPdfFont *self, guint16 code);

/* Content names it, though it may come to show nothing in it: what is named must be there. */
void tonus_pdf_font_mention (TonusPdfFont *self);

/* All that was drawn, into the page's @resources if anything was; FALSE and @error if the face cannot be
 * subset. */
gboolean
tonus_pdf_font_embed (TonusPdfFont *self, HPDF_Doc doc, HPDF_Dict resources, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPdfFont, tonus_pdf_font_free)

G_END_DECLS
