/* tonus-empty.h - a place with nothing in it yet, and what to do about that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @action: (nullable) "win.start-visit", done by a button labelled @label. */
GtkWidget *tonus_empty_new (
    const char *id, const char *title, const char *text, const char *action, const char *label);

G_END_DECLS
