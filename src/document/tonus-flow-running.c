/* tonus-flow-running.c - heads, feet and page numbers, drawn when their count is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-flow-private.h"

#include <math.h>

static const TonusTextStyle small = { TONUS_FONT_REGULAR, 8, 10.5, { 0.35, 0.37, 0.40 } };

/* Between the running lines and the text. */
#define RUNNING_GAP 10
/* Printers leave so much of the sheet's edge white. */
#define EDGE 12
/* Between the foot and the page number. */
#define COLUMN_GAP 10

/* "Page %u of %u", or "%2$u: %1$u" where a language turns it round; a translation cannot be trusted
 * to be a printf format. */
static char *
format_page (const char *format, guint page, guint n_pages)
{
  GString *text = g_string_new (NULL);
  guint n_seen = 0;

  while (*format != '\0')
    {
      const char *spec = format + 1;
      guint which = n_seen;

      if (*format == '%' && (spec[0] == '1' || spec[0] == '2') && spec[1] == '$')
        {
          which = (guint) (spec[0] - '1');
          spec += 2;
        }
      if (*format == '%' && (*spec == 'u' || *spec == 'd'))
        {
          g_string_append_printf (text, "%u", which == 0 ? page : n_pages);
          n_seen++;
          format = spec + 1;
        }
      else
        g_string_append_c (text, *format++);
    }
  return g_string_free (text, FALSE);
}

/* What a margin has no room for is left out, and three points say so. */
static void
trim_lines (GPtrArray *lines, double room)
{
  const guint max = (guint) MAX (1, floor (room / small.leading));
  char **last;
  g_autofree char *line = NULL;

  if (lines->len <= max)
    return;
  g_ptr_array_set_size (lines, (gint) max);
  last = (char **) &g_ptr_array_index (lines, max - 1);
  line = *last;
  *last = g_strconcat (line, "…", NULL);
}

static void
show (TonusFlow *self, TonusAlign align, double y, const char *text)
{
  tonus_pdf_show_aligned (self->pdf, small.face, small.size, small.colour, align, self->left,
                          self->right - self->left, y, text);
}

static void
draw_running_head (TonusFlow *self)
{
  const double ascent = tonus_pdf_ascent (self->pdf, small.face, small.size);
  /* Room for the three points. */
  const double width = self->right - self->left - small.size;
  g_autoptr (GPtrArray) lines = tonus_flow_break (self->pdf, &small, self->head, width);
  double y;

  trim_lines (lines, self->top - RUNNING_GAP - EDGE);
  y = self->top - RUNNING_GAP - lines->len * small.leading + ascent;
  for (guint i = 0; i < lines->len; i++, y += small.leading)
    show (self, TONUS_ALIGN_START, y, g_ptr_array_index (lines, i));
}

static void
draw_running_foot (TonusFlow *self, const char *number)
{
  const double number_width = tonus_pdf_measure (self->pdf, small.face, small.size, number);
  const double width = self->right - self->left - number_width - COLUMN_GAP - small.size;
  const double top = self->bottom + RUNNING_GAP;
  double y = top + tonus_pdf_ascent (self->pdf, small.face, small.size);
  g_autoptr (GPtrArray) lines =
      tonus_flow_break (self->pdf, &small, self->foot != NULL ? self->foot : "", MAX (width, 1));

  trim_lines (lines, tonus_pdf_get_height (self->pdf) - EDGE - top);
  show (self, TONUS_ALIGN_END, y, number);
  for (guint i = 0; i < lines->len; i++, y += small.leading)
    show (self, TONUS_ALIGN_START, y, g_ptr_array_index (lines, i));
}

void
tonus_flow_end (TonusFlow *self)
{
  const guint end = tonus_pdf_get_n_pages (self->pdf);

  tonus_flow_end_list (self);
  tonus_flow_settle (self, 0);
  for (guint i = self->first_page; i < end; i++)
    {
      g_autofree char *number =
          format_page (self->page_format, i - self->first_page + 1, end - self->first_page);

      tonus_pdf_go_to_page (self->pdf, i);
      tonus_pdf_open_artifact (self->pdf);
      if (i > self->first_page && self->head != NULL)
        draw_running_head (self);
      draw_running_foot (self, number);
      tonus_pdf_close_artifact (self->pdf);
    }
}
