/* tonus-library-list.c - exercises in a list of which only the rows in sight are built
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-figure-cell.h"
#include "tonus-figure-pictures.h"
#include "tonus-identify.h"
#include "tonus-library-list.h"

#define LIBRARY "tonus-library"
#define PICTURE_WIDTH 84
#define PICTURE_HEIGHT 60

static const TonusEntry *
get_entry (GtkTreeModel *model, GtkTreeIter *iter)
{
  const TonusEntry *entry = NULL;

  gtk_tree_model_get (model, iter, 0, &entry, -1);
  return entry;
}

static void
say_row (GtkTreeViewColumn *column,
         GtkCellRenderer *cell,
         GtkTreeModel *model,
         GtkTreeIter *iter,
         gpointer data)
{
  const TonusEntry *entry = get_entry (model, iter);
  g_autofree char *rest = tonus_library_describe (data, entry);
  g_autofree char *markup =
      g_markup_printf_escaped ("<b>%s</b>\n<small>%s</small>", tonus_entry_label (entry), rest);

  g_object_set (cell, "markup", markup, NULL);
}

static void
show_picture (GtkTreeViewColumn *column,
              GtkCellRenderer *cell,
              GtkTreeModel *model,
              GtkTreeIter *iter,
              gpointer data)
{
  tonus_figure_cell_set (TONUS_FIGURE_CELL (cell), get_entry (model, iter));
}

static GtkListStore *
make_store (GPtrArray *exercises)
{
  GtkListStore *store = gtk_list_store_new (1, G_TYPE_POINTER);

  for (guint i = 0; i < exercises->len; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, g_ptr_array_index (exercises, i), -1);
  return store;
}

void
tonus_library_list_set (GtkWidget *list, GPtrArray *exercises)
{
  g_autoptr (GtkListStore) store = make_store (exercises);
  g_autoptr (GtkTreePath) first = gtk_tree_path_new_first ();

  gtk_tree_view_set_model (GTK_TREE_VIEW (list), GTK_TREE_MODEL (store));
  if (!exercises->len)
    return;
  gtk_tree_view_set_cursor (GTK_TREE_VIEW (list), first, NULL, FALSE);
  /* A list that was just opened has no height yet, and would scroll past the row it is to show. */
  gtk_tree_view_scroll_to_cell (GTK_TREE_VIEW (list), first, NULL, TRUE, 0, 0);
}

const TonusEntry *
tonus_library_list_get_selected (GtkWidget *list)
{
  GtkTreeSelection *selection = gtk_tree_view_get_selection (GTK_TREE_VIEW (list));
  GtkTreeModel *model;
  GtkTreeIter iter;

  return gtk_tree_selection_get_selected (selection, &model, &iter) ? get_entry (model, &iter)
                                                                    : NULL;
}

void
tonus_library_list_focus (GtkWidget *list)
{
  gtk_widget_grab_focus (list);
}

static void
add_words (GtkTreeView *view, TonusLibrary *library)
{
  GtkTreeViewColumn *column = gtk_tree_view_column_new ();
  GtkCellRenderer *cell = gtk_cell_renderer_text_new ();

  g_object_set (cell, "ellipsize", PANGO_ELLIPSIZE_END, "xpad", 12, "ypad", 6, NULL);
  gtk_tree_view_column_set_title (column, _ ("Exercise"));
  gtk_tree_view_column_pack_start (column, cell, TRUE);
  gtk_tree_view_column_set_cell_data_func (column, cell, say_row, library, NULL);
  gtk_tree_view_column_set_sizing (column, GTK_TREE_VIEW_COLUMN_FIXED);
  gtk_tree_view_column_set_fixed_width (column, 120);
  gtk_tree_view_column_set_expand (column, TRUE);
  gtk_tree_view_append_column (view, column);
}

static void
add_pictures (GtkTreeView *view)
{
  GtkTreeViewColumn *column = gtk_tree_view_column_new ();
  GtkCellRenderer *cell = tonus_figure_cell_new (PICTURE_WIDTH, PICTURE_HEIGHT);

  gtk_tree_view_column_set_title (column, _ ("Picture"));
  gtk_tree_view_column_pack_start (column, cell, FALSE);
  gtk_tree_view_column_set_cell_data_func (column, cell, show_picture, NULL, NULL);
  gtk_tree_view_column_set_sizing (column, GTK_TREE_VIEW_COLUMN_FIXED);
  gtk_tree_view_column_set_fixed_width (column, PICTURE_WIDTH + 12);
  gtk_tree_view_append_column (view, column);
  g_signal_connect_object (tonus_figure_pictures_get_default (), "ready",
                           G_CALLBACK (gtk_widget_queue_draw), view, G_CONNECT_SWAPPED);
}

GtkWidget *
tonus_library_list_new (TonusLibrary *library)
{
  GtkWidget *list = gtk_tree_view_new ();
  GtkTreeView *view = GTK_TREE_VIEW (list);

  tonus_widget_identify (list, "library/list", _ ("Exercises"));
  gtk_tree_view_set_headers_visible (view, FALSE);
  gtk_tree_view_set_enable_search (view, FALSE);
  add_pictures (view);
  add_words (view, library);
  gtk_tree_view_set_fixed_height_mode (view, TRUE);
  gtk_tree_selection_set_mode (gtk_tree_view_get_selection (view), GTK_SELECTION_BROWSE);
  g_object_set_data (G_OBJECT (list), LIBRARY, library);
  return list;
}
