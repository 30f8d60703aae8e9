/* tonus-program-bulk.h - the dose of several exercises at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line that comes with the second ticked card; what is filled in goes to all of them in one step
 * of undo, what is left empty stays as it is.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-program-desk.h"

G_BEGIN_DECLS

/* @untick (button, @cards): no card is to be ticked any more.  @cards: a GObject. */
GtkWidget *tonus_program_bulk_new (TonusProgramDesk *desk, GCallback untick, gpointer cards);

/* Which cards are ticked.  (element-type utf8), copied */
void tonus_program_bulk_set_rows (GtkWidget *bulk, GPtrArray *rows);

G_END_DECLS
