/* tonus-place.h - a list in metres brought into its box in points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-figure-list.h"

G_BEGIN_DECLS

/* Of the whole list, or of one panel in it. */
typedef struct
{
  double x, y, width, height;
} TonusRoom;

typedef struct
{
  double scale, x, y; /* points to a metre, and where the origin goes */
  TonusRoom box;
  gboolean is_mirrored; /* within the box */
  double margin;        /* clip to the box without it; negative: no clip */
} TonusPlacing;

/* Adds @drawn to @list, without points of outlines that nobody would miss. */
void tonus_figure_place (const TonusFigureList *drawn,
                         const TonusPlacing *placing,
                         TonusFigureList *list);

G_END_DECLS
