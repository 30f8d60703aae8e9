/* tonus-handout-panel.c - the picture on its panel: clear of the badge, with the words for start
 * and end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-panel.h"

#include <math.h>

#include "tonus-handout-column.h"
#include "tonus-handout-picture.h"

#define PICTURE_INSET 7.0
/* Pictures a little higher or lower are drawn alike, so that the next page finds them drawn. */
#define PICTURE_STEP 8.0
/* Half of what the arrow between panels is wide. */
#define CHEVRON 8.0

/* Below its panel; under the upper of two in the line between them, beside the arrow there. */
static void
add_caption (const TonusHandoutSheet *sheet,
             TonusBlock *block,
             const TonusFigureList *list,
             guint which,
             double x,
             double y)
{
  TonusTextStyle style = tonus_handout_small_style (sheet);
  const char *text = which == 0 ? sheet->content->start : sheet->content->end;
  TonusFigurePanel panel, other;
  double top;

  style.face = TONUS_FONT_BOLD;
  if (!tonus_figure_list_get_panel (list, which, &panel) ||
      !tonus_figure_list_get_panel (list, 1 - which, &other))
    return;
  /* The page is turned as a whole, the picture is not. */
  if (tonus_pdf_is_rtl (sheet->pdf))
    panel.x = tonus_figure_list_get_width (list) - panel.x - panel.width;
  top = y + tonus_figure_list_get_height (list) - panel.y;
  if (panel.y == other.y)
    tonus_block_text_centred (block, &style, x + panel.x, top, panel.width, text);
  else
    tonus_block_text (block, &style, x + panel.x, top, panel.width / 2 - CHEVRON, text);
}

static TonusFigureList *
draw_picture (const TonusHandoutSheet *sheet,
              const TonusHandoutExercise *exercise,
              double width,
              double height)
{
  const TonusHandoutPictureSize size = { width, floor (height / PICTURE_STEP) * PICTURE_STEP,
                                         sheet->colours->has_outlines,
                                         tonus_pdf_is_rtl (sheet->pdf) };

  return tonus_handout_picture_draw (sheet->content, exercise, &size);
}

/* Beside the badge where the picture would come under it: moved if it has room at its other side,
 * else drawn narrower.  Returns how far. */
static double
clear_badge (const TonusHandoutSheet *sheet,
             const TonusHandoutExercise *exercise,
             TonusFigureList **list,
             double width,
             double height)
{
  double badge = TONUS_HANDOUT_BADGE_INSET + 2 * sheet->sizes->badge - PICTURE_INSET + 2;
  double all = tonus_figure_list_get_height (*list);
  gboolean is_rtl = tonus_pdf_is_rtl (sheet->pdf);
  double lacking = badge - tonus_handout_picture_margin (*list, is_rtl, badge);

  if (lacking <= 0)
    return 0;
  if (tonus_handout_picture_margin (*list, !is_rtl, all) >= lacking)
    return lacking;
  tonus_figure_list_unref (*list);
  *list = draw_picture (sheet, exercise, width - badge, height);
  return badge;
}

static void
put_picture (const TonusHandoutSheet *sheet,
             const TonusHandoutExercise *exercise,
             TonusBlock *block,
             double width,
             double height)
{
  double x = sheet->sizes->padding + PICTURE_INSET;
  double y = sheet->sizes->padding + PICTURE_INSET;
  g_autoptr (TonusFigureList) list = draw_picture (sheet, exercise, width, height);

  if (list != NULL)
    x += clear_badge (sheet, exercise, &list, width, height);
  if (list == NULL)
    return;
  y += (height - tonus_figure_list_get_height (list)) / 2;
  tonus_block_figure (block, list, x, y);
  add_caption (sheet, block, list, 0, x, y);
  add_caption (sheet, block, list, 1, x, y);
}

void
tonus_handout_add_picture (const TonusHandoutSheet *sheet,
                           TonusBlock *block,
                           const TonusHandoutExercise *exercise,
                           double height)
{
  gboolean has_panels = tonus_handout_picture_has_panels (sheet->content, exercise);
  double caption = has_panels ? tonus_handout_small_style (sheet).leading - 3 : 0;
  g_autofree char *alt = tonus_handout_picture_describe (sheet->content, exercise);

  tonus_block_open (block, TONUS_TAG_FIGURE, alt);
  put_picture (sheet, exercise, block, sheet->width * sheet->share - 2 * PICTURE_INSET,
               height - 2 * PICTURE_INSET - caption);
  tonus_block_close (block);
}
