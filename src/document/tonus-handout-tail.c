/* tonus-handout-tail.c - what stands around the cards: head, lists, safety box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-tail.h"

#define BOX_RADIUS 6.0
#define BOX_INSET 11.0
#define HEAD_RIGHT_SHARE 0.37

/* --- head ----------------------------------------------------------------------------------- */

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
  return y + 2;
}

static double
get_label_width (const TonusHandoutSheet *sheet)
{
  const TonusHandout *content = sheet->content;
  const char *labels[] = { content->label_for, content->label_therapist, content->label_date };
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
  return add_fact (sheet, block, x, y, label, content->label_date, content->date);
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

/* --- lists and boxes ------------------------------------------------------------------------ */

static double
add_item (const TonusHandoutSheet *sheet, TonusBlock *block, double y, const char *text)
{
  TonusTextStyle style =
      tonus_handout_style (TONUS_FONT_REGULAR, sheet->sizes->step, sheet->colours->ink);
  double indent = 12;

  tonus_block_open (block, TONUS_TAG_LI, NULL);
  tonus_block_open (block, TONUS_TAG_LBL, NULL);
  tonus_block_text (block, &style, BOX_INSET, y, indent, "•");
  tonus_block_close (block);
  tonus_block_open (block, TONUS_TAG_LBODY, NULL);
  y = tonus_block_text (block, &style, BOX_INSET + indent, y, sheet->width - 2 * BOX_INSET - indent,
                        text);
  tonus_block_close (block);
  tonus_block_close (block);
  return y;
}

/* The words are in; their panel goes beneath them. */
static TonusBlock *
put_on_panel (const TonusHandoutSheet *sheet, TonusBlock *words, double height)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);

  tonus_block_fill (block, 0, 0, sheet->width, height, BOX_RADIUS, sheet->colours->tint);
  if (sheet->colours->has_outlines)
    tonus_block_stroke (block, 0, 0, sheet->width, height, BOX_RADIUS, 0.8,
                        sheet->colours->hairline);
  tonus_block_add (block, words, 0, 0);
  tonus_block_set_height (block, height);
  tonus_block_free (words);
  return block;
}

/* A list's or paragraph's heading.  No heading without a title. */
static double
add_title (const TonusHandoutSheet *sheet, TonusBlock *words, const char *title)
{
  TonusTextStyle style =
      tonus_handout_style (TONUS_FONT_BOLD, sheet->sizes->step, sheet->colours->ink);
  double y = 6;

  if (title == NULL)
    return y;
  tonus_block_open (words, TONUS_TAG_H2, NULL);
  y = tonus_block_text (words, &style, BOX_INSET, y, sheet->width - 2 * BOX_INSET, title);
  tonus_block_close (words);
  return y;
}

TonusBlock *
tonus_handout_stopped (const TonusHandoutSheet *sheet)
{
  TonusBlock *words = tonus_block_new (sheet->pdf);
  const GPtrArray *stopped = sheet->content->stopped;
  double y;

  if (stopped->len == 0)
    return words;
  y = add_title (sheet, words, sheet->content->stop_title);
  tonus_block_open (words, TONUS_TAG_L, NULL);
  for (guint i = 0; i < stopped->len; i++)
    y = add_item (sheet, words, y, g_ptr_array_index (stopped, i));
  tonus_block_close (words);
  return put_on_panel (sheet, words, y + 6);
}

static TonusBlock *
make_paragraph (const TonusHandoutSheet *sheet, const char *title, const char *text)
{
  TonusBlock *words = tonus_block_new (sheet->pdf);
  TonusTextStyle style =
      tonus_handout_style (TONUS_FONT_REGULAR, sheet->sizes->step, sheet->colours->ink);
  double y;

  if (text == NULL)
    return words;
  y = add_title (sheet, words, title);
  tonus_block_open (words, TONUS_TAG_P, NULL);
  y = tonus_block_text (words, &style, BOX_INSET, y, sheet->width - 2 * BOX_INSET, text);
  tonus_block_close (words);
  return put_on_panel (sheet, words, y + 6);
}

TonusBlock *
tonus_handout_advice (const TonusHandoutSheet *sheet)
{
  return make_paragraph (sheet, sheet->content->advice_title, sheet->content->advice);
}

TonusBlock *
tonus_handout_none (const TonusHandoutSheet *sheet)
{
  return make_paragraph (sheet, NULL, sheet->content->none);
}

TonusBlock *
tonus_handout_safety (const TonusHandoutSheet *sheet)
{
  TonusBlock *words = tonus_block_new (sheet->pdf);
  double size = sheet->sizes->small;
  TonusTextStyle alarm = tonus_handout_style (TONUS_FONT_BOLD, size, sheet->colours->alarm);
  TonusTextStyle bold = tonus_handout_style (TONUS_FONT_BOLD, size, sheet->colours->ink);
  TonusTextStyle plain = tonus_handout_style (TONUS_FONT_REGULAR, size, sheet->colours->ink);
  double width = sheet->width - 2 * BOX_INSET, y = 6;

  if (sheet->content->safety == NULL && sheet->content->questions == NULL)
    return words;
  tonus_block_open (words, TONUS_TAG_P, NULL);
  y = tonus_block_text (words, &alarm, BOX_INSET, y, width, sheet->content->safety);
  tonus_block_close (words);
  tonus_block_open (words, TONUS_TAG_P, NULL);
  y = tonus_block_text (words, &plain, BOX_INSET, y, width, sheet->content->emergency);
  tonus_block_close (words);
  tonus_block_open (words, TONUS_TAG_P, NULL);
  y = tonus_block_text (words, &bold, BOX_INSET, y + 1, width, sheet->content->questions);
  tonus_block_close (words);
  return put_on_panel (sheet, words, y + 6);
}
