/* tonus-program-view.h - the home program: its exercises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PROGRAM_VIEW (tonus_program_view_get_type ())
G_DECLARE_FINAL_TYPE (TonusProgramView, tonus_program_view, TONUS, PROGRAM_VIEW, GtkBox)

GtkWidget *tonus_program_view_new (TonusSession *session);

G_END_DECLS
