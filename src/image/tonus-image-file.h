/* tonus-image-file.h - what a picture's file says of itself, read before any decoder sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decoders fill in for what is missing, take a header's word for the memory they need, and read
 * every preview, profile and comment on the way.  So the parts of a file are walked first: is it
 * whole, how large does it say it is, and which parts does the picture need?
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *type;      /* "png", as the decoder is called; NULL: none of ours */
  gboolean is_whole;     /* it ends where it says, and is not made to keep a decoder busy */
  guint64 width, height; /* by its header */
  GBytes *needed;        /* (nullable): the parts that make the picture; NULL: all of it */
} TonusImageFile;

void tonus_image_file_read (GBytes *bytes, TonusImageFile *self);
void tonus_image_file_clear (TonusImageFile *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TonusImageFile, tonus_image_file_clear)

G_END_DECLS
