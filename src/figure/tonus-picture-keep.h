/* tonus-picture-keep.h - files of pictures read lately, by their names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name is the hash of its file's bytes, so what was found of it holds for ever.  Shared by all
 * threads, and bounded.
 */
#pragma once

#include "tonus-figure.h"
#include "tonus-image.h"

G_BEGIN_DECLS

/* Errors: TONUS_FIGURE_ERROR_POSE.  (transfer full) */
TonusPose *tonus_picture_read_pose (GBytes *bytes, const char *name, GError **error);

/* @most: pixels of the longer side.  Errors: TONUS_FIGURE_ERROR_PHOTO.  (transfer full) */
TonusImage *tonus_picture_decode (GBytes *bytes, const char *name, guint most, GError **error);

/* Its size, as large as cards show it, once all of it could be decoded.  Errors:
 * TONUS_FIGURE_ERROR_PHOTO. */
gboolean tonus_picture_measure (
    GBytes *bytes, const char *name, guint *width, guint *height, GError **error);

G_END_DECLS
