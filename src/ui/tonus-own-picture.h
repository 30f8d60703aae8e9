/* tonus-own-picture.h - the picture of an own exercise while it is written: seen, chosen, taken off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An image is chosen as a file, dropped or pasted; it is decoded on a thread, and stands in the
 * form as one step of undo.  Nothing is written into the practice before the exercise is.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-figure.h"
#include "tonus-session.h"
#include "tonus-site.h"

G_BEGIN_DECLS

#define TONUS_TYPE_OWN_PICTURE (tonus_own_picture_get_type ())
G_DECLARE_FINAL_TYPE (TonusOwnPicture, tonus_own_picture, TONUS, OWN_PICTURE, GtkBox)

/* @site: the form's (tonus-own-exercise.h). */
GtkWidget *tonus_own_picture_new (TonusSession *session, const TonusSite *site);

/* A button of another way to make a picture, beside those that are there. */
void tonus_own_picture_add_way (TonusOwnPicture *self, GtkWidget *button);

/* @bytes as the whole picture: a pose file ("pose"), or a photo as we write it ("jpg"). */
void tonus_own_picture_take (TonusOwnPicture *self, GBytes *bytes, const char *ending);

/* The pose that is its picture, shipped or drawn; NULL: it is none.  (transfer full) (nullable) */
TonusPose *tonus_own_picture_get_pose (TonusOwnPicture *self);

/* An image file, as if it had been chosen.  @is_end: it shows the end, the one that is there the
 * start. */
void tonus_own_picture_choose (TonusOwnPicture *self, const char *path, gboolean is_end);

/* What the form names is in the practice now.  Refused with what now, too, while an image is still
 * being read. */
gboolean tonus_own_picture_keep (TonusOwnPicture *self, GError **error);

G_END_DECLS
