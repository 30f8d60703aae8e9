/* tonus-flow.h - text that runs: paragraphs, headings, lists and tables, measured before drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flow lays blocks one under the other between the margins, breaking pages where it must, never inside a
 * kept-together block that fits a page, never leaving a heading alone.  Every byte handed in is placed: a word wider than the
 * column is broken between characters.  In a right-to-left document labels and first columns stand at the right.  Line breaks follow Pango's (UAX 14) attributes.
 */
#pragma once

#include "tonus-page.h"

G_BEGIN_DECLS

typedef struct
{
  TonusFontFace face;
  double size;
  double leading;
  TonusColour colour;
} TonusTextStyle;

/* Lines of @text within @width: (element-type utf8) (transfer full).  "\n" breaks; an empty line is "". */
GPtrArray *tonus_flow_break (TonusPdf *pdf, const TonusTextStyle *style, const char *text, double width);

/* The same for lines that are drawn one under the other in one tag: where a blank or line end was dropped the
 * line ends with one blank.  It is not seen, but a screen reader that joins lines does not join their words. */
GPtrArray *tonus_flow_break_readable (TonusPdf *pdf, const TonusTextStyle *style, const char *text, double width);

typedef struct _TonusFlow TonusFlow;

typedef struct
{
  double left, right, top, bottom;  /* margins in points; running head and foot live in top and bottom */
  const char *head;                 /* (nullable) repeated on every page after the first */
  const char *foot;                 /* (nullable) foot at the start; "Page n of m" stands at the end */
  const char *page_format;          /* "Page %u of %u" in the document's language */
} TonusFlowSettings;

/* @pdf is borrowed and outlives the flow; the first page is added. */
TonusFlow *tonus_flow_new (TonusPdf *pdf, const TonusFlowSettings *settings);
void tonus_flow_free (TonusFlow *self);

void tonus_flow_heading (TonusFlow *self, TonusTag level, const char *text);
void tonus_flow_paragraph (TonusFlow *self, const TonusTextStyle *style, const char *text);
/* "label   value" pairs in two columns, label bold; rows stay whole where they can. */
void tonus_flow_pair (TonusFlow *self, const char *label, const char *value);
void tonus_flow_list_item (TonusFlow *self, const char *label, const char *text);
void tonus_flow_space (TonusFlow *self, double points);
void tonus_flow_rule (TonusFlow *self);

/* A table: @n_columns relative widths, rows of n cells; the head row repeats after a page break.  Cells wrap. */
void tonus_flow_table (TonusFlow *self, const double *widths, guint n_columns, const char *const *head, GPtrArray *rows);

/* Room for a block of @height; breaks the page when it does not fit.  Returns its top. */
double tonus_flow_take (TonusFlow *self, double height);
double tonus_flow_get_left (TonusFlow *self);
double tonus_flow_get_column_width (TonusFlow *self);

/* Heads, feet and page numbers; call once, last. */
void tonus_flow_end (TonusFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusFlow, tonus_flow_free)

G_END_DECLS
