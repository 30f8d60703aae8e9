/* tonus-pdf-font-private.h - what the two ways to put a font into a PDF share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-pdf-font.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 glyph;
  guint16 number;
  gboolean is_ghost;
  int width;        /* thousandths of an em, as written to the font */
  const char *text; /* borrowed from a run; not terminated */
  gsize length;     /* 0 inside a cluster whose first glyph has the text */
} TonusPdfCode;

struct _TonusPdfFont
{
  const TonusFont *font; /* borrowed: lives as long as the process */
  char *name;            /* what pages call it */
  GPtrArray *codes;      /* (element-type TonusPdfCode): code n stands at n - 1 */
  gboolean is_mentioned;
  GHashTable *by_glyph;  /* (element-type TonusPdfCode TonusPdfCode) */
};

const TonusPdfCode *tonus_pdf_font_get_code (TonusPdfFont *self, guint number);

/* "ABCDEF+NotoSans-Regular": the letters follow from the glyphs, so that the same text gives the
 * same bytes and two subsets in one reader's cache are not taken for each other.  (transfer full) */
char *tonus_pdf_font_build_name (TonusPdfFont *self);

/* The CMap that reads codes @first to @last, of @n_digits hexadecimal digits each. */
HPDF_Dict tonus_pdf_font_build_to_unicode (
    TonusPdfFont *self, HPDF_Doc doc, guint first, guint last, guint n_digits);

/* A descriptor without a file. */
HPDF_Dict tonus_pdf_font_build_descriptor (TonusPdfFont *self, HPDF_Doc doc, const char *name);

/* Type 3 fonts of up to 256 codes each, added to @resources under the names of
 * tonus_pdf_font_append_name(). */
void tonus_pdf_font_embed_drawn (TonusPdfFont *self, HPDF_Doc doc, HPDF_Dict resources);

G_END_DECLS
