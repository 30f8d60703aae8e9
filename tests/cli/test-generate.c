/* test-generate.c - invented practices: the numbers asked for, whole, and the same for the same
 * seed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "terminal.h"

static void
generate (Terminal *terminal,
          const char *folder,
          const char *patients,
          const char *visits,
          const char *seed)
{
  terminal_do (terminal, NULL, "generate", folder, "--patients", patients, "--visits", visits,
               "--seed", seed, NULL);
}

static void
test_same_seed (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  generate (terminal, "a", "6", "60", "5");
  generate (terminal, "c", "6", "60", "6");
  terminal->lang = "C";
  terminal->zone = "Asia/Tokyo";
  generate (terminal, "b", "6", "60", "5");

  g_autofree char *a = terminal_list_folder (terminal, "a");
  g_autofree char *b = terminal_list_folder (terminal, "b");
  g_autofree char *c = terminal_list_folder (terminal, "c");
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
}

/* Visits of the patient; adds to @n_unsigned. */
static guint
count_visits (Terminal *terminal, const char *folder, const char *patient, guint *n_unsigned)
{
  terminal_do (terminal, NULL, "list", folder, "visits", patient, NULL);
  guint n = terminal_count_lines (terminal) - 1;

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *date = terminal_get_cell (terminal, i, 2);
      g_autofree char *state = terminal_get_cell (terminal, i, 4);
      g_assert_cmpuint (strlen (date), ==, 10);
      g_assert_cmpstr (date, <=, "2026-11-23");
      g_assert_true (g_str_equal (state, "signed") || g_str_equal (state, "unsigned"));
      *n_unsigned += g_str_equal (state, "unsigned") ? 1 : 0;
    }
  return n;
}

static void
assert_numbers (const char *patients, guint n_patients, const char *visits, guint n_visits)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  guint n_counted = 0, n_unsigned = 0, n_listed_unsigned = 0, n_episodes = 0;

  generate (terminal, "p", patients, visits, "1");
  g_assert_cmpstr (terminal_do (terminal, NULL, "check", "p", NULL), ==, "");
  g_autofree char *list = g_strdup (terminal_do (terminal, NULL, "list", "p", "patients", NULL));
  g_auto (GStrv) lines = g_strsplit (list, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n_patients + 2);

  for (guint i = 1; i <= n_patients; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      guint n = count_visits (terminal, "p", cells[0], &n_unsigned);
      g_assert_cmpuint (strlen (cells[1]), >, 1);
      g_assert_cmpuint (strlen (cells[2]), ==, 10);
      g_assert_cmpint (n > 0, ==, *cells[4] != '\0');
      n_counted += n;
      n_episodes += (guint) g_ascii_strtoull (cells[3], NULL, 10);
      n_listed_unsigned += (guint) g_ascii_strtoull (cells[5], NULL, 10);
    }
  g_assert_cmpuint (n_counted, ==, n_visits);
  g_assert_cmpuint (n_unsigned, ==, n_listed_unsigned);
  g_assert_cmpuint (n_episodes, <=, n_visits);
}

static void
test_numbers (void)
{
  assert_numbers ("7", 7, "100", 100);
  assert_numbers ("5", 5, "3", 3);
  assert_numbers ("1", 1, "1", 1);
  assert_numbers ("3", 3, "0", 0);
  assert_numbers ("0", 0, "0", 0);
}

/* What is invented can be handed out like anything else. */
static void
test_documents (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  generate (terminal, "p", "1", "12", "3");
  terminal_do (terminal, NULL, "list", "p", "patients", NULL);
  g_autofree char *patient = terminal_get_cell (terminal, 1, 0);
  terminal_do (terminal, NULL, "list", "p", "visits", patient, NULL);
  g_autofree char *visit = terminal_get_cell (terminal, 1, 0);

  terminal_do (terminal, NULL, "note", "p", visit, "note.pdf", NULL);
  /* What it lacks depends on what was thrown. */
  g_assert_cmpint (terminal_run (terminal, NULL, "handout", "p", patient, "handout.pdf", NULL), <=,
                   1);
  g_autofree char *listing = terminal_list_folder (terminal, ".");
  g_assert_nonnull (strstr (listing, "note.pdf"));
  g_assert_nonnull (strstr (listing, "handout.pdf"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/generate/same-seed", test_same_seed);
  g_test_add_func ("/cli/generate/numbers", test_numbers);
  g_test_add_func ("/cli/generate/documents", test_documents);
  return g_test_run ();
}
