/* tonus-pdf-face.h - text in one face: measured, and as the operators that show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-pdf-fonts.h"
#include "tonus-shape.h"

G_BEGIN_DECLS

typedef struct _TonusPdfFace TonusPdfFace;

/* @fonts is borrowed and must not be asked to embed after the face is gone: the face holds the text
 * of their codes. */
TonusPdfFace *tonus_pdf_face_new (TonusPdfFonts *fonts, TonusFontFace face, const char *language, gboolean is_rtl);
void tonus_pdf_face_free (TonusPdfFace *self);

/* The document's own. */
const TonusFont *tonus_pdf_face_get_font (TonusPdfFace *self);
const char *tonus_pdf_face_get_name (TonusPdfFace *self);

/* Advance of @length bytes of @text in em. */
double tonus_pdf_face_measure (TonusPdfFace *self, const char *text, gsize length);
/* The same of a part of a paragraph, whose levels tonus_bidi_find_levels() found. */
double tonus_pdf_face_measure_part (
    TonusPdfFace *self, const char *text, const guint8 *levels, gsize from, gsize to);

/* The first character of @text without a glyph, or 0. */
gunichar tonus_pdf_face_find_missing (TonusPdfFace *self, const char *text);

/* Appends the operators that show @text between BT and ET, the document's font being set, before and
 * after. */
void tonus_pdf_face_append_text (TonusPdfFace *self, GString *out, double size, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPdfFace, tonus_pdf_face_free)

G_END_DECLS
