/* tonus-preferences-pane.h - the preferences, each in force as soon as it is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-preferences.h"

G_BEGIN_DECLS

/* @folder: (nullable) of the practice that is open. */
GtkWidget *tonus_preferences_pane_new (TonusPreferences *preferences, const char *folder);

G_END_DECLS
