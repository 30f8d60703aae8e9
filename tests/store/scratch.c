/* scratch.c - folders for tests, made and removed without the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scratch.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *
scratch_make (void)
{
  /* In memory where there is such a place: thousands of tests wait for thousands of syncs
   * otherwise. */
  gboolean in_memory = access ("/dev/shm", W_OK | X_OK) == 0;
  char *folder =
      g_build_filename (in_memory ? "/dev/shm" : g_get_tmp_dir (), "tonus-store-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp_full (folder, 0700));
  return folder;
}

static int
remove_one (const char *path, const struct stat *status, int type, struct FTW *where)
{
  return remove (path);
}

void
scratch_remove (const char *folder)
{
  nftw (folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

guint
scratch_count (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

void
scratch_write (const char *path, const void *bytes, gsize length)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, bytes, length), ==, (gssize) length);
  close (fd);
}

GBytes *
scratch_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

void
scratch_copy (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (mkdir (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          scratch_copy (source, target);
          continue;
        }
      g_autoptr (GBytes) bytes = scratch_read (source);
      scratch_write (target, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}
