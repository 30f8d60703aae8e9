/* tonus-patient-menu.c - what can be done with a patient in the list whose chart may be closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-patient-menu.h"

static void
popup_at_cursor (GtkTreeView *view, GtkMenu *menu)
{
  g_autoptr (GtkTreePath) path = NULL;
  GdkRectangle row;

  gtk_tree_view_get_cursor (view, &path, NULL);
  gtk_tree_view_get_background_area (view, path, gtk_tree_view_get_column (view, 1), &row);
  gtk_menu_popup_at_rect (menu, gtk_tree_view_get_bin_window (view), &row, GDK_GRAVITY_SOUTH_WEST,
                          GDK_GRAVITY_NORTH_WEST, NULL);
}

void
tonus_patient_menu_open (GtkTreeView *view, const GdkEvent *event)
{
  g_autoptr (GMenu) items = g_menu_new ();
  GtkWidget *menu;

  g_menu_append (items, _ ("Today’s visit"), "win.start-visit");
  g_menu_append (items, _ ("Arrived"), "win.arrived");
  menu = gtk_menu_new_from_model (G_MENU_MODEL (items));
  gtk_menu_attach_to_widget (GTK_MENU (menu), GTK_WIDGET (view), NULL);
  g_signal_connect (menu, "selection-done", G_CALLBACK (gtk_widget_destroy), NULL);
  if (event)
    gtk_menu_popup_at_pointer (GTK_MENU (menu), event);
  else
    popup_at_cursor (view, GTK_MENU (menu));
}
