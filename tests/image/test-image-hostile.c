/* test-image-hostile.c - what is no picture, not whole, or made to harm is refused in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "picture-maker.h"
#include "tonus-image-file.h"
#include "tonus-image.h"

#include <string.h>

#define FIELDS                                                                                     \
  {                                                                                                \
    { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 },                                                   \
    {                                                                                              \
      255, 255, 0                                                                                  \
    }                                                                                              \
  }

static const PictureShape plain = { 16, 16, 8, 2, FALSE, NULL, 0, FIELDS };
static const PictureShape interlaced = { 16, 16, 8, 2, TRUE, NULL, 0, FIELDS };

static void
check_refused_as (GBytes *bytes, const char *name, TonusImageError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusImage) image = tonus_image_new_from_bytes (bytes, name, 1000, &error);

  g_assert_null (image);
  g_assert_error (error, TONUS_IMAGE_ERROR, (int) code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, "choose"));
}

static void
check_text_refused (const char *text, TonusImageError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  check_refused_as (bytes, "proof", code);
}

static void
check_cut (GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);

  for (guint i = 0; i < 16; i++)
    {
      g_autoptr (GBytes) part = picture_cut (bytes, size * i / 16);
      g_autoptr (GBytes) last = picture_cut (bytes, size - 1 - i % 4);

      /* Of fewer than eight bytes nobody can say what they are. */
      check_refused_as (part, "proof",
                        size * i / 16 < 8 ? TONUS_IMAGE_ERROR_NOT_AN_IMAGE
                                          : TONUS_IMAGE_ERROR_DAMAGED);
      check_refused_as (last, "proof", TONUS_IMAGE_ERROR_DAMAGED);
    }
}

static void
test_cut (void)
{
  g_autoptr (GBytes) png = picture_make_png (&plain);
  g_autoptr (GBytes) passes = picture_make_png (&interlaced);
  g_autoptr (GBytes) jpeg = picture_make_jpeg (200, 100, 0);
  g_autoptr (GBytes) photo = picture_make_jpeg (200, 100, 6);
  g_autoptr (GBytes) progressive = picture_make_progressive ();
  g_autoptr (GBytes) cmyk = picture_make_cmyk ();
  g_autoptr (GBytes) animation = picture_make_animation ();

  check_cut (png);
  check_cut (passes);
  check_cut (jpeg);
  check_cut (photo);
  check_cut (progressive);
  check_cut (cmyk);
  check_cut (animation);
}

/* Whole by its parts, and yet not. */
static void
test_other_bytes (void)
{
  g_autoptr (GBytes) png = picture_make_png (&plain);
  g_autoptr (GBytes) broken = NULL;
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (png, &size), g_bytes_get_size (png));

  data[size / 2] ^= 0x55;
  broken = g_bytes_new (data, size);
  check_refused_as (broken, "proof", TONUS_IMAGE_ERROR_DAMAGED);
}

/* A header that only claims. */
static void
test_claims (void)
{
  const guint8 size[8] = { 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60 };
  const guint8 most[8] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  const guint8 none[8] = { 0 };
  const guint8 *const claims[] = { size, most, none };
  g_autoptr (GBytes) png = picture_make_png (&plain);

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      gsize length;
      g_autofree guint8 *data = NULL;
      g_autoptr (GBytes) bytes = NULL;

      data = g_memdup2 (g_bytes_get_data (png, &length), g_bytes_get_size (png));
      memcpy (data + 16, claims[i], 8);
      bytes = g_bytes_new (data, length);
      check_refused_as (bytes, "proof",
                        i < 2 ? TONUS_IMAGE_ERROR_TOO_LARGE : TONUS_IMAGE_ERROR_DAMAGED);
    }
}

static void
test_jpeg_claims (void)
{
  g_autoptr (GBytes) jpeg = picture_make_jpeg (16, 16, 0);
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (jpeg, &size), g_bytes_get_size (jpeg));
  g_autoptr (GBytes) bytes = NULL;
  guint8 *frame = memmem (data, size, "\xff\xc0", 2);

  g_assert_nonnull (frame);
  memcpy (frame + 5, "\xea\x60\xea\x60", 4);
  bytes = g_bytes_new (data, size);
  check_refused_as (bytes, "proof", TONUS_IMAGE_ERROR_TOO_LARGE);
}

/* A frame without a line, and one that is larger than the picture it is in. */
static void
test_gif_frames (void)
{
  static const struct
  {
    const char *size; /* of the frame: width and height, little-endian */
    TonusImageError code;
  } frames[] = {
    { "\x10\0\0\0", TONUS_IMAGE_ERROR_DAMAGED },
    { "\0\0\x10\0", TONUS_IMAGE_ERROR_DAMAGED },
    { "\xff\xff\xff\xff", TONUS_IMAGE_ERROR_TOO_LARGE },
  };
  g_autoptr (GBytes) animation = picture_make_animation ();

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      gsize size = g_bytes_get_size (animation);
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (animation, NULL), size);
      guint8 *frame = memmem (data, size, "\x2c\0\0\0\0\x10\0\x10\0", 9);
      g_autoptr (GBytes) bytes = NULL;

      g_assert_nonnull (frame);
      memcpy (frame + 5, frames[i].size, 4);
      bytes = g_bytes_new (data, size);
      check_refused_as (bytes, "proof", frames[i].code);
    }
}

static void
test_no_image (void)
{
  check_text_refused ("", TONUS_IMAGE_ERROR_NOT_AN_IMAGE);
  check_text_refused ("Squeeze your buttocks and lift.\n", TONUS_IMAGE_ERROR_NOT_AN_IMAGE);
  check_text_refused ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">"
                      "<image href=\"file:///etc/passwd\"/></svg>",
                      TONUS_IMAGE_ERROR_NOT_AN_IMAGE);
  check_text_refused ("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                      TONUS_IMAGE_ERROR_NOT_AN_IMAGE);
  check_text_refused ("BM\x3a", TONUS_IMAGE_ERROR_NOT_AN_IMAGE);
  check_text_refused ("\x89PNG\r\n\x1a\n", TONUS_IMAGE_ERROR_DAMAGED);
  check_text_refused ("\xff\xd8\xff\xd9", TONUS_IMAGE_ERROR_DAMAGED);
  check_text_refused ("GIF89a", TONUS_IMAGE_ERROR_DAMAGED);
  check_text_refused ("GIF89a\x01\x01", TONUS_IMAGE_ERROR_DAMAGED);
}

static void
test_too_many_bytes (void)
{
  g_autofree guint8 *zeros = g_malloc0 (TONUS_IMAGE_BYTES_MAX + 1);
  g_autoptr (GBytes) bytes = g_bytes_new (zeros, TONUS_IMAGE_BYTES_MAX + 1);

  check_refused_as (bytes, "proof", TONUS_IMAGE_ERROR_TOO_LARGE);
}

/* A name from a disk of another century, and one with signs that would turn the sentence around. */
static void
test_names (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("text", 4);

  check_refused_as (bytes, "caf\xe9.jpg", TONUS_IMAGE_ERROR_NOT_AN_IMAGE);
  check_refused_as (bytes, "%s%n.jpg", TONUS_IMAGE_ERROR_NOT_AN_IMAGE);
  check_refused_as (bytes, "", TONUS_IMAGE_ERROR_NOT_AN_IMAGE);
}

/* Much more than the header says, or texts that unpack to more than there is memory for: what the
 * picture does not need is not unpacked. */
static void
test_bombs (void)
{
  g_autofree guint8 *zeros = g_malloc0 (8 * 1024 * 1024);
  g_autoptr (GBytes) packed = picture_deflate (zeros, 8 * 1024 * 1024);
  gsize size;
  const guint8 *data = g_bytes_get_data (packed, &size);
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autoptr (GBytes) png = picture_make_png (&plain), bare = g_bytes_ref (png);
  g_auto (TonusImageFile) file = { 0 };
  g_autoptr (GError) error = NULL;

  g_byte_array_append (text, (const guint8 *) "Comment\0\0", 9);
  g_byte_array_append (text, data, (guint) size);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GBytes) chunk = picture_make_chunk ("zTXt", text->data, text->len);
      GBytes *more =
          picture_insert (png, 33, g_bytes_get_data (chunk, NULL), g_bytes_get_size (chunk));

      g_bytes_unref (png);
      png = more;
    }
  g_autoptr (TonusImage) image = tonus_image_new_from_bytes (png, "proof", 1000, &error);

  tonus_image_file_read (png, &file);
  g_assert_true (g_bytes_equal (file.needed, bare));
  g_assert_no_error (error);
  g_assert_cmpuint (tonus_image_get_width (image), ==, 16);
}

/* A picture of the allowed size that is nothing but white, in a few kilobytes. */
static void
test_large_and_empty (void)
{
  const PictureShape shape = { 7000, 7000, 1, 0, FALSE, NULL, 0, { { 1 }, { 1 }, { 1 }, { 1 } } };
  g_autoptr (GBytes) png = picture_make_png (&shape);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusImage) image = tonus_image_new_from_bytes (png, "proof", 1000, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (png), <, 20000);
  g_assert_cmpuint (tonus_image_get_width (image), ==, 1000);
  g_assert_cmpuint (tonus_image_get_pixels (image)[0], ==, 255);
}

/* Scans without end: a progressive file whose last scan is said again and again. */
static void
test_many_scans (void)
{
  g_autoptr (GBytes) bytes = picture_make_progressive ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const guint8 *last = memrchr (data, 0xda, size);
  gsize offset = (gsize) (last - 1 - data), length = size - 2 - offset;
  g_autofree guint8 *scan = g_memdup2 (last - 1, length);

  g_assert_cmpuint (data[offset], ==, 0xff);
  for (guint i = 0; i < 200; i++)
    {
      GBytes *more = picture_insert (bytes, offset, scan, length);

      g_bytes_unref (bytes);
      bytes = more;
    }
  check_refused_as (bytes, "proof", TONUS_IMAGE_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image/hostile/cut", test_cut);
  g_test_add_func ("/image/hostile/other-bytes", test_other_bytes);
  g_test_add_func ("/image/hostile/claims", test_claims);
  g_test_add_func ("/image/hostile/jpeg-claims", test_jpeg_claims);
  g_test_add_func ("/image/hostile/gif-frames", test_gif_frames);
  g_test_add_func ("/image/hostile/no-image", test_no_image);
  g_test_add_func ("/image/hostile/too-many-bytes", test_too_many_bytes);
  g_test_add_func ("/image/hostile/names", test_names);
  g_test_add_func ("/image/hostile/bombs", test_bombs);
  g_test_add_func ("/image/hostile/large-and-empty", test_large_and_empty);
  g_test_add_func ("/image/hostile/many-scans", test_many_scans);
  return g_test_run ();
}
