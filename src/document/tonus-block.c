/* tonus-block.c - a piece of a page laid out before it is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-block-private.h"

#include <string.h>

static void
step_clear (gpointer data)
{
  TonusStep *step = data;

  g_free (step->text);
  g_clear_pointer (&step->figure, tonus_figure_list_unref);
}

TonusBlock *
tonus_block_new (TonusPdf *pdf)
{
  TonusBlock *self = g_new0 (TonusBlock, 1);

  self->pdf = pdf;
  self->steps = g_array_new (FALSE, FALSE, sizeof (TonusStep));
  g_array_set_clear_func (self->steps, step_clear);
  return self;
}

void
tonus_block_free (TonusBlock *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->steps);
  g_free (self);
}

static void
add_step (TonusBlock *self, TonusStep step)
{
  g_array_append_val (self->steps, step);
}

void
tonus_block_open (TonusBlock *self, TonusTag tag, const char *alt)
{
  add_step (self, (TonusStep){ .kind = TONUS_STEP_OPEN, .tag = tag, .text = g_strdup (alt) });
}

void
tonus_block_close (TonusBlock *self)
{
  add_step (self, (TonusStep){ .kind = TONUS_STEP_CLOSE });
}

static double
add_lines (TonusBlock *self,
           const TonusTextStyle *style,
           double x,
           double y,
           double width,
           const char *text,
           TonusAlign align)
{
  g_autoptr (GPtrArray) lines = NULL;
  double ascent = tonus_pdf_ascent (self->pdf, style->face, style->size);
  double descent = tonus_pdf_descent (self->pdf, style->face, style->size);

  if (text == NULL || *text == '\0')
    return y;
  lines = tonus_flow_break_readable (self->pdf, style, text, width);
  for (guint i = 0; i < lines->len; i++)
    {
      add_step (self, (TonusStep){ .kind = TONUS_STEP_TEXT,
                                   .x = x,
                                   .y = y,
                                   .width = width,
                                   .align = align,
                                   .height = style->leading,
                                   .colour = style->colour,
                                   .face = style->face,
                                   .size = style->size,
                                   .baseline = (style->leading + ascent - descent) / 2,
                                   .text = g_strdup (g_ptr_array_index (lines, i)) });
      y += style->leading;
    }
  return y;
}

double
tonus_block_text (TonusBlock *self,
                  const TonusTextStyle *style,
                  double x,
                  double y,
                  double width,
                  const char *text)
{
  return add_lines (self, style, x, y, width, text, TONUS_ALIGN_START);
}

double
tonus_block_text_centred (TonusBlock *self,
                          const TonusTextStyle *style,
                          double x,
                          double y,
                          double width,
                          const char *text)
{
  return add_lines (self, style, x, y, width, text, TONUS_ALIGN_CENTRE);
}

double
tonus_block_measure_text (TonusBlock *self,
                          const TonusTextStyle *style,
                          double width,
                          const char *text)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (text == NULL || *text == '\0')
    return 0;
  lines = tonus_flow_break (self->pdf, style, text, width);
  return lines->len * style->leading;
}

void
tonus_block_fill (TonusBlock *self,
                  double x,
                  double y,
                  double width,
                  double height,
                  double radius,
                  TonusColour colour)
{
  add_step (self, (TonusStep){ .kind = TONUS_STEP_FILL,
                               .x = x,
                               .y = y,
                               .width = width,
                               .height = height,
                               .radius = radius,
                               .colour = colour });
}

void
tonus_block_stroke (TonusBlock *self,
                    double x,
                    double y,
                    double width,
                    double height,
                    double radius,
                    double line_width,
                    TonusColour colour)
{
  add_step (self, (TonusStep){ .kind = TONUS_STEP_STROKE,
                               .x = x,
                               .y = y,
                               .width = width,
                               .height = height,
                               .radius = radius,
                               .line_width = line_width,
                               .colour = colour });
}

void
tonus_block_line (TonusBlock *self,
                  double x0,
                  double y0,
                  double x1,
                  double y1,
                  double line_width,
                  TonusColour colour)
{
  add_step (self, (TonusStep){ .kind = TONUS_STEP_LINE,
                               .x = x0,
                               .y = y0,
                               .width = x1,
                               .height = y1,
                               .line_width = line_width,
                               .colour = colour });
}

void
tonus_block_circle (TonusBlock *self, double cx, double cy, double radius, TonusColour colour)
{
  add_step (self,
            (TonusStep){
                .kind = TONUS_STEP_CIRCLE, .x = cx, .y = cy, .radius = radius, .colour = colour });
}

void
tonus_block_figure (TonusBlock *self, TonusFigureList *figure, double x, double y)
{
  add_step (self, (TonusStep){ .kind = TONUS_STEP_FIGURE,
                               .x = x,
                               .y = y,
                               .width = tonus_figure_list_get_width (figure),
                               .height = tonus_figure_list_get_height (figure),
                               .figure = tonus_figure_list_ref (figure) });
}

void
tonus_block_add (TonusBlock *self, const TonusBlock *other, double dx, double dy)
{
  for (guint i = 0; i < other->steps->len; i++)
    {
      TonusStep step = g_array_index (other->steps, TonusStep, i);

      step.text = g_strdup (step.text);
      if (step.figure != NULL)
        tonus_figure_list_ref (step.figure);
      step.x += dx;
      step.y += dy;
      if (step.kind == TONUS_STEP_LINE)
        {
          step.width += dx;
          step.height += dy;
        }
      add_step (self, step);
    }
}

void
tonus_block_set_height (TonusBlock *self, double height)
{
  self->height = height;
}

double
tonus_block_get_height (const TonusBlock *self)
{
  return self->height;
}

static void
draw_decoration (TonusPdf *pdf, const TonusStep *step, double x, double y)
{
  tonus_pdf_open_artifact (pdf);
  if (step->kind == TONUS_STEP_FILL)
    tonus_pdf_fill_rect (pdf, x + step->x, y + step->y, step->width, step->height, step->radius,
                         step->colour);
  else if (step->kind == TONUS_STEP_STROKE)
    tonus_pdf_stroke_rect (pdf, x + step->x, y + step->y, step->width, step->height, step->radius,
                           step->line_width, step->colour);
  else if (step->kind == TONUS_STEP_LINE)
    tonus_pdf_line (pdf, x + step->x, y + step->y, x + step->width, y + step->height,
                    step->line_width, step->colour);
  else
    tonus_pdf_fill_circle (pdf, x + step->x, y + step->y, step->radius, step->colour);
  tonus_pdf_close_artifact (pdf);
}

static void
draw_text (TonusPdf *pdf, const TonusStep *step, double x, double y)
{
  tonus_pdf_show_aligned (pdf, step->face, step->size, step->colour, step->align, x + step->x,
                          step->width, y + step->y + step->baseline, step->text);
}

void
tonus_block_draw (const TonusBlock *self, double x, double y)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const TonusStep *step = &g_array_index (self->steps, TonusStep, i);

      switch (step->kind)
        {
        case TONUS_STEP_OPEN:
          tonus_pdf_open_tag (self->pdf, step->tag, step->text);
          break;
        case TONUS_STEP_CLOSE:
          tonus_pdf_close_tag (self->pdf);
          break;
        case TONUS_STEP_TEXT:
          draw_text (self->pdf, step, x, y);
          break;
        case TONUS_STEP_FIGURE:
          tonus_pdf_figure (self->pdf, step->figure, x + step->x, y + step->y);
          break;
        case TONUS_STEP_FILL:
        case TONUS_STEP_STROKE:
        case TONUS_STEP_LINE:
        case TONUS_STEP_CIRCLE:
          draw_decoration (self->pdf, step, x, y);
          break;
        }
    }
}

/* The end of the lines that fit: below it no line has begun. */
static double
find_break (const TonusBlock *self, double from, double room)
{
  double first_end = self->height, end = from;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const TonusStep *step = &g_array_index (self->steps, TonusStep, i);
      double bottom = step->y + step->height;

      if (step->kind != TONUS_STEP_TEXT || step->y < from)
        continue;
      first_end = MIN (first_end, bottom);
      if (bottom <= from + room)
        end = MAX (end, bottom);
    }
  return MAX (end, first_end);
}

double
tonus_block_draw_lines (const TonusBlock *self, double x, double y, double from, double room)
{
  double end = find_break (self, from, room);
  gboolean is_last = TRUE;

  tonus_pdf_open_tag (self->pdf, TONUS_TAG_P, NULL);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const TonusStep *step = &g_array_index (self->steps, TonusStep, i);

      if (step->kind != TONUS_STEP_TEXT || step->y < from)
        continue;
      if (step->y + step->height <= end)
        draw_text (self->pdf, step, x, y - from);
      else
        is_last = FALSE;
    }
  tonus_pdf_close_tag (self->pdf);
  return is_last ? self->height : end;
}
