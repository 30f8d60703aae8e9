/* tonus-application.h - the program: its command line, its style, its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TONUS_TYPE_APPLICATION (tonus_application_get_type ())
G_DECLARE_FINAL_TYPE (TonusApplication, tonus_application, TONUS, APPLICATION, GtkApplication)

TonusApplication *tonus_application_new (void);

/* Windows and style sheet live in the program; safe to call again. */
void tonus_application_load_resources (void);

G_END_DECLS
