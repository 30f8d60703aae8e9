/* tonus-title.h - whose chart this is, said in the right place to the right reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's title is seen by strangers (task bars, screen sharing): first name and initial only.
 * The header, seen by who sits here, has the full name and birth date: two Danas must not be
 * confused.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

/* The last three are labels.  @session: (nullable) */
void tonus_title_paint (GtkWindow *window,
                        GtkWidget *identity,
                        GtkWidget *course,
                        GtkWidget *alerts,
                        TonusSession *session);

G_END_DECLS
