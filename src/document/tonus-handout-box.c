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
