/* test-commands.c - every command of tonusctl doing what it is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "terminal.h"

typedef struct
{
  Terminal *terminal;
  char *therapist, *patient, *visit;
} Fixture;

/* A practice with one patient and one unsigned visit. */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->terminal = terminal_new ();
  self->therapist = terminal_new_practice (self->terminal);
  self->patient = terminal_new_patient (self->terminal);

  g_autofree char *text = g_strdup_printf ("[Tonus]\nKind=visit\nPatient=%s\n\n"
                                           "[visit]\nkind=treatment\ndate=2026-11-20\n\n"
                                           "[pain]\nnow=4\n",
                                           self->patient);
  terminal_do (self->terminal, text, "record", "p", "-", NULL);
  self->visit = terminal_get_cell (self->terminal, 0, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  terminal_free (self->terminal);
  g_free (self->therapist);
  g_free (self->patient);
  g_free (self->visit);
}

/* The next revision of the visit. @hash: out, (transfer full) (nullable). */
static void
record_visit (
    Fixture *self, const char *folder, const char *parents, const char *values, char **hash)
{
  g_autofree char *text = g_strdup_printf ("[Tonus]\nKind=visit\nObject=%s\nPatient=%s\n%s\n"
                                           "[visit]\nkind=treatment\ndate=2026-11-20\n\n%s",
                                           self->visit, self->patient, parents, values);
  terminal_do (self->terminal, text, "record", folder, "-", NULL);
  if (hash != NULL)
    *hash = terminal_get_cell (self->terminal, 0, 2);
  if (hash != NULL)
    g_strchomp (*hash);
}

/* The file of the visit's revision @number in @folder, as a path in the scratch folder. */
static char *
find_revision (Fixture *self, const char *folder, guint number)
{
  g_autofree char *place = g_build_filename (folder, "patients", self->patient, NULL);
  g_autofree char *prefix = g_strdup_printf ("visit-%s-%u-", self->visit, number);
  g_autoptr (GPtrArray) files = terminal_find_files (self->terminal, place, prefix, ".keyfile");
  g_assert_cmpuint (files->len, ==, 1);
  return g_build_filename (place, g_ptr_array_index (files, 0), NULL);
}

static char *
read_file (Fixture *self, const char *name)
{
  g_autofree char *path = terminal_path (self->terminal, name);
  char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Two revisions of the visit that do not know each other, as after two laptops met. */
static void
make_fork (Fixture *self)
{
  terminal_do (self->terminal, NULL, "copy", "p", "q", NULL);
  record_visit (self, "p", "", "[pain]\nnow=5\n", NULL);
  record_visit (self, "q", "", "[pain]\nnow=6\n", NULL);
  g_autofree char *other = find_revision (self, "q", 2);
  g_autofree char *text = read_file (self, other);
  g_autofree char *here = g_strconcat ("p", other + 1, NULL);
  terminal_write (self->terminal, here, text);
}

/* --- list --- */

static void
test_list_patients (Fixture *self, gconstpointer data)
{
  g_autofree char *line = g_strdup_printf ("id\tname\tborn\tepisodes\tlast-visit\tunsigned\n"
                                           "%s\tDana Reyes\t1988-05-03\t0\t2026-11-20\t1\n",
                                           self->patient);
  g_assert_cmpstr (terminal_do (self->terminal, NULL, "list", "p", "patients", NULL), ==, line);

  /* The list follows what other programs do to the folder. */
  record_visit (self, "p", "",
                "[pain]\nnow=1\n\n[signature]\nname=A. Kim\ntime=2026-11-20T10:00:00+01:00\n",
                NULL);
  terminal_do (self->terminal, NULL, "list", "p", "patients", NULL);
  g_autofree char *n_unsigned = terminal_get_cell (self->terminal, 1, 5);
  g_assert_cmpstr (n_unsigned, ==, "0");
}

static void
assert_state (Fixture *self, int exit, const char *state, const char *revision, const char *heads)
{
  terminal_run (self->terminal, NULL, "list", "p", "visits", self->patient, NULL);
  g_assert_cmpint (self->terminal->status, ==, exit);
  g_assert_cmpuint (terminal_count_lines (self->terminal), ==, 2);
  const char *expected[] = { self->visit, NULL, NULL, NULL, state, revision, heads, NULL };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *cell = terminal_get_cell (self->terminal, 1, i);
      if (expected[i] != NULL)
        g_assert_cmpstr (cell, ==, expected[i]);
    }
}

static void
test_list_visits (Fixture *self, gconstpointer data)
{
  g_autofree char *line =
      g_strdup_printf ("id\tepisode\tdate\tkind\tstate\trevision\theads\tauthor\n"
                       "%s\t\t2026-11-20\ttreatment\tunsigned\t1\t1\t%s\n",
                       self->visit, self->therapist);
  g_assert_cmpstr (terminal_do (self->terminal, NULL, "list", "p", "visits", self->patient, NULL),
                   ==, line);

  record_visit (self, "p", "",
                "[pain]\nnow=1\n\n[signature]\nname=A. Kim\ntime=2026-11-20T10:00:00+01:00\n",
                NULL);
  assert_state (self, 0, "signed", "2", "1");

  g_autofree char *text = g_strdup_printf (
      "[Tonus]\nKind=void\nPatient=%s\n\n[void]\ntarget=%s\nreason=entered-in-error\n",
      self->patient, self->visit);
  terminal_do (self->terminal, text, "record", "p", "-", NULL);
  assert_state (self, 0, "void", "2", "1");
}

static void
test_list_fork (Fixture *self, gconstpointer data)
{
  make_fork (self);
  assert_state (self, 0, "unsigned", "2", "2");
}

static void
test_list_incomplete (Fixture *self, gconstpointer data)
{
  record_visit (self, "p", "", "[pain]\nnow=2\n", NULL);
  g_autofree char *first = find_revision (self, "p", 1);
  g_autofree char *path = terminal_path (self->terminal, first);
  g_assert_cmpint (remove (path), ==, 0);
  assert_state (self, 0, "incomplete", "2", "1");
}

static void
test_list_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *first = find_revision (self, "p", 1);
  terminal_write (self->terminal, first, "[Tonus]\n");
  assert_state (self, 1, "damaged", "", "");
  g_assert_cmpuint (terminal_count_complaints (self->terminal), ==, 1);
}

/* --- show, record --- */

static void
test_show (Fixture *self, gconstpointer data)
{
  g_autofree char *first = find_revision (self, "p", 1);
  g_autofree char *old_text = read_file (self, first);
  g_assert_cmpstr (terminal_do (self->terminal, NULL, "show", "p", self->visit, NULL), ==,
                   old_text);

  /* Part of the id, an option in front, and an older revision by part of its hash. */
  record_visit (self, "p", "", "[pain]\nnow=0\n", NULL);
  g_autofree char *prefix = g_strndup (self->visit, 6);
  const char *text = terminal_do (self->terminal, NULL, "show", "p", prefix, NULL);
  g_assert_nonnull (strstr (text, "\nRevision=2\n"));
  g_autofree char *hash = g_strndup (strrchr (first, '-') + 1, 6);
  g_assert_cmpstr (
      terminal_do (self->terminal, NULL, "show", "--revision", hash, "p", self->visit, NULL), ==,
      old_text);
}

static void
test_show_fork (Fixture *self, gconstpointer data)
{
  make_fork (self);
  terminal_run (self->terminal, NULL, "show", "p", self->visit, NULL);
  g_assert_cmpint (self->terminal->status, ==, 1);
  g_assert_cmpuint (terminal_count_complaints (self->terminal), ==, 1);
  g_assert_nonnull (strstr (self->terminal->out->str, "\nRevision=2\n"));

  /* Both heads are named, and naming one is an answer. */
  g_autofree char *other = find_revision (self, "q", 2);
  g_autofree char *text = read_file (self, other);
  g_autofree char *hash = g_strndup (strrchr (other, '-') + 1, 40);
  g_assert_nonnull (strstr (self->terminal->err->str, hash));
  g_assert_cmpstr (
      terminal_do (self->terminal, NULL, "show", "p", self->visit, "--revision", hash, NULL), ==,
      text);
}

static void
test_record (Fixture *self, gconstpointer data)
{
  g_autofree char *text =
      g_strdup_printf ("[Tonus]\nKind=visit\nPatient=%s\n\n"
                       "[rom/hip-flexion.right.passive]\nvalue=95\npain=~refused\n",
                       self->patient);
  terminal_write (self->terminal, "visit.txt", text);
  terminal_do (self->terminal, NULL, "record", "--as", self->therapist, "p", "visit.txt", NULL);

  g_auto (GStrv) cells = g_strsplit (g_strchomp (self->terminal->out->str), "\t", -1);
  g_assert_cmpuint (g_strv_length (cells), ==, 3);
  g_assert_cmpuint (strlen (cells[0]), ==, 26);
  g_assert_cmpstr (cells[1], ==, "1");
  g_assert_cmpuint (strlen (cells[2]), ==, 40);
  g_autofree char *object = g_strdup (cells[0]);
  const char *saved = terminal_do (self->terminal, NULL, "show", "p", object, NULL);
  g_assert_nonnull (strstr (saved, "\n[rom/hip-flexion.right.passive]\nvalue=95\npain=~refused\n"));
  g_assert_nonnull (strstr (saved, self->therapist));
}

/* --- check, copy --- */

static void
test_check (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (terminal_do (self->terminal, NULL, "check", "p", NULL), ==, "");

  g_autofree char *first = find_revision (self, "p", 1);
  g_autofree char *text = read_file (self, first);
  g_autofree char *altered = g_strconcat (text, "#\n", NULL);
  terminal_write (self->terminal, first, altered);
  terminal_run (self->terminal, NULL, "check", "p", NULL);
  g_assert_cmpint (self->terminal->status, ==, 2);
  g_autofree char *level = terminal_get_cell (self->terminal, 0, 0);
  g_autofree char *place = terminal_get_cell (self->terminal, 0, 1);
  g_assert_cmpstr (level, ==, "damage");
  g_assert_cmpstr (place, ==, first + 2);
}

/* Three columns and one line, whatever a file is called. */
static void
test_check_odd_name (Fixture *self, gconstpointer data)
{
  terminal_write (self->terminal, "p/a\tb\nc", "What is this?\n");
  terminal_run (self->terminal, NULL, "check", "p", NULL);
  g_assert_cmpint (self->terminal->status, ==, 0);
  g_assert_cmpuint (terminal_count_lines (self->terminal), ==, 1);
  g_auto (GStrv) cells = g_strsplit (self->terminal->out->str, "\t", -1);
  g_assert_cmpuint (g_strv_length (cells), ==, 3);
  g_assert_cmpstr (cells[0], ==, "note");
  g_assert_cmpstr (cells[1], ==, "a b c");
}

static void
test_check_fork (Fixture *self, gconstpointer data)
{
  make_fork (self);
  terminal_run (self->terminal, NULL, "check", "p", NULL);
  g_assert_cmpint (self->terminal->status, <=, 1);
  g_assert_nonnull (strstr (self->terminal->out->str, self->visit));
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autofree char *count =
      g_strdup (terminal_do (self->terminal, NULL, "copy", "p", "backup", NULL));
  g_autofree char *here = terminal_list_folder (self->terminal, "p");
  g_autofree char *there = terminal_list_folder (self->terminal, "backup");
  g_assert_cmpstr (here, ==, there);
  /* practice.keyfile, README.txt, clinic, therapist, patient, visit */
  g_assert_cmpstr (count, ==, "6\n");
  terminal_do (self->terminal, NULL, "show", "backup", self->visit, NULL);
}

/* Damage is copied too, for it may be all there is, and said. */
static void
test_copy_damage (Fixture *self, gconstpointer data)
{
  g_autofree char *first = find_revision (self, "p", 1);
  terminal_write (self->terminal, first, "[Tonus]\n");
  terminal_run (self->terminal, NULL, "copy", "p", "backup", NULL);
  g_assert_cmpint (self->terminal->status, ==, 2);
  g_assert_cmpstr (self->terminal->out->str, ==, "6\n");
  g_assert_cmpuint (terminal_count_complaints (self->terminal), ==, 1);
  g_assert_nonnull (strstr (self->terminal->err->str, first + 2));
  g_autofree char *here = terminal_list_folder (self->terminal, "p");
  g_autofree char *there = terminal_list_folder (self->terminal, "backup");
  g_assert_cmpstr (here, ==, there);
}

/* What is not a file is left and named; that the last finding is a small one makes the first no
 * smaller. */
static void
test_copy_link (Fixture *self, gconstpointer data)
{
  g_autofree char *link = terminal_path (self->terminal, "p/zz");
  g_autofree char *first = find_revision (self, "p", 1);

  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  terminal_run (self->terminal, NULL, "copy", "p", "one", NULL);
  g_assert_cmpint (self->terminal->status, ==, 1);
  g_assert_nonnull (strstr (self->terminal->err->str, "zz"));

  terminal_write (self->terminal, first, "[Tonus]\n");
  terminal_run (self->terminal, NULL, "copy", "p", "two", NULL);
  g_assert_cmpint (self->terminal->status, ==, 2);
  g_assert_cmpuint (terminal_count_complaints (self->terminal), ==, 2);
  g_assert_true (g_str_has_prefix (strchr (self->terminal->err->str, '\n'), "\ntonusctl: zz"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/cli/list/patients", test_list_patients);
  ADD ("/cli/list/visits", test_list_visits);
  ADD ("/cli/list/fork", test_list_fork);
  ADD ("/cli/list/incomplete", test_list_incomplete);
  ADD ("/cli/list/damaged", test_list_damaged);
  ADD ("/cli/show", test_show);
  ADD ("/cli/show/fork", test_show_fork);
  ADD ("/cli/record", test_record);
  ADD ("/cli/check", test_check);
  ADD ("/cli/check/fork", test_check_fork);
  ADD ("/cli/check/odd-name", test_check_odd_name);
  ADD ("/cli/copy", test_copy);
  ADD ("/cli/copy/damage", test_copy_damage);
  ADD ("/cli/copy/link", test_copy_link);
#undef ADD
  return g_test_run ();
}
