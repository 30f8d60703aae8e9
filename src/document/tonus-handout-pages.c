/* tonus-handout-pages.c - blocks onto pages: what fits where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-pages.h"

#include "tonus-handout-plan.h"
#include "tonus-handout-tail.h"

#define FOOT_HEIGHT 32.0
#define BAR_HEIGHT 6.0
#define HEAD_TOP 16.0
/* Both sides. */
#define SHEET_PAGES 2

static double
get_room (const TonusHandoutPages *self)
{
  return self->bottom - self->y;
}

/* @block is consumed. */
static void
put (TonusHandoutPages *self, TonusBlock *block)
{
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
  self->y = HEAD_TOP;
  put (self, head);
  self->y += TONUS_HANDOUT_GAP;
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
  self->safety_page = -1;
  self->bottom = tonus_pdf_get_height (sheet->pdf) - FOOT_HEIGHT;
  begin_page (self, tonus_handout_head (&self->sheet));
}

/* --- cards ---------------------------------------------------------------------------------- */

/* A card that no page can hold, even in the smallest type, runs on as plain lines. */
static void
run_on (TonusHandoutPages *self, guint index)
{
  const TonusHandoutExercise *exercise = g_ptr_array_index (self->sheet.content->exercises, index);
  g_autoptr (TonusBlock) card = tonus_handout_card (&self->sheet, exercise, index + 1, 0);
  double from = 0, end = tonus_block_get_height (card);

  while (TRUE)
    {
      double start = from;

      from = tonus_block_draw_lines (card, TONUS_HANDOUT_MARGIN, self->y, from, get_room (self));
      self->y += from - start;
      if (from >= end)
        return;
      next_page (self);
    }
}

static void
put_cards (TonusHandoutPages *self, guint first, const TonusHandoutPlan *plan)
{
  self->sheet.shrink = plan->shrink;
  if (!plan->fits)
    run_on (self, first);
  for (guint i = 0; plan->fits && i < plan->n_cards; i++)
    {
      const TonusHandoutExercise *exercise =
          g_ptr_array_index (self->sheet.content->exercises, first + i);

      put (self, tonus_handout_card (&self->sheet, exercise, first + i + 1, plan->heights[i]));
      self->y += TONUS_HANDOUT_GAP;
    }
  self->sheet.shrink = 0;
}

/* How many pages the handout takes with the sizes of @sheet. */
static guint
count_pages (const TonusHandoutPages *self, const TonusHandoutSheet *sheet)
{
  g_autoptr (TonusBlock) head = tonus_handout_running_head (sheet);
  double room = get_room (self);
  guint n_pages = 0;
  TonusHandoutPlan plan = { 0 };

  for (guint first = 0; first < sheet->content->exercises->len; first += plan.n_cards)
    {
      plan = tonus_handout_plan (sheet, first, room);
      room = self->bottom - HEAD_TOP - tonus_block_get_height (head) - TONUS_HANDOUT_GAP;
      n_pages++;
    }
  return n_pages + (plan.has_all ? 0 : 1);
}

/* Smaller type is worth a page saved; so is a week table beside the safety box, if all then fits
 * one sheet of paper.  Steps always stand one below the other: a patient must find the next one. */
static void
choose_sizes (TonusHandoutPages *self)
{
  TonusHandoutSheet compact = self->sheet, narrow;
  guint fewest, n_compact;

  if (self->sheet.content->exercises->len == 0 ||
      self->sheet.sizes == tonus_handout_sizes (TONUS_HANDOUT_LARGE))
    return;
  compact.sizes = tonus_handout_sizes (TONUS_HANDOUT_COMPACT);
  narrow = compact;
  narrow.has_narrow_week = TRUE;
  fewest = count_pages (self, &self->sheet);
  if (fewest == 1)
    return;
  n_compact = count_pages (self, &compact);
  if (n_compact < fewest)
    {
      fewest = n_compact;
      self->sheet = compact;
    }
  if (fewest > 1 && count_pages (self, &narrow) < MIN (fewest, SHEET_PAGES + 1))
    self->sheet = narrow;
}

void
tonus_handout_pages_add_cards (TonusHandoutPages *self)
{
  guint n = self->sheet.content->exercises->len;

  choose_sizes (self);
  if (n == 0)
    {
      put (self, tonus_handout_none (&self->sheet));
      self->y += TONUS_HANDOUT_GAP;
    }
  for (guint first = 0; first < n;)
    {
      TonusHandoutPlan plan = tonus_handout_plan (&self->sheet, first, get_room (self));

      put_cards (self, first, &plan);
      first += plan.n_cards;
      if (first < n)
        next_page (self);
    }
}

/* --- what follows --------------------------------------------------------------------------- */

static void
put_box (TonusHandoutPages *self, TonusBlock *block)
{
  double from = 0, height = tonus_block_get_height (block);

  if (height <= 0)
    {
      tonus_block_free (block);
      return;
    }
  if (height > get_room (self))
    next_page (self);
  if (height <= get_room (self))
    {
      put (self, block);
      self->y += TONUS_HANDOUT_GAP;
      return;
    }
  while (TRUE)
    {
      from = tonus_block_draw_lines (block, TONUS_HANDOUT_MARGIN, self->y, from, get_room (self));
      if (from >= height)
        break;
      next_page (self);
    }
  self->y = self->bottom;
  tonus_block_free (block);
}

static void
put_week (TonusHandoutPages *self)
{
  guint n = self->sheet.content->exercises->len;
  double week = tonus_handout_week_height (&self->sheet);

  if (n == 0)
    return;
  if (week > get_room (self))
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
  self->y += TONUS_HANDOUT_GAP + 2;
}

static void
put_safety (TonusHandoutPages *self)
{
  put_box (self, tonus_handout_safety (&self->sheet));
  self->safety_page = (int) tonus_pdf_get_n_pages (self->sheet.pdf) - 1;
}

/* The table and the box stand beside each other where that saves a page. */
static void
put_beside (TonusHandoutPages *self)
{
  put_box (self, tonus_handout_stopped (&self->sheet));
  put_box (self, tonus_handout_advice (&self->sheet));
  put_box (self, tonus_handout_week_and_safety (&self->sheet));
  self->safety_page = (int) tonus_pdf_get_n_pages (self->sheet.pdf) - 1;
}

void
tonus_handout_pages_add_tail (TonusHandoutPages *self)
{
  gboolean fits = tonus_handout_tail_height (&self->sheet, TRUE) <= get_room (self);

  if (self->sheet.has_narrow_week)
    {
      put_beside (self);
      return;
    }

  if (!fits)
    {
      put_week (self);
      put_safety (self);
    }
  put_box (self, tonus_handout_stopped (&self->sheet));
  put_box (self, tonus_handout_advice (&self->sheet));
  if (fits)
    {
      put_week (self);
      put_safety (self);
    }
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
  gboolean calls = self->safety_page != (int) page && self->sheet.content->questions != NULL;

  tonus_pdf_go_to_page (pdf, page);
  self->y = tonus_pdf_get_height (pdf) - FOOT_HEIGHT + 9;
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
}
