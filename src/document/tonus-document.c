/* tonus-document.c - what every document floor function shares: errors and paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-document.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

G_DEFINE_QUARK (tonus - document - error - quark, tonus_document_error)

/* More would fill the screen, and help no more. */
#define MAX_NAMED 5

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

char *
tonus_document_describe_missing (const char *characters)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const gulong n = (gulong) g_utf8_strlen (characters, -1);
  gulong i = 0;

  if (n == 0)
    return NULL;
  for (const char *p = characters; *p != '\0' && i < MAX_NAMED; p = g_utf8_next_char (p), i++)
    g_string_append_printf (names, "%s“%.*s” (U+%04X)", i > 0 ? ", " : "",
                            (int) (g_utf8_next_char (p) - p), p, g_utf8_get_char (p));
  if (n > MAX_NAMED)
    g_string_append (names, ", …");
  return g_strdup_printf (
      ngettext ("No font on this computer has %s: an empty box is printed in its place. Install a "
                "font that has it, or write it differently.",
                "No font on this computer has %s: empty boxes are printed in their place. Install "
                "a font that has them, or write them differently.",
                n),
      names->str);
}
