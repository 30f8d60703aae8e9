/* tonus-pdf-figure.h - an exercise's picture as an object of the PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pictures, or the photos in them, that a document has already, by what they show.  (transfer
 * full) */
GHashTable *tonus_pdf_figures_new (void);

G_END_DECLS
