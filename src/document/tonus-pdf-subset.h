/* tonus-pdf-subset.h - the glyphs a document uses, cut out of their font
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libharu 2.3 drops accents when it does that itself; hb-subset does not.  The last subsets cut on a
 * thread are kept: a handout printed again after a correction mostly needs the same letters.
 */
#pragma once

#include <hb-subset.h>
#include "tonus-font.h"

G_BEGIN_DECLS

typedef struct
{
  hb_blob_t *data;
  hb_map_t *new_glyphs; /* glyph in the face → glyph in the subset */
} TonusPdfSubset;

/* FALSE: the font is damaged. */
gboolean tonus_pdf_subset_cut (const TonusFont *font, const hb_set_t *glyphs, TonusPdfSubset *subset);
void tonus_pdf_subset_clear (TonusPdfSubset *subset);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TonusPdfSubset, tonus_pdf_subset_clear)

G_END_DECLS
