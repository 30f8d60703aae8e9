/* tonus-block-boxes.c - where the parts of a block stand: turned round, and told to who checks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-block-private.h"

void
tonus_block_mirror (TonusBlock *self, double width)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      TonusStep *step = &g_array_index (self->steps, TonusStep, i);

      if (step->kind == TONUS_STEP_LINE)
        step->width = width - step->width;
      if (step->kind == TONUS_STEP_LINE || step->kind == TONUS_STEP_CIRCLE)
        step->x = width - step->x;
      else
        step->x = width - step->x - step->width;
    }
}

/* What a line takes of its column. */
static TonusBlockBox
get_line_box (const TonusBlock *self, const TonusStep *step)
{
  g_autofree char *line = g_strchomp (g_strdup (step->text));
  double advance = tonus_pdf_measure (self->pdf, step->face, step->size, line);
  gboolean is_right = (step->align == TONUS_ALIGN_END) != tonus_pdf_is_rtl (self->pdf);
  double x = step->x;

  if (step->align == TONUS_ALIGN_CENTRE)
    x += (step->width - advance) / 2;
  else if (is_right)
    x += step->width - advance;
  return (TonusBlockBox){ x, step->y, advance, step->height, step->text, NULL };
}

GArray *
tonus_block_list_boxes (const TonusBlock *self)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (TonusBlockBox));

  for (guint i = 0; i < self->steps->len; i++)
    {
      const TonusStep *step = &g_array_index (self->steps, TonusStep, i);
      TonusBlockBox box = { step->x, step->y, step->width, step->height, NULL, step->figure };

      if (step->kind == TONUS_STEP_TEXT)
        box = get_line_box (self, step);
      if (step->kind == TONUS_STEP_TEXT || step->kind == TONUS_STEP_FIGURE)
        g_array_append_val (boxes, box);
    }
  return boxes;
}
