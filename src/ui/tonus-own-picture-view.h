/* tonus-own-picture-view.h - a picture, and the place where another one is dropped or pasted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals: "dropped" (GStrv paths of files, GBytes of an image; either may be NULL, both: it was
 * neither).
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-illustration.h"

G_BEGIN_DECLS

#define TONUS_TYPE_OWN_PICTURE_VIEW (tonus_own_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (
    TonusOwnPictureView, tonus_own_picture_view, TONUS, OWN_PICTURE_VIEW, GtkDrawingArea)

GtkWidget *tonus_own_picture_view_new (void);

/* @picture: (nullable): there is none. */
void tonus_own_picture_view_show (TonusOwnPictureView *self, TonusIllustration *picture);

G_END_DECLS
