/* test-program-changes.c - what a version of the program changed, in the therapist's words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sample-dossier.h"
#include "tonus-program-changes.h"

static const char *const before = "[program]\nversion=1\n\n"
                                  "[home/aaaaaaaa]\nexercise=bridge\nsets=2\nreps=10\n\n"
                                  "[home/bbbbbbbb]\nexercise=clam\nsets=2\n\n"
                                  "[home/cccccccc]\nexercise=side-kick\nsets=2\n\n"
                                  "[home/dddddddd]\nexercise=prone-donkey\nstate=stopped\n\n"
                                  "[home/eeeeeeee]\nexercise=cat-camel\n";
static const char *const after = "[program]\nversion=2\nadvice=Walk.\n\n"
                                 "[home/aaaaaaaa]\nexercise=bridge\nsets=3\nreps=10\n\n"
                                 "[home/bbbbbbbb]\nexercise=clam-band\nsets=2\n\n"
                                 "[home/cccccccc]\nexercise=side-kick\nsets=2\nstate=stopped\n\n"
                                 "[home/dddddddd]\nexercise=prone-donkey\nstate=active\n\n"
                                 "[home/ffffffff]\nexercise=bird-dog\nsets=1\n";

static void
test_lines (void)
{
  static const char *const wanted[] = {
    "Bridge: 2 × 10 → 3 × 10",
    "Clam → Clam with band, 2 times",
    "Stopped: Side-lying kick (abduction)",
    "Taken up again: Prone donkey kick (knee bent)",
    "New: Bird dog, 1 times",
    "Taken out: Cat–camel",
    "The advice for every day has changed.",
  };
  g_autoptr (TonusRecord) from = sample_record ("program", before);
  g_autoptr (TonusRecord) to = sample_record ("program", after);
  g_autoptr (GPtrArray) lines = tonus_program_list_changes (from, to);

  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (g_ptr_array_index (lines, i), ==, wanted[i]);
}

static void
test_same_and_first (void)
{
  g_autoptr (TonusRecord) from = sample_record ("program", before);
  g_autoptr (GPtrArray) same = tonus_program_list_changes (from, from);
  g_autoptr (GPtrArray) first = tonus_program_list_changes (NULL, from);

  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (first->len, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clinical/program-changes/lines", test_lines);
  g_test_add_func ("/clinical/program-changes/same-and-first", test_same_and_first);
  return g_test_run ();
}
