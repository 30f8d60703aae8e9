/* test-figure.c - pictures of exercises from the terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <glib/gstdio.h>

#include "picture-maker.h"
#include "terminal.h"
#include "tonus-id.h"

static gboolean
begins_with (Terminal *terminal, const char *name, const char *magic)
{
  g_autofree char *path = terminal_path (terminal, name);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &bytes, &length, NULL) && length > 500 &&
         memcmp (bytes, magic, strlen (magic)) == 0;
}

static GBytes *
read_file (Terminal *terminal, const char *name)
{
  g_autofree char *path = terminal_path (terminal, name);
  char *bytes = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_bytes_new_take (bytes, length);
}

static gboolean
is_same (Terminal *terminal, const char *one, const char *other)
{
  g_autoptr (GBytes) a = read_file (terminal, one);
  g_autoptr (GBytes) b = read_file (terminal, other);

  return g_bytes_equal (a, b);
}

static void
test_one (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();

  terminal_do (terminal, NULL, "figure", "bridge", "a.pdf", NULL);
  terminal_do (terminal, NULL, "figure", "bridge", "b.pdf", NULL);
  terminal_do (terminal, NULL, "figure", "bridge", "left.pdf", "--left", NULL);
  terminal_do (terminal, NULL, "figure", "bridge", "mono.pdf", "--mono", NULL);
  terminal_do (terminal, NULL, "figure", "bridge", "wide.pdf", "--width", "100", NULL);
  terminal_do (terminal, NULL, "figure", "bridge", "a.png", NULL);
  g_assert_true (begins_with (terminal, "a.pdf", "%PDF"));
  g_assert_true (begins_with (terminal, "a.png", "\x89PNG"));
  g_assert_true (is_same (terminal, "a.pdf", "b.pdf"));
  g_assert_false (is_same (terminal, "a.pdf", "left.pdf"));
  g_assert_false (is_same (terminal, "a.pdf", "mono.pdf"));
  g_assert_false (is_same (terminal, "a.pdf", "wide.pdf"));
}

static void
test_refusals (void)
{
  static const char *const lines[][3] = {
    { "brigde", "a.pdf", "did you mean “bridge”" },
    { "bridge", "a.jpg", ".pdf nor in .png" },
    { "missing.pose", "a.pdf", "missing.pose" },
    { "wrong.pose", "a.pdf", "wrong.pose, [Start] hipp: “hipp” is no joint" },
    { "bridge", "no/such/folder/a.pdf", "no/such/folder" },
  };
  g_autoptr (Terminal) terminal = terminal_new ();

  terminal_write (terminal, "wrong.pose", "[Exercise]\nstyle=single\n[Scene]\n[Start]\nhipp=3\n");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_cmpint (terminal_run (terminal, NULL, "figure", lines[i][0], lines[i][1], NULL), ==,
                       3);
      g_assert_cmpuint (terminal_count_complaints (terminal), ==, 1);
      if (strstr (terminal->err->str, lines[i][2]) == NULL)
        g_error ("“%s” does not say “%s”", terminal->err->str, lines[i][2]);
    }
  g_assert_cmpint (terminal_run (terminal, NULL, "figure", "bridge", "a.pdf", "--width", "5", NULL),
                   ==, 3);
}

/* An author's file that is not on the floor is drawn all the same. */
static void
test_warning (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();

  terminal_write (terminal, "high.pose",
                  "[Exercise]\nstyle=single\n[Scene]\nrest=feet@.3\n[Start]\nhip=3\n");
  g_assert_cmpint (terminal_run (terminal, NULL, "figure", "high.pose", "a.png", NULL), ==, 1);
  g_assert_nonnull (strstr (terminal->err->str, "+300 mm from the floor"));
  g_assert_true (begins_with (terminal, "a.png", "\x89PNG"));
}

static void
test_sheet (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();

  terminal_do (terminal, NULL, "figures", "sheet.pdf", NULL);
  g_assert_nonnull (strstr (terminal->out->str, "with a picture"));
  g_assert_nonnull (strstr (terminal->out->str, "\nWithout a picture: Short-foot (short-foot)"));
  g_assert_true (begins_with (terminal, "sheet.pdf", "%PDF"));
}

/* A file of the practice "p": its name.  (transfer full) */
static char *
keep_picture (Terminal *terminal, GBytes *bytes, const char *ending)
{
  g_autofree char *hash = tonus_hash_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *folder = terminal_path (terminal, "p/pictures");
  char *name = g_strconcat (hash, ".", ending, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  return name;
}

/* The practice "p" with a patient, whose id it returns, and an own exercise "x-mine". */
static char *
make_practice (Terminal *terminal, const char **photo)
{
  g_autofree char *therapist = terminal_new_practice (terminal);
  g_autoptr (GBytes) bytes = picture_make_jpeg (600, 400, 0);
  char *patient = terminal_new_patient (terminal);
  g_autofree char *name = keep_picture (terminal, bytes, "jpg");
  g_autofree char *text = g_strdup_printf ("[Tonus]\nKind=catalogue\n\n[exercise]\n\n"
                                           "[exercise/x-mine]\nLabel=Mine\nname=Mine\n"
                                           "step1=Sit.\npicture=%s;\n",
                                           name);

  terminal_do (terminal, text, "record", "p", "-", NULL);
  *photo = g_intern_string (name);
  return patient;
}

static void
test_own (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  const char *photo;
  g_autofree char *patient = make_practice (terminal, &photo);

  terminal_do (terminal, NULL, "figure", "x-mine", "a.pdf", "--practice", "p", NULL);
  terminal_do (terminal, NULL, "figure", "x-mine", "left.pdf", "--left", "--practice", "p", NULL);
  terminal_do (terminal, NULL, "figure", "x-mine", "mono.pdf", "--mono", "--practice", "p", NULL);
  terminal_do (terminal, NULL, "figure", "x-mine", "a.png", "--practice", "p", NULL);
  terminal_do (terminal, NULL, "figure", "bridge", "b.png", "--practice", "p", NULL);
  terminal_do (terminal, NULL, "figures", "s.pdf", "x-mine", "bridge", "--practice", "p", NULL);
  g_assert_nonnull (strstr (terminal->out->str, "2 with a picture"));
  g_assert_true (begins_with (terminal, "a.png", "\x89PNG"));
  /* A photo is never mirrored. */
  g_assert_true (is_same (terminal, "a.pdf", "left.pdf"));
  g_assert_false (is_same (terminal, "a.pdf", "mono.pdf"));
  /* It is the practice's alone. */
  g_assert_cmpint (terminal_run (terminal, NULL, "figure", "x-mine", "a.pdf", NULL), ==, 3);
  g_assert_cmpint (
      terminal_run (terminal, NULL, "figure", "x-mine", "a.pdf", "--practice", "nowhere", NULL), ==,
      3);
}

/* Photo or no photo, the patient gets the page; who prints it is told. */
static void
test_lost (void)
{
  g_autoptr (Terminal) terminal = terminal_new ();
  const char *photo;
  g_autofree char *patient = make_practice (terminal, &photo);
  g_autofree char *place = g_build_filename ("p/pictures", photo, NULL);
  g_autofree char *path = terminal_path (terminal, place);
  g_autofree char *text = g_strdup_printf ("[Tonus]\nKind=program\nPatient=%s\n\n"
                                           "[program]\ndate=2026-11-20\nversion=1\n\n"
                                           "[home/aaaaaaaa]\nexercise=x-mine\nsets=3\nreps=10\n",
                                           patient);

  terminal_do (terminal, text, "record", "p", "-", NULL);
  /* The clinic has no phone. */
  g_assert_cmpint (terminal_run (terminal, NULL, "handout", "p", patient, "whole.pdf", NULL), ==,
                   1);
  g_assert_cmpuint (terminal_count_complaints (terminal), ==, 1);
  terminal_do (terminal, NULL, "check", "p", NULL);
  for (guint is_gone = 0; is_gone < 2; is_gone++)
    {
      if (is_gone == 1)
        g_assert_cmpint (g_unlink (path), ==, 0);
      else
        terminal_write (terminal, place, "cut");
      g_assert_cmpint (terminal_run (terminal, NULL, "handout", "p", patient, "lost.pdf", NULL), ==,
                       1);
      g_assert_cmpuint (terminal_count_complaints (terminal), ==, 2);
      g_assert_nonnull (strstr (terminal->err->str, "“Mine”"));
      g_assert_true (begins_with (terminal, "lost.pdf", "%PDF"));
      g_assert_cmpint (
          terminal_run (terminal, NULL, "figure", "x-mine", "a.pdf", "--practice", "p", NULL), ==,
          3);
      g_assert_nonnull (strstr (terminal->err->str, photo));
      g_assert_cmpint (terminal_run (terminal, NULL, "check", "p", NULL), ==, is_gone ? 1 : 2);
      g_assert_nonnull (strstr (terminal->out->str, photo));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/figure/one", test_one);
  g_test_add_func ("/cli/figure/refusals", test_refusals);
  g_test_add_func ("/cli/figure/warning", test_warning);
  g_test_add_func ("/cli/figure/sheet", test_sheet);
  g_test_add_func ("/cli/figure/own", test_own);
  g_test_add_func ("/cli/figure/lost", test_lost);
  return g_test_run ();
}
