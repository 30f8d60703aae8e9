/* tonus-flow-row.c - rows of cells, what every block of a flow is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-flow-private.h"

#include <math.h>

/* Fewer lines of a paragraph are not left alone at the foot or the top of a page. */
#define MIN_LINES 2

#define HAIRLINE 0.5

static void
clear_cell (gpointer data)
{
  TonusFlowCell *cell = data;

  g_ptr_array_unref (cell->lines);
}

TonusFlowRow *
tonus_flow_row_new (TonusTag tag)
{
  TonusFlowRow *row = g_new0 (TonusFlowRow, 1);

  row->tag = tag;
  row->cells = g_array_new (FALSE, FALSE, sizeof (TonusFlowCell));
  g_array_set_clear_func (row->cells, clear_cell);
  return row;
}

void
tonus_flow_row_free (TonusFlowRow *row)
{
  if (row == NULL)
    return;
  g_array_unref (row->cells);
  g_free (row);
}

void
tonus_flow_row_add (TonusFlow *self,
                    TonusFlowRow *row,
                    int tag,
                    const TonusTextStyle *style,
                    double x,
                    double width,
                    const char *text)
{
  TonusFlowCell cell = { .style = *style, .x = x, .width = width, .tag = tag };

  if (tonus_pdf_is_rtl (self->pdf))
    cell.x = self->left + self->right - x - width;
  cell.lines = tonus_flow_break_readable (self->pdf, style, text, width);
  g_array_append_val (row->cells, cell);
}

static guint
count_lines (const TonusFlowRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->cells->len; i++)
    n = MAX (n, g_array_index (row->cells, TonusFlowCell, i).lines->len);
  return n;
}

static double
get_leading (const TonusFlowRow *row)
{
  double leading = 1;

  for (guint i = 0; i < row->cells->len; i++)
    leading = MAX (leading, g_array_index (row->cells, TonusFlowCell, i).style.leading);
  return leading;
}

double
tonus_flow_row_get_height (const TonusFlowRow *row)
{
  return count_lines (row) * get_leading (row) + 2 * row->padding;
}

double
tonus_flow_row_get_first_height (TonusFlow *self, const TonusFlowRow *row)
{
  double height = tonus_flow_row_get_height (row);
  guint n = count_lines (row);

  if (row->is_kept_whole && height <= tonus_flow_get_page_room (self))
    return height;
  return MIN (n, n <= MIN_LINES + 1 ? n : MIN_LINES) * get_leading (row) + 2 * row->padding;
}

/* A part of a row on one page. */
typedef struct
{
  guint page;
  double top;
  guint first, n;
} Part;

/* How many of @n lines to set on this page; 0: none, go to the next. */
static guint
count_fitting (TonusFlow *self, const TonusFlowRow *row, guint n)
{
  double room = tonus_flow_get_room (self) - 2 * row->padding;
  guint fitting = (guint) MAX (0, floor (room / get_leading (row) + 1e-6));

  if (fitting >= n)
    return n;
  if (n - fitting < MIN_LINES)
    fitting = n > MIN_LINES ? n - MIN_LINES : 0;
  return fitting < MIN_LINES ? 0 : fitting;
}

static GArray *
split_row (TonusFlow *self, const TonusFlowRow *row)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint total = count_lines (row);
  gboolean is_fresh = FALSE;

  if (tonus_flow_row_get_first_height (self, row) > tonus_flow_get_room (self) + 1e-6)
    {
      tonus_flow_new_page (self);
      is_fresh = TRUE;
    }
  for (guint first = 0; first < total;)
    {
      Part part = { .first = first, .n = count_fitting (self, row, total - first) };

      if (part.n == 0 && !is_fresh)
        {
          tonus_flow_new_page (self);
          is_fresh = TRUE;
          continue;
        }
      part.n = MAX (part.n, 1);
      part.page = tonus_pdf_get_n_pages (self->pdf) - 1;
      part.top = self->y;
      g_array_append_val (parts, part);
      self->y += part.n * get_leading (row) + 2 * row->padding;
      first += part.n;
      is_fresh = FALSE;
    }
  return parts;
}

static void
draw_part_frame (TonusFlow *self, const TonusFlowRow *row, const Part *part)
{
  const double height = part->n * get_leading (row) + 2 * row->padding;

  if (!row->has_tint && !row->has_rule)
    return;
  tonus_pdf_go_to_page (self->pdf, part->page);
  tonus_pdf_open_artifact (self->pdf);
  if (row->has_tint)
    tonus_pdf_fill_rect (self->pdf, self->left, part->top, self->right - self->left, height, 0,
                         tonus_flow_tint);
  if (row->has_rule)
    tonus_pdf_line (self->pdf, self->left, part->top + height, self->right, part->top + height,
                    HAIRLINE, tonus_flow_grey);
  tonus_pdf_close_artifact (self->pdf);
}

static void
draw_cell_part (TonusFlow *self,
                const TonusFlowRow *row,
                const TonusFlowCell *cell,
                const Part *part)
{
  const TonusTextStyle *style = &cell->style;
  const double leading = get_leading (row);
  const double ascent = tonus_pdf_ascent (self->pdf, style->face, style->size);
  const double descent = tonus_pdf_descent (self->pdf, style->face, style->size);
  double y = part->top + row->padding + (leading - ascent - descent) / 2 + ascent;

  tonus_pdf_go_to_page (self->pdf, part->page);
  for (guint i = part->first; i < part->first + part->n && i < cell->lines->len; i++, y += leading)
    tonus_pdf_show_aligned (self->pdf, style->face, style->size, style->colour, TONUS_ALIGN_START,
                            cell->x, cell->width, y, g_ptr_array_index (cell->lines, i));
}

/* Cell by cell through all parts, so that a cell that goes on over a page is read as one. */
static void
draw_cells (TonusFlow *self, const TonusFlowRow *row, GArray *parts)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const TonusFlowCell *cell = &g_array_index (row->cells, TonusFlowCell, i);

      if (cell->tag != TONUS_FLOW_NO_TAG)
        tonus_pdf_open_tag (self->pdf, (TonusTag) cell->tag, NULL);
      for (guint j = 0; j < parts->len; j++)
        draw_cell_part (self, row, cell, &g_array_index (parts, Part, j));
      if (cell->tag != TONUS_FLOW_NO_TAG)
        tonus_pdf_close_tag (self->pdf);
    }
}

void
tonus_flow_row_draw (TonusFlow *self, TonusFlowRow *row)
{
  g_autoptr (GArray) parts = split_row (self, row);

  for (guint i = 0; i < parts->len; i++)
    draw_part_frame (self, row, &g_array_index (parts, Part, i));
  tonus_pdf_open_tag (self->pdf, row->tag, NULL);
  draw_cells (self, row, parts);
  tonus_pdf_close_tag (self->pdf);
  tonus_pdf_go_to_page (self->pdf, tonus_pdf_get_n_pages (self->pdf) - 1);
}

/* Once more on a new page: seen, but not read twice. */
static void
repeat_table_head (TonusFlow *self)
{
  const TonusFlowRow *head = self->table_head;
  Part part = { .page = tonus_pdf_get_n_pages (self->pdf) - 1,
                .top = self->y,
                .n = count_lines (head) };

  draw_part_frame (self, head, &part);
  tonus_pdf_open_artifact (self->pdf);
  for (guint i = 0; i < head->cells->len; i++)
    draw_cell_part (self, head, &g_array_index (head->cells, TonusFlowCell, i), &part);
  tonus_pdf_close_artifact (self->pdf);
  self->y += tonus_flow_row_get_height (head);
}

double
tonus_flow_get_room (TonusFlow *self)
{
  return self->bottom - self->y;
}

double
tonus_flow_get_page_room (TonusFlow *self)
{
  double head = self->table_head != NULL ? tonus_flow_row_get_height (self->table_head) : 0;

  return self->bottom - self->top - head;
}

void
tonus_flow_new_page (TonusFlow *self)
{
  tonus_pdf_add_page (self->pdf);
  self->y = self->top;
  if (self->table_head != NULL)
    repeat_table_head (self);
}
