/* test-picture-name.c - what an exercise's picture may be called, and what passes for none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-picture-name.h"

#define A "0123456789abcdef0123456789abcdef01234567"
#define B "fedcba9876543210fedcba9876543210fedcba98"

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean is_valid, is_photo;
  } cases[] = {
    { A ".jpg", TRUE, TRUE },
    { A ".pose", TRUE, FALSE },
    { "bridge", FALSE, FALSE },
    { "", FALSE, FALSE },
    { NULL, FALSE, FALSE },
    { A, FALSE, FALSE },
    { A ".JPG", FALSE, FALSE },
    { A ".jpeg", FALSE, FALSE },
    { A ".jpg ", FALSE, FALSE },
    { " " A ".jpg", FALSE, FALSE },
    { A "0.jpg", FALSE, FALSE },
    { "g123456789abcdef0123456789abcdef01234567.jpg", FALSE, FALSE },
    { "../" A ".jpg", FALSE, FALSE },
    { A ".jpg;", FALSE, FALSE },
    { A ".posepose", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (tonus_picture_name_is_valid (cases[i].name) == cases[i].is_valid);
      g_assert_true (tonus_picture_name_is_photo (cases[i].name) == cases[i].is_photo);
    }
}

static void
test_columns (void)
{
  static const struct
  {
    const char *picture;
    const char *files; /* joined by blanks; NULL: nonsense */
  } cases[] = {
    { NULL, "" },
    { "bridge", "" },
    { A ".pose", A ".pose" },
    { A ".jpg;", A ".jpg" },
    { A ".jpg", A ".jpg" },
    { A ".jpg;" B ".jpg;", A ".jpg " B ".jpg" },
    { A ".jpg;" B ".jpg", A ".jpg " B ".jpg" },
    { A ".jpg;" A ".jpg;", A ".jpg " A ".jpg" },
    { A ".jpg;" B ".pose;", NULL },
    { A ".pose;" B ".pose;", NULL },
    { A ".jpg;" B ".jpg;" A ".jpg;", NULL },
    { A ".jpg;;", NULL },
    { ";" A ".jpg;", NULL },
    { ";", NULL },
    { "bridge;", NULL },
    { "../x.jpg", NULL },
    { "bridge.pose", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) files = tonus_picture_split (cases[i].picture);
      g_autofree char *joined = files != NULL ? g_strjoinv (" ", files) : NULL;
      g_assert_cmpstr (joined, ==, cases[i].files);
      g_assert_true (tonus_picture_is_files (cases[i].picture) == (g_strcmp0 (joined, "") != 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-name/names", test_names);
  g_test_add_func ("/picture-name/columns", test_columns);
  return g_test_run ();
}
