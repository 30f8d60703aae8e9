/* tonus-episodes-bar.h - which episode of care is charted, the others, and a new one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

/* For the chart in front; hidden while it has no episode. */
GtkWidget *tonus_episodes_bar_new (TonusSession *session);

G_END_DECLS
