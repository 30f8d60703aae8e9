/* test-program.c - the lint as the build runs it: what it prints and how it ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#include "fixture.h"

typedef struct
{
  int status;
  char *out;
  char *err;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Lints a file "FOLDER/f" of @text; NULL: a file that is not there. */
static Run
lint (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tonus-lint-XXXXXX", &error);
  g_autofree char *file = g_build_filename (folder, "f", NULL);
  char *arguments[] = { (char *) g_getenv ("TONUS_LINT"), file, NULL };
  Run run = { 0 };

  g_assert_no_error (error);
  g_assert_nonnull (arguments[0]);
  if (text != NULL)
    g_assert_true (g_file_set_contents (file, text, -1, NULL));
  g_spawn_sync (NULL, arguments, NULL, 0, NULL, NULL, &run.out, &run.err, &run.status, &error);
  g_assert_no_error (error);

  g_remove (file);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  run.status = WIFEXITED (run.status) ? WEXITSTATUS (run.status) : -1;
  return run;
}

static void
test_good (void)
{
  g_auto (Run) run = lint (fixture_catalogues);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, "0 sections, 6 catalogues\n");
  g_assert_cmpstr (run.err, ==, "");
}

static void
test_bad (void)
{
  g_auto (Run) run = lint ("[s]\nLabel=S\nholds=visit;\n[s/f]\nkind=colour\n");

  g_assert_cmpint (run.status, ==, 2);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_nonnull (strstr (run.err, "/f: [s/f] kind: “colour” is no kind"));
}

static void
test_absent (void)
{
  g_auto (Run) run = lint (NULL);

  g_assert_cmpint (run.status, ==, 3);
  g_assert_cmpstr (run.err, !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/program/good", test_good);
  g_test_add_func ("/schema/program/bad", test_bad);
  g_test_add_func ("/schema/program/absent", test_absent);
  return g_test_run ();
}
