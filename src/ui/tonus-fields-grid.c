/* tonus-fields-grid.c - the fields of a section: below each other, or in lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-field-row.h"
#include "tonus-fields-grid.h"
#include "tonus-flow-box.h"
#include "tonus-focus.h"
#include "tonus-identify.h"

/* Every grid reserves the same width for labels, so that editors line up across sections. */
#define LABEL_WIDTH 20

gboolean
tonus_field_is_offered (const TonusField *field, TonusRecord *record, const char *row)
{
  return field->key_index < 0 &&
         (!field->is_retired || tonus_record_get_field (record, field, row));
}

/* (transfer container) (element-type TonusField) */
static GPtrArray *
list_offered (const TonusSite *site, const TonusSection *section, const char *row, guint skip)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);

      if (!tonus_field_is_offered (field, site->record, row))
        continue;
      if (skip == 0)
        g_ptr_array_add (fields, (gpointer) field);
      else
        skip--;
    }
  return fields;
}

GtkWidget *
tonus_fields_grid_new (const TonusSite *site,
                       const TonusSection *section,
                       const char *row,
                       guint skip)
{
  g_autoptr (GPtrArray) fields = list_offered (site, section, row, skip);
  GtkWidget *flow = tonus_flow_box_new (18, 6);

  for (guint i = 0; i < fields->len; i++)
    {
      TonusFieldRow *field_row =
          tonus_field_row_new (site, g_ptr_array_index (fields, i), row, NULL);
      GtkWidget *label = tonus_field_row_make_label (field_row);

      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_width_chars (GTK_LABEL (label), LABEL_WIDTH);
      gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_WIDTH);
      tonus_flow_box_add_field (TONUS_FLOW_BOX (flow), label, GTK_WIDGET (field_row));
    }
  tonus_container_keep_order (flow);
  gtk_widget_show (flow);
  return flow;
}

GtkWidget *
tonus_fields_flow_new (const TonusSite *site,
                       const TonusSection *section,
                       const char *row,
                       guint skip)
{
  g_autoptr (GPtrArray) fields = list_offered (site, section, row, skip);
  GtkWidget *flow = tonus_flow_box_new (18, 12);

  for (guint i = 0; i < fields->len; i++)
    {
      TonusFieldRow *field_row =
          tonus_field_row_new (site, g_ptr_array_index (fields, i), row, NULL);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *label = tonus_field_row_make_label (field_row);

      gtk_style_context_remove_class (gtk_widget_get_style_context (label), "tonus-field-label");
      gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-column");
      gtk_container_add (GTK_CONTAINER (box), label);
      gtk_container_add (GTK_CONTAINER (box), GTK_WIDGET (field_row));
      gtk_widget_set_no_show_all (box, TRUE);
      g_object_bind_property (field_row, "visible", box, "visible", G_BINDING_SYNC_CREATE);
      gtk_container_add (GTK_CONTAINER (flow), box);
    }
  tonus_container_keep_order (flow);
  gtk_widget_show (flow);
  return flow;
}

GtkWidget *
tonus_section_heading_new (const TonusSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (tonus_section_label (section));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (title), "tonus-heading");
  atk_object_set_role (gtk_widget_get_accessible (title), ATK_ROLE_HEADING);
  gtk_container_add (GTK_CONTAINER (box), title);
  if (section->help)
    {
      GtkWidget *help = gtk_label_new (_ (section->help));

      gtk_label_set_xalign (GTK_LABEL (help), 0);
      gtk_label_set_line_wrap (GTK_LABEL (help), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (help), 70);
      gtk_style_context_add_class (gtk_widget_get_style_context (help), GTK_STYLE_CLASS_DIM_LABEL);
      gtk_container_add (GTK_CONTAINER (box), help);
    }
  gtk_widget_show_all (box);
  return box;
}
