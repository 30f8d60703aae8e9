/* tonus-handout-column.c - the words of a card: dose and chips, steps, where to feel it, the
 * therapist's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-column.h"

#define LEAST_SIZE 7.0
#define CHIP_GAP 5.0
#define DOSE_GAP 12.0

TonusTextStyle
tonus_handout_card_style (const TonusHandoutSheet *sheet,
                          TonusFontFace face,
                          double size,
                          TonusColour colour)
{
  TonusTextStyle style = tonus_handout_style (face, MAX (size - sheet->shrink, LEAST_SIZE), colour);

  style.leading = style.size * sheet->sizes->leading;
  return style;
}

TonusTextStyle
tonus_handout_small_style (const TonusHandoutSheet *sheet)
{
  return tonus_handout_card_style (sheet, TONUS_FONT_REGULAR, sheet->sizes->small,
                                   sheet->colours->quiet);
}

void
tonus_handout_add_panel (const TonusHandoutSheet *sheet,
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
  double left;
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

/* The blank keeps it apart from what follows for who hears the page. */
static void
add_apart (TonusBlock *block,
           const TonusTextStyle *style,
           double x,
           double y,
           double width,
           const char *text)
{
  g_autofree char *spaced = g_strconcat (text, " ", NULL);

  tonus_block_text (block, style, x, y, width, spaced);
}

/* What is said since last time stands out: filled. */
static void
add_chip (const TonusHandoutSheet *sheet,
          TonusBlock *block,
          ChipPlace *place,
          const char *text,
          gboolean is_mark)
{
  const TonusHandoutColours *colours = sheet->colours;
  TonusTextStyle style = tonus_handout_card_style (sheet, TONUS_FONT_BOLD, sheet->sizes->chip,
                                                   is_mark ? colours->on_accent : colours->accent);
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
  tonus_handout_add_panel (sheet, block, place->left + place->x, top, width, height, single / 2,
                           is_mark ? colours->accent : colours->chip);
  add_apart (block, &style, place->left + place->x + side, top + (single - style.leading) / 2,
             width - 2 * side, text);
  place->x += width + CHIP_GAP;
}

static void
add_number (const TonusHandoutSheet *sheet, TonusBlock *block, ChipPlace *place, const char *dose)
{
  TonusTextStyle style =
      tonus_handout_card_style (sheet, TONUS_FONT_BOLD, sheet->sizes->dose, sheet->colours->accent);

  place->row = tonus_block_measure_text (block, &style, place->width, dose);
  add_apart (block, &style, place->left, place->y, place->width, dose);
  place->x = tonus_pdf_measure (sheet->pdf, style.face, style.size, dose) + DOSE_GAP;
  if (place->x > place->width)
    break_row (place);
}

/* What is there to be known beside the steps.  @words: (nullable). */
static double
add_quiet (const TonusHandoutSheet *sheet,
           TonusBlock *block,
           double size,
           const char *words,
           double x,
           double y,
           double width)
{
  TonusTextStyle style =
      tonus_handout_card_style (sheet, TONUS_FONT_REGULAR, size, sheet->colours->quiet);

  if (words == NULL)
    return y;
  tonus_block_open (block, TONUS_TAG_P, NULL);
  y = tonus_block_text (block, &style, x, y + 3, width, words);
  tonus_block_close (block);
  return y;
}

double
tonus_handout_add_dose (const TonusHandoutSheet *sheet,
                        TonusBlock *block,
                        const TonusHandoutExercise *exercise,
                        double x,
                        double y,
                        double width)
{
  ChipPlace place = { .left = x, .y = y, .width = width };

  if (exercise->dose == NULL && exercise->chips->len == 0 && exercise->mark == NULL)
    return y;
  tonus_block_open (block, TONUS_TAG_P, NULL);
  if (exercise->dose != NULL)
    add_number (sheet, block, &place, exercise->dose);
  if (exercise->mark != NULL)
    add_chip (sheet, block, &place, exercise->mark, TRUE);
  for (guint i = 0; i < exercise->chips->len; i++)
    add_chip (sheet, block, &place, g_ptr_array_index (exercise->chips, i), FALSE);
  tonus_block_close (block);
  y = place.y + place.row;
  return add_quiet (sheet, block, sheet->sizes->step, exercise->instead, x, y, width) + 4;
}

/* --- steps and lines ------------------------------------------------------------------------ */

double
tonus_handout_add_steps (const TonusHandoutSheet *sheet,
                         TonusBlock *block,
                         const TonusHandoutExercise *exercise,
                         double x,
                         double y,
                         double width)
{
  TonusTextStyle number =
      tonus_handout_card_style (sheet, TONUS_FONT_BOLD, sheet->sizes->step, sheet->colours->accent);
  TonusTextStyle words =
      tonus_handout_card_style (sheet, TONUS_FONT_REGULAR, sheet->sizes->step, sheet->colours->ink);
  double indent = number.size * 1.45;

  if (exercise->steps->len == 0)
    return y;
  tonus_block_open (block, TONUS_TAG_L, NULL);
  for (guint i = 0; i < exercise->steps->len; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u.", i + 1);

      tonus_block_open (block, TONUS_TAG_LI, NULL);
      tonus_block_open (block, TONUS_TAG_LBL, NULL);
      tonus_block_text (block, &number, x, y, indent, label);
      tonus_block_close (block);
      tonus_block_open (block, TONUS_TAG_LBODY, NULL);
      y = tonus_block_text (block, &words, x + indent, y, width - indent,
                            g_ptr_array_index (exercise->steps, i));
      tonus_block_close (block);
      tonus_block_close (block);
    }
  tonus_block_close (block);
  return y;
}

/* The therapist's own words stand apart from ours: a rule beside them. */
static double
add_cue (const TonusHandoutSheet *sheet,
         TonusBlock *block,
         const char *cue,
         double x,
         double y,
         double width)
{
  TonusTextStyle style =
      tonus_handout_card_style (sheet, TONUS_FONT_BOLD, sheet->sizes->step, sheet->colours->ink);
  double inset = 9, top = y + 5, height;

  if (cue == NULL)
    return y;
  height = tonus_block_measure_text (block, &style, width - inset, cue);
  tonus_block_fill (block, x, top, 2.5, height, 0, sheet->colours->accent);
  tonus_block_open (block, TONUS_TAG_P, NULL);
  y = tonus_block_text (block, &style, x + inset, top, width - inset, cue);
  tonus_block_close (block);
  return y;
}

double
tonus_handout_add_lines (const TonusHandoutSheet *sheet,
                         TonusBlock *block,
                         const TonusHandoutExercise *exercise,
                         double x,
                         double y,
                         double width)
{
  y = add_quiet (sheet, block, sheet->sizes->step, exercise->feel, x, y, width);
  y = add_cue (sheet, block, exercise->cue, x, y, width);
  /* Whose words the steps are, small, for those whom it concerns. */
  return add_quiet (sheet, block, sheet->sizes->tiny, exercise->credit, x, y, width);
}
