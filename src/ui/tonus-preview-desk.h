/* tonus-preview-desk.h - the home program, its preview, and the ways it goes out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PREVIEW_DESK (tonus_preview_desk_get_type ())
G_DECLARE_FINAL_TYPE (TonusPreviewDesk, tonus_preview_desk, TONUS, PREVIEW_DESK, GtkBox)

/* Around @view, which shows the home program of the chart in front. */
GtkWidget *tonus_preview_desk_new (TonusSession *session, GtkWidget *view);

GtkWidget *tonus_preview_desk_get_view (TonusPreviewDesk *self);

/* To a printer, or as a file; without exercises it is said what to do first. */
void tonus_preview_desk_print (TonusPreviewDesk *self);
void tonus_preview_desk_export (TonusPreviewDesk *self);

/* FALSE: it is hidden now. */
gboolean tonus_preview_desk_toggle (TonusPreviewDesk *self);
/* The program in sight, because something in it is to be seen. */
void tonus_preview_desk_show_view (TonusPreviewDesk *self);

G_END_DECLS
