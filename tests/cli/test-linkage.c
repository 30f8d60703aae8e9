/* test-linkage.c - tonusctl works on a machine without a display, because it knows of none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <gio/gio.h>

/* What the loader would load for @program, through all libraries. */
static char *
list_libraries (const char *program)
{
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "ldd", program, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

static void
test_no_window (void)
{
  static const char *const windows[] = { "libgtk", "libgdk-", "libX11", "libwayland", "libatk" };
  g_autofree char *libraries = list_libraries (g_getenv ("TONUSCTL"));

  /* The list is a list. */
  g_assert_nonnull (strstr (libraries, "libglib-2.0"));
  g_assert_nonnull (strstr (libraries, "libhpdf"));
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (strstr (libraries, windows[i]) != NULL)
      g_error ("tonusctl loads %s:\n%s", windows[i], libraries);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/linkage", test_no_window);
  return g_test_run ();
}
