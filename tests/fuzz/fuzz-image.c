/* fuzz-image.c - any bytes as a picture: refused in words, or pixels of the size that was asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-image-file.h"
#include "tonus-image.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* Decoding more takes longer, and finds nothing that less does not. */
#define MOST_PIXELS (256 * 1024)
#define MOST_SIDE 24
/* Writing takes as long as reading. */
#define WRITTEN_EVERY 7

static void
check_image (const TonusImage *image, gboolean is_written)
{
  guint width = tonus_image_get_width (image), height = tonus_image_get_height (image);
  const guint8 *pixels = tonus_image_get_pixels (image);
  g_autoptr (GBytes) jpeg = NULL;
  g_autoptr (GError) error = NULL;
  guint sum = 0;

  g_assert_cmpuint (width, >=, 1);
  g_assert_cmpuint (height, >=, 1);
  g_assert_cmpuint (MAX (width, height), <=, MOST_SIDE);
  for (guint i = 0; i < width * height * 3; i++)
    sum += pixels[i];
  g_assert_cmpuint (sum, <=, 255 * 3 * width * height);
  if (is_written)
    jpeg = tonus_image_make_jpeg (image, FALSE, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_auto (TonusImageFile) file = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusImage) image = NULL;

  tonus_image_file_read (bytes, &file);
  if (file.width <= G_MAXUINT16 && file.height <= G_MAXUINT16 &&
      file.width * file.height > MOST_PIXELS && file.width * file.height <= TONUS_IMAGE_PIXELS_MAX)
    return 0;
  image = tonus_image_new_from_bytes (bytes, "fuzz", MOST_SIDE, &error);
  g_assert_true ((image == NULL) == (error != NULL));
  if (image != NULL)
    check_image (image, size % WRITTEN_EVERY == 0);
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return 0;
}
