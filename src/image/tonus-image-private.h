/* tonus-image-private.h - how the reader makes an image
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "tonus-image.h"

G_BEGIN_DECLS

/* Of 8 bits a channel, with or without alpha; what can be seen through it is white. */
TonusImage *tonus_image_new_flattened (GdkPixbuf *pixbuf);

/* Says what, where and what now of the file @name.  Not for UNREADABLE.  Always NULL. */
TonusImage *tonus_image_fail (GError **error, TonusImageError code, const char *name);

G_END_DECLS
