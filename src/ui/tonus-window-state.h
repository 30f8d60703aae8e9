/* tonus-window-state.h - the window comes back as large as it was left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-preferences.h"

G_BEGIN_DECLS

/* Before @window is shown; what it is on closing is remembered. */
void tonus_window_state_follow (GtkWindow *window, TonusPreferences *preferences);

G_END_DECLS
