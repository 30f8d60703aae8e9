/* tonus-image-file.c - the parts of JPEG, PNG and GIF files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-image-file.h"

#include <string.h>

/* Photos have ten scans or so; each one costs a walk over all pixels, and a scan without content
 * has thirty bytes: thousands of them keep a decoder busy for days. */
#define MOST_SCANS 100

#define PNG_SIGNATURE "\x89PNG\r\n\x1a\n"
#define PNG_SIGNATURE_SIZE 8
#define PNG_CHUNK_FRAME 12 /* length, type and checksum */

/* Where the walk is. */
typedef struct
{
  const guint8 *at, *end;
} Bytes;

static gboolean
has (const Bytes *bytes, gsize n)
{
  return (gsize) (bytes->end - bytes->at) >= n;
}

static guint64
big_endian (const guint8 *at, guint n)
{
  guint64 value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | at[i];
  return value;
}

static guint64
little_endian (const guint8 *at)
{
  return at[0] | (guint64) at[1] << 8;
}

/* --- PNG: chunks up to IEND.  Only those that make the picture are handed on, for the others can
 * be profiles and texts that unpack to gigabytes. --- */

static gboolean
is_needed_in_png (const guint8 *type)
{
  static const char *const needed[] = { "IHDR", "PLTE", "tRNS", "IDAT", "IEND" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (memcmp (type, needed[i], 4) == 0)
      return TRUE;
  return FALSE;
}

static void
read_png (Bytes *bytes, TonusImageFile *self)
{
  GByteArray *needed = g_byte_array_new ();

  g_byte_array_append (needed, bytes->at, PNG_SIGNATURE_SIZE);
  bytes->at += PNG_SIGNATURE_SIZE;
  if (has (bytes, 16) && memcmp (bytes->at + 4, "IHDR", 4) == 0)
    {
      self->width = big_endian (bytes->at + 8, 4);
      self->height = big_endian (bytes->at + 12, 4);
    }
  while (!self->is_whole && has (bytes, PNG_CHUNK_FRAME))
    {
      gsize size = big_endian (bytes->at, 4) + PNG_CHUNK_FRAME;

      if (!has (bytes, size))
        break;
      if (is_needed_in_png (bytes->at + 4))
        g_byte_array_append (needed, bytes->at, (guint) size);
      self->is_whole = memcmp (bytes->at + 4, "IEND", 4) == 0;
      bytes->at += size;
    }
  self->needed = g_byte_array_free_to_bytes (needed);
}

/* --- JPEG: segments up to the end of the picture; the data of a scan ends at the next marker ---
 */

static gboolean
is_frame_header (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static gboolean
stands_alone (guint8 marker)
{
  return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/* To the next marker; 0xff 0x00 is a byte of data, and restarts are part of the scan. */
static void
skip_scan (Bytes *bytes)
{
  while (has (bytes, 2))
    {
      const guint8 *found = memchr (bytes->at, 0xff, (gsize) (bytes->end - bytes->at) - 1);

      bytes->at = found != NULL ? found : bytes->end;
      if (found == NULL || (found[1] != 0x00 && (found[1] < 0xd0 || found[1] > 0xd7)))
        return;
      bytes->at += 2;
    }
}

/* The segment behind @marker.  FALSE: it is cut. */
static gboolean
read_segment (Bytes *bytes, guint8 marker, TonusImageFile *self)
{
  gsize size = has (bytes, 2) ? (gsize) big_endian (bytes->at, 2) : 0;

  if (size < 2 || !has (bytes, size))
    return FALSE;
  if (is_frame_header (marker) && self->width == 0 && size >= 7)
    {
      self->height = big_endian (bytes->at + 3, 2);
      self->width = big_endian (bytes->at + 5, 2);
    }
  bytes->at += size;
  return TRUE;
}

static void
read_jpeg (Bytes *bytes, TonusImageFile *self)
{
  guint n_scans = 0;

  while (has (bytes, 2) && bytes->at[0] == 0xff && n_scans <= MOST_SCANS)
    {
      guint8 marker = bytes->at[1];

      /* Any number of fill bytes may stand before a marker. */
      bytes->at += marker == 0xff ? 1 : 2;
      if (marker == 0xd9)
        {
          self->is_whole = n_scans > 0;
          return;
        }
      if (marker == 0xff || stands_alone (marker))
        continue;
      if (!read_segment (bytes, marker, self))
        return;
      if (marker == 0xda)
        {
          n_scans++;
          skip_scan (bytes);
        }
    }
}

/* --- GIF: blocks up to the trailer, of which the decoder gets the first frame --- */

#define GIF_HEAD 13
#define GIF_FRAME 10

static gsize
table_size (guint8 flags)
{
  return flags & 0x80 ? (gsize) 3 << ((flags & 7) + 1) : 0;
}

/* Chains of up to 255 bytes, ended by an empty one. */
static gboolean
skip_chain (Bytes *bytes)
{
  while (has (bytes, 1) && bytes->at[0] != 0 && has (bytes, (gsize) bytes->at[0] + 1))
    bytes->at += bytes->at[0] + 1;
  if (!has (bytes, 1) || bytes->at[0] != 0)
    return FALSE;
  bytes->at++;
  return TRUE;
}

/* The picture is as large as the larger of what is said of it and of its first frame; a frame
 * without any area makes it nothing. */
static void
read_gif_frame (const guint8 *block, TonusImageFile *self)
{
  guint64 width = little_endian (block + 5), height = little_endian (block + 7);

  self->width = width > 0 ? MAX (self->width, width) : 0;
  self->height = height > 0 ? MAX (self->height, height) : 0;
}

/* A frame or an extension.  FALSE: neither, or cut. */
static gboolean
skip_block (Bytes *bytes)
{
  gsize size = 2;

  if (bytes->at[0] != 0x2c && bytes->at[0] != 0x21)
    return FALSE;
  if (bytes->at[0] == 0x2c && !has (bytes, GIF_FRAME))
    return FALSE;
  if (bytes->at[0] == 0x2c)
    size = GIF_FRAME + table_size (bytes->at[9]) + 1;
  if (!has (bytes, size))
    return FALSE;
  bytes->at += size;
  return skip_chain (bytes);
}

static void
read_gif (Bytes *bytes, TonusImageFile *self)
{
  GByteArray *needed = g_byte_array_new ();
  gboolean has_frame = FALSE;
  gsize head = has (bytes, GIF_HEAD) ? GIF_HEAD + table_size (bytes->at[10]) : G_MAXSIZE;

  if (has (bytes, head))
    {
      self->width = little_endian (bytes->at + 6);
      self->height = little_endian (bytes->at + 8);
      g_byte_array_append (needed, bytes->at, (guint) head);
      bytes->at += head;
    }
  while (needed->len > 0 && has (bytes, 1) && bytes->at[0] != 0x3b)
    {
      const guint8 *block = bytes->at;
      gboolean is_frame = block[0] == 0x2c;
      gboolean is_about_frame = block[0] == 0x21 && has (bytes, 2) && block[1] == 0xf9;

      if (!skip_block (bytes))
        break;
      if (!has_frame && (is_frame || is_about_frame))
        g_byte_array_append (needed, block, (guint) (bytes->at - block));
      if (!has_frame && is_frame)
        read_gif_frame (block, self);
      has_frame = has_frame || is_frame;
    }
  self->is_whole = has_frame && has (bytes, 1) && bytes->at[0] == 0x3b;
  g_byte_array_append (needed, (const guint8 *) "\x3b", 1);
  self->needed = g_byte_array_free_to_bytes (needed);
}

void
tonus_image_file_read (GBytes *bytes, TonusImageFile *self)
{
  static const struct
  {
    const char *magic;
    const char *type;
    void (*read) (Bytes *bytes, TonusImageFile *self);
  } formats[] = {
    { PNG_SIGNATURE, "png", read_png },
    { "\xff\xd8\xff", "jpeg", read_jpeg },
    { "GIF87a", "gif", read_gif },
    { "GIF89a", "gif", read_gif },
  };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Bytes walk = { data, data + size };

  memset (self, 0, sizeof *self);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (has (&walk, strlen (formats[i].magic)) &&
        memcmp (data, formats[i].magic, strlen (formats[i].magic)) == 0)
      {
        self->type = formats[i].type;
        formats[i].read (&walk, self);
        return;
      }
}

void
tonus_image_file_clear (TonusImageFile *self)
{
  g_clear_pointer (&self->needed, g_bytes_unref);
}
