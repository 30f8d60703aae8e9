/* tonus-handout-tail.c - what stands around the cards: lists, advice, safety box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-tail.h"

#include "tonus-handout-box.h"

#define CODE_GAP 12.0

static TonusBlock *
make_paragraph (const TonusHandoutSheet *sheet, const char *title, const char *text)
{
  TonusHandoutBox box;

  if (text == NULL)
    return tonus_block_new (sheet->pdf);
  tonus_handout_box_init (&box, sheet, sheet->width);
  tonus_handout_box_add_titled (&box, title, text);
  return tonus_handout_box_end (&box, 0);
}

TonusBlock *
tonus_handout_stopped (const TonusHandoutSheet *sheet)
{
  GString *names = g_string_new (NULL);
  TonusBlock *block;

  for (guint i = 0; i < sheet->content->stopped->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " · " : "",
                            (const char *) g_ptr_array_index (sheet->content->stopped, i));
  block = make_paragraph (sheet, sheet->content->stop_title, names->len > 0 ? names->str : NULL);
  g_string_free (names, TRUE);
  return block;
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

/* --- safety --------------------------------------------------------------------------------- */

static TonusBlock *
make_safety (const TonusHandoutSheet *sheet, double width, gboolean is_short)
{
  const TonusHandout *content = sheet->content;
  TonusHandoutBox box;

  tonus_handout_box_init (&box, sheet, width);
  box.size = sheet->sizes->small;
  tonus_handout_box_add_words (&box, TONUS_FONT_BOLD, sheet->colours->alarm,
                               is_short ? content->safety_short : content->safety);
  if (!is_short)
    tonus_handout_box_add_words (&box, TONUS_FONT_REGULAR, sheet->colours->ink, content->emergency);
  tonus_handout_box_add_words (&box, TONUS_FONT_BOLD, sheet->colours->ink, content->questions);
  return tonus_handout_box_end (&box, 0);
}

static gboolean
has_safety (const TonusHandout *content)
{
  return content->safety != NULL || content->questions != NULL;
}

TonusBlock *
tonus_handout_safety (const TonusHandoutSheet *sheet)
{
  gboolean is_short = sheet->level >= TONUS_HANDOUT_SHORT_SAFETY;

  if (!has_safety (sheet->content))
    return tonus_block_new (sheet->pdf);
  if (sheet->level >= TONUS_HANDOUT_CODE_LATER || is_short)
    return make_safety (sheet, sheet->width, is_short);
  return tonus_handout_whole_safety (sheet);
}

TonusBlock *
tonus_handout_whole_safety (const TonusHandoutSheet *sheet)
{
  g_autoptr (TonusBlock) code = tonus_handout_code (sheet);
  g_autoptr (TonusBlock) words = NULL;
  double side = tonus_block_get_height (code), height;
  TonusBlock *block;

  if (!has_safety (sheet->content))
    return g_steal_pointer (&code);
  if (side <= 0)
    return make_safety (sheet, sheet->width, FALSE);
  block = tonus_block_new (sheet->pdf);
  words = make_safety (sheet, sheet->width - tonus_handout_code_width (sheet) - CODE_GAP, FALSE);
  height = MAX (side, tonus_block_get_height (words));
  tonus_block_add (block, words, 0, (height - tonus_block_get_height (words)) / 2);
  tonus_block_add (block, code, sheet->width - tonus_handout_code_width (sheet),
                   (height - side) / 2);
  tonus_block_set_height (block, height);
  return block;
}
