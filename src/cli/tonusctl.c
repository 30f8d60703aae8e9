/* tonusctl.c - Tonus in a terminal: find the command and run it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "tonus-commands.h"
#include "tonus-locale.h"
#include "tonus-suggest.h"

static void
print_help (void)
{
  fputs (_ ("Usage: tonusctl COMMAND [OPTION…] ARGUMENTS\n\n"
            "Read, check and write the records of a Tonus practice.\n\n"),
         stdout);
  for (const TonusCommand *command = tonus_commands; command->name != NULL; command++)
    fprintf (stdout, "  %-10s%s\n", command->name, _ (command->summary));
  fputs (_ ("\n“tonusctl COMMAND --help” says more; “tonusctl --version” names the version.\n"
            "Exit codes: 0 done, 1 done with warnings, 2 damage or refused, 3 cannot run.\n"),
         stdout);
}

static TonusExit
refuse_unknown (const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (const TonusCommand *command = tonus_commands; command->name != NULL; command++)
    g_ptr_array_add (names, (gpointer) command->name);

  g_autofree char *sentence = tonus_suggest_sentence (name, names);
  g_autofree char *text =
      g_strdup_printf (_ ("there is no command “%s”%s; see: tonusctl --help"), name, sentence);
  tonus_complain (text);
  return TONUS_EXIT_CANNOT;
}

static TonusExit
run_command (const TonusCommand *command, const char *const *argv)
{
  g_autoptr (TonusCall) call = tonus_call_new (command, argv);
  return command->run (call);
}

static TonusExit
run_line (const char *const *argv)
{
  if (argv[0] == NULL)
    {
      tonus_complain (_ ("no command given; see: tonusctl --help"));
      return TONUS_EXIT_CANNOT;
    }
  if (g_str_equal (argv[0], "--help") || g_str_equal (argv[0], "-h") ||
      g_str_equal (argv[0], "help"))
    {
      print_help ();
      return TONUS_EXIT_OK;
    }
  if (g_str_equal (argv[0], "--version"))
    {
      fputs ("tonusctl " TONUS_VERSION "\n", stdout);
      return TONUS_EXIT_OK;
    }

  const TonusCommand *command = tonus_commands_find (argv[0]);
  return command != NULL ? run_command (command, argv + 1) : refuse_unknown (argv[0]);
}

int
main (int argc, char **argv)
{
  tonus_locale_init ();
  g_set_prgname ("tonusctl");

  return (int) tonus_finish_output (run_line ((const char *const *) argv + MIN (argc, 1)));
}
