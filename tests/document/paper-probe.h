/* paper-probe.h - what other programs make of a PDF: words, pages, colours, complaints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every function writes @pdf to a temporary file and asks poppler or qpdf; a program that fails, fails the test.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* qpdf finds nothing wrong, and every font is embedded. */
void paper_probe_check (GBytes *pdf);

guint paper_probe_count_pages (GBytes *pdf);

/* What pdfinfo says after "@key:".  (transfer full) (nullable) */
char *paper_probe_info (GBytes *pdf, const char *key);

/* The text in the order it was drawn; @page from 1, 0: all.  (transfer full) */
char *paper_probe_text (GBytes *pdf, guint page);

/* The same without blanks, so that line breaks do not matter.  (transfer full) */
char *paper_probe_dense (GBytes *pdf, guint page);
/* @text without blanks.  (transfer full) */
char *paper_probe_squeeze (const char *text);
void paper_probe_assert_has (const char *dense, const char *text);
void paper_probe_assert_lacks (const char *dense, const char *text);

/* The tree of tags with their text, as pdfinfo draws it.  (transfer full) */
char *paper_probe_structure (GBytes *pdf);

/* No two words share ink, none leaves the page. */
void paper_probe_assert_tidy (GBytes *pdf);

gboolean paper_probe_has_colour (GBytes *pdf);

G_END_DECLS
