/* picture-maker.c - picture files for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "picture-maker.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>
#include <string.h>

/* Written by us once with a program that can: four fields of 8 by 8 pixels. */
static const char progressive[] =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4R"
    "DgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU"
    "FBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wgARCAAQABADAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAA"
    "BwgJ/8QAFwEBAQEBAAAAAAAAAAAAAAAABgkHCP/aAAwDAQACEAMQAAABOQvVLGJmPL1Gdz0GlW4//8QAFBABAAAA"
    "AAAAAAAAAAAAAAAAIP/aAAgBAQABBQIf/8QAFBEBAAAAAAAAAAAAAAAAAAAAIP/aAAgBAwEBPwEf/8QAFBEBAAAA"
    "AAAAAAAAAAAAAAAAIP/aAAgBAgEBPwEf/8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQAGPwIf/8QAFBABAAAA"
    "AAAAAAAAAAAAAAAAIP/aAAgBAQABPyEf/9oADAMBAAIAAwAAABD1b//EABQRAQAAAAAAAAAAAAAAAAAAACD/2gAI"
    "AQMBAT8QH//EABQRAQAAAAAAAAAAAAAAAAAAACD/2gAIAQIBAT8QH//EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAI"
    "AQEAAT8QH//Z";
static const char cmyk[] =
    "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4L"
    "CxAWEBETFBUVFQwPFxgWFBgSFBUU/9sAQwEDBAQFBAUJBQUJFA0LDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU"
    "FBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU/8AAFAgAEAAQBAERAAIRAQMRAQQRAP/EABcAAAMBAAAAAAAAAAAAAAAA"
    "AAAICQr/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFwEBAQEBAAAAAAAAAAAAAAAABwoICf/EABQRAQAAAAAAAAAA"
    "AAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AYg5uVSqZOjapyCoScphoM+SqgHh//9k=";
static const char animation[] =
    "R0lGODlhEAAQAPIAAP8AAAD/AAAA////AP7+/gAAAAAAAAAAACH5BAAKAAAAIf8LTkVUU0NBUEUyLjADAQAAACH/"
    "C0ltYWdlTWFnaWNrDWdhbW1hPTAuNDU0NTUALAAAAAAQABAAAAMsCLoa/o4xCOWizzYcNOCdBnqjyAloig5sy6qq"
    "68Kp3NKrPeCCvuM+XhCoSwAAIfkEAAoAAAAh/wtJbWFnZU1hZ2ljaw5nYW1tYT0wLjQ1NDU0NQAsAAAAABAAEACA"
    "AAAAAAAAAg6Ej6nL7Q+jnLTai7M+BQA7";

static GBytes *
read_base64 (const char *text)
{
  gsize size;
  guint8 *data = g_base64_decode (text, &size);

  return g_bytes_new_take (data, size);
}

GBytes *
picture_make_progressive (void)
{
  return read_base64 (progressive);
}

GBytes *
picture_make_cmyk (void)
{
  return read_base64 (cmyk);
}

GBytes *
picture_make_animation (void)
{
  return read_base64 (animation);
}

GBytes *
picture_cut (GBytes *bytes, gsize size)
{
  return g_bytes_new (g_bytes_get_data (bytes, NULL), size);
}

GBytes *
picture_insert (GBytes *bytes, gsize offset, const void *more, gsize size)
{
  GByteArray *all = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (offset, <=, length);
  g_byte_array_append (all, data, (guint) offset);
  g_byte_array_append (all, more, (guint) size);
  g_byte_array_append (all, data + offset, (guint) (length - offset));
  return g_byte_array_free_to_bytes (all);
}

/* --- PNG --- */

GBytes *
picture_deflate (const guint8 *data, gsize size)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, G_CONVERTER (zlib));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static guint32
checksum (const guint8 *data, gsize size)
{
  guint32 sum = 0xffffffffu;

  for (gsize i = 0; i < size; i++)
    {
      sum ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = sum & 1 ? sum >> 1 ^ 0xedb88320u : sum >> 1;
    }
  return sum ^ 0xffffffffu;
}

static void
append_number (GByteArray *array, guint32 value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (array, (const guint8 *) &big, 4);
}

GBytes *
picture_make_chunk (const char *type, const guint8 *data, gsize size)
{
  GByteArray *chunk = g_byte_array_new ();

  append_number (chunk, (guint32) size);
  g_byte_array_append (chunk, (const guint8 *) type, 4);
  if (size > 0)
    g_byte_array_append (chunk, data, (guint) size);
  append_number (chunk, checksum (chunk->data + 4, chunk->len - 4));
  return g_byte_array_free_to_bytes (chunk);
}

static void
append_chunk (GByteArray *file, const char *type, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) chunk = picture_make_chunk (type, data, size);

  g_byte_array_append (file, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
}

static guint
count_channels (guint colour)
{
  return colour == 2 ? 3 : colour == 4 ? 2 : colour == 6 ? 4 : 1;
}

/* One scanline without a filter: the pixels from @left on, each @step-th. */
static void
append_line (GByteArray *lines, const PictureShape *shape, guint y, guint left, guint step)
{
  guint n_channels = count_channels (shape->colour), used = 0;
  guint8 byte = 0;

  g_byte_array_append (lines, (const guint8 *) "", 1);
  for (guint x = left; x < shape->width; x += step)
    for (guint i = 0; i < n_channels; i++)
      {
        const guint16 *field =
            shape->fields[(x >= shape->width / 2 ? 1 : 0) + (y >= shape->height / 2 ? 2 : 0)];

        for (guint bit = shape->depth; bit > 0; bit--)
          {
            byte = (guint8) (byte << 1 | (field[i] >> (bit - 1) & 1));
            if (++used % 8 == 0)
              g_byte_array_append (lines, &byte, 1);
          }
      }
  byte = (guint8) (byte << (8 - used % 8));
  if (used % 8 != 0)
    g_byte_array_append (lines, &byte, 1);
}

static GByteArray *
make_lines (const PictureShape *shape)
{
  /* Adam's seven passes: left, top, step to the right, step down. */
  static const guint passes[7][4] = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 },
                                      { 2, 0, 4, 4 }, { 0, 2, 2, 4 }, { 1, 0, 2, 2 },
                                      { 0, 1, 1, 2 } };
  static const guint whole[1][4] = { { 0, 0, 1, 1 } };
  const guint (*pass)[4] = shape->is_interlaced ? passes : whole;
  GByteArray *lines = g_byte_array_new ();

  for (guint i = 0; i < (shape->is_interlaced ? 7 : 1); i++)
    for (guint y = pass[i][1]; pass[i][0] < shape->width && y < shape->height; y += pass[i][3])
      append_line (lines, shape, y, pass[i][0], pass[i][2]);
  return lines;
}

GBytes *
picture_make_png (const PictureShape *shape)
{
  static const guint8 palette[] = { 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0 };
  GByteArray *file = g_byte_array_new ();
  g_autoptr (GByteArray) head = g_byte_array_new ();
  g_autoptr (GByteArray) lines = make_lines (shape);
  g_autoptr (GBytes) packed = picture_deflate (lines->data, lines->len);
  const guint8 rest[] = { (guint8) shape->depth, (guint8) shape->colour, 0, 0,
                          shape->is_interlaced ? 1 : 0 };

  append_number (head, shape->width);
  append_number (head, shape->height);
  g_byte_array_append (head, rest, sizeof rest);
  g_byte_array_append (file, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  append_chunk (file, "IHDR", head->data, head->len);
  if (shape->colour == 3)
    append_chunk (file, "PLTE", palette, sizeof palette);
  if (shape->transparent != NULL)
    append_chunk (file, "tRNS", shape->transparent, shape->n_transparent);
  append_chunk (file, "IDAT", g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  append_chunk (file, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (file);
}

/* --- JPEG --- */

/* Orientation, a camera, a place, as telephones write them: big-endian TIFF in an APP1. */
static GBytes *
insert_camera (GBytes *bytes, guint orientation)
{
  guint8 exif[] = "\xff\xe1\0\x66"
                  "Exif\0\0MM\0*\0\0\0\x08"
                  "\0\x03"
                  "\x01\x0f\0\x02\0\0\0\x0c\0\0\0\x40"
                  "\x01\x12\0\x03\0\0\0\x01\0\0\0\0"
                  "\x88\x25\0\x04\0\0\0\x01\0\0\0\x4c"
                  "\0\0\0\0"
                  "\0\0\0\0\0\0\0\0\0\0"
                  "SpyCamera 9\0"
                  "GPS 47.3N 8E";
  const guint8 comment[] = "\xff\xfe\0\x10"
                           "Anna Example\0";
  const guint8 profile[] = "\xff\xe2\0\x18"
                           "ICC_PROFILE\0\x01\x01"
                           "acspabc";
  g_autoptr (GBytes) with_comment = picture_insert (bytes, 2, comment, 18);
  g_autoptr (GBytes) with_profile = picture_insert (with_comment, 2, profile, 26);

  exif[3] = (guint8) (sizeof exif - 1 - 2);
  exif[4 + 6 + 8 + 2 + 12 + 9] = (guint8) orientation;
  return picture_insert (with_profile, 2, exif, sizeof exif - 1);
}

static GBytes *
save_as_jpeg (GdkPixbuf *pixbuf)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", &error, "quality", "90", NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

GBytes *
picture_make_jpeg (guint width, guint height, guint orientation)
{
  static const guint32 fields[] = { 0xff0000ff, 0x00ff00ff, 0x0000ffff, 0xffff00ff };
  int w = (int) width, h = (int) height;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, w, h);
  g_autoptr (GBytes) plain = NULL;

  for (int i = 0; i < 4; i++)
    {
      int left = i % 2 * (w / 2), top = i / 2 * (h / 2);
      g_autoptr (GdkPixbuf) field = gdk_pixbuf_new_subpixbuf (
          pixbuf, left, top, i % 2 == 1 ? w - left : w / 2, i / 2 == 1 ? h - top : h / 2);

      gdk_pixbuf_fill (field, fields[i]);
    }
  plain = save_as_jpeg (pixbuf);
  return orientation > 0 ? insert_camera (plain, orientation) : g_steal_pointer (&plain);
}

GBytes *
picture_make_busy_jpeg (guint width, guint height, guint seed)
{
  g_autoptr (GdkPixbuf) pixbuf =
      gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, (int) width, (int) height);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  guint stride = (guint) gdk_pixbuf_get_rowstride (pixbuf);

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < 3 * width; x++)
      pixels[y * stride + x] = (guint8) (x / 16 + y / 5 + (x * y * 31 + seed * 7) % 29);
  return save_as_jpeg (pixbuf);
}
