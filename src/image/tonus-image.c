/* tonus-image.c - pixels, and the JPEG made of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-image-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the usual qualities the one at which nobody sees the difference on paper. */
#define QUALITY "85"
#define CHANNELS 3

G_DEFINE_QUARK (tonus - image - error - quark, tonus_image_error)

struct _TonusImage
{
  gatomicrefcount n_references;
  guint width, height;
  guint8 pixels[];
};

static TonusImage *
make_blank (guint width, guint height)
{
  TonusImage *self = g_malloc (sizeof (TonusImage) + (gsize) width * height * CHANNELS);

  g_atomic_ref_count_init (&self->n_references);
  self->width = width;
  self->height = height;
  return self;
}

static void
flatten_row (const guint8 *from, guint8 *to, guint width)
{
  for (guint x = 0; x < width; x++, from += CHANNELS + 1)
    for (guint i = 0; i < CHANNELS; i++)
      *to++ = (guint8) (255 - ((255 - from[i]) * from[CHANNELS] + 127) / 255);
}

TonusImage *
tonus_image_new_flattened (GdkPixbuf *pixbuf)
{
  guint width = (guint) gdk_pixbuf_get_width (pixbuf);
  guint height = (guint) gdk_pixbuf_get_height (pixbuf);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  const guint8 *from = gdk_pixbuf_read_pixels (pixbuf);
  TonusImage *self = make_blank (width, height);

  for (guint y = 0; y < height; y++)
    {
      guint8 *to = self->pixels + (gsize) y * width * CHANNELS;

      if (gdk_pixbuf_get_has_alpha (pixbuf))
        flatten_row (from + y * stride, to, width);
      else
        memcpy (to, from + y * stride, (gsize) width * CHANNELS);
    }
  return self;
}

TonusImage *
tonus_image_ref (TonusImage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_references);
  return self;
}

void
tonus_image_unref (TonusImage *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->n_references))
    g_free (self);
}

guint
tonus_image_get_width (const TonusImage *self)
{
  return self->width;
}

guint
tonus_image_get_height (const TonusImage *self)
{
  return self->height;
}

const guint8 *
tonus_image_get_pixels (const TonusImage *self)
{
  return self->pixels;
}

/* As bright as the eye has it (ITU-R BT.601), in whole numbers so that it is the same everywhere.
 */
static TonusImage *
make_grey (const TonusImage *self)
{
  gsize n = (gsize) self->width * self->height;
  TonusImage *grey = make_blank (self->width, self->height);
  const guint8 *from = self->pixels;

  for (gsize i = 0; i < n; i++, from += CHANNELS)
    memset (grey->pixels + i * CHANNELS,
            (299 * from[0] + 587 * from[1] + 114 * from[2] + 500) / 1000, CHANNELS);
  return grey;
}

GBytes *
tonus_image_make_jpeg (const TonusImage *self, gboolean is_grey, GError **error)
{
  g_autoptr (TonusImage) grey = is_grey ? make_grey (self) : NULL;
  const guint8 *pixels = is_grey ? grey->pixels : self->pixels;
  g_autoptr (GdkPixbuf) pixbuf =
      gdk_pixbuf_new_from_data (pixels, GDK_COLORSPACE_RGB, FALSE, 8, (int) self->width,
                                (int) self->height, (int) self->width * CHANNELS, NULL, NULL);
  g_autoptr (GError) cause = NULL;
  char *bytes;
  gsize size;

  if (gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &size, "jpeg", &cause, "quality", QUALITY, NULL))
    return g_bytes_new_take (bytes, size);
  g_set_error (
      error, TONUS_IMAGE_ERROR, TONUS_IMAGE_ERROR_TOO_LARGE,
      _ ("The picture could not be written as JPEG (%s); close other programs and try again."),
      cause->message);
  return NULL;
}
