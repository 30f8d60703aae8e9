/* tonus-patient-menu.h - what can be done with a patient in the list whose chart may be closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the row at the cursor of @view; at the pointer of @event, or NULL: at the row. */
void tonus_patient_menu_open (GtkTreeView *view, const GdkEvent *event);

G_END_DECLS
