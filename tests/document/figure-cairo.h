/* figure-cairo.h - a display list drawn by cairo, to compare with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "tonus-figure-list.h"

G_BEGIN_DECLS

/* With y upwards, as the list has it. */
void figure_cairo_play (cairo_t *cr, const TonusFigureList *list);

G_END_DECLS
