/* tonus-picture.c - pictures of exercises as documents: one by itself, and all on sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-picture.h"

#include "tonus-flow.h"

#define MARGIN 36.0
#define N_COLUMNS 4
#define NAME_SIZE 8.0
#define NAME_LINES 2
#define ROW_GAP 8.0
#define TITLE_SIZE 16.0
#define REMARK_SIZE 9.0
#define HEAD_HEIGHT 44.0

static const TonusColour ink = { .13, .18, .24 }, muted = { .42, .47, .53 };

GBytes *
tonus_picture_render (TonusFigureList *list,
                      const TonusPdfInfo *info,
                      const char *alt,
                      GError **error)
{
  g_autoptr (TonusPdf) pdf = tonus_pdf_new_sized (tonus_figure_list_get_width (list),
                                                  tonus_figure_list_get_height (list), info, error);

  if (pdf == NULL)
    return NULL;
  tonus_pdf_add_page (pdf);
  tonus_pdf_open_tag (pdf, TONUS_TAG_DOCUMENT, NULL);
  tonus_pdf_open_tag (pdf, TONUS_TAG_FIGURE, alt);
  tonus_pdf_figure (pdf, list, 0, 0);
  tonus_pdf_close_tag (pdf);
  tonus_pdf_close_tag (pdf);
  return tonus_pdf_finish (pdf, error);
}

static double
row_height (void)
{
  return TONUS_PICTURE_CELL_HEIGHT + NAME_LINES * NAME_SIZE * 1.25 + ROW_GAP;
}

static void
draw_head (TonusPdf *pdf, const char *title, const char *remark)
{
  tonus_pdf_open_tag (pdf, TONUS_TAG_H1, NULL);
  tonus_pdf_show (pdf, TONUS_FONT_BOLD, TITLE_SIZE, ink, MARGIN, MARGIN + 14, title);
  tonus_pdf_close_tag (pdf);
  tonus_pdf_open_tag (pdf, TONUS_TAG_P, NULL);
  tonus_pdf_show (pdf, TONUS_FONT_REGULAR, REMARK_SIZE, muted, MARGIN, MARGIN + 28, remark);
  tonus_pdf_close_tag (pdf);
}

/* A name that needs more lines than there are goes on in the gap under it: nothing is cut. */
static void
draw_cell (TonusPdf *pdf, const TonusPictureCell *cell, double x, double y)
{
  const TonusTextStyle style = { TONUS_FONT_REGULAR, NAME_SIZE, NAME_SIZE * 1.25, ink };
  g_autoptr (GPtrArray) lines =
      tonus_flow_break_readable (pdf, &style, cell->name, TONUS_PICTURE_CELL_WIDTH);

  tonus_pdf_open_tag (pdf, TONUS_TAG_FIGURE, cell->name);
  tonus_pdf_figure (pdf, cell->list, x, y);
  tonus_pdf_close_tag (pdf);
  tonus_pdf_open_tag (pdf, TONUS_TAG_P, NULL);
  for (guint i = 0; i < lines->len; i++)
    tonus_pdf_show (pdf, style.face, style.size, style.colour, x,
                    y + TONUS_PICTURE_CELL_HEIGHT + (i + 1) * style.leading, lines->pdata[i]);
  tonus_pdf_close_tag (pdf);
}

static void
draw_cells (TonusPdf *pdf, const TonusPictureCell *cells, guint n)
{
  double room = tonus_pdf_get_width (pdf) - 2 * MARGIN - TONUS_PICTURE_CELL_WIDTH;
  double step = room / (N_COLUMNS - 1), y = MARGIN + HEAD_HEIGHT;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && i % N_COLUMNS == 0)
        y += row_height ();
      if (y + row_height () - ROW_GAP > tonus_pdf_get_height (pdf) - MARGIN)
        {
          tonus_pdf_add_page (pdf);
          y = MARGIN;
        }
      draw_cell (pdf, &cells[i], MARGIN + i % N_COLUMNS * step, y);
    }
}

GBytes *
tonus_picture_sheet_render (const TonusPictureCell *cells,
                            guint n,
                            const char *remark,
                            TonusPaper paper,
                            const TonusPdfInfo *info,
                            GError **error)
{
  g_autoptr (TonusPdf) pdf = tonus_pdf_new (paper, info, error);

  if (pdf == NULL)
    return NULL;
  tonus_pdf_add_page (pdf);
  tonus_pdf_open_tag (pdf, TONUS_TAG_DOCUMENT, NULL);
  draw_head (pdf, info->title, remark);
  draw_cells (pdf, cells, n);
  tonus_pdf_close_tag (pdf);
  return tonus_pdf_finish (pdf, error);
}
