/* tonus-handout-card.c - one exercise on the handout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-card.h"

#include <string.h>

#define WORDS_GAP 12.0
#define CARD_RADIUS 7.0
#define LEAST_SIZE 7.0
#define CHIP_GAP 5.0

static TonusTextStyle
get_style (const TonusHandoutSheet *sheet, TonusFontFace face, double size, TonusColour colour)
{
  return tonus_handout_style (face, MAX (size - sheet->shrink, LEAST_SIZE), colour);
}

static double
get_picture_width (const TonusHandoutSheet *sheet)
{
  return sheet->width * sheet->sizes->picture_share;
}

static double
get_words_width (const TonusHandoutSheet *sheet)
{
  return sheet->width - get_picture_width (sheet) - 2 * sheet->sizes->padding - 2 * WORDS_GAP;
}

/* A tint, with its edge where tints do not print. */
static void
add_panel (const TonusHandoutSheet *sheet,
           TonusBlock *block,
           double x,
           double y,
           double width,
           double height,
           double radius,
           TonusColour tint)
{
  tonus_block_fill (block, x, y, width, height, radius, tint);
  if (sheet->colours->has_outlines)
    tonus_block_stroke (block, x, y, width, height, radius, 0.7, sheet->colours->hairline);
}

/* --- dose and chips ------------------------------------------------------------------------- */

typedef struct
{
  double x, y;
  double width; /* of the column */
  double row;   /* the height of the row being filled */
} ChipPlace;

static void
break_row (ChipPlace *place)
{
  place->y += place->row + CHIP_GAP;
  place->x = 0;
  place->row = 0;
}

static void
add_chip (const TonusHandoutSheet *sheet, TonusBlock *block, ChipPlace *place, const char *text)
{
  TonusTextStyle style =
      get_style (sheet, TONUS_FONT_BOLD, sheet->sizes->chip, sheet->colours->accent);
  double side = style.size * 0.8;
  double width = tonus_pdf_measure (sheet->pdf, style.face, style.size, text) + 2 * side + 0.5;
  double single = style.size * 1.75, height, top;

  if (place->x > 0 && place->x + width > place->width)
    break_row (place);
  width = MIN (width, place->width);
  height = tonus_block_measure_text (block, &style, width - 2 * side, text);
  height += single - style.leading;
  place->row = MAX (place->row, height);
  top = place->y + (place->row - height) / 2;
  add_panel (sheet, block, place->x, top, width, height, single / 2, sheet->colours->chip);
  tonus_block_text (block, &style, place->x + side, top + (single - style.leading) / 2,
                    width - 2 * side, text);
  place->x += width + CHIP_GAP;
}

static double
add_dose (const TonusHandoutSheet *sheet,
          TonusBlock *block,
          const TonusHandoutExercise *exercise,
          double y)
{
  TonusTextStyle style =
      get_style (sheet, TONUS_FONT_BOLD, sheet->sizes->dose, sheet->colours->accent);
  ChipPlace place = { .y = y, .width = get_words_width (sheet) };
  double height = tonus_block_measure_text (block, &style, place.width, exercise->dose);

  if (exercise->dose == NULL && exercise->chips->len == 0)
    return y;
  tonus_block_open (block, TONUS_TAG_P, NULL);
  if (exercise->dose != NULL)
    {
      tonus_block_text (block, &style, 0, y, place.width, exercise->dose);
      place.x = tonus_pdf_measure (sheet->pdf, style.face, style.size, exercise->dose) + 12;
      place.row = height;
      if (place.x > place.width)
        break_row (&place);
    }
  for (guint i = 0; i < exercise->chips->len; i++)
    add_chip (sheet, block, &place, g_ptr_array_index (exercise->chips, i));
  tonus_block_close (block);
  return place.y + place.row + 4;
}

/* --- steps and lines ------------------------------------------------------------------------ */

static double
add_steps (const TonusHandoutSheet *sheet,
           TonusBlock *block,
           const TonusHandoutExercise *exercise,
           double y)
{
  TonusTextStyle number =
      get_style (sheet, TONUS_FONT_BOLD, sheet->sizes->step, sheet->colours->accent);
  TonusTextStyle words =
      get_style (sheet, TONUS_FONT_REGULAR, sheet->sizes->step, sheet->colours->ink);
  double indent = number.size * 1.45, width = get_words_width (sheet);

  if (exercise->steps->len == 0)
    return y;
  tonus_block_open (block, TONUS_TAG_L, NULL);
  for (guint i = 0; i < exercise->steps->len; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u.", i + 1);

      tonus_block_open (block, TONUS_TAG_LI, NULL);
      tonus_block_open (block, TONUS_TAG_LBL, NULL);
      tonus_block_text (block, &number, 0, y, width, label);
      tonus_block_close (block);
      tonus_block_open (block, TONUS_TAG_LBODY, NULL);
      y = tonus_block_text (block, &words, indent, y, width - indent,
                            g_ptr_array_index (exercise->steps, i));
      tonus_block_close (block);
      tonus_block_close (block);
    }
  tonus_block_close (block);
  return y;
}

static double
add_feel (const TonusHandoutSheet *sheet, TonusBlock *block, const char *feel, double y)
{
  TonusTextStyle style =
      get_style (sheet, TONUS_FONT_REGULAR, sheet->sizes->step, sheet->colours->quiet);

  if (feel == NULL)
    return y;
  tonus_block_open (block, TONUS_TAG_P, NULL);
  y = tonus_block_text (block, &style, 0, y + 3, get_words_width (sheet), feel);
  tonus_block_close (block);
  return y;
}

/* The therapist's own words stand apart from ours: a rule at their left. */
static double
add_cue (const TonusHandoutSheet *sheet, TonusBlock *block, const char *cue, double y)
{
  TonusTextStyle style =
      get_style (sheet, TONUS_FONT_BOLD, sheet->sizes->step, sheet->colours->ink);
  double inset = 9, width = get_words_width (sheet), top = y + 5, height;

  if (cue == NULL)
    return y;
  height = tonus_block_measure_text (block, &style, width - inset, cue);
  tonus_block_fill (block, 0, top, 2.5, height, 0, sheet->colours->accent);
  tonus_block_open (block, TONUS_TAG_P, NULL);
  y = tonus_block_text (block, &style, inset, top, width - inset, cue);
  tonus_block_close (block);
  return y;
}

/* Everything beside the picture but the name. */
static TonusBlock *
make_words (const TonusHandoutSheet *sheet, const TonusHandoutExercise *exercise)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);
  double y = 0;

  y = add_dose (sheet, block, exercise, y);
  y = add_steps (sheet, block, exercise, y);
  y = add_feel (sheet, block, exercise->feel, y);
  y = add_cue (sheet, block, exercise->cue, y);
  tonus_block_set_height (block, y);
  return block;
}

static TonusBlock *
make_stop_bar (const TonusHandoutSheet *sheet, const char *stop)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);
  TonusTextStyle style =
      get_style (sheet, TONUS_FONT_BOLD, sheet->sizes->stop, sheet->colours->alarm);
  double width = sheet->width - 2 * sheet->sizes->padding, inset = 12,
         above = sheet->sizes->bar_padding;
  double height;

  if (stop == NULL)
    return block;
  height = tonus_block_measure_text (block, &style, width - 2 * inset, stop) + 2 * above;
  add_panel (sheet, block, 0, 0, width, height, 2, sheet->colours->alarm_tint);
  tonus_block_fill (block, 0, 0, 3, height, 0, sheet->colours->alarm);
  tonus_block_open (block, TONUS_TAG_P, NULL);
  tonus_block_text (block, &style, inset, above, width - 2 * inset, stop);
  tonus_block_close (block);
  tonus_block_set_height (block, height + sheet->sizes->padding);
  return block;
}

/* --- picture, badge, name ------------------------------------------------------------------- */

static void
add_picture (const TonusHandoutSheet *sheet,
             TonusBlock *block,
             const TonusHandoutExercise *exercise,
             double height)
{
  const char *missing = sheet->content->picture_missing;
  TonusTextStyle style =
      get_style (sheet, TONUS_FONT_REGULAR, sheet->sizes->small, sheet->colours->quiet);
  double width = get_picture_width (sheet), text_height;

  tonus_block_open (block, TONUS_TAG_FIGURE, missing != NULL ? missing : exercise->name);
  text_height = tonus_block_measure_text (block, &style, width - 20, missing);
  tonus_block_text_centred (block, &style, sheet->sizes->padding + 10,
                            sheet->sizes->padding + (height - text_height) / 2, width - 20,
                            missing);
  tonus_block_close (block);
}

static void
add_badge (const TonusHandoutSheet *sheet, TonusBlock *block, guint number)
{
  double radius = sheet->sizes->badge, centre = sheet->sizes->padding + radius + 4;
  TonusTextStyle style =
      tonus_handout_style (TONUS_FONT_BOLD, radius * 1.15, sheet->colours->on_accent);
  g_autofree char *label = g_strdup_printf ("%u", number);

  tonus_block_circle (block, centre, centre, radius, sheet->colours->accent);
  tonus_block_open (block, TONUS_TAG_LBL, NULL);
  tonus_block_text_centred (block, &style, centre - radius, centre - style.leading / 2, 2 * radius,
                            label);
  tonus_block_close (block);
}

TonusBlock *
tonus_handout_card (const TonusHandoutSheet *sheet,
                    const TonusHandoutExercise *exercise,
                    guint number,
                    double height)
{
  TonusBlock *card = tonus_block_new (sheet->pdf);
  g_autoptr (TonusBlock) words = make_words (sheet, exercise);
  g_autoptr (TonusBlock) stop = make_stop_bar (sheet, exercise->stop);
  TonusTextStyle style =
      get_style (sheet, TONUS_FONT_BOLD, sheet->sizes->name, sheet->colours->ink);
  double words_width = get_words_width (sheet);
  double x = sheet->sizes->padding + get_picture_width (sheet) + WORDS_GAP;
  double name_height = tonus_block_measure_text (card, &style, words_width, exercise->name);
  double words_height = sheet->sizes->words_top + name_height + tonus_block_get_height (words) + 2;
  double stop_height = tonus_block_get_height (stop);
  double body = MAX (MAX (words_height, sheet->sizes->picture_height),
                     height - stop_height - 2 * sheet->sizes->padding);
  double y =
      sheet->sizes->padding + sheet->sizes->words_top + MIN ((body - words_height) * 0.4, 40);

  height = body + stop_height + 2 * sheet->sizes->padding;
  tonus_block_stroke (card, 0, 0, sheet->width, height, CARD_RADIUS, 0.8, sheet->colours->hairline);
  add_panel (sheet, card, sheet->sizes->padding, sheet->sizes->padding, get_picture_width (sheet),
             body, CARD_RADIUS - 2, sheet->colours->tint);
  tonus_block_open (card, TONUS_TAG_SECT, NULL);
  tonus_block_open (card, TONUS_TAG_H2, NULL);
  add_badge (sheet, card, number);
  tonus_block_text (card, &style, x, y, words_width, exercise->name);
  tonus_block_close (card);
  add_picture (sheet, card, exercise, body);
  tonus_block_add (card, words, x, y + name_height);
  tonus_block_add (card, stop, sheet->sizes->padding,
                   sheet->sizes->padding + body + sheet->sizes->padding);
  tonus_block_close (card);
  tonus_block_set_height (card, height);
  return card;
}
