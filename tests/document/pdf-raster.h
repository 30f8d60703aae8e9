/* pdf-raster.h - a page as it is seen, and as Pango would have drawn it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text stands at (50, 100) points from the top left, 20 points high.
 */
#pragma once

#include <glib.h>

#include "pdf-reader.h"

G_BEGIN_DECLS

/* Rows of grey: 0 black … 255 white. */
typedef struct
{
  int width, height;
  guint8 *pixels;
} PdfRaster;

void pdf_raster_clear (PdfRaster *raster);

/* What poppler draws of the first page. */
void pdf_raster_read (PdfReader *reader, PdfRaster *raster);

/* What Pango and cairo draw of @text in @fonts, on a page of the size of @like. */
void pdf_raster_draw_pango (const char *language,
                            const char *fonts,
                            const char *text,
                            const PdfRaster *like,
                            PdfRaster *raster);

/* Pixels of @one that are black where @other has nothing near. */
guint pdf_raster_count_lost_ink (const PdfRaster *one, const PdfRaster *other);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PdfRaster, pdf_raster_clear)

G_END_DECLS
