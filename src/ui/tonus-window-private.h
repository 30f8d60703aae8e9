/* tonus-window-private.h - what the two rooms of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-chart-place.h"
#include "tonus-window.h"

G_BEGIN_DECLS

struct _TonusWindow
{
  GtkApplicationWindow parent_instance;

  /* Template */
  GtkWidget *identity;
  GtkWidget *born;
  GtkWidget *course;
  GtkWidget *toggle_list;
  GtkWidget *menu;
  GtkWidget *handout;
  GtkWidget *start_visit;
  GtkWidget *details;
  GtkWidget *stack;
  GtkWidget *welcome;
  GtkWidget *left;
  GtkWidget *alert_icon;
  GtkWidget *alerts;
  GtkWidget *status;
  GtkWidget *undo_redo;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkWidget *messages;
  GtkWidget *right;

  /* Owned */
  TonusSession *session; /* (nullable) */

  /* Borrowed, while a practice is open */
  GtkWidget *list;
  TonusChartPlace *place; /* (nullable) of the chart in front */

  guint making_menu;
  gboolean has_refused; /* to close, because something could not be saved */
};

G_END_DECLS
