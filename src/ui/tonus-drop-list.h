/* tonus-drop-list.h - a list to choose from, that drops down below a button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @list, shown, as tall as its rows are and no taller than a popover may be; beyond that it
 * scrolls. For a popover. */
GtkWidget *tonus_drop_list_new (GtkWidget *list);

G_END_DECLS
