/* tonus-cluster.c - how the text of a cluster is shared among its glyphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-cluster.h"

/* Blank, without width: only its text counts. */
static void
append_ghost (TonusRun *run, guint16 font, guint32 blank, guint32 start, guint32 length)
{
  TonusGlyph ghost = {
    .glyph = blank, .font = font, .is_ghost = TRUE, .start = start, .length = length
  };

  g_array_append_val (run->glyphs, ghost);
}

/* As many glyphs as characters have one each; else the first has it all. */
static void
share_evenly (TonusRun *run, TonusGlyph *glyphs, guint n, guint32 start, guint32 length)
{
  gboolean is_even = n > 1 && g_utf8_strlen (run->text + start, length) == (glong) n;
  guint32 at = start;

  for (guint i = 0; i < n; i++)
    {
      guint32 own = is_even  ? (guint32) (g_utf8_next_char (run->text + at) - (run->text + at))
                    : i == 0 ? length
                             : 0;

      glyphs[i].start = at;
      glyphs[i].length = own;
      at += own;
    }
}

/* The text stands beside the glyphs, for all of them. */
static void
append_as_whole (
    TonusRun *run, TonusGlyph *glyphs, guint n, guint32 start, guint32 length, guint32 blank)
{
  const guint first = run->glyphs->len;
  TonusGlyph *head;

  share_evenly (run, glyphs, n, start, length);
  g_array_append_vals (run->glyphs, glyphs, n);
  if (n > 1 && glyphs[n - 1].advance == 0 && blank != 0)
    append_ghost (run, glyphs[0].font, blank, start, 0);
  head = &g_array_index (run->glyphs, TonusGlyph, first);
  head->n_in_span = n > 1 ? (guint16) (run->glyphs->len - first) : 0;
  head->span_start = start;
  head->span_length = length;
}

static guint
count_advancing (const TonusGlyph *glyphs, guint n)
{
  guint n_advancing = 0;

  for (guint i = 0; i < n; i++)
    n_advancing += glyphs[i].advance > 0;
  return n_advancing;
}

/* From the left: the last characters as ghosts, then one for each glyph that takes room, the first
 * character for the rightmost. */
static void
append_one_by_one (
    TonusRun *run, TonusGlyph *glyphs, guint n, guint32 start, guint32 length, guint32 blank)
{
  const char *text = run->text + start;
  const char *p = text + length;
  glong n_ghosts = g_utf8_strlen (text, length) - (glong) count_advancing (glyphs, n);

  for (glong i = 0; i < n_ghosts; i++)
    {
      const char *end = p;

      p = g_utf8_prev_char (p);
      append_ghost (run, glyphs[0].font, blank, (guint32) (p - run->text), (guint32) (end - p));
    }
  for (guint i = 0; i < n; i++)
    {
      const char *end = p;

      if (glyphs[i].advance > 0)
        p = g_utf8_prev_char (p);
      glyphs[i].start = (guint32) (p - run->text);
      glyphs[i].length = (guint32) (end - p);
      /* A span without text around it. */
      glyphs[i].n_in_span = glyphs[i].length == 0 ? 1 : 0;
      g_array_append_val (run->glyphs, glyphs[i]);
    }
}

void
tonus_cluster_append (TonusRun *run,
                      TonusGlyph *glyphs,
                      guint n,
                      guint32 start,
                      guint32 length,
                      gboolean is_rtl,
                      guint32 blank)
{
  const guint n_advancing = count_advancing (glyphs, n);
  const glong n_characters = g_utf8_strlen (run->text + start, length);

  if (is_rtl && blank != 0 && n_advancing > 0 && n_advancing <= n_characters)
    append_one_by_one (run, glyphs, n, start, length, blank);
  else
    append_as_whole (run, glyphs, n, start, length, blank);
}
