/* pdf-reader.h - a PDF taken apart: its objects, streams and what poppler's tools say of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PdfReader PdfReader;

/* Writes @bytes to a temporary file, and fails the test unless qpdf finds it sound. */
PdfReader *pdf_reader_new (GBytes *bytes);
void pdf_reader_free (PdfReader *self);

const char *pdf_reader_get_path (PdfReader *self);

/* What @program prints for the file; "@" in the arguments stands for its path.  (transfer full) */
char *pdf_reader_run (PdfReader *self, const char *program, ...) G_GNUC_NULL_TERMINATED;

/* The text of page @page, from 1, as pdftotext reads it; 0: of all.  (transfer full) */
char *pdf_reader_get_text (PdfReader *self, guint page);
guint pdf_reader_count_pages (PdfReader *self);

/* The source of object @number up to its stream, as qpdf writes it.  (transfer none) */
const char *pdf_reader_get_object (PdfReader *self, guint number);
guint pdf_reader_count_objects (PdfReader *self);
/* The stream of object @number, unpacked.  (transfer full) */
GBytes *pdf_reader_get_stream (PdfReader *self, guint number);
/* The number in "/Key 12 0 R" or "/Key [ 12 0 R", 0 if there is none. */
guint pdf_reader_find_reference (const char *object, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfReader, pdf_reader_free)

G_END_DECLS
