/* tonus-own-drawing.h - drawing the picture of an own exercise, in the place of its form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever cancels finds the drawing as it was left, as long as the exercise is written and has no
 * other picture meanwhile.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-own-picture.h"

G_BEGIN_DECLS

/* Gives @picture a button "Draw a pose…".  @stack: the form is its child "form"; the drawing
 * becomes another one.  @site: the form's. */
void tonus_own_drawing_add (GtkStack *stack,
                            TonusSession *session,
                            const TonusSite *site,
                            TonusOwnPicture *picture);

G_END_DECLS
