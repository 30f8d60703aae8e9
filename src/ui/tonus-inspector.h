/* tonus-inspector.h - below a page: what the field with the focus is about, and a measured row's
 * details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Help, the normal value and what is wrong are said here, so that forms do not jump while one types
 * and nothing has to be hovered over.  For a cell of a measured table the fields that have no
 * column (pain, end-feel, position …) can be filled in here; Ctrl+Enter goes there and back.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TONUS_TYPE_INSPECTOR (tonus_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TonusInspector, tonus_inspector, TONUS, INSPECTOR, GtkBox)

/* For the fields below @page; @id: of the page, stable.  @page is to outlive it. */
GtkWidget *tonus_inspector_new (GtkWidget *page, const char *id);

/* The one below the page that @field, any widget, stands on.  (nullable) (transfer none) */
TonusInspector *tonus_inspector_of (GtkWidget *field);

/* The details of the row with the focus, which otherwise come a moment later. */
void tonus_inspector_show_details (TonusInspector *self);

/* From the cell to its details, from the details to their cell.  FALSE: there is nothing to go to.
 */
gboolean tonus_inspector_go_over (TonusInspector *self);

G_END_DECLS
