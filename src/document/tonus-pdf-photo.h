/* tonus-pdf-photo.h - a photo as an object of the PDF, stored once however often it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <hpdf.h>

#include "tonus-image.h"
#include "tonus-page.h"

G_BEGIN_DECLS

/* @is_grey: without its colours.  NULL: the document has an error.  (transfer none) */
HPDF_Dict tonus_pdf_photo (TonusPdf *self, TonusImage *image, gboolean is_grey);

G_END_DECLS
