/* tonus-pdf-reader.h - a PDF whose pages can be drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poppler does it.  It brings a fifth of all libraries with it, and half the starts of a day never
 * look at a page: it is loaded when the first one is opened.  One TonusPdfReader belongs to one
 * thread.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TonusPdfReader TonusPdfReader;

/* Errors: poppler's, and G_IO_ERROR_NOT_FOUND where it is not installed.  (transfer full) */
TonusPdfReader *tonus_pdf_reader_new (GBytes *pdf, GError **error);
void tonus_pdf_reader_free (TonusPdfReader *self);

guint tonus_pdf_reader_get_n_pages (TonusPdfReader *self);

/* Pages count from 0; sizes are points. */
void tonus_pdf_reader_get_size (TonusPdfReader *self, guint page, double *width, double *height);
void tonus_pdf_reader_draw (TonusPdfReader *self, guint page, cairo_t *cr);
void tonus_pdf_reader_draw_for_printing (TonusPdfReader *self, guint page, cairo_t *cr);

/* What the page says.  (transfer full) */
char *tonus_pdf_reader_get_text (TonusPdfReader *self, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPdfReader, tonus_pdf_reader_free)

G_END_DECLS
