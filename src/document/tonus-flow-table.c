/* tonus-flow-table.c - tables of a flow: cells wrap, the head comes again after a page break
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-flow-private.h"

#include <math.h>

#define CELL_GAP 6
#define CELL_PADDING 3
/* A head taller than this part of a page is not repeated: it would leave no room for rows. */
#define MAX_HEAD_SHARE 3

static const TonusTextStyle head_style = { TONUS_FONT_BOLD, 9, 12, { 0.10, 0.11, 0.13 } };
static const TonusTextStyle cell_style = { TONUS_FONT_REGULAR, 9.5, 12.5, { 0.10, 0.11, 0.13 } };

/* @cells may end early: what is not there is empty. */
static TonusFlowRow *
build_row (TonusFlow *self,
           const double *widths,
           guint n_columns,
           const char *const *cells,
           int tag,
           const TonusTextStyle *style)
{
  TonusFlowRow *row = tonus_flow_row_new (TONUS_TAG_TR);
  const double width = self->right - self->left;
  double total = 0, x = self->left;
  gboolean is_over = FALSE;

  for (guint i = 0; i < n_columns; i++)
    {
      g_assert (isfinite (widths[i]) && widths[i] > 0);
      total += widths[i];
    }
  row->padding = CELL_PADDING;
  row->is_kept_whole = TRUE;
  row->has_rule = TRUE;
  for (guint i = 0; i < n_columns; i++)
    {
      double column = width * widths[i] / total;

      is_over = is_over || cells[i] == NULL;
      tonus_flow_row_add (self, row, tag, style, x + CELL_GAP / 2.0, MAX (column - CELL_GAP, 1),
                          is_over ? "" : cells[i]);
      x += column;
    }
  return row;
}

static void
draw_rows (TonusFlow *self, const double *widths, guint n_columns, GPtrArray *rows, guint from)
{
  for (guint i = from; i < rows->len; i++)
    {
      g_autoptr (TonusFlowRow) row = build_row (
          self, widths, n_columns, g_ptr_array_index (rows, i), TONUS_TAG_TD, &cell_style);

      tonus_flow_row_draw (self, row);
    }
}

void
tonus_flow_table (TonusFlow *self,
                  const double *widths,
                  guint n_columns,
                  const char *const *head,
                  GPtrArray *rows)
{
  g_autoptr (TonusFlowRow) head_row = NULL;
  gboolean is_repeated;
  double together;

  g_return_if_fail (n_columns > 0);

  tonus_flow_end_list (self);
  head_row = build_row (self, widths, n_columns, head, TONUS_TAG_TH, &head_style);
  head_row->has_tint = TRUE;
  together = tonus_flow_row_get_height (head_row);
  is_repeated = together <= tonus_flow_get_page_room (self) / MAX_HEAD_SHARE;
  if (rows->len > 0)
    {
      g_autoptr (TonusFlowRow) first = build_row (
          self, widths, n_columns, g_ptr_array_index (rows, 0), TONUS_TAG_TD, &cell_style);

      /* A head is not left alone at the foot of a page. */
      self->table_head = is_repeated ? head_row : NULL;
      together += tonus_flow_row_get_first_height (self, first);
      self->table_head = NULL;
    }
  tonus_flow_settle (self, together);
  tonus_pdf_open_tag (self->pdf, TONUS_TAG_TABLE, NULL);
  tonus_flow_row_draw (self, head_row);
  self->table_head = is_repeated ? head_row : NULL;
  draw_rows (self, widths, n_columns, rows, 0);
  self->table_head = NULL;
  tonus_pdf_close_tag (self->pdf);
}
