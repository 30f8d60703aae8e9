/* tonus-program-tools.h - what can be done to one exercise as a whole: easier, harder, up, down,
 * stop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-program-desk.h"

G_BEGIN_DECLS

/* A line of buttons for @row, and below it the question why it is stopped. */
GtkWidget *tonus_program_tools_new (TonusProgramDesk *desk, const char *row);

/* After the record has changed. */
void tonus_program_tools_paint (GtkWidget *tools);

/* As its last button does: removes what the patient never got, asks why else. */
void tonus_program_tools_end (GtkWidget *tools);

/* One step along the ladder; says so where there is none. */
void tonus_program_tools_step (TonusProgramDesk *desk, const char *row, gboolean is_harder);

G_END_DECLS
