/* tonus-chart-view.h - one patient's chart: Assessment, Interventions, Home program, History
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_TAB_ASSESSMENT,
  TONUS_TAB_INTERVENTIONS,
  TONUS_TAB_HOME_PROGRAM,
  TONUS_TAB_HISTORY,
  TONUS_N_TABS
} TonusTab;

#define TONUS_TYPE_CHART_VIEW (tonus_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TonusChartView, tonus_chart_view, TONUS, CHART_VIEW, GtkNotebook)

/* Shows the chart in front in @session, and may be asked for more only while it is. */
GtkWidget *tonus_chart_view_new (TonusSession *session);

/* Make the tabs anew for what is open now. */
void tonus_chart_view_refresh (TonusChartView *self);

void tonus_chart_view_show_tab (TonusChartView *self, TonusTab tab);

/* The next page of the tab (@step 1) or the one before (-1). */
void tonus_chart_view_step (TonusChartView *self, int step);

/* The first field of the first page of today's visit. */
void tonus_chart_view_start (TonusChartView *self);

/* Go to the field that a step of undo has changed. */
void tonus_chart_view_reveal (TonusChartView *self, const TonusChangeset *changes);

/* The handout of the home program: on paper, or as a file in place of it. */
void tonus_chart_view_print_handout (TonusChartView *self);
void tonus_chart_view_export_handout (TonusChartView *self);
/* The preview of the handout, beside it or in its place. */
void tonus_chart_view_toggle_preview (TonusChartView *self);

G_END_DECLS
