/* tonus-main.c - tonus [--demo[=reset] | FOLDER]
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <locale.h>
#include "tonus-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (TonusApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TONUS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* GOption has no option with an optional value that also reaches a running instance. */
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--demo=reset"))
      argv[i] = (char *) "--demo-reset";
  application = tonus_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
