/* test-call.c - the first things a person types: help, version, a new practice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "terminal.h"

static void
test_new (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  g_autofree char *id = terminal_new_practice (terminal);

  g_assert_cmpuint (strlen (id), ==, 26);
  g_assert_cmpuint (terminal_count_lines (terminal), ==, 1);
  g_autofree char *listing = terminal_list_folder (terminal, "p");
  g_assert_nonnull (strstr (listing, "\npractice.keyfile "));
  g_assert_nonnull (strstr (listing, id));

  const char *text = terminal_do (terminal, NULL, "show", "p", id, NULL);
  g_assert_nonnull (strstr (text, "\nname=A. Kim\n"));
}

/* A machine without a UTF-8 locale keeps accents all the same. */
static void
test_plain_locale (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  terminal->lang = "C";
  terminal_do (terminal, NULL, "new", "p", "--clinic", "Škoda", "--therapist", "Žižka",
               "--credentials", "PT", NULL);
  g_autofree char *id = g_strchomp (g_strdup (terminal->out->str));
  g_assert_nonnull (strstr (terminal_do (terminal, NULL, "show", "p", id, NULL), "name=Žižka\n"));

  terminal_run (terminal, NULL, "show", "Škoda", id, NULL);
  g_assert_nonnull (strstr (terminal->err->str, "“"));
  g_assert_nonnull (strstr (terminal->err->str, "Škoda"));
}

static void
test_help (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  g_autofree char *overall = g_strdup (terminal_do (terminal, NULL, "--help", NULL));
  g_auto (GStrv) lines = g_strsplit (overall, "\n", -1);
  guint n_commands = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!g_str_has_prefix (lines[i], "  "))
        continue;
      g_auto (GStrv) words = g_strsplit (lines[i] + 2, " ", 2);
      g_autofree char *usage = g_strdup_printf ("tonusctl %s [", words[0]);
      const char *help = terminal_do (terminal, NULL, words[0], "--help", NULL);
      g_assert_nonnull (strstr (help, usage));
      g_assert_nonnull (strstr (help, g_strstrip (words[1])));
      g_assert_nonnull (strstr (help, "--help"));
      n_commands++;
    }
  g_assert_cmpuint (n_commands, ==, 14);
  g_assert_true (g_str_has_prefix (terminal_do (terminal, NULL, "--version", NULL), "tonusctl 0"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/new", test_new);
  g_test_add_func ("/cli/plain-locale", test_plain_locale);
  g_test_add_func ("/cli/help", test_help);
  return g_test_run ();
}
