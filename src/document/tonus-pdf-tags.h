/* tonus-pdf-tags.h - the structure of a tagged PDF: which drawing belongs to which heading,
 * paragraph, figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marked content is opened late, when something is drawn, and closed when the next drawing belongs
 * elsewhere; so an open tag that goes on over a page needs nothing done.  What stands in no tag
 * that can hold content is never lost: text becomes a paragraph, shapes become decoration.
 */
#pragma once

#include "tonus-page.h"
#include "tonus-pdf-object.h"

G_BEGIN_DECLS

typedef struct _TonusPdfTags TonusPdfTags;

TonusPdfTags *tonus_pdf_tags_new (void);
void tonus_pdf_tags_free (TonusPdfTags *self);

void tonus_pdf_tags_open (TonusPdfTags *self, TonusTag tag, const char *alt);
void tonus_pdf_tags_close (TonusPdfTags *self);
void tonus_pdf_tags_open_artifact (TonusPdfTags *self);
void tonus_pdf_tags_close_artifact (TonusPdfTags *self);

/* Before drawing on @page (from 0): appends the operators that mark what comes. */
void tonus_pdf_tags_mark (TonusPdfTags *self, guint page, gboolean is_text, GString *out);

/* Before leaving a page: appends what ends the open mark. */
void tonus_pdf_tags_leave (TonusPdfTags *self, GString *out);

/* The structure tree of @pages (element-type HPDF_Page), hung into the catalog. */
void tonus_pdf_tags_write (TonusPdfTags *self, HPDF_Doc doc, GPtrArray *pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPdfTags, tonus_pdf_tags_free)

G_END_DECLS
