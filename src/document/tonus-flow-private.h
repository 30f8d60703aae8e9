/* tonus-flow-private.h - rows of cells, what every block of a flow is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A paragraph is a row of one cell, a pair or a list item a row of two, a table row one of many.  A
 * row that does not fit is moved to the next page whole, or cut between lines when no page could
 * hold it.
 */
#pragma once

#include "tonus-flow.h"

G_BEGIN_DECLS

#define TONUS_FLOW_NO_TAG -1

typedef struct
{
  GPtrArray *lines; /* owned */
  TonusTextStyle style;
  double x, width;
  int tag; /* a TonusTag or TONUS_FLOW_NO_TAG */
} TonusFlowCell;

typedef struct
{
  TonusTag tag;
  GArray *cells;  /* (element-type TonusFlowCell) */
  double padding; /* above and below the lines */
  gboolean is_kept_whole;
  gboolean has_tint, has_rule;
} TonusFlowRow;

struct _TonusFlow
{
  TonusPdf *pdf; /* borrowed: outlives the flow */
  double left, right, top, bottom;
  char *head, *foot, *page_format;
  guint first_page;
  double y;
  GPtrArray *waiting; /* headings, spaces and rules that stay with the next block */
  gboolean is_in_list;
  TonusFlowRow *table_head; /* borrowed while a table is drawn, else NULL */
};

TonusFlowRow *tonus_flow_row_new (TonusTag tag);
void tonus_flow_row_free (TonusFlowRow *row);
void tonus_flow_row_add (TonusFlow *self,
                         TonusFlowRow *row,
                         int tag,
                         const TonusTextStyle *style,
                         double x,
                         double width,
                         const char *text);
double tonus_flow_row_get_height (const TonusFlowRow *row);
/* What must stand together at its beginning. */
double tonus_flow_row_get_first_height (TonusFlow *self, const TonusFlowRow *row);
void tonus_flow_row_draw (TonusFlow *self, TonusFlowRow *row);

/* Height between the margins, less a repeated table head. */
double tonus_flow_get_page_room (TonusFlow *self);
double tonus_flow_get_room (TonusFlow *self);
void tonus_flow_new_page (TonusFlow *self);

/* Ends an open list. */
void tonus_flow_end_list (TonusFlow *self);
/* Draws what waits for a block whose beginning is @height tall, on a page that holds both. */
void tonus_flow_settle (TonusFlow *self, double height);

extern const TonusColour tonus_flow_ink;
extern const TonusColour tonus_flow_grey;
extern const TonusColour tonus_flow_line;
extern const TonusColour tonus_flow_tint;
extern const TonusTextStyle tonus_flow_body;
extern const TonusTextStyle tonus_flow_body_bold;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusFlowRow, tonus_flow_row_free)

G_END_DECLS
