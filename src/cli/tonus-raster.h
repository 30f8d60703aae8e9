/* tonus-raster.h - the first page of a PDF as a picture of dots
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Done by the program tonus-raster, which lies beside this one or where it was installed to.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A PNG at 170 dots to the inch: 45 mm are 300 dots.  The same bytes are rendered that would be
 * printed.  (transfer full) */
GBytes *tonus_raster_from_pdf (GBytes *pdf, GError **error);

G_END_DECLS
