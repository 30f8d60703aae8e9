/* test-figure.c - pictures of exercises from the terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "terminal.h"

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
  g_assert_true (begins_with (terminal, "sheet.pdf", "%PDF"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/figure/one", test_one);
  g_test_add_func ("/cli/figure/refusals", test_refusals);
  g_test_add_func ("/cli/figure/warning", test_warning);
  g_test_add_func ("/cli/figure/sheet", test_sheet);
  return g_test_run ();
}
