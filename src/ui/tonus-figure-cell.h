/* tonus-figure-cell.h - the picture of an exercise in a list: seen as a picture, heard as words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-catalogue.h"

G_BEGIN_DECLS

#define TONUS_TYPE_FIGURE_CELL (tonus_figure_cell_get_type ())
G_DECLARE_FINAL_TYPE (TonusFigureCell, tonus_figure_cell, TONUS, FIGURE_CELL, GtkCellRendererText)

GtkCellRenderer *tonus_figure_cell_new (int width, int height);

void tonus_figure_cell_set (TonusFigureCell *self, const TonusEntry *exercise);

G_END_DECLS
