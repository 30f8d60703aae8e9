/* full-chart.h - a chart with something in every field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-session.h"

G_BEGIN_DECLS

/* What stands in every field for words. */
#define FULL_CHART_WORDS "Lorem"

/* The row that every list of events has. */
#define FULL_CHART_EVENT "aaaaaaaa"

/* Fills what is empty in the chart in front: one row of each section, and of what can be chosen the
 * longest. */
void full_chart_fill (TonusSession *session);

G_END_DECLS
