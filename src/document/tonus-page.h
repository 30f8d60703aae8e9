/* tonus-page.h - a PDF being written: pages, text, lines, boxes, tags
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points, origin at the top left, y downwards; colours 0…1.  All drawing goes into a tagged
 * structure: open a tag, draw, close it; what is only decoration is drawn in an artifact.  The first libharu
 * error is kept and everything after it is ignored; tonus_pdf_finish() reports it.  The same calls give
 * the same bytes.  Text is UTF-8 of any script and is shaped, never cut: ask tonus_pdf_measure() first.
 *
 * A document whose language is written from right to left is laid out from the right: columns, numbers of
 * lists, ticks.  Ask tonus_pdf_is_rtl(), and say START rather than left.  A text is read in the document's direction,
 * one that is all in the other direction's script in its own.  A value put into a sentence (a name, a dose, a
 * telephone number) goes through tonus_text_isolate() or tonus_text_isolate_ltr() first, or it may reorder the sentence.
 */
#pragma once

#include <glib.h>
#include "tonus-document.h"
#include "tonus-figure-list.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_FONT_REGULAR,
  TONUS_FONT_BOLD,
  TONUS_N_FONTS
} TonusFontFace;

typedef struct
{
  double r, g, b;
} TonusColour;

/* Where a text stands in its column: START is the side where reading begins. */
typedef enum
{
  TONUS_ALIGN_START,
  TONUS_ALIGN_CENTRE,
  TONUS_ALIGN_END
} TonusAlign;

typedef enum
{
  TONUS_TAG_DOCUMENT,
  TONUS_TAG_SECT,
  TONUS_TAG_H1,
  TONUS_TAG_H2,
  TONUS_TAG_H3,
  TONUS_TAG_P,
  TONUS_TAG_L,
  TONUS_TAG_LI,
  TONUS_TAG_LBL,
  TONUS_TAG_LBODY,
  TONUS_TAG_TABLE,
  TONUS_TAG_TR,
  TONUS_TAG_TH,
  TONUS_TAG_TD,
  TONUS_TAG_FIGURE
} TonusTag;

typedef struct
{
  const char *title;    /* document title: no patient data beyond what the caller decides */
  const char *author;   /* (nullable) */
  const char *subject;  /* (nullable) */
  const char *language; /* BCP 47: "en" */
  const char *created;  /* (nullable) "2026-11-23T10:42:07+01:00"; fixed dates give golden bytes */
} TonusPdfInfo;

typedef struct _TonusPdf TonusPdf;

/* Errors: TONUS_DOCUMENT_ERROR_FONT when the document font is missing (says which package).  (transfer full) */
TonusPdf *tonus_pdf_new (TonusPaper paper, const TonusPdfInfo *info, GError **error);
/* A page of any size in points, for a picture by itself. */
TonusPdf *tonus_pdf_new_sized (double width, double height, const TonusPdfInfo *info, GError **error);
void tonus_pdf_free (TonusPdf *self);

double tonus_pdf_get_width (TonusPdf *self);   /* points */
double tonus_pdf_get_height (TonusPdf *self);

/* Is the document's language written from right to left? */
gboolean tonus_pdf_is_rtl (TonusPdf *self);

void tonus_pdf_add_page (TonusPdf *self);
guint tonus_pdf_get_n_pages (TonusPdf *self);

/* Draw on an earlier page again (page numbers "2 of 3" after the count is known), from 0. */
void tonus_pdf_go_to_page (TonusPdf *self, guint index);

/* Structure.  @alt: (nullable) alternative text, for figures.  Tags nest; they may continue over pages. */
void tonus_pdf_open_tag (TonusPdf *self, TonusTag tag, const char *alt);
void tonus_pdf_close_tag (TonusPdf *self);
void tonus_pdf_open_artifact (TonusPdf *self);
void tonus_pdf_close_artifact (TonusPdf *self);

/* Advance width of @text set in one line. */
double tonus_pdf_measure (TonusPdf *self, TonusFontFace face, double size, const char *text);
/* @x, @baseline; draws all of @text.  Returns the advance. */
double tonus_pdf_show (TonusPdf *self, TonusFontFace face, double size, TonusColour colour, double x, double baseline, const char *text);
/* The same in a column from @x to @x + @width; blanks at the end of @text take no room. */
void tonus_pdf_show_aligned (TonusPdf *self, TonusFontFace face, double size, TonusColour colour, TonusAlign align, double x, double width, double baseline, const char *text);
/* Both are positive. */
double tonus_pdf_ascent (TonusPdf *self, TonusFontFace face, double size);
double tonus_pdf_descent (TonusPdf *self, TonusFontFace face, double size);

/* Has some font every character?  The first one that none has, else 0. */
gunichar tonus_pdf_find_missing (TonusPdf *self, TonusFontFace face, const char *text);

/* The characters of all that was shown that no font has, each once; "" if none.  They are drawn as a box: who
 * hands the document on must say so, tonus_document_describe_missing().  (transfer none) */
const char *tonus_pdf_get_missing (TonusPdf *self);

void tonus_pdf_fill_rect (TonusPdf *self, double x, double y, double width, double height, double radius, TonusColour colour);
void tonus_pdf_stroke_rect (TonusPdf *self, double x, double y, double width, double height, double radius, double line_width, TonusColour colour);
void tonus_pdf_line (TonusPdf *self, double x0, double y0, double x1, double y1, double line_width, TonusColour colour);
void tonus_pdf_fill_circle (TonusPdf *self, double cx, double cy, double radius, TonusColour colour);

/* 8-bit RGB(A) rows; drawn into the box, keeping proportions. */
void tonus_pdf_image (TonusPdf *self, const guint8 *pixels, int width, int height, int stride, gboolean has_alpha, double x, double y, double box_width, double box_height);

/* @list with its top left corner there; what reaches out of its size is not shown.  The same picture is stored once
 * however often it is drawn. */
void tonus_pdf_figure (TonusPdf *self, TonusFigureList *list, double x, double y);

/* Fonts subset, structure written.  Errors: TONUS_DOCUMENT_ERROR_PDF.  (transfer full) */
GBytes *tonus_pdf_finish (TonusPdf *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPdf, tonus_pdf_free)

G_END_DECLS
