/* tonus-identify.c - what a widget is called, for screen readers, tests and style sheets alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-identify.h"

typedef struct
{
  const char *id;
  GtkWidget *found;
} Search;

static void
look_at (GtkWidget *widget, gpointer data)
{
  Search *search = data;

  if (search->found)
    return;
  if (g_strcmp0 (gtk_widget_get_name (widget), search->id) == 0)
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), look_at, search);
}

void
tonus_widget_identify (GtkWidget *widget, const char *id, const char *name)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);
  g_autofree char *dotted = g_strdelimit (g_strdup (id), "/", '.');

  gtk_widget_set_name (widget, id);
  atk_object_set_accessible_id (accessible, dotted);
  if (name)
    atk_object_set_name (accessible, name);
}

void
tonus_widget_label_by (GtkWidget *widget, GtkWidget *label)
{
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
}

GtkWidget *
tonus_widget_find (GtkWidget *root, const char *id)
{
  Search search = { id, NULL };

  look_at (root, &search);
  return search.found;
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer grid)
{
  int a_top, a_left, b_top, b_left;

  gtk_container_child_get (grid, GTK_WIDGET (a), "top-attach", &a_top, "left-attach", &a_left,
                           NULL);
  gtk_container_child_get (grid, GTK_WIDGET (b), "top-attach", &b_top, "left-attach", &b_left,
                           NULL);
  return a_top != b_top ? a_top - b_top : a_left - b_left;
}

static gboolean
is_place_to_be (GtkWidget *widget)
{
  return gtk_widget_get_can_focus (widget) && gtk_widget_is_sensitive (widget) &&
         (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_BUTTON (widget) ||
          GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_TREE_VIEW (widget));
}

gboolean
tonus_widget_focus_first (GtkWidget *root)
{
  g_autoptr (GList) children = NULL;

  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (is_place_to_be (root))
    {
      gtk_widget_grab_focus (root);
      return TRUE;
    }
  if (GTK_IS_STACK (root))
    return tonus_widget_focus_first (gtk_stack_get_visible_child (GTK_STACK (root)));
  if (!GTK_IS_CONTAINER (root))
    return FALSE;
  children = gtk_container_get_children (GTK_CONTAINER (root));
  if (GTK_IS_GRID (root))
    children = g_list_sort_with_data (children, compare_cells, root);
  for (GList *l = children; l; l = l->next)
    if (tonus_widget_focus_first (l->data))
      return TRUE;
  return FALSE;
}
