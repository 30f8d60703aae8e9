/* views.h - a way through everything the window can show, for tests that hold for every view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here knows what views there are: every command of the window is given, every page whose
 * name is shown is opened, every list that takes rows gets one, every line of the history is read.
 * A view that comes later is walked without a word here.
 */
#pragma once

#include "tonus-window.h"

G_BEGIN_DECLS

/* After fixture_init(): the program's own style, nothing that moves or blinks. */
void views_init (void);

/* A window of that size on the screen, on the welcome page. */
TonusWindow *views_window_new (int width, int height);
void views_resize (TonusWindow *window, int width, int height);

/* @view: "tab-assessment/goto/rom".  It is shown and laid out. */
typedef void (*ViewsVisit) (TonusWindow *window, const char *view, gpointer data);

/* The welcome page, then the demo practice with its evaluation open.  Charts as it goes. */
void views_walk (TonusWindow *window, ViewsVisit visit, gpointer data);

/* Parts of it. */
void views_open_evaluation (TonusWindow *window);
/* Names of pages that are shown now: rows of a list or buttons.  (transfer full) */
GPtrArray *views_list_pages (TonusWindow *window);
void views_show_page (GtkWidget *page);
/* A row in every list on the form that is shown now. */
void views_add_rows (TonusWindow *window);

/* Run until nothing is left to do, and the window is laid out. */
void views_settle (void);

/* A key as the window gets it from the keyboard: accelerators, then the focus, then its own. */
void views_press (TonusWindow *window, guint keyval, GdkModifierType modifiers);

/* The part of @widget that can be seen now, in the window's pixels; FALSE: nothing. */
gboolean views_get_seen (GtkWidget *widget, GdkRectangle *area);

/* All mapped widgets of the window that answer to keys.  (transfer full) */
GPtrArray *views_list_focusable (TonusWindow *window);

/* "Button “Add” (manual.add)", to be told in a failure.  (transfer full) */
char *views_describe (GtkWidget *widget);

G_END_DECLS
