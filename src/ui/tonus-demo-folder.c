/* tonus-demo-folder.c - where the demo practice lives, and how it is made anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <fcntl.h>
#include "tonus-date.h"
#include "tonus-demo-folder.h"
#include "tonus-demo.h"

/* Visits of each case that are already charted. */
#define VISITS_BEFORE_TODAY 3

/* Removes what is in the folder open at @fd; what cannot be removed is left to the error of
 * creating. */
static void
empty_folder (TonusIo *io, int fd)
{
  g_autoptr (GPtrArray) names = io->readdir (io, fd);

  for (guint i = 0; names && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      int inner = io->openat (io, fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);

      if (inner >= 0)
        {
          empty_folder (io, inner);
          io->close (io, inner);
        }
      io->unlinkat (io, fd, name, inner >= 0 ? AT_REMOVEDIR : 0);
    }
}

static void
throw_away (TonusIo *io, const char *folder)
{
  int fd = io->openat (io, AT_FDCWD, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  empty_folder (io, fd);
  io->close (io, fd);
}

char *
tonus_demo_folder_get_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "tonus", "demo", NULL);
}

TonusPractice *
tonus_demo_folder_open (gboolean anew, GError **error)
{
  TonusIo *io = tonus_io_real ();
  g_autofree char *base = g_build_filename (g_get_user_state_dir (), "tonus", NULL);
  g_autofree char *folder = tonus_demo_folder_get_path ();
  g_autofree char *mark = g_build_filename (folder, "practice.keyfile", NULL);

  if (anew)
    throw_away (io, folder);
  if (g_file_test (mark, G_FILE_TEST_EXISTS))
    return tonus_practice_open (io, folder, error);
  if (!tonus_make_folder (io, base, error))
    return NULL;
  return tonus_demo_create (io, folder, VISITS_BEFORE_TODAY, tonus_date_today (), error);
}
