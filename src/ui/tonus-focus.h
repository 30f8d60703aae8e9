/* tonus-focus.h - where the focus goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK goes by the middles of what is on the screen: in a row whose parts differ in height by a
 * pixel, Tab jumps.  Here the order is that of reading.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Put the focus on the first field, button or list below @root in reading order.  Unlike
 * gtk_widget_child_focus() it works before the first layout, when nothing has a place yet. */
gboolean tonus_widget_focus_first (GtkWidget *root);

/* To the next field, past the tools of a row, but not out of the form: there, the next Enter would
 * press a button of the window. */
void tonus_widget_focus_next (GtkWidget *widget);

/* A button that does something to a row, not one of its fields: Enter passes it over, Tab does not.
 */
void tonus_widget_mark_tool (GtkWidget *widget);

/* Tab goes through the children of @container in the order they were added, a grid's by its cells.
 */
void tonus_container_keep_order (GtkWidget *container);

/* What has the focus in @body stays in sight: @adjustment follows it, also when something above it
 * appears or the room gets less. */
void tonus_container_follow_focus (GtkWidget *body, GtkAdjustment *adjustment);

G_END_DECLS
