/* tonus-handout-week.c - the table of a week in which the patient ticks off what was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-tail.h"

#define N_DAYS 7
#define NAME_SHARE 0.33
#define NARROW_NAME_SHARE 0.42
/* Of the page's width, beside each other. */
#define WEEK_SHARE 0.62
#define SAFETY_SHARE 0.36
#define BOX_GAP 2.5
#define NARROW_BOX 9.0
#define ROW_PADDING 2.0
/* To write a date on, of the type's size. */
#define BLANK 4.0
#define LEAST_BLANK 3.0

static double
get_name_width (const TonusHandoutSheet *sheet)
{
  return sheet->width * (sheet->has_narrow_week ? NARROW_NAME_SHARE : NAME_SHARE);
}

static double
get_day_width (const TonusHandoutSheet *sheet)
{
  return (sheet->width - get_name_width (sheet)) / N_DAYS;
}

/* With a line to write the date on: behind the words, else below them.  Returns the y below. */
static double
add_title (const TonusHandoutSheet *sheet,
           TonusBlock *block,
           const TonusTextStyle *style,
           double width)
{
  const char *words = sheet->content->week_title;
  double used, blank = style->size * BLANK, x, y;

  if (words == NULL)
    return 0;
  used = tonus_pdf_measure (sheet->pdf, style->face, style->size, words);
  y = tonus_block_text (block, style, 0, 0, width, words);
  x = used + 5 + style->size * LEAST_BLANK <= width ? used + 5 : 0;
  blank = MIN (blank, width - x);
  y += x > 0 ? 0 : style->leading;
  tonus_block_line (block, x, y - 3, x + blank, y - 3, 0.8, sheet->colours->ink);
  return y;
}

TonusBlock *
tonus_handout_week_head (const TonusHandoutSheet *sheet)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);
  double size = sheet->sizes->small, left = get_name_width (sheet), day = get_day_width (sheet);
  TonusTextStyle title = tonus_handout_style (TONUS_FONT_BOLD, size, sheet->colours->ink);
  TonusTextStyle quiet = tonus_handout_style (TONUS_FONT_BOLD, size - 1, sheet->colours->quiet);
  double y, bottom;

  tonus_block_open (block, TONUS_TAG_TR, NULL);
  tonus_block_open (block, TONUS_TAG_TH, NULL);
  y = add_title (sheet, block, &title, left - 8);
  tonus_block_close (block);
  for (guint i = 0; i < N_DAYS; i++)
    {
      tonus_block_open (block, TONUS_TAG_TH, NULL);
      bottom =
          tonus_block_text_centred (block, &quiet, left + i * day, 0, day, sheet->content->days[i]);
      y = MAX (y, bottom);
      tonus_block_close (block);
    }
  tonus_block_close (block);
  y += 3;
  tonus_block_line (block, 0, y, sheet->width, y, 0.6, sheet->colours->hairline);
  tonus_block_set_height (block, y);
  return block;
}

/* In narrow columns smaller, so that a day's boxes stay apart from the next day's. */
static double
get_box (const TonusHandoutSheet *sheet)
{
  return sheet->has_narrow_week ? NARROW_BOX : sheet->sizes->grid_box;
}

/* @count boxes in the middle of a day's column, in as many rows as it takes. */
static double
add_boxes (const TonusHandoutSheet *sheet, TonusBlock *block, double x, double y, guint count)
{
  double box = get_box (sheet), pitch = box + BOX_GAP, day = get_day_width (sheet);
  guint per_row = MAX (1, (guint) ((day - 1 + BOX_GAP) / pitch));
  guint n_rows = (count + per_row - 1) / per_row;

  for (guint i = 0; i < count; i++)
    {
      guint row = i / per_row, in_row = MIN (per_row, count - row * per_row);
      double left = x + (day - in_row * pitch + BOX_GAP) / 2;

      tonus_block_stroke (block, left + (i % per_row) * pitch, y + row * pitch, box, box, 0, 0.9,
                          sheet->colours->ink);
    }
  return n_rows * pitch - BOX_GAP;
}

static double
get_boxes_height (const TonusHandoutSheet *sheet, guint count)
{
  g_autoptr (TonusBlock) trial = tonus_block_new (sheet->pdf);

  return add_boxes (sheet, trial, 0, 0, count);
}

TonusBlock *
tonus_handout_week_row (const TonusHandoutSheet *sheet, guint index)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);
  const TonusHandoutExercise *exercise = g_ptr_array_index (sheet->content->exercises, index);
  TonusTextStyle style =
      tonus_handout_style (TONUS_FONT_REGULAR, sheet->sizes->small, sheet->colours->ink);
  double left = get_name_width (sheet), indent = style.size * 1.6;
  double name = tonus_block_measure_text (block, &style, left - indent - 6, exercise->name);
  double boxes = get_boxes_height (sheet, exercise->times_a_day);
  double height = MAX (MAX (name, boxes) + 2 * ROW_PADDING, sheet->sizes->grid_row);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  tonus_block_open (block, TONUS_TAG_TR, NULL);
  tonus_block_open (block, TONUS_TAG_TD, NULL);
  tonus_block_text (block, &style, 0, (height - name) / 2, indent, number);
  tonus_block_text (block, &style, indent, (height - name) / 2, left - indent - 6, exercise->name);
  tonus_block_close (block);
  for (guint i = 0; i < N_DAYS; i++)
    {
      tonus_block_open (block, TONUS_TAG_TD, NULL);
      tonus_block_close (block);
      add_boxes (sheet, block, left + i * get_day_width (sheet), (height - boxes) / 2,
                 exercise->times_a_day);
    }
  tonus_block_close (block);
  tonus_block_line (block, 0, height, sheet->width, height, 0.6, sheet->colours->hairline);
  tonus_block_set_height (block, height);
  return block;
}

/* @part is consumed.  Returns the y below it. */
static double
stack (TonusBlock *block, TonusBlock *part, double y)
{
  tonus_block_add (block, part, 0, y);
  y += tonus_block_get_height (part);
  tonus_block_free (part);
  return y;
}

/* The column is too narrow for the code beside the words.  Returns the y below. */
static double
add_safety (TonusBlock *block, const TonusHandoutSheet *sheet, double x)
{
  TonusHandoutSheet plain = *sheet;
  g_autoptr (TonusBlock) code = tonus_handout_code (sheet);
  g_autoptr (TonusBlock) safety = NULL;
  double y;

  plain.level = TONUS_HANDOUT_CODE_LATER;
  safety = tonus_handout_safety (&plain);
  y = tonus_block_get_height (safety);
  tonus_block_add (block, safety, x, 0);
  if (tonus_block_get_height (code) <= 0)
    return y;
  tonus_block_add (block, code, x + sheet->width - tonus_handout_code_width (sheet), y + 4);
  return y + 4 + tonus_block_get_height (code);
}

TonusBlock *
tonus_handout_week_and_safety (const TonusHandoutSheet *sheet)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);
  TonusHandoutSheet left = *sheet, right = *sheet;
  double y, bottom;

  left.width *= WEEK_SHARE;
  right.width *= SAFETY_SHARE;
  tonus_block_open (block, TONUS_TAG_TABLE, NULL);
  y = stack (block, tonus_handout_week_head (&left), 0);
  for (guint i = 0; i < sheet->content->exercises->len; i++)
    y = stack (block, tonus_handout_week_row (&left, i), y);
  tonus_block_close (block);
  bottom = add_safety (block, &right, sheet->width - right.width);
  tonus_block_set_height (block, MAX (y, bottom));
  return block;
}
