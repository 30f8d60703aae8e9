/* tonus-own-pane.h - an exercise that the practice writes itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-window.h"

G_BEGIN_DECLS

/* @exercise: (nullable) the id of the one to be changed; it has to be one of the practice's own. */
GtkWidget *tonus_own_pane_new (TonusWindow *window, const char *exercise);

G_END_DECLS
