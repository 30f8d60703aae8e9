/* tonus-chart-place.h - the place of one open chart: its tabs, and who it is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each open chart keeps its own, so that coming back to a patient finds tab, page, scroll and
 * focus as they were left.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-chart-view.h"

G_BEGIN_DECLS

#define TONUS_TYPE_CHART_PLACE (tonus_chart_place_get_type ())
G_DECLARE_FINAL_TYPE (TonusChartPlace, tonus_chart_place, TONUS, CHART_PLACE, GtkStack)

/* For the chart that is in front in @session now. */
GtkWidget *tonus_chart_place_new (TonusSession *session);

TonusChart *tonus_chart_place_get_chart (TonusChartPlace *self);
TonusChartView *tonus_chart_place_get_view (TonusChartPlace *self);

void tonus_chart_place_show_chart (TonusChartPlace *self);
void tonus_chart_place_show_details (TonusChartPlace *self);

/* Go where a step of undo or redo has changed something. */
void tonus_chart_place_reveal (TonusChartPlace *self, const TonusChangeset *changes);

/* Where @window has its focus, if that is in here; and put it there again, FALSE: it was nowhere.
 */
void tonus_chart_place_keep_focus (TonusChartPlace *self, GtkWindow *window);
gboolean tonus_chart_place_take_focus (TonusChartPlace *self);

G_END_DECLS
