/* tonus-preview-pane.h - the handout as it would go out now, with what can be chosen about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-preview.h"

G_BEGIN_DECLS

GtkWidget *tonus_preview_pane_new (TonusSession *session, TonusPreview *preview);

G_END_DECLS
