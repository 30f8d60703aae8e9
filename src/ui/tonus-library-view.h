/* tonus-library-view.h - the exercise library: search, filters, the list, what an exercise is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search line is always there; the list opens with the first letter, with Down, or by “Browse”.
 * Enter adds the exercise with the catalogue's dose, Ctrl+Enter also closes the list and goes to
 * the dose, Ctrl+D shows what it is, Escape closes the list.  What is in the program already is not
 * added again.  Closing takes the filters back.  Only the rows in sight are built.
 *
 * Signals: "added" (row: of the program, the new one or the one it is in already, gboolean: go
 * there), "opened"
 * (the list is there now).
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-program-desk.h"

G_BEGIN_DECLS

#define TONUS_TYPE_LIBRARY_VIEW (tonus_library_view_get_type ())
G_DECLARE_FINAL_TYPE (TonusLibraryView, tonus_library_view, TONUS, LIBRARY_VIEW, GtkBox)

GtkWidget *tonus_library_view_new (TonusProgramDesk *desk);

/* The line to type in.  (transfer none) */
GtkWidget *tonus_library_view_get_search (TonusLibraryView *self);

gboolean tonus_library_view_is_open (TonusLibraryView *self);

/* Open or close the list. */
void tonus_library_view_open (TonusLibraryView *self, gboolean is_open);
/* And forget what was typed. */
void tonus_library_view_close (TonusLibraryView *self);

G_END_DECLS
