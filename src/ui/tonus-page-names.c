/* tonus-page-names.c - the names of a tab's pages in a row above them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-identify.h"
#include "tonus-page-names.h"

#define BUTTON "tonus-page-button"

static GtkWidget *
button_of (gpointer place)
{
  return place ? g_object_get_data (G_OBJECT (place), BUTTON) : NULL;
}

/* Six names in a language with long words need two lines on a small screen, not a larger screen. */
static void
let_wrap (GtkWidget *label)
{
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

void
tonus_page_names_mark (GtkWidget *place, const TonusEntry *page, gboolean is_filled)
{
  GtkWidget *stack = gtk_widget_get_parent (place);
  g_autofree char *id = g_strdup_printf ("goto/%s", page->id);
  g_autofree char *name =
      g_strdup_printf (is_filled ? _ ("%s, has entries") : "%s", tonus_entry_label (page));
  g_autofree char *shown = NULL;
  g_autofree char *title =
      g_strdup_printf ("%s%s", tonus_entry_label (page), is_filled ? " •" : "");

  gtk_container_child_get (GTK_CONTAINER (stack), place, "title", &shown, NULL);
  if (g_strcmp0 (shown, title) != 0)
    gtk_container_child_set (GTK_CONTAINER (stack), place, "title", title, NULL);
  if (!button_of (place))
    return;
  /* A new title is a new label. */
  let_wrap (gtk_bin_get_child (GTK_BIN (button_of (place))));
  tonus_widget_identify (button_of (place), id, name);
}

/* The names are one stop for Tab, as those of a notebook are: the arrow keys go from page to page.
 */
static void
page_shown_cb (GtkStack *stack, GParamSpec *pspec, gpointer data)
{
  g_autoptr (GList) places = gtk_container_get_children (GTK_CONTAINER (stack));
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  for (GList *l = places; l; l = l->next)
    if (button_of (l->data))
      gtk_widget_set_can_focus (button_of (l->data), l->data == shown);
}

static gboolean
button_key_cb (GtkWidget *button, GdkEventKey *event, GtkStack *stack)
{
  g_autoptr (GList) places = gtk_container_get_children (GTK_CONTAINER (stack));
  GList *here = g_list_find (places, gtk_stack_get_visible_child (stack));
  gboolean is_rtl = gtk_widget_get_direction (button) == GTK_TEXT_DIR_RTL;
  GList *next = NULL;

  if (event->keyval == GDK_KEY_Right)
    next = is_rtl ? here->prev : here->next;
  else if (event->keyval == GDK_KEY_Left)
    next = is_rtl ? here->next : here->prev;
  else
    return FALSE;
  if (next)
    {
      gtk_stack_set_visible_child (stack, next->data);
      gtk_widget_grab_focus (button_of (next->data));
    }
  return TRUE;
}

void
tonus_page_names_watch (GtkWidget *names, GtkStack *stack)
{
  g_autoptr (GList) buttons = gtk_container_get_children (GTK_CONTAINER (names));
  g_autoptr (GList) places = gtk_container_get_children (GTK_CONTAINER (stack));

  /* One button per page, in the same order. */
  for (GList *b = buttons, *p = places; b && p; b = b->next, p = p->next)
    {
      g_object_set_data (p->data, BUTTON, b->data);
      g_signal_connect_object (b->data, "key-press-event", G_CALLBACK (button_key_cb), stack, 0);
    }
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (page_shown_cb), NULL);
  page_shown_cb (stack, NULL, NULL);
}

GtkWidget *
tonus_page_names_new (GtkStack *stack, const char *id, const char *name)
{
  GtkWidget *names = gtk_stack_switcher_new ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (names), stack);
  gtk_widget_set_halign (names, GTK_ALIGN_START);
  gtk_style_context_add_class (gtk_widget_get_style_context (names), "tonus-switcher");
  tonus_widget_identify (names, id, name);
  gtk_widget_show_all (names);
  return names;
}
