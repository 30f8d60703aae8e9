/* tonus-locale.c - the language that the program speaks with the therapist
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-locale.h"

#include <libintl.h>
#include <locale.h>

void
tonus_locale_init (void)
{
  const char *folder = g_getenv ("TONUS_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : TONUS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
