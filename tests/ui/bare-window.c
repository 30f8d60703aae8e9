/* bare-window.c - the window's static widgets with nothing behind them: what a start could cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout is the program's own: its templates are read as plain objects, with a box wherever the
 * program has a class of its own.  What the program adds in C on opening a practice (search, list,
 * the four tabs, the page that asks whose chart) stands here as plain widgets.
 */
#include <gtk/gtk.h>
#include "tonus-ui-resources.h"

#define FOLDER "/io/github/tonus/Tonus/"

/* A template is a plain object to GtkBuilder once it says so; @id names its outermost. */
static char *
make_plain (const char *name, const char *id)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  g_autoptr (GRegex) begin =
      g_regex_new ("<template class=\"\\w+\" parent=\"(\\w+)\">", 0, 0, NULL);
  g_autoptr (GRegex) own = g_regex_new ("class=\"Tonus\\w+\"", 0, 0, NULL);
  g_autofree char *text = NULL, *begun = NULL, *ended = NULL;
  g_autofree char *object = g_strdup_printf ("<object class=\"\\1\" id=\"%s\">", id);
  g_auto (GStrv) parts = NULL;

  g_assert (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  begun = g_regex_replace (begin, text, -1, 0, object, 0, NULL);
  parts = g_strsplit (begun, "</template>", -1);
  ended = g_strjoinv ("</object>", parts);
  return g_regex_replace_literal (own, ended, -1, 0, "class=\"GtkBox\"", 0, NULL);
}

static GtkBuilder *
build_plain (const char *name, const char *id)
{
  g_autofree char *text = make_plain (name, id);
  GtkBuilder *builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!gtk_builder_add_from_string (builder, text, -1, &error))
    g_error ("%s: %s", name, error->message);
  return builder;
}

static GtkWidget *
get_widget (GtkBuilder *builder, const char *id)
{
  GObject *object = gtk_builder_get_object (builder, id);

  return object ? GTK_WIDGET (object) : NULL;
}

static GtkWidget *
list_new (void)
{
  g_autoptr (GtkListStore) rows = gtk_list_store_new (2, G_TYPE_STRING, G_TYPE_STRING);
  GtkWidget *view = gtk_tree_view_new_with_model (GTK_TREE_MODEL (rows));
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);

  gtk_tree_view_set_headers_visible (GTK_TREE_VIEW (view), FALSE);
  for (int i = 0; i < 2; i++)
    {
      GtkTreeViewColumn *column = gtk_tree_view_column_new_with_attributes (
          "", gtk_cell_renderer_text_new (), "text", i, NULL);

      gtk_tree_view_column_set_sizing (column, GTK_TREE_VIEW_COLUMN_FIXED);
      gtk_tree_view_column_set_fixed_width (column, 88);
      gtk_tree_view_append_column (GTK_TREE_VIEW (view), column);
    }
  gtk_tree_view_set_fixed_height_mode (GTK_TREE_VIEW (view), TRUE);
  for (int i = 0; i < 30; i++)
    gtk_list_store_insert_with_values (rows, NULL, -1, 0, "Reyes, Dana", 1, "3 May 1988", -1);
  gtk_container_add (GTK_CONTAINER (scrolled), view);
  return scrolled;
}

static void
fill_left (GtkWidget *left)
{
  GtkBox *box = GTK_BOX (left);

  gtk_box_pack_start (box, gtk_search_entry_new (), FALSE, FALSE, 6);
  gtk_box_pack_start (box, list_new (), TRUE, TRUE, 0);
  gtk_box_pack_start (box, gtk_button_new_with_label ("New patient"), FALSE, FALSE, 6);
  gtk_widget_show_all (left);
}

static void
fill_right (GtkWidget *right)
{
  GtkWidget *nobody = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *chart = gtk_notebook_new ();

  gtk_widget_set_valign (nobody, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (nobody, GTK_ALIGN_CENTER);
  gtk_container_add (GTK_CONTAINER (nobody), gtk_label_new ("Whose chart?"));
  gtk_container_add (GTK_CONTAINER (nobody), gtk_label_new ("Choose a patient on the left."));
  gtk_container_add (GTK_CONTAINER (nobody), gtk_button_new_with_label ("New patient"));
  for (int i = 0; i < 4; i++)
    gtk_notebook_append_page (GTK_NOTEBOOK (chart), gtk_event_box_new (), gtk_label_new ("Tab"));
  gtk_widget_show_all (nobody);
  gtk_widget_show_all (chart);
  gtk_stack_add_named (GTK_STACK (right), nobody, "nobody");
  gtk_stack_add_named (GTK_STACK (right), chart, "chart");
}

static void
activate_cb (GtkApplication *application)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GtkBuilder *builder;
  GtkWidget *window, *stack, *left, *right;

  gtk_css_provider_load_from_resource (style, FOLDER "tonus.css");
  gtk_style_context_add_provider_for_screen (gdk_screen_get_default (), GTK_STYLE_PROVIDER (style),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  builder = build_plain ("tonus-window.ui", "bare-window");
  window = get_widget (builder, "bare-window");
  stack = get_widget (builder, "stack");
  left = get_widget (builder, "left");
  right = get_widget (builder, "right");
  if (left)
    fill_left (left);
  if (right)
    fill_right (right);
  if (stack)
    gtk_stack_set_visible_child_name (GTK_STACK (stack), "work");
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_set_application (GTK_WINDOW (window), application);
  gtk_widget_show (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_resources_register (tonus_ui_get_resource ());
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
