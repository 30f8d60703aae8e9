/* pdf-glyphs.h - what a page of ours shows, glyph by glyph: outline, text, place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <hb.h>

#include "pdf-reader.h"

G_BEGIN_DECLS

typedef struct
{
  char *font;    /* "NotoSans-Regular" */
  char *outline; /* of the embedded font, or what a Type 3 procedure draws; "" for a blank */
  char *text;    /* what the code reads as */
  char *span;    /* (nullable) the ActualText it stands in */
  gboolean begins_span;
  gboolean is_drawn; /* by a Type 3 procedure, in thousandths of an em */
} PdfGlyph;

/* Of the first page, in the order of its content: (element-type PdfGlyph) */
GPtrArray *pdf_glyphs_read (PdfReader *reader);

/* Outlines as text: the same curves give the same string. */
char *pdf_glyphs_get_outline (hb_font_t *font, guint glyph);
/* The same as a Type 3 procedure draws it. */
char *pdf_glyphs_get_drawn_outline (hb_font_t *font, guint units, guint glyph);

G_END_DECLS
