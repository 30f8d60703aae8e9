/* tonus-places.h - a place for every open chart, one of them shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-chart-place.h"

G_BEGIN_DECLS

/* Shows the place of the chart in front in @stack, made if need be (@is_new: out), and drops those
 * of charts that are no longer open.  With no chart open it shows the child named "nobody".
 * (nullable) (transfer none) */
TonusChartPlace *tonus_places_show_front (GtkStack *stack, TonusSession *session, gboolean *is_new);

G_END_DECLS
