/* tonus-block.h - a piece of a page laid out before it is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of drawing steps relative to the block's own top left corner.  Because a block is built first and
 * placed afterwards, what was measured is what is drawn: its height decides the page before any ink.
 * What it is told is where things go; a right-to-left page is mirrored by who builds it.  Fills, lines and circles are decoration; text and figures are content, inside tags.
 */
#pragma once

#include "tonus-flow.h"

G_BEGIN_DECLS

typedef struct _TonusBlock TonusBlock;

/* @pdf is borrowed and outlives the block. */
TonusBlock *tonus_block_new (TonusPdf *pdf);
void tonus_block_free (TonusBlock *self);

void tonus_block_open (TonusBlock *self, TonusTag tag, const char *alt);
void tonus_block_close (TonusBlock *self);

/* @text, broken to @width, its lines beginning where the document's reading begins, the first one's top at @y.  Returns the y below the last line; @text NULL: nothing, @y. */
double tonus_block_text (TonusBlock *self, const TonusTextStyle *style, double x, double y, double width, const char *text);
/* The same, each line in the middle of @width. */
double tonus_block_text_centred (TonusBlock *self, const TonusTextStyle *style, double x, double y, double width, const char *text);
/* How high @text would be. */
double tonus_block_measure_text (TonusBlock *self, const TonusTextStyle *style, double width, const char *text);

void tonus_block_fill (TonusBlock *self, double x, double y, double width, double height, double radius, TonusColour colour);
void tonus_block_stroke (TonusBlock *self, double x, double y, double width, double height, double radius, double line_width, TonusColour colour);
void tonus_block_line (TonusBlock *self, double x0, double y0, double x1, double y1, double line_width, TonusColour colour);
void tonus_block_circle (TonusBlock *self, double cx, double cy, double radius, TonusColour colour);

/* In a figure's tag. */
void tonus_block_figure (TonusBlock *self, TonusFigureList *figure, double x, double y);

/* For a page read from the right: what stood @x from the left of @width stands as far from its right.  Texts keep their
 * column and figures what they show. */
void tonus_block_mirror (TonusBlock *self, double width);

/* Everything of @other, moved by (@dx, @dy). */
void tonus_block_add (TonusBlock *self, const TonusBlock *other, double dx, double dy);

/* Where words and figures are: a line of text as wide as it is drawn, a figure whole. */
typedef struct
{
  double x, y, width, height;
  const char *text;              /* (nullable) */
  const TonusFigureList *figure; /* (nullable) */
} TonusBlockBox;

/* For who checks a layout.  (element-type TonusBlockBox) (transfer full); what they point at is the block's */
GArray *tonus_block_list_boxes (const TonusBlock *self);

void tonus_block_set_height (TonusBlock *self, double height);
double tonus_block_get_height (const TonusBlock *self);

void tonus_block_draw (const TonusBlock *self, double x, double y);

/* For a block higher than a page: draws the lines of text from @from on that end within @room, without decoration,
 * at least one line.  Returns where to go on; the height when all is drawn. */
double tonus_block_draw_lines (const TonusBlock *self, double x, double y, double from, double room);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusBlock, tonus_block_free)

G_END_DECLS
