/* tonus-flow-box.h - fields in lines that break where the width ends, as words do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Children keep their natural width; hidden ones leave no gap, so that a form closes up when a
 * question does not apply.  GtkFlowBox would make columns of one width and stop the focus at each
 * child.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TONUS_TYPE_FLOW_BOX (tonus_flow_box_get_type ())
G_DECLARE_FINAL_TYPE (TonusFlowBox, tonus_flow_box, TONUS, FLOW_BOX, GtkContainer)

GtkWidget *tonus_flow_box_new (int column_spacing, int row_spacing);

G_END_DECLS
