/* tonus-document.c - what every document floor function shares: errors and paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-document.h"

#include <langinfo.h>

G_DEFINE_QUARK (tonus - document - error - quark, tonus_document_error)

/* glibc hands out LC_PAPER's numbers in the pointer itself. */
#define LETTER_HEIGHT_MM 279

gboolean
tonus_paper_parse (const char *text, TonusPaper *paper)
{
  g_return_val_if_fail (paper != NULL, FALSE);

  if (g_strcmp0 (text, "a4") == 0)
    *paper = TONUS_PAPER_A4;
  else if (g_strcmp0 (text, "letter") == 0)
    *paper = TONUS_PAPER_LETTER;
  else
    return FALSE;
  return TRUE;
}

TonusPaper
tonus_paper_default (void)
{
  gintptr height = (gintptr) nl_langinfo (_NL_PAPER_HEIGHT);

  return (int) height == LETTER_HEIGHT_MM ? TONUS_PAPER_LETTER : TONUS_PAPER_A4;
}
