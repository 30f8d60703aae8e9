/* tonus-message.c - something the person should know, said in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-identify.h"
#include "tonus-message.h"

#define LINES_HEIGHT 168

static GtkWidget *
get_part (GtkWidget *message, const char *name)
{
  return g_object_get_data (G_OBJECT (message), name);
}

static char *
make_id (GtkWidget *message, const char *name)
{
  return g_strdup_printf ("%s/%s", gtk_widget_get_name (message), name);
}

static GtkWidget *
make_line (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

GtkWidget *
tonus_message_new (const char *id, gboolean is_warning, const char *words)
{
  GtkWidget *message = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_line (words);
  GtkWidget *icon = gtk_image_new_from_icon_name (
      is_warning ? "dialog-warning-symbolic" : "dialog-information-symbolic", GTK_ICON_SIZE_MENU);

  tonus_widget_identify (message, id, words);
  atk_object_set_role (gtk_widget_get_accessible (message), ATK_ROLE_INFO_BAR);
  gtk_style_context_add_class (gtk_widget_get_style_context (message), "tonus-message");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 8);
  gtk_widget_set_valign (buttons, GTK_ALIGN_START);
  gtk_box_pack_start (GTK_BOX (row), icon, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (row), label, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (row), buttons, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (message), row);
  g_object_set_data (G_OBJECT (message), "label", label);
  g_object_set_data (G_OBJECT (message), "buttons", buttons);
  gtk_widget_show_all (message);
  return message;
}

void
tonus_message_set_words (GtkWidget *message, const char *words)
{
  gtk_label_set_text (GTK_LABEL (get_part (message, "label")), words);
  atk_object_set_name (gtk_widget_get_accessible (message), words);
}

GtkWidget *
tonus_message_add_button (GtkWidget *message, const char *name, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *id = make_id (message, name);

  tonus_widget_identify (button, id, NULL);
  gtk_box_pack_end (GTK_BOX (get_part (message, "buttons")), button, FALSE, FALSE, 0);
  gtk_widget_show (button);
  return button;
}

GtkWidget *
tonus_message_add_command (GtkWidget *message,
                           const char *name,
                           const char *label,
                           const char *action)
{
  GtkWidget *button = tonus_message_add_button (message, name, label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

void
tonus_message_clear_buttons (GtkWidget *message)
{
  g_list_free_full (gtk_container_get_children (GTK_CONTAINER (get_part (message, "buttons"))),
                    (GDestroyNotify) gtk_widget_destroy);
}

void
tonus_message_set_lines (GtkWidget *message, const char *title, GPtrArray *lines)
{
  GtkWidget *expander = gtk_expander_new (title);
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *id = make_id (message, "more");
  g_autofree char *lines_id = make_id (message, "lines");

  for (guint i = 0; i < lines->len; i++)
    gtk_container_add (GTK_CONTAINER (box), make_line (g_ptr_array_index (lines, i)));
  g_object_set (box, "margin", 6, NULL);
  tonus_widget_identify (expander, id, title);
  tonus_widget_identify (scrolled, lines_id, title);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LINES_HEIGHT);
  gtk_container_add (GTK_CONTAINER (scrolled), box);
  gtk_container_add (GTK_CONTAINER (expander), scrolled);
  gtk_widget_set_margin_start (expander, 28);
  gtk_container_add (GTK_CONTAINER (message), expander);
  gtk_widget_show_all (expander);
}
