/* tonus-image-open.c - the bytes of a file that may be anything: a link, a pipe, a device, endless
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-image-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

static GBytes *
fail_unreadable (GError **error, const char *shown, int failure)
{
  g_set_error (error, TONUS_IMAGE_ERROR, TONUS_IMAGE_ERROR_UNREADABLE,
               _ ("“%s” cannot be read (%s); choose another picture."), shown,
               g_strerror (failure));
  return NULL;
}

/* One byte more than it has: a file that grows meanwhile is found out by its end. */
static GBytes *
read_all (int fd, gsize size, const char *shown, GError **error)
{
  g_autofree guint8 *data = g_malloc (size + 1);
  gsize filled = 0;
  gssize n = 1;

  while (filled <= size && n != 0)
    {
      n = read (fd, data + filled, size + 1 - filled);
      if (n < 0 && errno != EINTR)
        return fail_unreadable (error, shown, errno);
      filled += n > 0 ? (gsize) n : 0;
    }
  return g_bytes_new_take (g_steal_pointer (&data), filled);
}

GBytes *
tonus_image_read_file (const char *path, gboolean follows_links, GError **error)
{
  g_autofree char *shown = g_filename_display_basename (path);
  /* O_NONBLOCK: a pipe without a writer must not hold anybody up. */
  int fd =
      open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (follows_links ? 0 : O_NOFOLLOW));
  struct stat status;
  GBytes *bytes = NULL;

  if (fd < 0)
    return fail_unreadable (error, shown, errno);
  if (fstat (fd, &status) < 0)
    fail_unreadable (error, shown, errno);
  else if (!S_ISREG (status.st_mode))
    tonus_image_fail (error, TONUS_IMAGE_ERROR_NOT_AN_IMAGE, shown);
  else if (status.st_size > TONUS_IMAGE_BYTES_MAX)
    tonus_image_fail (error, TONUS_IMAGE_ERROR_TOO_LARGE, shown);
  else
    bytes = read_all (fd, (gsize) status.st_size, shown, error);
  close (fd);
  return bytes;
}
