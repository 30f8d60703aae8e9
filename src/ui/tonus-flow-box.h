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

/* @field with @label before it, both visible when @field is.  Such fields stand in columns, as many as the
 * width allows and each as wide as the widest label demands; one that wishes for more has a line of its
 * own.  So with large text there is one column, and nothing moves while one types. */
void tonus_flow_box_add_field (TonusFlowBox *self, GtkWidget *label, GtkWidget *field);

G_END_DECLS
