/* tonus-patient-columns.c - the columns of the left list: a dot, the name, the birth date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-mark-cell.h"
#include "tonus-patient-columns.h"
#include "tonus-patient-rows.h"

#define DETAIL_SCALE 0.88

static GtkTreeViewColumn *
add_column (GtkTreeView *view, GtkCellRenderer *cell, const char *title, int column)
{
  GtkTreeViewColumn *view_column = gtk_tree_view_column_new ();

  g_object_set (cell, "ypad", 8, NULL);
  gtk_tree_view_column_set_title (view_column, title);
  gtk_tree_view_column_pack_start (view_column, cell, TRUE);
  gtk_tree_view_column_add_attribute (view_column, cell, "text", column);
  gtk_tree_view_column_set_sizing (view_column, GTK_TREE_VIEW_COLUMN_FIXED);
  gtk_tree_view_append_column (view, view_column);
  return view_column;
}

/* As wide as a date in the text size of the moment. */
static void
fit_cb (GtkWidget *view, GtkTreeViewColumn *detail)
{
  g_autofree char *date = tonus_date_display (tonus_date_parse ("2000-12-30"));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, date);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_tree_view_column_set_fixed_width (detail, (int) (width * DETAIL_SCALE) + 14);
}

void
tonus_patient_columns_add (GtkTreeView *view)
{
  GtkCellRenderer *mark = tonus_mark_cell_new (), *name = gtk_cell_renderer_text_new ();
  GtkCellRenderer *detail = gtk_cell_renderer_text_new ();
  GtkTreeViewColumn *column;

  column = add_column (view, mark, _ ("Where"), TONUS_PATIENT_COLUMN_SPOKEN);
  gtk_tree_view_column_add_attribute (column, mark, "is-marked", TONUS_PATIENT_COLUMN_IS_OPEN);
  gtk_tree_view_column_set_fixed_width (column, 20);
  column = add_column (view, name, _ ("Name"), TONUS_PATIENT_COLUMN_NAME);
  gtk_tree_view_column_add_attribute (column, name, "weight", TONUS_PATIENT_COLUMN_WEIGHT);
  g_object_set (name, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_tree_view_column_set_fixed_width (column, 110);
  gtk_tree_view_column_set_expand (column, TRUE);
  column = add_column (view, detail, _ ("Birth date"), TONUS_PATIENT_COLUMN_DETAIL);
  g_object_set (detail, "ellipsize", PANGO_ELLIPSIZE_END, "scale", DETAIL_SCALE, "xalign", 1.0,
                "xpad", 6, NULL);
  g_signal_connect_object (view, "style-updated", G_CALLBACK (fit_cb), column, 0);
  fit_cb (GTK_WIDGET (view), column);
}
