/* tonus-drop-list.c - a list to choose from, that drops down below a button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-drop-list.h"

#define HEIGHT 340

GtkWidget *
tonus_drop_list_new (GtkWidget *list)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);

  gtk_style_context_add_class (gtk_widget_get_style_context (scrolled), "tonus-pages");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT);
  gtk_container_add (GTK_CONTAINER (scrolled), list);
  gtk_widget_show_all (scrolled);
  return scrolled;
}
