/* test-demo.c - the demo practice through the terminal: whole, printable, and the same after a
 * round trip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include <gio/gio.h>

#include "terminal.h"

/* What follows the header group, which names revision, author and time and is the store's. */
static const char *
skip_header (const char *text)
{
  const char *body = strstr (text, "\n\n[");
  return body != NULL ? body + 1 : "";
}

/* The record as a person would hand it in: what it is, and its values. */
static char *
strip_header (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) out = g_string_new ("[Tonus]\n");

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    if (g_str_has_prefix (lines[i], "Kind=") || g_str_has_prefix (lines[i], "Object=") ||
        g_str_has_prefix (lines[i], "Patient="))
      g_string_append_printf (out, "%s\n", lines[i]);
  g_string_append (out, skip_header (text));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Ids of the objects of @kind in a folder of revision files "<kind>-<oid>-<rev>-<hash>.keyfile". */
static GPtrArray *
list_objects (Terminal *terminal, const char *folder, const char *kind)
{
  g_autofree char *prefix = g_strconcat (kind, "-", NULL);
  g_autoptr (GPtrArray) files = terminal_find_files (terminal, folder, prefix, ".keyfile");
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    {
      const char *rest = (const char *) g_ptr_array_index (files, i) + strlen (prefix);
      g_autofree char *id = g_strndup (rest, strcspn (rest, "-"));
      if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, g_steal_pointer (&id));
    }
  return ids;
}

/* Shown in "demo", recorded in "p", shown there: the values are byte for byte the same.  How many.
 */
static guint
carry_over (Terminal *terminal, const char *author, const char *folder, const char *kind)
{
  g_autoptr (GPtrArray) ids = list_objects (terminal, folder, kind);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *shown = g_strdup (terminal_do (terminal, NULL, "show", "demo", id, NULL));
      g_autofree char *text = strip_header (shown);
      terminal_do (terminal, text, "record", "p", "-", "--as", author, NULL);
      g_autofree char *object = terminal_get_cell (terminal, 0, 0);
      g_assert_cmpstr (object, ==, id);
      const char *again = terminal_do (terminal, NULL, "show", "p", id, NULL);
      g_assert_cmpstr (skip_header (again), ==, skip_header (shown));
    }
  return ids->len;
}

static void
test_round_trip (void)
{
  static const char *const shared_kinds[] = { "therapist", "payer", "snippet", "catalogue" };
  static const char *const kinds[] = { "patient", "episode",  "visit",     "program",
                                       "void",    "addendum", "attachment" };
  g_autoptr (Terminal) terminal = terminal_new ();
  g_autofree char *author = terminal_new_practice (terminal);
  guint n_visits = 0;

  terminal_do (terminal, NULL, "demo", "demo", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shared_kinds); i++)
    carry_over (terminal, author, "demo/practice", shared_kinds[i]);
  g_autoptr (GPtrArray) patients = terminal_find_files (terminal, "demo/patients", "", "");
  g_assert_cmpuint (patients->len, >, 0);
  for (guint i = 0; i < patients->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        g_autofree char *folder =
            g_build_filename ("demo/patients", g_ptr_array_index (patients, i), NULL);
        guint n = carry_over (terminal, author, folder, kinds[j]);
        n_visits += g_str_equal (kinds[j], "visit") ? n : 0;
      }
  g_assert_cmpuint (n_visits, >=, 7 * patients->len);
  terminal_do (terminal, NULL, "check", "p", NULL);
}

/* --- what the demo practice promises --- */

static void
test_whole (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  terminal_do (terminal, NULL, "demo", "a", "--today", "2026-03-02", NULL);
  g_assert_cmpstr (terminal->out->str, ==, "");
  g_assert_cmpstr (terminal_do (terminal, NULL, "check", "a", NULL), ==, "");
  terminal_do (terminal, NULL, "list", "a", "patients", NULL);
  g_assert_cmpuint (terminal_count_lines (terminal), >=, 2);
  g_autofree char *patient = terminal_get_cell (terminal, 1, 0);
  g_autofree char *last_visit = terminal_get_cell (terminal, 1, 4);
  g_assert_cmpstr (last_visit, >=, "2026-01-01");
  g_assert_cmpstr (last_visit, <=, "2026-03-02");
  terminal_do (terminal, NULL, "list", "a", "visits", patient, NULL);
  guint n_all = terminal_count_lines (terminal) - 1;

  terminal_do (terminal, NULL, "demo", "b", "--until", "2", NULL);
  terminal_do (terminal, NULL, "list", "b", "patients", NULL);
  g_autofree char *same = terminal_get_cell (terminal, 1, 0);
  terminal_do (terminal, NULL, "list", "b", "visits", same, NULL);
  g_assert_cmpuint (terminal_count_lines (terminal), ==, 3);
  g_assert_cmpuint (n_all, >, 2);
}

/* --- documents --- */

static GBytes *
read_document (Terminal *terminal, const char *name)
{
  g_autofree char *path = terminal_path (terminal, name);
  char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 2000);
  g_assert_cmpint (memcmp (bytes, "%PDF-", 5), ==, 0);
  return g_bytes_new_take (bytes, length);
}

/* The same call gives the same bytes, another option others. */
static void
assert_differs (Terminal *terminal, const char *const *argv, GBytes *plain, gboolean differs)
{
  terminal_run_argv (terminal, NULL, argv);
  g_assert_cmpstr (terminal->err->str, ==, "");
  g_autoptr (GBytes) bytes = read_document (terminal, argv[3]);
  g_assert_cmpint (g_bytes_equal (plain, bytes), ==, !differs);
}

/* The day that TONUS_TODAY fixes, not the clock's. */
static gboolean
is_made_today (GBytes *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) info = NULL;
  g_autoptr (GSubprocess) reader =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                        "pdfinfo", "-rawdates", "-", NULL);
  static const char stamp[] = "D:20261123000000";

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (reader, document, NULL, &info, NULL, &error));
  return memmem (g_bytes_get_data (info, NULL), g_bytes_get_size (info), stamp, sizeof stamp - 1) !=
         NULL;
}

static void
test_documents (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  terminal_do (terminal, NULL, "demo", "p", NULL);
  terminal_do (terminal, NULL, "list", "p", "patients", NULL);
  g_autofree char *patient = terminal_get_cell (terminal, 1, 0);
  terminal_do (terminal, NULL, "list", "p", "visits", patient, NULL);
  g_autofree char *visit = terminal_get_cell (terminal, 1, 0);
  g_autofree char *episode = terminal_get_cell (terminal, 1, 1);

  terminal_do (terminal, NULL, "note", "p", visit, "note.pdf", "--paper", "a4", NULL);
  g_autoptr (GBytes) note = read_document (terminal, "note.pdf");
  g_assert_true (is_made_today (note));
  const char *note_again[] = { "note", "p", visit, "again.pdf", "--paper", "a4", NULL };
  const char *note_letter[] = { "note", "p", visit, "letter.pdf", "--paper", "letter", NULL };
  assert_differs (terminal, note_again, note, FALSE);
  assert_differs (terminal, note_letter, note, TRUE);

  terminal_do (terminal, NULL, "handout", "p", patient, "hand.pdf", "--paper", "a4", NULL);
  g_autoptr (GBytes) handout = read_document (terminal, "hand.pdf");
  g_assert_true (is_made_today (handout));
  const char *again[] = { "handout", "p",         patient, "again.pdf", "--paper",
                          "a4",      "--episode", episode, NULL };
  const char *large[] = { "handout", "p", patient, "large.pdf", "--paper", "a4", "--large", NULL };
  const char *mono[] = { "handout", "p", patient, "mono.pdf", "--paper", "a4", "--mono", NULL };
  const char *first[] = { "handout", "p",         patient, "first.pdf", "--paper",
                          "a4",      "--program", "1",     NULL };
  assert_differs (terminal, again, handout, FALSE);
  assert_differs (terminal, large, handout, TRUE);
  assert_differs (terminal, mono, handout, TRUE);
  assert_differs (terminal, first, handout, TRUE);
}

/* A language nobody wrote texts in is said, and the handout is there all the same. */
static void
test_language (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  terminal_do (terminal, NULL, "demo", "p", NULL);
  terminal_do (terminal, NULL, "list", "p", "patients", NULL);
  g_autofree char *patient = terminal_get_cell (terminal, 1, 0);

  terminal_do (terminal, NULL, "handout", "p", patient, "en.pdf", "--lang", "en", NULL);
  terminal_run (terminal, NULL, "handout", "p", patient, "xx.pdf", "--lang", "xx", NULL);
  g_assert_cmpint (terminal->status, ==, 1);
  g_assert_cmpuint (terminal_count_complaints (terminal), ==, 1);
  g_autoptr (GBytes) en = read_document (terminal, "en.pdf");
  g_autoptr (GBytes) xx = read_document (terminal, "xx.pdf");
  g_assert_true (g_bytes_equal (en, xx));
}

/* --- two laptops --- */

/* The next revision of @id in @folder, with @more after the values it has. */
static void
record_again (Terminal *terminal, const char *folder, const char *id, const char *more)
{
  g_autofree char *shown = g_strdup (terminal_do (terminal, NULL, "show", folder, id, NULL));
  g_autofree char *plain = strip_header (shown);
  g_autofree char *text = g_strconcat (plain, more, NULL);
  terminal_do (terminal, text, "record", folder, "-", NULL);
}

/* What no font has is said, once; the handout is there with a box. */
static void
test_unprintable (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  terminal_do (terminal, NULL, "demo", "p", NULL);
  terminal_do (terminal, NULL, "list", "p", "patients", NULL);
  g_autofree char *patient = terminal_get_cell (terminal, 1, 0);

  g_autofree char *shown = g_strdup (terminal_do (terminal, NULL, "show", "p", patient, NULL));
  g_autofree char *plain = strip_header (shown);
  g_autoptr (GString) text = g_string_new (plain);
  g_string_replace (text, "given=", "given=\u0378", 1);
  terminal_do (terminal, text->str, "record", "p", "-", NULL);
  terminal_run (terminal, NULL, "handout", "p", patient, "hand.pdf", NULL);
  g_assert_cmpint (terminal->status, ==, 1);
  g_assert_cmpuint (terminal_count_complaints (terminal), ==, 1);
  g_assert_nonnull (strstr (terminal->err->str, "(U+0378)"));
  g_bytes_unref (read_document (terminal, "hand.pdf"));
}

static void
copy_new_files (Terminal *terminal, const char *from, const char *to, const char *prefix)
{
  g_autoptr (GPtrArray) files = terminal_find_files (terminal, from, prefix, ".keyfile");
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *source =
          g_build_filename (terminal->root, from, g_ptr_array_index (files, i), NULL);
      g_autofree char *target = g_build_filename (to, g_ptr_array_index (files, i), NULL);
      g_autofree char *text = NULL;
      g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
      terminal_write (terminal, target, text);
    }
}

static char *
record_new (Terminal *terminal, const char *kind, const char *patient, const char *values)
{
  g_autofree char *text =
      g_strdup_printf ("[Tonus]\nKind=%s\nPatient=%s\n\n%s", kind, patient, values);
  terminal_do (terminal, text, "record", "p", "-", NULL);
  return terminal_get_cell (terminal, 0, 0);
}

/* Two revisions of @visit and of @program that do not know each other, in "p". */
static void
make_forks (Terminal *terminal, const char *patient, const char *visit, const char *program)
{
  g_autofree char *here = g_build_filename ("p/patients", patient, NULL);
  g_autofree char *there = g_build_filename ("q/patients", patient, NULL);

  terminal_do (terminal, NULL, "copy", "p", "q", NULL);
  record_again (terminal, "p", visit, "\n[pain]\nnow=3\n");
  record_again (terminal, "q", visit, "\n[pain]\nnow=8\n");
  record_again (terminal, "p", program, "sets=2\n");
  record_again (terminal, "q", program, "sets=4\n");
  copy_new_files (terminal, there, here, "visit-");
  copy_new_files (terminal, there, here, "program-");
}

/* It says so and writes the first all the same, and is quiet when told which.  @n_gaps: what the
 * document lacks besides. */
static void
assert_takes_revision (Terminal *terminal, const char *command, const char *id, guint n_gaps)
{
  terminal_run (terminal, NULL, command, "p", id, "one.pdf", NULL);
  g_assert_cmpint (terminal->status, ==, 1);
  g_assert_cmpuint (terminal_count_complaints (terminal), ==, 1 + n_gaps);
  g_autoptr (GBytes) one = read_document (terminal, "one.pdf");

  const char *comma = strstr (terminal->err->str, ", ");
  g_assert_nonnull (comma);
  g_autofree char *hash = g_strndup (comma + 2, 12);
  terminal_run (terminal, NULL, command, "p", id, "other.pdf", "--revision", hash, NULL);
  g_assert_cmpuint (terminal_count_complaints (terminal), ==, n_gaps);
  g_autoptr (GBytes) other = read_document (terminal, "other.pdf");
  g_assert_false (g_bytes_equal (one, other));
}

static void
test_fork (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  g_autofree char *author = terminal_new_practice (terminal);
  g_autofree char *patient = terminal_new_patient (terminal);
  g_autofree char *episode =
      record_new (terminal, "episode", patient, "[episode]\ntitle=low back pain\n");
  g_autofree char *visit_values =
      g_strdup_printf ("[visit]\nkind=treatment\ndate=2026-11-20\nepisode=%s\n", episode);
  g_autofree char *program_values = g_strdup_printf (
      "[program]\nversion=1\nepisode=%s\n\n[home/aaaaaaaa]\nexercise=bridge\n", episode);
  g_autofree char *visit = record_new (terminal, "visit", patient, visit_values);
  g_autofree char *program = record_new (terminal, "program", patient, program_values);

  make_forks (terminal, patient, visit, program);
  assert_takes_revision (terminal, "note", visit, 0);
  /* No phone. */
  assert_takes_revision (terminal, "handout", patient, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/demo/whole", test_whole);
  g_test_add_func ("/cli/demo/round-trip", test_round_trip);
  g_test_add_func ("/cli/demo/documents", test_documents);
  g_test_add_func ("/cli/demo/language", test_language);
  g_test_add_func ("/cli/demo/unprintable", test_unprintable);
  g_test_add_func ("/cli/fork", test_fork);
  return g_test_run ();
}
