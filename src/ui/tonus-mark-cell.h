/* tonus-mark-cell.h - a dot in a list that is seen as a dot and heard as words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its "text" is what a screen reader says of the row and is never drawn; "is-marked" draws the dot.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TONUS_TYPE_MARK_CELL (tonus_mark_cell_get_type ())
G_DECLARE_FINAL_TYPE (TonusMarkCell, tonus_mark_cell, TONUS, MARK_CELL, GtkCellRendererText)

GtkCellRenderer *tonus_mark_cell_new (void);

G_END_DECLS
