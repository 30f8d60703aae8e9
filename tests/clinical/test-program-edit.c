/* test-program-edit.c - adding, ordering, stopping and swapping exercises as changesets, and what
 * two versions differ in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sample-dossier.h"
#include "tonus-date.h"
#include "tonus-program-difference.h"
#include "tonus-program-edit.h"

#define TODAY "2026-11-23"

static TonusRecord *
make_program (gboolean was_given)
{
  g_autofree char *text = g_strdup_printf ("[program]\n%sdate=2026-11-20\n\n"
                                           "[home/aaaaaaaa]\nexercise=bridge\nsets=2\nreps=10\n\n"
                                           "[home/bbbbbbbb]\nexercise=lat-band-walk\nsets=3\n\n"
                                           "[home/cccccccc]\nexercise=prone-donkey\n",
                                           was_given ? "version=1\n" : "");

  return sample_record ("program", text);
}

static const TonusEntry *
find (const char *id)
{
  return tonus_catalogue_lookup (
      tonus_schema_find_catalogue (tonus_schema_get_default (), "exercise"), id);
}

static void
apply (TonusRecord *program, TonusChangeset *changes)
{
  g_autoptr (GError) error = NULL;

  tonus_record_apply (program, changes, &error);
  g_assert_no_error (error);
  tonus_changeset_free (changes);
}

static void
check_order (TonusRecord *program, const char *wanted)
{
  g_autoptr (GPtrArray) rows = tonus_program_list_rows (program);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_c (order, *(const char *) g_ptr_array_index (rows, i));
  g_assert_cmpstr (order->str, ==, wanted);
}

static void
test_add (void)
{
  g_autoptr (TonusRecord) program = make_program (TRUE);

  apply (program, tonus_program_edit_add (program, "dddddddd", find ("bridge-band"),
                                          tonus_date_parse (TODAY), "eeeeeeee"));
  g_assert_cmpstr (tonus_record_get (program, "home/dddddddd/exercise"), ==, "bridge-band");
  g_assert_nonnull (tonus_record_get (program, "home/dddddddd/sets"));
  g_assert_nonnull (tonus_record_get (program, "home/dddddddd/days-a-week"));
  g_assert_cmpstr (tonus_record_get (program, "home/dddddddd/since"), ==, TODAY);
  g_assert_cmpstr (tonus_record_get (program, "program-change/eeeeeeee/action"), ==, "added");
  check_order (program, "abcd");
}

/* What was never handed out has no changes to tell. */
static void
test_first_program (void)
{
  g_autoptr (TonusRecord) program = make_program (FALSE);

  apply (program, tonus_program_edit_add (program, "dddddddd", find ("clam"),
                                          tonus_date_parse (TODAY), "eeeeeeee"));
  g_assert_false (tonus_record_has_section (program, "program-change"));
  apply (program, tonus_program_edit_remove (program, "dddddddd"));
  g_assert_false (tonus_record_has_row (program, "home", "dddddddd"));
}

static void
test_move (void)
{
  g_autoptr (TonusRecord) program = make_program (TRUE);

  apply (program, tonus_program_edit_move (program, "cccccccc", -1));
  check_order (program, "acb");
  apply (program, tonus_program_edit_move (program, "aaaaaaaa", 1));
  check_order (program, "cab");
  apply (program, tonus_program_edit_move (program, "aaaaaaaa", -9));
  check_order (program, "acb");
  {
    g_autoptr (TonusChangeset) none = tonus_program_edit_move (program, "aaaaaaaa", -1);

    g_assert_cmpuint (tonus_changeset_get_size (none), ==, 0);
  }
  /* A new one comes last. */
  apply (program, tonus_program_edit_add (program, "dddddddd", find ("clam"),
                                          tonus_date_parse (TODAY), NULL));
  check_order (program, "acbd");
}

/* Bridge lies on the back, donkey kick on the belly, band walk stands. */
static void
test_sort (void)
{
  g_autoptr (TonusRecord) program = make_program (TRUE);

  apply (program, tonus_program_edit_move (program, "bbbbbbbb", -1));
  check_order (program, "bac");
  apply (program, tonus_program_edit_sort (program));
  check_order (program, "acb");
  {
    g_autoptr (TonusChangeset) none = tonus_program_edit_sort (program);

    g_assert_cmpuint (tonus_changeset_get_size (none), ==, 0);
  }
}

static void
test_stop (void)
{
  g_autoptr (TonusRecord) program = make_program (TRUE);
  g_autoptr (GPtrArray) active = NULL;

  apply (program, tonus_program_edit_stop (program, "bbbbbbbb", "Knee hurts",
                                           tonus_date_parse (TODAY), "eeeeeeee"));
  g_assert_true (tonus_program_row_is_stopped (program, "bbbbbbbb"));
  g_assert_cmpstr (tonus_record_get (program, "program-change/eeeeeeee/note"), ==, "Knee hurts");
  g_assert_cmpstr (tonus_record_get (program, "program-change/eeeeeeee/exercise"), ==,
                   "lat-band-walk");
  active = tonus_program_list_active (program);
  g_assert_cmpuint (active->len, ==, 2);
  apply (program, tonus_program_edit_resume (program, "bbbbbbbb", tonus_date_parse (TODAY), NULL));
  g_assert_false (tonus_program_row_is_stopped (program, "bbbbbbbb"));
}

/* The dose stays within a kind and is the catalogue's beyond it. */
static void
test_swap (void)
{
  g_autoptr (TonusRecord) program = make_program (TRUE);

  apply (program, tonus_program_edit_swap (program, "aaaaaaaa", find ("bridge-band"), TRUE,
                                           tonus_date_parse (TODAY), "eeeeeeee"));
  g_assert_cmpstr (tonus_record_get (program, "home/aaaaaaaa/exercise"), ==, "bridge-band");
  g_assert_cmpstr (tonus_record_get (program, "home/aaaaaaaa/sets"), ==, "2");
  g_assert_cmpstr (tonus_record_get (program, "home/aaaaaaaa/reps"), ==, "10");
  g_assert_cmpstr (tonus_record_get (program, "program-change/eeeeeeee/action"), ==, "progressed");
  g_assert_cmpstr (tonus_record_get (program, "program-change/eeeeeeee/instead"), ==,
                   "bridge-band");
  apply (program, tonus_program_edit_swap (program, "bbbbbbbb", find ("ham-str-strap"), FALSE,
                                           tonus_date_parse (TODAY), NULL));
  g_assert_cmpstr (tonus_record_get (program, "home/bbbbbbbb/sets"), ==,
                   tonus_entry_get (find ("ham-str-strap"), "dose-sets"));
  g_assert_cmpstr (tonus_record_get (program, "home/bbbbbbbb/hold"), ==,
                   tonus_entry_get (find ("ham-str-strap"), "dose-hold"));
}

static void
test_set_all (void)
{
  g_autoptr (TonusRecord) program = make_program (TRUE);
  g_autoptr (GPtrArray) rows = tonus_program_list_rows (program);
  const TonusField *sets = tonus_section_lookup (
      tonus_schema_find_section (tonus_schema_get_default (), "home"), "sets");
  g_autoptr (TonusChangeset) changes = tonus_program_edit_set_all (program, rows, sets, "3");

  /* One of them has three already. */
  g_assert_cmpuint (tonus_changeset_get_size (changes), ==, 2);
}

/* --- what differs between two versions --- */

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
                                 "[home/ffffffff]\nexercise=bird-dog\nsets=1\n\n"
                                 "[program-change/aaaaaaaa]\naction=stopped\n"
                                 "exercise=side-kick\nnote=Hurts\n";

static void
test_lines (void)
{
  static const char *const wanted[] = {
    "Bridge: 2 × 10 → 3 × 10",
    "Clam → Clam with band, 2 times",
    "Stopped: Side-lying kick (abduction) – Hurts",
    "Taken up again: Prone donkey kick (knee bent)",
    "New: Bird dog, 1 time",
    "Taken out: Cat–camel",
    "The advice for every day has changed.",
  };
  g_autoptr (TonusRecord) from = sample_record ("program", before);
  g_autoptr (TonusRecord) to = sample_record ("program", after);
  g_autoptr (GPtrArray) lines = tonus_program_list_differences (from, to);

  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpstr (g_ptr_array_index (lines, i), ==, wanted[i]);
}

static void
test_same_and_first (void)
{
  g_autoptr (TonusRecord) from = sample_record ("program", before);
  g_autoptr (GPtrArray) same = tonus_program_list_differences (from, from);
  g_autoptr (GPtrArray) first = tonus_program_list_differences (NULL, from);

  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (first->len, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clinical/program-edit/add", test_add);
  g_test_add_func ("/clinical/program-edit/first-program", test_first_program);
  g_test_add_func ("/clinical/program-edit/move", test_move);
  g_test_add_func ("/clinical/program-edit/sort", test_sort);
  g_test_add_func ("/clinical/program-edit/stop", test_stop);
  g_test_add_func ("/clinical/program-edit/swap", test_swap);
  g_test_add_func ("/clinical/program-edit/set-all", test_set_all);
  g_test_add_func ("/clinical/program-edit/difference", test_lines);
  g_test_add_func ("/clinical/program-edit/same-and-first", test_same_and_first);
  return g_test_run ();
}
