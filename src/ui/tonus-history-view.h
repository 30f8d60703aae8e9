/* tonus-history-view.h - what was done so far: visits and home programs, newest first, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_HISTORY_VIEW (tonus_history_view_get_type ())
G_DECLARE_FINAL_TYPE (TonusHistoryView, tonus_history_view, TONUS, HISTORY_VIEW, GtkBox)

GtkWidget *tonus_history_view_new (TonusSession *session);

G_END_DECLS
