/* tonus-handout-visit.c - what the patient takes home from the visit: what is going on, what was
 * done, how it goes on, what to heed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-tail.h"

#include "tonus-handout-box.h"

#define GAP 8.0
/* Of two columns, for the one with the most words. */
#define WIDE_SHARE 0.6
/* Below this two columns would be ribbons. */
#define LEAST_COLUMN 150.0

typedef struct
{
  TonusHandoutBox boxes[2];
  guint n;
} Pair;

static gboolean
may_stand_side_by_side (const TonusHandoutSheet *sheet)
{
  return sheet->sizes != tonus_handout_sizes (TONUS_HANDOUT_LARGE) &&
         sheet->width * (1 - WIDE_SHARE) > LEAST_COLUMN;
}

/* The boxes beside each other, equally high, or one below the other.  Consumes them. */
static TonusBlock *
end_pair (const TonusHandoutSheet *sheet, Pair *pair, gboolean is_beside)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);
  double x = 0, y = 0, height = 0;

  for (guint i = 0; i < pair->n && is_beside; i++)
    height = MAX (height, tonus_handout_box_get_height (&pair->boxes[i]));
  for (guint i = 0; i < pair->n; i++)
    {
      double width = pair->boxes[i].width;
      TonusBlock *box = tonus_handout_box_end (&pair->boxes[i], height);

      tonus_block_add (block, box, x, y);
      if (is_beside)
        x += width + GAP;
      else
        y += tonus_block_get_height (box) + GAP;
      tonus_block_free (box);
    }
  tonus_block_set_height (block, is_beside ? height : MAX (0, y - GAP));
  return block;
}

static void
add_part (TonusHandoutBox *box, const char *title, const char *text)
{
  if (text == NULL)
    return;
  tonus_handout_box_add_title (box, title);
  tonus_handout_box_add_words (box, TONUS_FONT_REGULAR, box->sheet->colours->ink, text);
}

static TonusHandoutBox *
begin_box (Pair *pair, const TonusHandoutSheet *sheet, double width)
{
  TonusHandoutBox *box = &pair->boxes[pair->n++];

  tonus_handout_box_init (box, sheet, width);
  return box;
}

TonusBlock *
tonus_handout_found (const TonusHandoutSheet *sheet)
{
  const TonusHandout *content = sheet->content;
  gboolean has_found = content->found != NULL;
  gboolean has_rest = content->did != NULL || content->plan != NULL;
  gboolean is_beside = has_found && has_rest && may_stand_side_by_side (sheet);
  double wide = is_beside ? (sheet->width - GAP) * WIDE_SHARE : sheet->width;
  Pair pair = { .n = 0 };
  TonusHandoutBox *box = NULL;

  if (has_found)
    {
      box = begin_box (&pair, sheet, wide);
      add_part (box, content->found_title, content->found);
    }
  if (has_rest && (is_beside || box == NULL))
    box = begin_box (&pair, sheet, is_beside ? sheet->width - GAP - wide : wide);
  if (has_rest)
    {
      add_part (box, content->did_title, content->did);
      add_part (box, content->plan_title, content->plan);
    }
  return end_pair (sheet, &pair, is_beside);
}

/* --- what to heed --------------------------------------------------------------------------- */

static void
add_care (Pair *pair, const TonusHandoutSheet *sheet, const TonusHandoutCare *care, double width)
{
  TonusHandoutBox *box = begin_box (pair, sheet, width);

  tonus_handout_box_add_title (box, care->title);
  tonus_handout_box_add_list (box, care->lines);
  tonus_handout_box_add_words (box, TONUS_FONT_BOLD, sheet->colours->alarm, care->alarm);
}

TonusBlock *
tonus_handout_care (const TonusHandoutSheet *sheet)
{
  const GPtrArray *care = sheet->content->care;
  gboolean is_beside = care->len == 2 && may_stand_side_by_side (sheet);
  double width = is_beside ? (sheet->width - GAP) / 2 : sheet->width;
  Pair pair = { .n = 0 };

  for (guint i = 0; i < care->len && i < G_N_ELEMENTS (pair.boxes); i++)
    add_care (&pair, sheet, g_ptr_array_index (care, i), width);
  return end_pair (sheet, &pair, is_beside);
}
