/* test-image.c - pictures of every kind come out upright, on white, and without what is not picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "picture-maker.h"
#include "tonus-image.h"

#include <string.h>

/* What a JPEG may be off by in the middle of a field. */
#define NEAR 14

static const guint8 red[3] = { 255, 0, 0 }, green[3] = { 0, 255, 0 }, blue[3] = { 0, 0, 255 },
                    yellow[3] = { 255, 255, 0 };

static TonusImage *
read_image (GBytes *bytes, guint most)
{
  g_autoptr (GError) error = NULL;
  TonusImage *image = tonus_image_new_from_bytes (bytes, "proof", most, &error);

  g_assert_no_error (error);
  g_assert_nonnull (image);
  return image;
}

/* The middle of the fields: top left, top right, bottom left, bottom right. */
static void
check_fields (const TonusImage *image, const guint8 *const fields[4], int off)
{
  guint width = tonus_image_get_width (image), height = tonus_image_get_height (image);

  for (guint i = 0; i < 4; i++)
    {
      guint x = width * (i % 2 * 2 + 1) / 4, y = height * (i / 2 * 2 + 1) / 4;
      const guint8 *pixel = tonus_image_get_pixels (image) + ((gsize) y * width + x) * 3;

      for (guint c = 0; c < 3; c++)
        g_assert_cmpint (ABS ((int) pixel[c] - (int) fields[i][c]), <=, off);
    }
}

static const guint8 *const usual[4] = { red, green, blue, yellow };

typedef struct
{
  const char *name;
  PictureShape shape;
  guint8 expected[4][3];
} Kind;

#define RGB_FIELDS(m)                                                                              \
  {                                                                                                \
    { m, 0, 0, m }, { 0, m, 0, m }, { 0, 0, m, m },                                                \
    {                                                                                              \
      m, m, 0, m                                                                                   \
    }                                                                                              \
  }
#define RGB_EXPECTED                                                                               \
  {                                                                                                \
    { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 },                                                   \
    {                                                                                              \
      255, 255, 0                                                                                  \
    }                                                                                              \
  }

static const Kind kinds[] = {
  { "rgb", { 12, 10, 8, 2, FALSE, NULL, 0, RGB_FIELDS (255) }, RGB_EXPECTED },
  { "rgba", { 12, 10, 8, 6, FALSE, NULL, 0, RGB_FIELDS (255) }, RGB_EXPECTED },
  { "16 bit", { 12, 10, 16, 2, FALSE, NULL, 0, RGB_FIELDS (0xffff) }, RGB_EXPECTED },
  { "16 bit and alpha",
    { 12,
      10,
      16,
      6,
      FALSE,
      NULL,
      0,
      { { 0x8080, 0, 0, 0xffff }, { 0, 0, 0, 0 }, { 0, 0, 0, 0x8080 }, { 0, 0, 0xffff, 0xffff } } },
    { { 128, 0, 0 }, { 255, 255, 255 }, { 127, 127, 127 }, { 0, 0, 255 } } },
  { "interlaced", { 13, 11, 8, 2, TRUE, NULL, 0, RGB_FIELDS (255) }, RGB_EXPECTED },
  { "one transparent colour",
    { 12, 10, 8, 2, FALSE, (const guint8 *) "\0\xff\0\xff\0\0", 6, RGB_FIELDS (255) },
    { { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 }, { 255, 255, 255 } } },
  { "grey",
    { 12, 10, 8, 0, FALSE, NULL, 0, { { 0 }, { 85 }, { 170 }, { 255 } } },
    { { 0, 0, 0 }, { 85, 85, 85 }, { 170, 170, 170 }, { 255, 255, 255 } } },
  { "one transparent grey",
    { 12, 10, 8, 0, FALSE, (const guint8 *) "\0\x55", 2, { { 0 }, { 85 }, { 170 }, { 255 } } },
    { { 0, 0, 0 }, { 255, 255, 255 }, { 170, 170, 170 }, { 255, 255, 255 } } },
  { "16 bit grey",
    { 12, 10, 16, 0, FALSE, NULL, 0, { { 0 }, { 0x5555 }, { 0xaaaa }, { 0xffff } } },
    { { 0, 0, 0 }, { 85, 85, 85 }, { 170, 170, 170 }, { 255, 255, 255 } } },
  { "1 bit grey",
    { 13, 10, 1, 0, FALSE, NULL, 0, { { 0 }, { 1 }, { 1 }, { 0 } } },
    { { 0, 0, 0 }, { 255, 255, 255 }, { 255, 255, 255 }, { 0, 0, 0 } } },
  { "2 bit grey, interlaced",
    { 13, 11, 2, 0, TRUE, NULL, 0, { { 0 }, { 1 }, { 2 }, { 3 } } },
    { { 0, 0, 0 }, { 85, 85, 85 }, { 170, 170, 170 }, { 255, 255, 255 } } },
  { "grey and alpha",
    { 12, 10, 8, 4, FALSE, NULL, 0, { { 0, 255 }, { 0, 0 }, { 0, 128 }, { 170, 255 } } },
    { { 0, 0, 0 }, { 255, 255, 255 }, { 127, 127, 127 }, { 170, 170, 170 } } },
  { "palette", { 12, 10, 8, 3, FALSE, NULL, 0, { { 0 }, { 1 }, { 2 }, { 3 } } }, RGB_EXPECTED },
  { "palette of 2 bits, one transparent",
    { 13, 11, 2, 3, TRUE, (const guint8 *) "\xff\xff\0", 3, { { 0 }, { 1 }, { 2 }, { 3 } } },
    { { 255, 0, 0 }, { 0, 255, 0 }, { 255, 255, 255 }, { 255, 255, 0 } } },
};

static void
test_png (gconstpointer data)
{
  const Kind *kind = data;
  g_autoptr (GBytes) bytes = picture_make_png (&kind->shape);
  g_autoptr (TonusImage) image = read_image (bytes, 1000);
  const guint8 *const expected[4] = { kind->expected[0], kind->expected[1], kind->expected[2],
                                      kind->expected[3] };

  g_assert_cmpuint (tonus_image_get_width (image), ==, kind->shape.width);
  g_assert_cmpuint (tonus_image_get_height (image), ==, kind->shape.height);
  check_fields (image, expected, 0);
}

/* Where each field of the file is when the camera was held that way (EXIF 2.3, tag 0x0112). */
static void
test_orientation (void)
{
  const guint8 *const upright[9][4] = {
    { red, green, blue, yellow }, { red, green, blue, yellow }, { green, red, yellow, blue },
    { yellow, blue, green, red }, { blue, yellow, red, green }, { red, blue, green, yellow },
    { blue, red, yellow, green }, { yellow, green, blue, red }, { green, yellow, red, blue },
  };

  for (guint orientation = 0; orientation <= 8; orientation++)
    {
      g_autoptr (GBytes) bytes = picture_make_jpeg (64, 32, orientation);
      g_autoptr (TonusImage) image = read_image (bytes, 1000);
      g_autoptr (TonusImage) small = read_image (bytes, 32);
      gboolean is_turned = orientation >= 5;

      g_assert_cmpuint (tonus_image_get_width (image), ==, is_turned ? 32 : 64);
      g_assert_cmpuint (tonus_image_get_height (image), ==, is_turned ? 64 : 32);
      g_assert_cmpuint (tonus_image_get_width (small), ==, is_turned ? 16 : 32);
      g_assert_cmpuint (tonus_image_get_height (small), ==, is_turned ? 32 : 16);
      check_fields (image, upright[orientation], NEAR);
      check_fields (small, upright[orientation], NEAR);
    }
}

static void
test_other_formats (void)
{
  g_autoptr (GBytes) progressive = picture_make_progressive ();
  g_autoptr (GBytes) cmyk = picture_make_cmyk ();
  g_autoptr (GBytes) animation = picture_make_animation ();
  g_autoptr (TonusImage) first = read_image (progressive, 1000);
  g_autoptr (TonusImage) second = read_image (cmyk, 1000);
  g_autoptr (TonusImage) third = read_image (animation, 1000);

  check_fields (first, usual, NEAR);
  check_fields (second, usual, NEAR);
  check_fields (third, usual, 0);
}

/* The longer side decides, and a side is never nothing. */
static void
test_scaled (void)
{
  const PictureShape shape = { 400, 100, 8, 2, FALSE, NULL, 0, RGB_FIELDS (255) };
  const PictureShape line = { 400, 1, 8, 2, FALSE, NULL, 0, RGB_FIELDS (255) };
  g_autoptr (GBytes) png = picture_make_png (&shape);
  g_autoptr (GBytes) thin = picture_make_png (&line);
  g_autoptr (GBytes) jpeg = picture_make_jpeg (300, 900, 0);
  g_autoptr (TonusImage) wide = read_image (png, 40);
  g_autoptr (TonusImage) high = read_image (jpeg, 90);
  g_autoptr (TonusImage) dot = read_image (thin, 1);
  g_autoptr (TonusImage) same = read_image (png, 400);

  g_assert_cmpuint (tonus_image_get_width (wide), ==, 40);
  g_assert_cmpuint (tonus_image_get_height (wide), ==, 10);
  g_assert_cmpuint (tonus_image_get_width (high), ==, 30);
  g_assert_cmpuint (tonus_image_get_height (high), ==, 90);
  g_assert_cmpuint (tonus_image_get_width (dot), ==, 1);
  g_assert_cmpuint (tonus_image_get_height (dot), ==, 1);
  g_assert_cmpuint (tonus_image_get_width (same), ==, 400);
  check_fields (wide, usual, 0);
  check_fields (high, usual, NEAR);
}

/* Only what a baseline picture is made of: no place, camera, profile or comment. */
static void
check_segments (GBytes *jpeg)
{
  gsize size, at = 2;
  const guint8 *data = g_bytes_get_data (jpeg, &size);
  guint n_frames = 0;

  g_assert_cmpmem (data, 2, "\xff\xd8", 2);
  g_assert_cmpmem (data + size - 2, 2, "\xff\xd9", 2);
  for (guint8 marker = 0; marker != 0xda; at += 2u + (data[at + 2] << 8 | data[at + 3]))
    {
      marker = data[at + 1];
      g_assert_cmpuint (data[at], ==, 0xff);
      g_assert_true (marker == 0xe0 || marker == 0xdb || marker == 0xc0 || marker == 0xc4 ||
                     marker == 0xda);
      n_frames += marker == 0xc0;
    }
  g_assert_cmpuint (n_frames, ==, 1);
  for (gsize i = 0; i + 4 < size; i++)
    g_assert_false (memcmp (data + i, "Exif", 4) == 0 || memcmp (data + i, "GPS ", 4) == 0 ||
                    memcmp (data + i, "SpyC", 4) == 0 || memcmp (data + i, "ICC_", 4) == 0 ||
                    memcmp (data + i, "Anna", 4) == 0);
}

static void
test_clean_jpeg (void)
{
  g_autoptr (GBytes) photo = picture_make_jpeg (64, 32, 6);
  g_autoptr (TonusImage) image = read_image (photo, 1000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) jpeg = tonus_image_make_jpeg (image, FALSE, &error);
  g_autoptr (GBytes) again = tonus_image_make_jpeg (image, FALSE, &error);
  g_autoptr (TonusImage) back = read_image (jpeg, 1000);
  const guint8 *const upright[4] = { blue, red, yellow, green };

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (jpeg, again));
  check_segments (jpeg);
  g_assert_cmpuint (tonus_image_get_width (back), ==, 32);
  check_fields (back, upright, 2 * NEAR);
}

static void
test_grey_jpeg (void)
{
  g_autoptr (GBytes) photo = picture_make_jpeg (64, 32, 0);
  g_autoptr (TonusImage) image = read_image (photo, 1000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) jpeg = tonus_image_make_jpeg (image, TRUE, &error);
  g_autoptr (TonusImage) back = read_image (jpeg, 1000);
  const guint8 greys[4][3] = {
    { 76, 76, 76 }, { 150, 150, 150 }, { 29, 29, 29 }, { 226, 226, 226 }
  };
  const guint8 *const expected[4] = { greys[0], greys[1], greys[2], greys[3] };

  g_assert_no_error (error);
  check_segments (jpeg);
  check_fields (back, expected, NEAR);
  check_fields (image, usual, NEAR);
}

static void
test_shared (void)
{
  const PictureShape shape = { 2, 2, 8, 2, FALSE, NULL, 0, RGB_FIELDS (255) };
  g_autoptr (GBytes) bytes = picture_make_png (&shape);
  g_autoptr (TonusImage) image = read_image (bytes, 10);
  g_autoptr (TonusImage) other = tonus_image_ref (image);

  g_clear_pointer (&image, tonus_image_unref);
  g_assert_cmpmem (tonus_image_get_pixels (other), 3, red, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/image/png/", kinds[i].name, NULL);

      g_test_add_data_func (path, &kinds[i], test_png);
    }
  g_test_add_func ("/image/orientation", test_orientation);
  g_test_add_func ("/image/other-formats", test_other_formats);
  g_test_add_func ("/image/scaled", test_scaled);
  g_test_add_func ("/image/clean-jpeg", test_clean_jpeg);
  g_test_add_func ("/image/grey-jpeg", test_grey_jpeg);
  g_test_add_func ("/image/shared", test_shared);
  return g_test_run ();
}
