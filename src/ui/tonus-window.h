/* tonus-window.h - the window: welcome page, or patients on the left and a chart on the right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-chart-view.h"
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_WINDOW (tonus_window_get_type ())
G_DECLARE_FINAL_TYPE (TonusWindow, tonus_window, TONUS, WINDOW, GtkApplicationWindow)

/* On the welcome page. */
TonusWindow *tonus_window_new (GtkApplication *application);
/* At work with @practice; NULL: on the welcome page. */
TonusWindow *tonus_window_new_with_practice (GtkApplication *application, TonusPractice *practice);

/* Work with @practice, leaving the one that is open; NULL: back to the welcome page. */
void tonus_window_set_practice (TonusWindow *self, TonusPractice *practice);

/* What is wrong, in the place where the person is looking. */
void tonus_window_say (TonusWindow *self, const char *words);

/* --- for the commands --- */
TonusSession *tonus_window_get_session (TonusWindow *self);      /* (nullable) */
TonusChartView *tonus_window_get_chart_view (TonusWindow *self); /* (nullable) */
/* Whom a command is about: the row selected where the focus is in the list, else the patient in
 * front.  (nullable) (transfer full) */
char *tonus_window_get_patient (TonusWindow *self);
void tonus_window_toggle_arrived (TonusWindow *self);
void tonus_window_find_patient (TonusWindow *self);
void tonus_window_toggle_list (TonusWindow *self);
void tonus_window_show_chart (TonusWindow *self);
void tonus_window_show_details (TonusWindow *self);
/* A page laid over the work (tonus-pane.h), one at a time. */
void tonus_window_open_pane (TonusWindow *self, GtkWidget *pane);
void tonus_window_close_pane (TonusWindow *self);
/* Only the one that covers the whole window: what is laid over one chart stays with it. */
void tonus_window_uncover (TonusWindow *self);
/* Go where a step of undo or redo has changed something. */
void tonus_window_reveal (TonusWindow *self, const TonusChangeset *changes);
void tonus_window_open_menu (TonusWindow *self);
/* The two versions of a record of the chart in front, side by side. */
void tonus_window_compare (TonusWindow *self);
/* Everything saved?  Else it is said why not. */
gboolean tonus_window_save (TonusWindow *self);

G_END_DECLS
