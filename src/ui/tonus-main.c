/* tonus-main.c - tonus [--demo[=reset] | FOLDER]
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-application.h"
#include "tonus-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (TonusApplication) application = NULL;

  tonus_locale_init ();
  /* GOption has no option with an optional value that also reaches a running instance. */
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--demo=reset"))
      argv[i] = (char *) "--demo-reset";
  application = tonus_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
