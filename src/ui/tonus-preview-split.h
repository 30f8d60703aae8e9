/* tonus-preview-split.h - a view, and the preview beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where there is room for both they stand side by side, unless the person has hidden the preview,
 * which is remembered.  Where there is not, the view has all of it, and the preview takes its place
 * when it is asked for.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TONUS_TYPE_PREVIEW_SPLIT (tonus_preview_split_get_type ())
G_DECLARE_FINAL_TYPE (TonusPreviewSplit, tonus_preview_split, TONUS, PREVIEW_SPLIT, GtkContainer)

GtkWidget *tonus_preview_split_new (GtkWidget *view, GtkWidget *preview);

GtkWidget *tonus_preview_split_get_view (TonusPreviewSplit *self);

/* Shown if it is hidden, hidden if it is shown.  TRUE: it is shown now. */
gboolean tonus_preview_split_toggle (TonusPreviewSplit *self);

/* The view in sight, because something in it is to be seen. */
void tonus_preview_split_show_view (TonusPreviewSplit *self);

G_END_DECLS
