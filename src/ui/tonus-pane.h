/* tonus-pane.h - a page laid over the work: heading, content that scrolls, a way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences, the practice and the user guide are such pages; nothing below them is stopped or
 * closed.  Escape, where no field wants it, and "Back" do win.back.  One at a time.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @content with a heading.  @id names the pane.  @scrolls: else its parts do so themselves. */
GtkWidget *tonus_pane_new (const char *id, const char *title, GtkWidget *content, gboolean scrolls);

/* Of the pane that @inside is in: where a part of it has a way back of its own, this one hides its
 * heading and its button meanwhile. */
void tonus_pane_show_way_back (GtkWidget *inside, gboolean is_shown);

/* Over what @stack shows, with the focus in it; another pane goes first. */
void tonus_pane_open (GtkStack *stack, GtkWidget *pane);

/* The one that is open.  (nullable) (transfer none) */
GtkWidget *tonus_pane_get_open (GtkStack *stack);

/* What was there before is shown again and has the focus again; no pane: nothing happens. */
void tonus_pane_close (GtkStack *stack);

G_END_DECLS
