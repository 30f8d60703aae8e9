/* tonus-raster.c - the first page of a PDF as a picture of dots
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-raster.h"

#define PROGRAM "tonus-raster"

/* Beside this program, as in a build, or where it was installed to. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, PROGRAM, NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_build_filename (TONUS_LIBEXECDIR, PROGRAM, NULL);
}

GBytes *
tonus_raster_from_pdf (GBytes *pdf, GError **error)
{
  g_autofree char *program = find_program ();
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, error, program, NULL);

  if (process == NULL || !g_subprocess_communicate (process, pdf, NULL, &png, NULL, error))
    return NULL;
  if (!g_subprocess_get_successful (process))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s could not make the picture", program);
      return NULL;
    }
  return g_steal_pointer (&png);
}
