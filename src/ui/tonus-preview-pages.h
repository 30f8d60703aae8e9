/* tonus-preview-pages.h - the pages of the preview below each other, as on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrolls by itself (GtkScrollable): only what is in sight is drawn, however long the program is.
 * Arrow keys, Page Up and Down, Home and End scroll it.
 */
#pragma once

#include "tonus-preview.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PREVIEW_PAGES (tonus_preview_pages_get_type ())
G_DECLARE_FINAL_TYPE (TonusPreviewPages, tonus_preview_pages, TONUS, PREVIEW_PAGES, GtkDrawingArea)

GtkWidget *tonus_preview_pages_new (TonusPreview *preview);

TonusPreview *tonus_preview_pages_get_preview (TonusPreviewPages *self);

void tonus_preview_pages_set_fit (TonusPreviewPages *self, TonusPreviewFit fit);

/* "Page 1 of 2"; "" without pages.  (transfer full) */
char *tonus_preview_pages_describe_place (TonusPreviewPages *self);

G_END_DECLS
