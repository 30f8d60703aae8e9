/* tonus-pdf-face.h - text in one face: measured, and as the operators that show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-pdf-font.h"
#include "tonus-shape.h"

G_BEGIN_DECLS

typedef struct _TonusPdfFace TonusPdfFace;

/* @fonts: TONUS_N_CHAIN of them, borrowed, any but the first may be NULL.  They must not be asked
 * to embed after the face is gone: the face holds the text of their codes. */
TonusPdfFace *tonus_pdf_face_new (TonusPdfFont *const *fonts, const char *language);
void tonus_pdf_face_free (TonusPdfFace *self);

/* Of the first font. */
const TonusFont *tonus_pdf_face_get_font (TonusPdfFace *self);
const char *tonus_pdf_face_get_name (TonusPdfFace *self);

/* Advance of @length bytes of @text in em. */
double tonus_pdf_face_measure (TonusPdfFace *self, const char *text, gsize length);

/* The first character of @text without a glyph, or 0. */
gunichar tonus_pdf_face_find_missing (TonusPdfFace *self, const char *text);

/* Appends the operators that show @text between BT and ET, the first font being set, before and
 * after. */
void tonus_pdf_face_append_text (TonusPdfFace *self, GString *out, double size, const char *text);

/* "12.5": in any locale, without trailing zeros. */
void tonus_pdf_append_number (GString *out, double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPdfFace, tonus_pdf_face_free)

G_END_DECLS
