/* tonus-image-read.c - bytes that may be a picture, decoded within bounds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-image-private.h"

#include <glib/gi18n-lib.h>

#include "tonus-image-file.h"

const char *const tonus_image_types[] = { "image/jpeg", "image/png", "image/gif", NULL };

TonusImage *
tonus_image_fail (GError **error, TonusImageError code, const char *name)
{
  g_autofree char *shown = g_utf8_make_valid (name, -1);

  switch (code)
    {
    case TONUS_IMAGE_ERROR_TOO_LARGE:
      g_set_error (
          error, TONUS_IMAGE_ERROR, code,
          _ ("“%s” is too large to be read (more than 32 MB, or 50 million pixels); choose "
             "a smaller copy of the picture."),
          shown);
      break;
    case TONUS_IMAGE_ERROR_NOT_AN_IMAGE:
      g_set_error (error, TONUS_IMAGE_ERROR, code,
                   _ ("“%s” is no picture that can be read here; choose a JPEG, PNG or GIF file."),
                   shown);
      break;
    case TONUS_IMAGE_ERROR_DAMAGED:
      g_set_error (error, TONUS_IMAGE_ERROR, code,
                   _ ("“%s” is damaged or not complete; copy it again, or choose another picture."),
                   shown);
      break;
    case TONUS_IMAGE_ERROR_UNREADABLE:
      g_assert_not_reached ();
    }
  return NULL;
}

/* The decoder knows the size, and has not begun. */
static void
loader_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  const guint *most = data;
  int longer = MAX (width, height);

  if ((guint64) width * (guint64) height > TONUS_IMAGE_PIXELS_MAX || width < 1 || height < 1)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if ((guint) longer > *most)
    gdk_pixbuf_loader_set_size (loader,
                                (int) MAX (1, ((gint64) width * *most + longer / 2) / longer),
                                (int) MAX (1, ((gint64) height * *most + longer / 2) / longer));
}

/* (transfer full) (nullable) */
static GdkPixbuf *
decode (const char *type, GBytes *bytes, guint most)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);
  GdkPixbuf *pixbuf = NULL;
  gboolean is_read;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (loader_size_prepared_cb), &most);
  is_read = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  /* Closed whatever happened, as the loader demands. */
  is_read = gdk_pixbuf_loader_close (loader, NULL) && is_read;
  if (is_read)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

TonusImage *
tonus_image_new_from_bytes (GBytes *bytes, const char *name, guint most, GError **error)
{
  g_auto (TonusImageFile) file = { 0 };
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL && most > 0, NULL);

  if (g_bytes_get_size (bytes) > TONUS_IMAGE_BYTES_MAX)
    return tonus_image_fail (error, TONUS_IMAGE_ERROR_TOO_LARGE, name);
  tonus_image_file_read (bytes, &file);
  if (file.type == NULL)
    return tonus_image_fail (error, TONUS_IMAGE_ERROR_NOT_AN_IMAGE, name);
  if (file.width > G_MAXINT || file.height > G_MAXINT ||
      file.width * file.height > TONUS_IMAGE_PIXELS_MAX)
    return tonus_image_fail (error, TONUS_IMAGE_ERROR_TOO_LARGE, name);
  if (file.is_whole && file.width > 0 && file.height > 0)
    pixbuf = decode (file.type, file.needed != NULL ? file.needed : bytes, most);
  if (pixbuf == NULL)
    return tonus_image_fail (error, TONUS_IMAGE_ERROR_DAMAGED, name);
  return tonus_image_new_flattened (pixbuf);
}
