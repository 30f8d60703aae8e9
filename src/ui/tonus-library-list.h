/* tonus-library-list.h - exercises in a list of which only the rows in sight are built
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tree view of one height of row; what a row shows is asked for when it is drawn or read out.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-library.h"

G_BEGIN_DECLS

/* @library: outlives the list. */
GtkWidget *tonus_library_list_new (TonusLibrary *library);

/* Shows @exercises, the first one selected.  (element-type TonusEntry) */
void tonus_library_list_set (GtkWidget *list, GPtrArray *exercises);

/* (nullable) */
const TonusEntry *tonus_library_list_get_selected (GtkWidget *list);

void tonus_library_list_focus (GtkWidget *list);

G_END_DECLS
