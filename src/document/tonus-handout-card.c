/* tonus-handout-card.c - one exercise on the handout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-card.h"

#include "tonus-handout-column.h"
#include "tonus-handout-panel.h"
#include "tonus-handout-picture.h"

#define WORDS_GAP 12.0
#define CARD_RADIUS 7.0
/* The steps go under the picture only where that is worth it. */
#define BENEATH_SAVES 12.0

typedef enum
{
  SHAPE_BESIDE,  /* all the words beside the picture */
  SHAPE_BENEATH, /* name and dose beside it, the steps under it over all the width */
  SHAPE_PLAIN    /* no picture: the words have all the width */
} Shape;

typedef struct
{
  const TonusHandoutSheet *sheet;
  const TonusHandoutExercise *exercise;
  Shape shape;
  double words_x, words_width;
  double name_width, name_height;
  TonusBlock *words, *below, *stop;
  double words_height; /* with the name and what is above and below */
  double body;         /* the least height of picture and words */
} Card;

static double
get_picture_width (const TonusHandoutSheet *sheet)
{
  return sheet->width * sheet->share;
}

static double
get_inner_width (const TonusHandoutSheet *sheet)
{
  return sheet->width - 2 * sheet->sizes->padding;
}

/* --- measuring ------------------------------------------------------------------------------ */

static TonusTextStyle
get_name_style (const TonusHandoutSheet *sheet)
{
  return tonus_handout_card_style (sheet, TONUS_FONT_BOLD, sheet->sizes->name, sheet->colours->ink);
}

static void
place_words (Card *card)
{
  const TonusHandoutSheet *sheet = card->sheet;
  const char *missing = sheet->content->picture_missing;
  TonusTextStyle small = tonus_handout_small_style (sheet);
  double left;

  left = card->shape == SHAPE_PLAIN
             ? 2 * sheet->sizes->badge + TONUS_HANDOUT_BADGE_INSET + WORDS_GAP
             : get_picture_width (sheet) + WORDS_GAP;
  card->words_x = sheet->sizes->padding + left;
  card->words_width = get_inner_width (sheet) - left - WORDS_GAP;
  card->name_width = card->words_width;
  if (card->shape == SHAPE_PLAIN && missing != NULL)
    card->name_width -=
        MIN (tonus_pdf_measure (sheet->pdf, small.face, small.size, missing) + WORDS_GAP,
             card->words_width / 3);
}

/* Of two panels each shows a person standing, who must not get too small to be read. */
static double
get_least_picture (const Card *card)
{
  const TonusHandoutSizes *sizes = card->sheet->sizes;

  if (card->shape == SHAPE_PLAIN)
    return 2 * (TONUS_HANDOUT_BADGE_INSET + sizes->badge);
  return tonus_handout_picture_has_panels (card->sheet->content, card->exercise)
             ? sizes->panels_height
             : sizes->picture_height;
}

static TonusBlock *
make_stop_bar (const TonusHandoutSheet *sheet, const char *stop)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);
  TonusTextStyle style =
      tonus_handout_card_style (sheet, TONUS_FONT_BOLD, sheet->sizes->stop, sheet->colours->alarm);
  double width = get_inner_width (sheet), inset = 12, above = sheet->sizes->bar_padding;
  double height;

  if (stop == NULL)
    return block;
  height = tonus_block_measure_text (block, &style, width - 2 * inset, stop) + 2 * above;
  tonus_handout_add_panel (sheet, block, 0, 0, width, height, 2, sheet->colours->alarm_tint);
  tonus_block_fill (block, 0, 0, 3, height, 0, sheet->colours->alarm);
  tonus_block_open (block, TONUS_TAG_P, NULL);
  tonus_block_text (block, &style, inset, above, width - 2 * inset, stop);
  tonus_block_close (block);
  tonus_block_set_height (block, height + sheet->sizes->padding);
  return block;
}

static double
add_instructions (const Card *card, TonusBlock *block, double x, double y, double width)
{
  y = tonus_handout_add_steps (card->sheet, block, card->exercise, x, y, width);
  return tonus_handout_add_lines (card->sheet, block, card->exercise, x, y, width);
}

static void
fill_words (Card *card)
{
  const TonusHandoutSheet *sheet = card->sheet;
  double y = tonus_handout_add_dose (sheet, card->words, card->exercise, 0, 0, card->words_width);
  double inset = 10;

  if (card->shape != SHAPE_BENEATH)
    {
      tonus_block_set_height (card->words,
                              add_instructions (card, card->words, 0, y, card->words_width));
      return;
    }
  tonus_block_set_height (card->words, y);
  y = add_instructions (card, card->below, inset, 4, get_inner_width (sheet) - 2 * inset);
  tonus_block_set_height (card->below, y + 2);
}

/* From the padding to the name, which without a picture stands level with its number. */
static double
get_words_top (const Card *card)
{
  if (card->shape == SHAPE_PLAIN)
    return TONUS_HANDOUT_BADGE_INSET + card->sheet->sizes->badge -
           get_name_style (card->sheet).leading / 2;
  return card->sheet->sizes->words_top;
}

static void
card_init (Card *card,
           const TonusHandoutSheet *sheet,
           const TonusHandoutExercise *exercise,
           Shape shape)
{
  TonusTextStyle name = get_name_style (sheet);

  *card = (Card){ .sheet = sheet, .exercise = exercise, .shape = shape };
  card->words = tonus_block_new (sheet->pdf);
  card->below = tonus_block_new (sheet->pdf);
  card->stop = make_stop_bar (sheet, exercise->stop);
  place_words (card);
  fill_words (card);
  card->name_height =
      tonus_block_measure_text (card->words, &name, card->name_width, exercise->name);
  card->words_height = get_words_top (card) + card->name_height +
                       tonus_block_get_height (card->words) +
                       (shape == SHAPE_PLAIN ? sheet->sizes->padding : 2);
  card->body = MAX (card->words_height, get_least_picture (card));
}

static void
card_clear (Card *card)
{
  g_clear_pointer (&card->words, tonus_block_free);
  g_clear_pointer (&card->below, tonus_block_free);
  g_clear_pointer (&card->stop, tonus_block_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Card, card_clear)

static double
get_height (const Card *card)
{
  return 2 * card->sheet->sizes->padding + card->body + tonus_block_get_height (card->below) +
         tonus_block_get_height (card->stop);
}

/* The best shape: large type makes a narrow column long. */
static void
choose (Card *card, const TonusHandoutSheet *sheet, const TonusHandoutExercise *exercise)
{
  Card other = { 0 };

  if (!tonus_handout_picture_exists (sheet->content, exercise))
    {
      card_init (card, sheet, exercise, SHAPE_PLAIN);
      return;
    }
  card_init (card, sheet, exercise, SHAPE_BESIDE);
  if (!sheet->sizes->may_go_beneath || card->words_height <= get_least_picture (card))
    return;
  card_init (&other, sheet, exercise, SHAPE_BENEATH);
  if (get_height (&other) + BENEATH_SAVES < get_height (card))
    {
      card_clear (card);
      *card = other;
    }
  else
    card_clear (&other);
}

gboolean
tonus_handout_card_has_picture (const TonusHandoutSheet *sheet,
                                const TonusHandoutExercise *exercise)
{
  return tonus_handout_picture_exists (sheet->content, exercise);
}

double
tonus_handout_card_height (const TonusHandoutSheet *sheet, const TonusHandoutExercise *exercise)
{
  g_auto (Card) card = { 0 };

  choose (&card, sheet, exercise);
  return get_height (&card);
}

/* --- drawing -------------------------------------------------------------------------------- */

static void
add_badge (const TonusHandoutSheet *sheet, TonusBlock *block, guint number)
{
  double radius = sheet->sizes->badge,
         centre = sheet->sizes->padding + radius + TONUS_HANDOUT_BADGE_INSET;
  TonusTextStyle style =
      tonus_handout_style (TONUS_FONT_BOLD, radius * 1.15, sheet->colours->on_accent);
  g_autofree char *label = g_strdup_printf ("%u", number);

  tonus_block_circle (block, centre, centre, radius, sheet->colours->accent);
  tonus_block_open (block, TONUS_TAG_LBL, NULL);
  tonus_block_text_centred (block, &style, centre - radius, centre - style.leading / 2, 2 * radius,
                            label);
  tonus_block_close (block);
}

/* Plainly, and in passing: the steps say what to do. */
static void
add_missing (const Card *card, TonusBlock *block, double y)
{
  TonusTextStyle style = tonus_handout_small_style (card->sheet);
  double x = card->words_x + card->name_width + WORDS_GAP;

  if (card->name_width >= card->words_width)
    return;
  tonus_block_open (block, TONUS_TAG_P, NULL);
  tonus_block_text (block, &style, x, y + 2, card->words_x + card->words_width - x + 0.5,
                    card->sheet->content->picture_missing);
  tonus_block_close (block);
}

/* The badge is a part of the name: "3 Bridge". */
static void
add_name (const Card *card, TonusBlock *block, guint number, double y)
{
  TonusTextStyle style = get_name_style (card->sheet);

  tonus_block_open (block, TONUS_TAG_H2, NULL);
  add_badge (card->sheet, block, number);
  tonus_block_text (block, &style, card->words_x, y, card->name_width, card->exercise->name);
  tonus_block_close (block);
}

static double
get_words_y (const Card *card)
{
  double spare = card->shape == SHAPE_PLAIN ? 0 : (card->body - card->words_height) * 0.4;

  return card->sheet->sizes->padding + get_words_top (card) + MIN (spare, 40);
}

static TonusBlock *
build (const Card *card, guint number)
{
  const TonusHandoutSheet *sheet = card->sheet;
  TonusBlock *block = tonus_block_new (sheet->pdf);
  double padding = sheet->sizes->padding, y = get_words_y (card);

  tonus_block_stroke (block, 0, 0, sheet->width, get_height (card), CARD_RADIUS, 0.8,
                      sheet->colours->hairline);
  tonus_block_open (block, TONUS_TAG_SECT, NULL);
  if (card->shape != SHAPE_PLAIN)
    tonus_handout_add_panel (sheet, block, padding, padding, get_picture_width (sheet), card->body,
                             CARD_RADIUS - 2, sheet->colours->tint);
  add_name (card, block, number, y);
  if (card->shape == SHAPE_PLAIN)
    add_missing (card, block, y);
  else
    tonus_handout_add_picture (sheet, block, card->exercise, card->body);
  tonus_block_add (block, card->words, card->words_x, y + card->name_height);
  tonus_block_add (block, card->below, padding, padding + card->body);
  tonus_block_add (block, card->stop, padding,
                   2 * padding + card->body + tonus_block_get_height (card->below));
  tonus_block_close (block);
  tonus_block_set_height (block, get_height (card));
  return block;
}

TonusBlock *
tonus_handout_card (const TonusHandoutSheet *sheet,
                    const TonusHandoutExercise *exercise,
                    guint number,
                    double height)
{
  g_auto (Card) card = { 0 };

  choose (&card, sheet, exercise);
  card.body += MAX (0, height - get_height (&card));
  return build (&card, number);
}
