/* tonus-pane.c - a page laid over the work: heading, content that scrolls, a way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-pane.h"

#define NAME "pane"

static gboolean
key_press_cb (GtkWidget *pane, GdkEventKey *event, gpointer data)
{
  GActionGroup *actions = gtk_widget_get_action_group (pane, "win");

  if (event->keyval != GDK_KEY_Escape || !actions)
    return FALSE;
  g_action_group_activate_action (actions, "back", NULL);
  return TRUE;
}

static GtkWidget *
make_bar (const char *id, const char *title)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *back = gtk_button_new_with_label (_ ("Back"));
  g_autofree char *back_id = g_strconcat (id, "/back", NULL);

  gtk_style_context_add_class (gtk_widget_get_style_context (bar), "tonus-bar");
  gtk_style_context_add_class (gtk_widget_get_style_context (heading), "tonus-heading");
  atk_object_set_role (gtk_widget_get_accessible (heading), ATK_ROLE_HEADING);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  gtk_widget_set_tooltip_text (back, _ ("Back to the work (Esc)"));
  tonus_widget_identify (back, back_id, NULL);
  gtk_box_pack_start (GTK_BOX (bar), heading, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (bar), back, FALSE, FALSE, 0);
  return bar;
}

static GtkWidget *
make_scrolled (const char *id, const char *title, GtkWidget *content)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_autofree char *scrolled_id = g_strconcat (id, "/page", NULL);

  /* A text paints its own margins. */
  if (!GTK_IS_SCROLLABLE (content))
    gtk_style_context_add_class (gtk_widget_get_style_context (content), "tonus-page");
  tonus_widget_identify (scrolled, scrolled_id, title);
  gtk_container_add (GTK_CONTAINER (scrolled), content);
  if (GTK_IS_CONTAINER (content))
    gtk_container_set_focus_vadjustment (GTK_CONTAINER (content), down);
  gtk_widget_show (scrolled);
  return scrolled;
}

GtkWidget *
tonus_pane_new (const char *id, const char *title, GtkWidget *content, gboolean scrolls)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = make_bar (id, title);
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_style_context_add_class (gtk_widget_get_style_context (pane), "tonus-right");
  tonus_widget_identify (pane, id, title);
  gtk_box_pack_start (GTK_BOX (pane), bar, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (pane), separator, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (pane), scrolls ? make_scrolled (id, title, content) : content, TRUE,
                      TRUE, 0);
  gtk_widget_show_all (bar);
  gtk_widget_show (separator);
  gtk_widget_show (content);
  gtk_widget_show (pane);
  g_object_set_data (G_OBJECT (pane), "content", content);
  g_object_set_data (G_OBJECT (pane), "bar", bar);
  g_signal_connect (pane, "key-press-event", G_CALLBACK (key_press_cb), NULL);
  return pane;
}

void
tonus_pane_show_way_back (GtkWidget *inside, gboolean is_shown)
{
  GtkWidget *pane = inside;

  while (pane && !g_object_get_data (G_OBJECT (pane), "bar"))
    pane = gtk_widget_get_parent (pane);
  if (pane)
    gtk_widget_set_visible (g_object_get_data (G_OBJECT (pane), "bar"), is_shown);
}

GtkWidget *
tonus_pane_get_open (GtkStack *stack)
{
  return gtk_stack_get_child_by_name (stack, NAME);
}

static void
remember_place (GtkStack *stack)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (stack));
  GtkWidget *focus = GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;

  g_object_set_data (G_OBJECT (stack), "below", gtk_stack_get_visible_child (stack));
  g_object_set_data_full (G_OBJECT (stack), "focus", focus ? g_object_ref (focus) : NULL,
                          g_object_unref);
}

void
tonus_pane_open (GtkStack *stack, GtkWidget *pane)
{
  tonus_pane_close (stack);
  remember_place (stack);
  gtk_stack_add_named (stack, pane, NAME);
  gtk_stack_set_visible_child (stack, pane);
  /* What the page is about comes before the way back. */
  if (!tonus_widget_focus_first (g_object_get_data (G_OBJECT (pane), "content")))
    tonus_widget_focus_first (pane);
}

void
tonus_pane_close (GtkStack *stack)
{
  GtkWidget *pane = tonus_pane_get_open (stack);
  g_autoptr (GtkWidget) focus = NULL;

  if (!pane)
    return;
  focus = g_object_steal_data (G_OBJECT (stack), "focus");
  if (gtk_stack_get_visible_child (stack) == pane)
    gtk_stack_set_visible_child (stack, g_object_get_data (G_OBJECT (stack), "below"));
  gtk_widget_destroy (pane);
  if (focus && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}
