/* tonus-export-bar.h - where the handout is saved as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line in place, hidden until asked for.  It proposes the folder of the last time and a name with
 * the patient's first name and initial, never the full one.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

/* @home: takes the focus when the line goes away. */
GtkWidget *tonus_export_bar_new (TonusSession *session, GtkWidget *home);

/* With a name nobody has written to yet, and the focus on it. */
void tonus_export_bar_ask (GtkWidget *bar);

G_END_DECLS
