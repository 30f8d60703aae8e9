/* tonus-figure-view.h - the picture of an exercise as a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An exercise without a picture of its own says so; no other stands in for it.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-catalogue.h"

G_BEGIN_DECLS

#define TONUS_TYPE_FIGURE_VIEW (tonus_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (TonusFigureView, tonus_figure_view, TONUS, FIGURE_VIEW, GtkDrawingArea)

GtkWidget *tonus_figure_view_new (int width, int height);

/* @exercise: (nullable) borrowed from a schema that lives as long.  @is_mirrored: of the left side.
 */
void
tonus_figure_view_show (TonusFigureView *self, const TonusEntry *exercise, gboolean is_mirrored);

/* The same picture in a cell of a list; what is not ready yet is asked for. */
void tonus_figure_draw_at (cairo_t *cr,
                           GtkWidget *widget,
                           const GdkRectangle *area,
                           const TonusEntry *exercise,
                           gboolean is_mirrored);

G_END_DECLS
