/* tonus-empty.c - a place with nothing in it yet, and what to do about that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-empty.h"
#include "tonus-identify.h"

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), style);
  return label;
}

GtkWidget *
tonus_empty_new (
    const char *id, const char *title, const char *text, const char *action, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_container_set_border_width (GTK_CONTAINER (box), 18);
  gtk_container_add (GTK_CONTAINER (box), make_label (title, "tonus-empty-title"));
  gtk_container_add (GTK_CONTAINER (box), make_label (text, GTK_STYLE_CLASS_DIM_LABEL));
  if (action)
    {
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_style_context_add_class (gtk_widget_get_style_context (button),
                                   GTK_STYLE_CLASS_SUGGESTED_ACTION);
      tonus_widget_identify (button, id, label);
      gtk_container_add (GTK_CONTAINER (box), button);
    }
  gtk_widget_show_all (box);
  return box;
}
