/* fuzz-corpus.c - runs a fuzz harness over its corpus, as an ordinary test: FOLDER
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each file is also given cut at every byte and with one byte changed, so that the short run looks
 * about a little too.
 */
#include "config.h"

#include <string.h>

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
run_around (const guint8 *data, gsize size, GRand *rand)
{
  g_autofree guint8 *bytes = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (data, size);
  for (gsize cut = 0; cut < MIN (size, 2000); cut++)
    {
      /* A block of its own, so that reading behind the end is noticed. */
      g_autofree guint8 *part = g_memdup2 (data, MAX (cut, 1));
      guint8 kept = bytes[cut];

      LLVMFuzzerTestOneInput (part, cut);
      bytes[cut] = (guint8) "\n\r\0[]=\\;#/ a\xff~"[g_rand_int_range (rand, 0, 14)];
      LLVMFuzzerTestOneInput (bytes, size);
      bytes[cut] = kept;
    }
}

static void
test_corpus (gconstpointer data)
{
  const char *folder = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  const char *name = NULL;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size = 0;

      g_file_get_contents (path, &bytes, &size, &error);
      g_assert_no_error (error);
      run_around ((const guint8 *) bytes, size, rand);
      n_files++;
    }
  g_assert_cmpuint (n_files, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_test_add_data_func ("/corpus", argv[1], test_corpus);
  return g_test_run ();
}
