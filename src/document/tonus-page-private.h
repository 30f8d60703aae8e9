/* tonus-page-private.h - what the drawing calls of a PDF share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>
#include "tonus-page.h"
#include "tonus-pdf-face.h"
#include "tonus-pdf-tags.h"

G_BEGIN_DECLS

/* What a page's content stream has set, so that it is not set again. */
typedef struct
{
  gboolean has_fill, has_stroke;
  TonusColour fill, stroke;
  double line_width;
  int face; /* -1: none */
  double size;
} TonusPageState;

struct _TonusPdf
{
  HPDF_Doc doc;
  HPDF_STATUS first_error, first_detail;
  double width, height;
  gboolean is_rtl;
  TonusPdfInfo info; /* owned strings */
  TonusPdfFonts *fonts;
  TonusPdfFace *faces[TONUS_N_FONTS];
  HPDF_Dict font_resources;
  GHashTable *figures; /* tonus_pdf_figures_new () */
  GHashTable *photos;  /* likewise, of tonus_pdf_photo () */
  TonusPdfTags *tags;
  GPtrArray *pages; /* (element-type HPDF_Page) */
  GArray *states;   /* (element-type TonusPageState): of each page */
  guint current;
  GString *scratch;
  gboolean is_finished;
};

/* libharu writes NaN as garbage and calls it success, so numbers are checked here. */
static inline HPDF_REAL
tonus_page_number (double value)
{
  g_assert (isfinite (value));
  return (HPDF_REAL) value;
}

const char *tonus_page_get_language (TonusPdf *self);
HPDF_Page tonus_page_get (TonusPdf *self);
TonusPageState *tonus_page_get_state (TonusPdf *self);
gboolean tonus_page_is_rtl_language (const char *language);

/* The scratch text goes into the page's content. */
void tonus_page_flush (TonusPdf *self);

/* Before drawing: what comes belongs to the open tag or artifact. */
void tonus_page_mark (TonusPdf *self, gboolean is_text);

/* tonus_pdf_measure() of a part. */
double tonus_page_measure (
    TonusPdf *self, TonusFontFace face, double size, const char *text, gsize length);

/* tonus_pdf_measure() of a part of a paragraph with two directions. */
double tonus_page_measure_part (TonusPdf *self,
                                TonusFontFace face,
                                double size,
                                const char *text,
                                const guint8 *levels,
                                gsize from,
                                gsize to);

void tonus_page_set_fill (TonusPdf *self, TonusColour colour);
void tonus_page_set_stroke (TonusPdf *self, TonusColour colour, double line_width);

G_END_DECLS
