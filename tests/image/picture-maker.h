/* picture-maker.h - picture files for tests, made byte by byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of them show four fields: red and green above, blue and a fourth below, which is yellow where
 * nothing else is said.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a PNG can be and gdk-pixbuf does not write. */
typedef struct
{
  guint width, height;
  guint depth;  /* bits of a channel */
  guint colour; /* PNG's number: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha */
  gboolean is_interlaced;
  const guint8 *transparent; /* (nullable) the tRNS chunk */
  gsize n_transparent;
  guint16 fields[4][4]; /* the channels of each field, at the depth */
} PictureShape;

/* (transfer full) */
GBytes *picture_make_png (const PictureShape *shape);

/* One chunk with its length and checksum, to be put in before IDAT.  (transfer full) */
GBytes *picture_make_chunk (const char *type, const guint8 *data, gsize size);

/* @data as zlib has it.  (transfer full) */
GBytes *picture_deflate (const guint8 *data, gsize size);

/* Four fields as a JPEG.  @orientation: 0 for none, else EXIF's 1 to 8, with a place and a camera;
 * then there are a comment and a colour profile as well.  (transfer full) */
GBytes *picture_make_jpeg (guint width, guint height, guint orientation);

/* As busy as a room with a person in it; another @seed, another picture.  (transfer full) */
GBytes *picture_make_busy_jpeg (guint width, guint height, guint seed);

/* Four fields of 8 by 8 pixels each.  (transfer full) */
GBytes *picture_make_progressive (void);
GBytes *picture_make_cmyk (void);
GBytes *picture_make_animation (void); /* GIF: the second of its frames is black */

/* @bytes with @more put in at @offset.  (transfer full) */
GBytes *picture_insert (GBytes *bytes, gsize offset, const void *more, gsize size);

/* The first @size bytes, as a block of their own.  (transfer full) */
GBytes *picture_cut (GBytes *bytes, gsize size);

G_END_DECLS
