/* tonus-handout-head.c - whose exercises these are, from whom and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-tail.h"

#define HEAD_RIGHT_SHARE 0.37

static double
add_fact (const TonusHandoutSheet *sheet,
          TonusBlock *block,
          double x,
          double y,
          double label_width,
          const char *label,
          const char *value)
{
  double size = sheet->sizes->meta;
  TonusTextStyle quiet = tonus_handout_style (TONUS_FONT_REGULAR, size, sheet->colours->quiet);
  TonusTextStyle bold = tonus_handout_style (TONUS_FONT_BOLD, size, sheet->colours->ink);
  g_autofree char *spaced = NULL;

  if (value == NULL)
    return y;
  tonus_block_open (block, TONUS_TAG_P, NULL);
  /* The blank keeps label and value apart for who hears the page. */
  if (label != NULL)
    spaced = g_strconcat (label, " ", NULL);
  tonus_block_text (block, &quiet, x, y, label_width, spaced);
  y = tonus_block_text (block, &bold, x + label_width, y, sheet->width - x - label_width, value);
  tonus_block_close (block);
  return y;
}

static double
get_label_width (const TonusHandoutSheet *sheet)
{
  const TonusHandout *content = sheet->content;
  const char *labels[] = { content->label_for, content->label_therapist, content->label_date,
                           content->label_next };
  double widest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i] != NULL)
      widest = MAX (widest, tonus_pdf_measure (sheet->pdf, TONUS_FONT_REGULAR, sheet->sizes->meta,
                                               labels[i]));
  return MIN (widest + 10, sheet->width * HEAD_RIGHT_SHARE / 2);
}

static double
add_facts (const TonusHandoutSheet *sheet, TonusBlock *block)
{
  const TonusHandout *content = sheet->content;
  double x = sheet->width * (1 - HEAD_RIGHT_SHARE), label = get_label_width (sheet), y = 0;

  y = add_fact (sheet, block, x, y, label, content->label_for, content->patient);
  y = add_fact (sheet, block, x, y, label, content->label_therapist, content->therapist);
  y = add_fact (sheet, block, x, y, label, content->label_date, content->date);
  return add_fact (sheet, block, x, y, label, content->label_next, content->next);
}

TonusBlock *
tonus_handout_head (const TonusHandoutSheet *sheet)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);
  const TonusHandoutSizes *sizes = sheet->sizes;
  TonusTextStyle clinic =
      tonus_handout_style (TONUS_FONT_BOLD, sizes->clinic, sheet->colours->accent);
  TonusTextStyle title = tonus_handout_style (TONUS_FONT_BOLD, sizes->title, sheet->colours->ink);
  double width = sheet->width * (1 - HEAD_RIGHT_SHARE) - 14, y = 0, facts;

  tonus_block_open (block, TONUS_TAG_P, NULL);
  y = tonus_block_text (block, &clinic, 0, y, width, sheet->content->clinic);
  tonus_block_close (block);
  tonus_block_open (block, TONUS_TAG_H1, NULL);
  y = tonus_block_text (block, &title, 0, y + 1, width, sheet->content->title);
  tonus_block_close (block);
  facts = add_facts (sheet, block);
  y = MAX (y, facts) + 6;
  tonus_block_line (block, 0, y, sheet->width, y, 1, sheet->colours->hairline);
  tonus_block_set_height (block, y);
  return block;
}

TonusBlock *
tonus_handout_running_head (const TonusHandoutSheet *sheet)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);
  double size = sheet->sizes->meta;
  TonusTextStyle bold = tonus_handout_style (TONUS_FONT_BOLD, size, sheet->colours->ink);
  TonusTextStyle quiet = tonus_handout_style (TONUS_FONT_REGULAR, size, sheet->colours->quiet);
  double share = 1 - HEAD_RIGHT_SHARE, y, right;

  tonus_block_open (block, TONUS_TAG_P, NULL);
  y = tonus_block_text (block, &bold, 0, 0, sheet->width * share - 14, sheet->content->title);
  right = tonus_block_text (block, &quiet, sheet->width * share, 0, sheet->width * HEAD_RIGHT_SHARE,
                            sheet->content->patient);
  tonus_block_close (block);
  y = MAX (y, right) + 4;
  tonus_block_line (block, 0, y, sheet->width, y, 1, sheet->colours->hairline);
  tonus_block_set_height (block, y);
  return block;
}
