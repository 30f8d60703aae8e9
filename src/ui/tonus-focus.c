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
  /* A heading is not what one came for, and what it has folded away is not to be seen. */
  if (GTK_IS_EXPANDER (root) && !gtk_expander_get_expanded (GTK_EXPANDER (root)))
    return FALSE;
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

/* --- in sight --- */

static void
bring_into_sight (GtkWidget *body, GtkAdjustment *adjustment)
{
  GtkWidget *window = gtk_widget_get_toplevel (body);
  GtkWidget *focus = GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;
  int y;

  if (!focus || !gtk_widget_get_mapped (focus) || !gtk_widget_is_ancestor (focus, body) ||
      !gtk_widget_translate_coordinates (focus, body, 0, 0, NULL, &y))
    return;
  gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_allocated_height (focus));
}

/* A line that appears above moves what has the focus, the line below the page may cover it: it is
 * followed. */
static void
body_allocated_cb (GtkWidget *body, GdkRectangle *allocation, GtkAdjustment *adjustment)
{
  bring_into_sight (body, adjustment);
}

static void
room_changed_cb (GtkAdjustment *adjustment, GtkWidget *body)
{
  bring_into_sight (body, adjustment);
}

void
tonus_container_follow_focus (GtkWidget *body, GtkAdjustment *adjustment)
{
  gtk_container_set_focus_vadjustment (GTK_CONTAINER (body), adjustment);
  g_signal_connect_object (body, "size-allocate", G_CALLBACK (body_allocated_cb), adjustment, 0);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (room_changed_cb), body, 0);
}
