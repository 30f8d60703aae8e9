/* tonus-cluster.h - how the text of a cluster is shared among its glyphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shaping says which glyphs show which characters together: a cluster.  Who reads a PDF goes by each
 * glyph's place and text, so each case has its form:
 *
 *  - one glyph, one character, or a ligature read from left to right: the glyph has it all;
 *  - from left to right, several glyphs: the cluster has its text as a whole (ActualText), and ends
 *    where its advance ends, lest a reader finds a gap after a mark;
 *  - from right to left readers turn the characters round one by one, those of a ligature or of an
 *    ActualText too.  So every character gets a place of its own in visual order: those too many for
 *    the glyphs become ghosts (blank, without width), marks are drawn in silence.
 */
#pragma once

#include "tonus-shape.h"

G_BEGIN_DECLS

/* Appends to @run the @n shaped @glyphs of bytes @start to @start + @length of its text.  @blank: the
 * font's glyph for a blank, 0 if it has none. */
void tonus_cluster_append (TonusRun *run,
                           TonusGlyph *glyphs,
                           guint n,
                           guint32 start,
                           guint32 length,
                           gboolean is_rtl,
                           guint32 blank);

G_END_DECLS
