/* tonus-handout-code.c - the square code that leads to the clinic's phone or web page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dark modules of a row that touch are one bar; all bars are one path, so that no viewer draws
 * white lines between rows.  Nothing of the patient is in the code: see tonus-handout-content.h.
 */
#include "config.h"
#include "tonus-handout-tail.h"

#ifdef HAVE_QRENCODE
#include <math.h>
#include <qrencode.h>
#endif

/* The white around it that readers ask for, in modules; the page has white around it as well. */
#define QUIET 2
/* A module is a whole number of the units a figure is written in. */
#define UNITS 10.0

gboolean
tonus_handout_has_code (void)
{
#ifdef HAVE_QRENCODE
  return TRUE;
#else
  return FALSE;
#endif
}

double
tonus_handout_code_width (const TonusHandoutSheet *sheet)
{
  return sheet->sizes->code;
}

#ifdef HAVE_QRENCODE
static void
add_bar (TonusFigureList *list, double x, double y, double width, double height)
{
  tonus_figure_list_move (list, x, y);
  tonus_figure_list_line (list, x + width, y);
  tonus_figure_list_line (list, x + width, y + height);
  tonus_figure_list_line (list, x, y + height);
  tonus_figure_list_close (list);
}

static TonusFigureList *
draw (double side, const QRcode *code)
{
  static const float black[3] = { 0, 0, 0 };
  double module = floor (side * UNITS / (code->width + 2 * QUIET)) / UNITS;
  double left = (side - module * code->width) / 2;
  TonusFigureList *list = tonus_figure_list_new (side, side);

  for (int row = 0; row < code->width; row++)
    for (int first = 0, end; first < code->width; first = end + 1)
      {
        const guint8 *modules = code->data + row * code->width;

        for (end = first; end < code->width && (modules[end] & 1) != 0; end++)
          ;
        if (end > first)
          add_bar (list, left + first * module, side - left - (row + 1) * module,
                   (end - first) * module, module);
      }
  tonus_figure_list_draw (list, black, NULL, 0);
  return list;
}

/* (transfer full) (nullable) */
static TonusFigureList *
encode (const char *text, double side)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  TonusFigureList *list = code != NULL ? draw (side, code) : NULL;

  if (code != NULL)
    QRcode_free (code);
  return list;
}

/* A clinic has one code, which is measured more often than it is drawn: the last one is kept.
 * (transfer full) (nullable) */
static TonusFigureList *
recall (const char *text, double side)
{
  static GMutex lock;
  static char *last_text;
  static TonusFigureList *last;
  TonusFigureList *list;

  g_mutex_lock (&lock);
  if (last == NULL || tonus_figure_list_get_width (last) != side ||
      g_strcmp0 (last_text, text) != 0)
    {
      g_clear_pointer (&last, tonus_figure_list_unref);
      g_free (last_text);
      last_text = g_strdup (text);
      last = encode (text, side);
    }
  list = last != NULL ? tonus_figure_list_ref (last) : NULL;
  g_mutex_unlock (&lock);
  return list;
}

TonusBlock *
tonus_handout_code (const TonusHandoutSheet *sheet)
{
  TonusBlock *block = tonus_block_new (sheet->pdf);
  const char *text = sheet->content->code;
  g_autoptr (TonusFigureList) list = text != NULL ? recall (text, sheet->sizes->code) : NULL;

  if (list == NULL)
    return block;
  tonus_block_open (block, TONUS_TAG_FIGURE, sheet->content->code_label);
  tonus_block_figure (block, list, 0, 0);
  tonus_block_close (block);
  tonus_block_set_height (block, sheet->sizes->code);
  return block;
}
#else
TonusBlock *
tonus_handout_code (const TonusHandoutSheet *sheet)
{
  return tonus_block_new (sheet->pdf);
}
#endif
