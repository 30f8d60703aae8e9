/* tonus-welcome-choices.h - the ways into a practice, each with what will happen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A large button: @title, and below it what happens. */
GtkWidget *tonus_welcome_choice_new (const char *id, const char *title, const char *help);

G_END_DECLS
