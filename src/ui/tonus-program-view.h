/* tonus-program-view.h - the home program: its exercises, and where the handout goes
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

/* The line asking where the handout shall go, with the focus on the path; without exercises it says
 * what to do first. */
void tonus_program_view_ask_path (TonusProgramView *self);

G_END_DECLS
