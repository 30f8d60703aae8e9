/* tonus-handout-pages.c - blocks onto pages: what fits where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-pages.h"

#include "tonus-handout-parts.h"
#include "tonus-handout-plan.h"
#include "tonus-handout-tail.h"

#define BAR_HEIGHT 6.0

static double
get_room (const TonusHandoutPages *self)
{
  return self->bottom - self->y;
}

/* What is laid out from the left stands from the right where reading begins there. */
static void
turn (TonusHandoutPages *self, TonusBlock *block)
{
  if (tonus_pdf_is_rtl (self->sheet.pdf))
    tonus_block_mirror (block, self->sheet.width);
}

/* @block is consumed. */
static void
put (TonusHandoutPages *self, TonusBlock *block)
{
  turn (self, block);
  tonus_block_draw (block, TONUS_HANDOUT_MARGIN, self->y);
  self->y += tonus_block_get_height (block);
  tonus_block_free (block);
}

static void
begin_page (TonusHandoutPages *self, TonusBlock *head)
{
  TonusPdf *pdf = self->sheet.pdf;
  double bar = self->sheet.colours->has_outlines ? 2 : BAR_HEIGHT;

  tonus_pdf_add_page (pdf);
  tonus_pdf_open_artifact (pdf);
  tonus_pdf_fill_rect (pdf, 0, 0, tonus_pdf_get_width (pdf), bar, 0, self->sheet.colours->accent);
  tonus_pdf_close_artifact (pdf);
  self->y = TONUS_HANDOUT_HEAD_TOP;
  put (self, head);
  self->y += self->sheet.sizes->gap;
}

static void
next_page (TonusHandoutPages *self)
{
  begin_page (self, tonus_handout_running_head (&self->sheet));
}

void
tonus_handout_pages_init (TonusHandoutPages *self, const TonusHandoutSheet *sheet)
{
  self->sheet = *sheet;
  self->safety_pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bottom = tonus_pdf_get_height (sheet->pdf) - TONUS_HANDOUT_FOOT;
}

/* A card that no page can hold, even in the smallest type, runs on as plain lines. */
static void
run_on (TonusHandoutPages *self, TonusBlock *block)
{
  double from = 0, end = tonus_block_get_height (block);

  turn (self, block);
  while (TRUE)
    {
      double start = from;

      from = tonus_block_draw_lines (block, TONUS_HANDOUT_MARGIN, self->y, from, get_room (self));
      self->y += from - start;
      if (from >= end)
        break;
      next_page (self);
    }
  tonus_block_free (block);
}

/* --- boxes ---------------------------------------------------------------------------------- */

/* @block is consumed. */
static void
put_box (TonusHandoutPages *self, TonusBlock *block)
{
  double height = tonus_block_get_height (block);

  if (height <= 0)
    {
      tonus_block_free (block);
      return;
    }
  if (height > get_room (self))
    next_page (self);
  if (height <= get_room (self))
    put (self, block);
  else
    run_on (self, block);
  self->y += self->sheet.sizes->gap;
}

static void
put_week (TonusHandoutPages *self)
{
  guint n = self->sheet.content->exercises->len;
  double week = tonus_handout_part_height (&self->sheet, TONUS_HANDOUT_PART_WEEK);

  if (week - self->sheet.sizes->gap > get_room (self))
    next_page (self);
  tonus_pdf_open_tag (self->sheet.pdf, TONUS_TAG_TABLE, NULL);
  put (self, tonus_handout_week_head (&self->sheet));
  for (guint i = 0; i < n; i++)
    {
      TonusBlock *row = tonus_handout_week_row (&self->sheet, i);

      if (tonus_block_get_height (row) > get_room (self))
        {
          next_page (self);
          put (self, tonus_handout_week_head (&self->sheet));
        }
      put (self, row);
    }
  tonus_pdf_close_tag (self->sheet.pdf);
  self->y += self->sheet.sizes->gap + 2;
}

static gboolean
says_whom_to_call (TonusHandoutPart part)
{
  return part == TONUS_HANDOUT_PART_SAFETY || part == TONUS_HANDOUT_PART_WHOLE_SAFETY ||
         part == TONUS_HANDOUT_PART_BESIDE;
}

static void
put_part (TonusHandoutPages *self, TonusHandoutPart part)
{
  if (part == TONUS_HANDOUT_PART_WEEK)
    put_week (self);
  else
    put_box (self, tonus_handout_part_make (&self->sheet, part));
  if (says_whom_to_call (part))
    g_array_append_val (self->safety_pages, (guint){ tonus_pdf_get_n_pages (self->sheet.pdf) - 1 });
}

/* --- cards ---------------------------------------------------------------------------------- */

static void
put_cards (TonusHandoutPages *self, guint first, const TonusHandoutPlan *plan)
{
  self->sheet.shrink = plan->shrink;
  for (guint i = 0; i < plan->n_cards; i++)
    {
      const TonusHandoutExercise *exercise =
          g_ptr_array_index (self->sheet.content->exercises, first + i);
      TonusBlock *card =
          tonus_handout_card (&self->sheet, exercise, first + i + 1, plan->heights[i]);

      if (plan->fits)
        put (self, card);
      else
        run_on (self, card);
      self->y += self->sheet.sizes->gap;
    }
  self->sheet.shrink = 0;
}

void
tonus_handout_pages_add_cards (TonusHandoutPages *self, gboolean is_compact)
{
  guint n = self->sheet.content->exercises->len;
  double top;
  gboolean is_fresh;

  tonus_handout_plan_sheet (&self->sheet, is_compact);
  begin_page (self, tonus_handout_head (&self->sheet));
  top = self->y;
  if (self->sheet.level == TONUS_HANDOUT_ALL)
    put_part (self, TONUS_HANDOUT_PART_FOUND);
  is_fresh = self->y == top;
  if (n == 0)
    put_box (self, tonus_handout_none (&self->sheet));
  for (guint first = 0; first < n;)
    {
      TonusHandoutPlan plan = tonus_handout_plan (&self->sheet, first, get_room (self), is_fresh);

      if (!plan.fits && !is_fresh)
        {
          next_page (self);
          is_fresh = TRUE;
          continue;
        }
      is_fresh = TRUE;
      put_cards (self, first, &plan);
      first += plan.n_cards;
      if (first < n)
        next_page (self);
    }
}

void
tonus_handout_pages_add_tail (TonusHandoutPages *self)
{
  TonusHandoutParts parts = tonus_handout_parts (&self->sheet);

  for (guint i = 0; i < parts.n; i++)
    put_part (self, parts.parts[i]);
}

/* --- feet ----------------------------------------------------------------------------------- */

/* The format comes from data: its places are filled by hand, it is never handed to printf. */
static char *
format_page (const char *format, guint page, guint n_pages)
{
  guint numbers[] = { page, n_pages }, n_filled = 0;
  GString *text = g_string_new (NULL);

  for (const char *p = format; *p != '\0'; p++)
    {
      gboolean is_place = p[0] == '%' && (p[1] == 'd' || p[1] == 'u');

      if (is_place && n_filled < G_N_ELEMENTS (numbers))
        {
          g_string_append_printf (text, "%u", numbers[n_filled++]);
          p++;
        }
      else
        g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_safe (const TonusHandoutPages *self, guint page)
{
  for (guint i = 0; i < self->safety_pages->len; i++)
    if (g_array_index (self->safety_pages, guint, i) == page)
      return TRUE;
  return FALSE;
}

static void
put_foot (TonusHandoutPages *self, guint page, guint n_pages)
{
  TonusPdf *pdf = self->sheet.pdf;
  TonusBlock *block = tonus_block_new (pdf);
  double size = self->sheet.sizes->tiny, width = self->sheet.width;
  TonusTextStyle quiet = tonus_handout_style (TONUS_FONT_REGULAR, size, self->sheet.colours->quiet);
  TonusTextStyle bold = tonus_handout_style (TONUS_FONT_BOLD, size, self->sheet.colours->ink);
  const char *format = self->sheet.content->page_format;
  g_autofree char *text = format != NULL ? format_page (format, page + 1, n_pages) : NULL;
  double used = text != NULL ? tonus_pdf_measure (pdf, quiet.face, size, text) : 0;
  gboolean calls = !is_safe (self, page) && self->sheet.content->questions != NULL;

  tonus_pdf_go_to_page (pdf, page);
  self->y = tonus_pdf_get_height (pdf) - TONUS_HANDOUT_FOOT + 5;
  if (calls)
    {
      g_autoptr (GPtrArray) lines =
          tonus_flow_break (pdf, &bold, self->sheet.content->questions, width - used - 20);

      /* A line that wraps would leave the page: the box itself stands elsewhere in full. */
      if (lines->len == 1)
        tonus_block_text (block, &bold, 0, 0, width - used - 20, self->sheet.content->questions);
    }
  if (calls)
    tonus_block_text (block, &quiet, width - used - 0.5, 0, used + 1, text);
  else
    tonus_block_text_centred (block, &quiet, 0, 0, width, text);
  tonus_pdf_open_artifact (pdf);
  put (self, block);
  tonus_pdf_close_artifact (pdf);
}

void
tonus_handout_pages_end (TonusHandoutPages *self)
{
  guint n_pages = tonus_pdf_get_n_pages (self->sheet.pdf);

  for (guint i = 0; i < n_pages; i++)
    put_foot (self, i, n_pages);
  g_clear_pointer (&self->safety_pages, g_array_unref);
}
