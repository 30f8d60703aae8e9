/* tonus-handout-box.c - words on a tinted panel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-box.h"

#include "tonus-handout-column.h"

#define RADIUS 6.0
#define INSET 11.0
#define ABOVE 6.0

void
tonus_handout_box_init (TonusHandoutBox *self, const TonusHandoutSheet *sheet, double width)
{
  *self = (TonusHandoutBox){ .sheet = sheet,
                             .width = width,
                             .size = sheet->sizes->step,
                             .y = ABOVE,
                             .words = tonus_block_new (sheet->pdf) };
}

static double
get_inner_width (const TonusHandoutBox *self)
{
  return self->width - 2 * INSET;
}

static void
add (TonusHandoutBox *self, TonusTag tag, const TonusTextStyle *style, const char *text)
{
  if (text == NULL)
    return;
  tonus_block_open (self->words, tag, NULL);
  self->y = tonus_block_text (self->words, style, INSET, self->y, get_inner_width (self), text);
  tonus_block_close (self->words);
}

void
tonus_handout_box_add_title (TonusHandoutBox *self, const char *text)
{
  TonusTextStyle style =
      tonus_handout_style (TONUS_FONT_BOLD, self->size, self->sheet->colours->ink);

  if (text != NULL && self->y > ABOVE)
    self->y += 4;
  add (self, TONUS_TAG_H2, &style, text);
}

void
tonus_handout_box_add_words (TonusHandoutBox *self,
                             TonusFontFace face,
                             TonusColour colour,
                             const char *text)
{
  TonusTextStyle style = tonus_handout_style (face, self->size, colour);

  add (self, TONUS_TAG_P, &style, text);
}

/* Of the box's width, at most, for a title with words beside it. */
#define TITLE_SHARE 0.3
#define TITLE_GAP 12.0

void
tonus_handout_box_add_titled (TonusHandoutBox *self, const char *title, const char *text)
{
  const TonusHandoutColours *colours = self->sheet->colours;
  TonusTextStyle bold = tonus_handout_style (TONUS_FONT_BOLD, self->size, colours->ink);
  TonusTextStyle plain = tonus_handout_style (TONUS_FONT_REGULAR, self->size, colours->ink);
  double inner = get_inner_width (self), top = self->y;
  double used = title != NULL
                    ? tonus_pdf_measure (self->sheet->pdf, bold.face, bold.size, title) + TITLE_GAP
                    : 0;
  double below = tonus_block_measure_text (self->words, &plain, inner, text) + bold.leading;
  double beside = tonus_block_measure_text (self->words, &plain, inner - used, text);

  if (title == NULL || used > inner * TITLE_SHARE || beside >= below)
    {
      tonus_handout_box_add_title (self, title);
      tonus_handout_box_add_words (self, TONUS_FONT_REGULAR, colours->ink, text);
      return;
    }
  add (self, TONUS_TAG_H2, &bold, title);
  tonus_block_open (self->words, TONUS_TAG_P, NULL);
  self->y = tonus_block_text (self->words, &plain, INSET + used, top, inner - used, text);
  tonus_block_close (self->words);
}

void
tonus_handout_box_add_list (TonusHandoutBox *self, const GPtrArray *texts)
{
  TonusTextStyle style =
      tonus_handout_style (TONUS_FONT_REGULAR, self->size, self->sheet->colours->ink);
  double indent = self->size;

  if (texts->len == 0)
    return;
  tonus_block_open (self->words, TONUS_TAG_L, NULL);
  for (guint i = 0; i < texts->len; i++)
    {
      tonus_block_open (self->words, TONUS_TAG_LI, NULL);
      tonus_block_open (self->words, TONUS_TAG_LBL, NULL);
      tonus_block_text (self->words, &style, INSET, self->y, indent, "•");
      tonus_block_close (self->words);
      tonus_block_open (self->words, TONUS_TAG_LBODY, NULL);
      self->y = tonus_block_text (self->words, &style, INSET + indent, self->y,
                                  get_inner_width (self) - indent, g_ptr_array_index (texts, i));
      tonus_block_close (self->words);
      tonus_block_close (self->words);
    }
  tonus_block_close (self->words);
}

double
tonus_handout_box_get_height (const TonusHandoutBox *self)
{
  return self->y + ABOVE;
}

TonusBlock *
tonus_handout_box_end (TonusHandoutBox *self, double height)
{
  TonusBlock *block = tonus_block_new (self->sheet->pdf);

  height = MAX (height, tonus_handout_box_get_height (self));
  tonus_handout_add_panel (self->sheet, block, 0, 0, self->width, height, RADIUS,
                           self->sheet->colours->tint);
  tonus_block_add (block, self->words, 0, 0);
  tonus_block_set_height (block, height);
  g_clear_pointer (&self->words, tonus_block_free);
  return block;
}
