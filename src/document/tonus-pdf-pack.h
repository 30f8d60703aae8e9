/* tonus-pdf-pack.h - a finished PDF written again in less space
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libharu writes every object in the clear and lists them in a table of 20 bytes a row.  Since
 * PDF 1.5 (ISO 32000-1, 7.5.7 and 7.5.8) objects may be packed together, and the table with them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @plain is what libharu wrote, and nothing else: anything unexpected in it is a programmer error.
 * The objects keep their numbers; the same bytes give the same bytes.  (transfer full) */
GBytes *tonus_pdf_pack (GBytes *plain);

/* @data as a FlateDecode filter reads it; @level 1 (fast) to 9 (small).  (transfer full) */
GBytes *tonus_pdf_deflate (const char *data, gsize size, int level);

G_END_DECLS
