/* tonus-image.h - a picture from somewhere else, as pixels and nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes in is hostile: a photo of a patient's own telephone, a file from the internet, bytes
 * that only claim to be a picture.  What is kept is a rectangle of red, green and blue: upright as
 * the camera was held (EXIF orientation applied), of an animation the first frame, on white where
 * it was transparent.  Place, time, camera, colour profile, comments and the small preview within
 * are gone.
 *
 * JPEG, PNG and GIF are read, each looked through before a decoder sees it: what is not whole,
 * larger than allowed, or made to keep a decoder busy is refused.  Nothing that is drawn or that
 * can name another file (SVG) is read.
 *
 * Images are immutable, their reference count is atomic: any thread may use them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TONUS_IMAGE_ERROR (tonus_image_error_quark ())
GQuark tonus_image_error_quark (void);

typedef enum
{
  TONUS_IMAGE_ERROR_TOO_LARGE,    /* more bytes, or by its header more pixels, than are read */
  TONUS_IMAGE_ERROR_NOT_AN_IMAGE, /* none of the formats, or not an image at all */
  TONUS_IMAGE_ERROR_DAMAGED,      /* cut short, or not what it says */
  TONUS_IMAGE_ERROR_UNREADABLE    /* the system does not give the file */
} TonusImageError;

#define TONUS_IMAGE_BYTES_MAX (32 * 1024 * 1024)
#define TONUS_IMAGE_PIXELS_MAX (50 * 1000 * 1000)

/* What a kept picture has at most on its longer side: 90 mm wide on paper that is 280 dpi. */
#define TONUS_IMAGE_KEPT_SIDE 1000

/* The media types that are read, for file choosers; ends with NULL. */
extern const char *const tonus_image_types[];

typedef struct _TonusImage TonusImage;

/* @name: for the errors, need not be UTF-8.  @most: pixels of the longer side, at least 1; what has
 * more is scaled down while it is decoded.  (transfer full) */
TonusImage *
tonus_image_new_from_bytes (GBytes *bytes, const char *name, guint most, GError **error);

/* The bytes of a plain file, which may be anything else: no device, no pipe, nothing larger than is
 * read.  @follows_links: the person chose it, else a link is no file.
 * Errors: UNREADABLE, NOT_AN_IMAGE (it is no file), TOO_LARGE.  (transfer full) */
GBytes *tonus_image_read_file (const char *path, gboolean follows_links, GError **error);

TonusImage *tonus_image_ref (TonusImage *self);
void tonus_image_unref (TonusImage *self);

guint tonus_image_get_width (const TonusImage *self);
guint tonus_image_get_height (const TonusImage *self);

/* Red, green, blue from 0 to 255, from the top left row by row without padding.  (transfer none) */
const guint8 *tonus_image_get_pixels (const TonusImage *self);

/* Baseline JPEG of the pixels alone, the same bytes every time.  @is_grey: every colour as the grey
 * that is as bright.  Errors: TONUS_IMAGE_ERROR_TOO_LARGE: the system has no memory for it.
 * (transfer full) */
GBytes *tonus_image_make_jpeg (const TonusImage *self, gboolean is_grey, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusImage, tonus_image_unref)

G_END_DECLS
