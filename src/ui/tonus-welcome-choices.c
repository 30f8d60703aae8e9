/* tonus-welcome-choices.c - the ways into a practice, each with what will happen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-identify.h"
#include "tonus-welcome-choices.h"

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), style);
  return label;
}

GtkWidget *
tonus_welcome_choice_new (const char *id, const char *title, const char *help)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_container_add (GTK_CONTAINER (box), make_label (title, "tonus-heading"));
  gtk_container_add (GTK_CONTAINER (box), make_label (help, GTK_STYLE_CLASS_DIM_LABEL));
  gtk_container_add (GTK_CONTAINER (button), box);
  gtk_style_context_add_class (gtk_widget_get_style_context (button), "tonus-wide-button");
  tonus_widget_identify (button, id, title);
  atk_object_set_description (gtk_widget_get_accessible (button), help);
  gtk_widget_show_all (button);
  return button;
}
