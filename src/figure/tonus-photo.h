/* tonus-photo.h - one or two photos drawn as a picture of an exercise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-figure.h"

G_BEGIN_DECLS

/* A file of the practice. */
typedef struct
{
  char *name;
  GBytes *bytes;
  guint width, height; /* its proportions */
} TonusPhoto;

/* Errors: TONUS_FIGURE_ERROR_SIZE: nothing fits there. */
gboolean tonus_figure_check_size (const TonusFigureOptions *options, GError **error);

/* Each in its frame, of two the start first, both as high as each other.  Errors: those of
 * tonus_picture_decode().  (transfer full) */
TonusFigureList *tonus_photo_draw (const TonusPhoto *photos,
                                   guint n,
                                   const TonusFigureOptions *options,
                                   GError **error);

G_END_DECLS
