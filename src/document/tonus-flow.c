/* tonus-flow.c - text that runs: paragraphs, headings, lists and tables, measured before drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-flow-private.h"

#include <math.h>
#include <string.h>

const TonusColour tonus_flow_ink = { 0.10, 0.11, 0.13 };
const TonusColour tonus_flow_grey = { 0.45, 0.47, 0.50 };
const TonusColour tonus_flow_line = { 0.78, 0.80, 0.83 };
const TonusColour tonus_flow_tint = { 0.94, 0.95, 0.965 };
const TonusTextStyle tonus_flow_body = { TONUS_FONT_REGULAR, 10, 13.5, { 0.10, 0.11, 0.13 } };
const TonusTextStyle tonus_flow_body_bold = { TONUS_FONT_BOLD, 10, 13.5, { 0.10, 0.11, 0.13 } };

#define RULE_HEIGHT 7
#define RULE_WIDTH 0.75
#define LABEL_SHARE 0.28
#define COLUMN_GAP 10
#define MIN_BULLET_WIDTH 14
#define BULLET_GAP 6

static const struct
{
  TonusTextStyle style;
  double before, after;
} heading_styles[] = {
  [TONUS_TAG_H1] = { { TONUS_FONT_BOLD, 17, 22, { 0.10, 0.11, 0.13 } }, 0, 4 },
  [TONUS_TAG_H2] = { { TONUS_FONT_BOLD, 12.5, 17, { 0.09, 0.27, 0.42 } }, 10, 3 },
  [TONUS_TAG_H3] = { { TONUS_FONT_BOLD, 10.5, 14, { 0.10, 0.11, 0.13 } }, 6, 1 },
};

/* What waits for the block it belongs to: a heading, or a space or rule that follows one. */
typedef struct
{
  TonusFlowRow *heading; /* or NULL */
  double space;          /* above the heading, or the space itself */
  double space_after;
  gboolean is_rule;
} Waiting;

static void
free_waiting (gpointer data)
{
  Waiting *waiting = data;

  tonus_flow_row_free (waiting->heading);
  g_free (waiting);
}

TonusFlow *
tonus_flow_new (TonusPdf *pdf, const TonusFlowSettings *settings)
{
  TonusFlow *self = g_new0 (TonusFlow, 1);

  self->pdf = pdf;
  self->left = settings->left;
  self->right = tonus_pdf_get_width (pdf) - settings->right;
  self->top = settings->top;
  self->bottom = tonus_pdf_get_height (pdf) - settings->bottom;
  g_assert (self->right > self->left && self->bottom > self->top);
  self->head = g_strdup (settings->head);
  self->foot = g_strdup (settings->foot);
  self->page_format = g_strdup (settings->page_format != NULL ? settings->page_format : "");
  self->waiting = g_ptr_array_new_with_free_func (free_waiting);
  self->first_page = tonus_pdf_get_n_pages (pdf);
  self->y = self->top;
  tonus_pdf_add_page (pdf);
  return self;
}

void
tonus_flow_free (TonusFlow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->waiting);
  g_free (self->head);
  g_free (self->foot);
  g_free (self->page_format);
  g_free (self);
}

static gboolean
is_at_top (TonusFlow *self)
{
  return self->y <= self->top;
}

static double
get_waiting_height (const Waiting *waiting)
{
  double height = waiting->space + waiting->space_after;

  if (waiting->heading != NULL)
    height += tonus_flow_row_get_height (waiting->heading);
  return waiting->is_rule ? height + RULE_HEIGHT : height;
}

static void
draw_rule (TonusFlow *self)
{
  double y = self->y + RULE_HEIGHT / 2.0;

  tonus_pdf_open_artifact (self->pdf);
  tonus_pdf_line (self->pdf, self->left, y, self->right, y, RULE_WIDTH, tonus_flow_grey);
  tonus_pdf_close_artifact (self->pdf);
  self->y += RULE_HEIGHT;
}

static void
draw_waiting (TonusFlow *self, Waiting *waiting)
{
  if (!is_at_top (self))
    self->y += waiting->space;
  if (waiting->heading != NULL)
    tonus_flow_row_draw (self, waiting->heading);
  if (waiting->is_rule)
    draw_rule (self);
  self->y += waiting->space_after;
}

void
tonus_flow_settle (TonusFlow *self, double height)
{
  double total = height;

  for (guint i = 0; i < self->waiting->len; i++)
    total += get_waiting_height (g_ptr_array_index (self->waiting, i));
  if (total > tonus_flow_get_room (self) + 1e-6 && !is_at_top (self))
    tonus_flow_new_page (self);
  for (guint i = 0; i < self->waiting->len; i++)
    draw_waiting (self, g_ptr_array_index (self->waiting, i));
  g_ptr_array_set_size (self->waiting, 0);
}

void
tonus_flow_end_list (TonusFlow *self)
{
  if (self->is_in_list)
    tonus_pdf_close_tag (self->pdf);
  self->is_in_list = FALSE;
}

static void
place_row (TonusFlow *self, TonusFlowRow *row)
{
  tonus_flow_settle (self, tonus_flow_row_get_first_height (self, row));
  tonus_flow_row_draw (self, row);
}

void
tonus_flow_heading (TonusFlow *self, TonusTag level, const char *text)
{
  Waiting *waiting;

  g_return_if_fail (level == TONUS_TAG_H1 || level == TONUS_TAG_H2 || level == TONUS_TAG_H3);

  tonus_flow_end_list (self);
  waiting = g_new0 (Waiting, 1);
  waiting->heading = tonus_flow_row_new (level);
  waiting->heading->is_kept_whole = TRUE;
  waiting->space = heading_styles[level].before;
  waiting->space_after = heading_styles[level].after;
  tonus_flow_row_add (self, waiting->heading, TONUS_FLOW_NO_TAG, &heading_styles[level].style,
                      self->left, self->right - self->left, text);
  g_ptr_array_add (self->waiting, waiting);
}

void
tonus_flow_paragraph (TonusFlow *self, const TonusTextStyle *style, const char *text)
{
  g_autoptr (TonusFlowRow) row = tonus_flow_row_new (TONUS_TAG_P);

  tonus_flow_end_list (self);
  tonus_flow_row_add (self, row, TONUS_FLOW_NO_TAG, style, self->left, self->right - self->left,
                      text);
  place_row (self, row);
}

/* Two cells of one paragraph are read one after the other: a blank keeps their words apart. */
static void
end_with_blank (TonusFlowRow *row)
{
  TonusFlowCell *cell = &g_array_index (row->cells, TonusFlowCell, row->cells->len - 1);
  char **last = (char **) &g_ptr_array_index (cell->lines, cell->lines->len - 1);
  g_autofree char *line = *last;

  *last = g_strconcat (line, " ", NULL);
}

void
tonus_flow_pair (TonusFlow *self, const char *label, const char *value)
{
  g_autoptr (TonusFlowRow) row = tonus_flow_row_new (TONUS_TAG_P);
  const double width = self->right - self->left;
  const double column = width * LABEL_SHARE;

  tonus_flow_end_list (self);
  row->is_kept_whole = TRUE;
  row->padding = 1;
  tonus_flow_row_add (self, row, TONUS_FLOW_NO_TAG, &tonus_flow_body_bold, self->left,
                      column - COLUMN_GAP, label);
  end_with_blank (row);
  tonus_flow_row_add (self, row, TONUS_FLOW_NO_TAG, &tonus_flow_body, self->left + column,
                      width - column, value);
  place_row (self, row);
}

void
tonus_flow_list_item (TonusFlow *self, const char *label, const char *text)
{
  g_autoptr (TonusFlowRow) row = tonus_flow_row_new (TONUS_TAG_LI);
  const TonusTextStyle *style = &tonus_flow_body;
  const double half = (self->right - self->left) / 2;
  double column = tonus_pdf_measure (self->pdf, style->face, style->size, label) + BULLET_GAP;

  column = CLAMP (column, MIN_BULLET_WIDTH, half);
  row->padding = 1;
  tonus_flow_row_add (self, row, TONUS_TAG_LBL, style, self->left, column - BULLET_GAP, label);
  tonus_flow_row_add (self, row, TONUS_TAG_LBODY, style, self->left + column,
                      self->right - self->left - column, text);
  tonus_flow_settle (self, tonus_flow_row_get_first_height (self, row));
  if (!self->is_in_list)
    tonus_pdf_open_tag (self->pdf, TONUS_TAG_L, NULL);
  self->is_in_list = TRUE;
  tonus_flow_row_draw (self, row);
}

/* After a heading a space or rule stays with it. */
static gboolean
wait_with_heading (TonusFlow *self, double space, gboolean is_rule)
{
  Waiting *waiting;

  if (self->waiting->len == 0)
    return FALSE;
  waiting = g_new0 (Waiting, 1);
  waiting->space_after = space;
  waiting->is_rule = is_rule;
  g_ptr_array_add (self->waiting, waiting);
  return TRUE;
}

void
tonus_flow_space (TonusFlow *self, double points)
{
  g_assert (isfinite (points));
  tonus_flow_end_list (self);
  if (wait_with_heading (self, points, FALSE))
    return;
  /* A page does not begin with the space that parted two blocks. */
  if (!is_at_top (self) || tonus_pdf_get_n_pages (self->pdf) == self->first_page + 1)
    self->y = MIN (self->y + points, self->bottom);
}

void
tonus_flow_rule (TonusFlow *self)
{
  tonus_flow_end_list (self);
  if (wait_with_heading (self, 0, TRUE))
    return;
  tonus_flow_settle (self, RULE_HEIGHT);
  draw_rule (self);
}

double
tonus_flow_take (TonusFlow *self, double height)
{
  double top;

  g_assert (isfinite (height));
  tonus_flow_end_list (self);
  tonus_flow_settle (self, height);
  if (height > tonus_flow_get_room (self) + 1e-6 && !is_at_top (self))
    tonus_flow_new_page (self);
  top = self->y;
  self->y += height;
  return top;
}

double
tonus_flow_get_left (TonusFlow *self)
{
  return self->left;
}

double
tonus_flow_get_column_width (TonusFlow *self)
{
  return self->right - self->left;
}
