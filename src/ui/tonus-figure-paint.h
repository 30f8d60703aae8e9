/* tonus-figure-paint.h - the cairo player of a drawing that is a list of paths and photos
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include "tonus-figure-list.h"

G_BEGIN_DECLS

/* With its top left corner at @x, @y; a point of the list is one unit of @cr. */
void tonus_figure_paint (cairo_t *cr, const TonusFigureList *list, double x, double y);

G_END_DECLS
