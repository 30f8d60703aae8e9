/* tonus-focus.c - where the focus goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-focus.h"

#define TOOL_CLASS "tonus-tool"
/* So many in a row are passed over. */
#define TOOLS_MOST 200

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

/* (transfer container) */
static GList *
list_in_order (GtkWidget *container)
{
  GList *children = gtk_container_get_children (GTK_CONTAINER (container));

  return GTK_IS_GRID (container) ? g_list_sort_with_data (children, compare_cells, container)
                                 : children;
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
  children = list_in_order (root);
  for (GList *l = children; l; l = l->next)
    if (tonus_widget_focus_first (l->data))
      return TRUE;
  return FALSE;
}

void
tonus_widget_mark_tool (GtkWidget *widget)
{
  gtk_style_context_add_class (gtk_widget_get_style_context (widget), TOOL_CLASS);
}

static gboolean
is_tool (GtkWidget *widget)
{
  return gtk_style_context_has_class (gtk_widget_get_style_context (widget), TOOL_CLASS);
}

/* As Tab goes, past the tools.  To take the focus from them meanwhile would lay out the whole
 * window. */
void
tonus_widget_focus_next (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_toplevel (widget);
  GtkWidget *form = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *next = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  for (int i = 0; i < TOOLS_MOST; i++)
    {
      if (!gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD) || !GTK_IS_WINDOW (window))
        break;
      next = gtk_window_get_focus (GTK_WINDOW (window));
      if (!next || !is_tool (next))
        break;
    }
  if (widget && form && next && (!gtk_widget_is_ancestor (next, form) || is_tool (next)))
    gtk_widget_grab_focus (widget);
  if (widget)
    g_object_remove_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
}

/* From the child that has the focus on, or from the end; FALSE: on to whatever follows the
 * container. */
static gboolean
container_focus_cb (GtkWidget *container, GtkDirectionType direction, gpointer data)
{
  g_autoptr (GList) children = list_in_order (container);
  GtkWidget *current = gtk_container_get_focus_child (GTK_CONTAINER (container));
  GList *from;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (direction == GTK_DIR_TAB_BACKWARD)
    children = g_list_reverse (children);
  from = current ? g_list_find (children, current) : children;
  for (GList *l = from; l; l = l->next)
    if (gtk_widget_is_drawable (l->data) && gtk_widget_child_focus (l->data, direction))
      return TRUE;
  /* The default would now begin again, in its own order. */
  g_signal_stop_emission_by_name (container, "focus");
  return FALSE;
}

void
tonus_container_keep_order (GtkWidget *container)
{
  g_signal_connect (container, "focus", G_CALLBACK (container_focus_cb), NULL);
}
