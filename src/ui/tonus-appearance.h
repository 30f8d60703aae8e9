/* tonus-appearance.h - what the preferences do to the look of every window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text size is the resolution GTK thinks the screen has: all text grows, in every widget and menu,
 * and what is measured in text grows with it.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-preferences.h"

G_BEGIN_DECLS

/* From now on, for the program's only screen. */
void tonus_appearance_follow (TonusPreferences *preferences);

/* Give @window the class "tonus-touch" while the preferences say so. */
void tonus_appearance_dress (GtkWidget *window, TonusPreferences *preferences);

G_END_DECLS
