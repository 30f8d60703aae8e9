/* tonus-pdf-metadata.h - what a PDF says about itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Said twice, as the format wants it: in the Info dictionary and as XMP.  No conformance (PDF/A,
 * PDF/UA) is claimed.
 */
#pragma once

#include "tonus-page.h"
#include "tonus-pdf-object.h"

G_BEGIN_DECLS

/* Info, XMP, language and viewer preferences. */
void tonus_pdf_metadata_write (HPDF_Doc doc, const TonusPdfInfo *info);

G_END_DECLS
