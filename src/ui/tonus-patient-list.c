/* tonus-patient-list.c - search and the patients that answer to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-identify.h"
#include "tonus-index.h"
#include "tonus-patient-list.h"
#include "tonus-text.h"

enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_BORN,
  COLUMN_FOLDED,
  N_COLUMNS
};

#define BORN_WIDTH 88

struct _TonusPatientList
{
  GtkBox parent_instance;

  /* Owned */
  TonusSession *session;
  GtkListStore *rows;
  GtkTreeModel *found;
  char *needle; /* folded */

  /* Borrowed */
  GtkWidget *search;
  GtkWidget *view;
  GtkWidget *nobody;
  GtkWidget *scrolled;
};

G_DEFINE_TYPE (TonusPatientList, tonus_patient_list, GTK_TYPE_BOX)

static gboolean
is_found (GtkTreeModel *model, GtkTreeIter *iter, gpointer data)
{
  TonusPatientList *self = data;
  g_autofree char *folded = NULL;

  if (!*self->needle)
    return TRUE;
  gtk_tree_model_get (model, iter, COLUMN_FOLDED, &folded, -1);
  return folded && tonus_text_matches (folded, self->needle);
}

static void
show_whether_any (TonusPatientList *self)
{
  gboolean is_any = gtk_tree_model_iter_n_children (self->found, NULL) > 0;
  gboolean has_patients = gtk_tree_model_iter_n_children (GTK_TREE_MODEL (self->rows), NULL) > 0;

  gtk_label_set_text (GTK_LABEL (self->nobody),
                      has_patients ? _ ("Nobody of that name, birth date or phone number.")
                                   : _ ("No patients yet. Begin with “New patient”."));
  gtk_widget_set_visible (self->nobody, !is_any);
  gtk_widget_set_visible (self->scrolled, is_any);
}

static void
search_changed_cb (GtkSearchEntry *search, TonusPatientList *self)
{
  g_free (self->needle);
  self->needle = tonus_text_fold (gtk_entry_get_text (GTK_ENTRY (search)));
  g_strstrip (self->needle);
  gtk_tree_model_filter_refilter (GTK_TREE_MODEL_FILTER (self->found));
  show_whether_any (self);
}

static void
choose (TonusPatientList *self, GtkTreePath *path)
{
  g_autofree char *id = NULL;
  GtkTreeIter iter;

  if (!gtk_tree_model_get_iter (self->found, &iter, path))
    return;
  gtk_tree_model_get (self->found, &iter, COLUMN_ID, &id, -1);
  g_signal_emit_by_name (self, "chosen", id);
}

static void
row_activated_cb (GtkTreeView *view,
                  GtkTreePath *path,
                  GtkTreeViewColumn *column,
                  TonusPatientList *self)
{
  choose (self, path);
}

/* Enter in the search opens the first that was found. */
static void
search_activate_cb (GtkEntry *search, TonusPatientList *self)
{
  g_autoptr (GtkTreePath) path = gtk_tree_path_new_first ();

  search_changed_cb (GTK_SEARCH_ENTRY (search), self);
  choose (self, path);
}

static gboolean
search_key_cb (GtkWidget *search, GdkEventKey *event, TonusPatientList *self)
{
  g_autoptr (GtkTreePath) path = NULL;

  if (event->keyval != GDK_KEY_Down || !gtk_widget_get_visible (self->scrolled))
    return FALSE;
  path = gtk_tree_path_new_first ();
  gtk_tree_view_set_cursor (GTK_TREE_VIEW (self->view), path, NULL, FALSE);
  gtk_widget_grab_focus (self->view);
  return TRUE;
}

static void
add_column (TonusPatientList *self, int column, int width, gboolean expands, const char *title)
{
  GtkCellRenderer *cell = gtk_cell_renderer_text_new ();
  GtkTreeViewColumn *view_column =
      gtk_tree_view_column_new_with_attributes (title, cell, "text", column, NULL);

  g_object_set (cell, "ellipsize", PANGO_ELLIPSIZE_END, "ypad", 8, "xpad", 6, NULL);
  if (column == COLUMN_BORN)
    g_object_set (cell, "scale", 0.88, NULL);
  gtk_tree_view_column_set_sizing (view_column, GTK_TREE_VIEW_COLUMN_FIXED);
  gtk_tree_view_column_set_fixed_width (view_column, width);
  gtk_tree_view_column_set_expand (view_column, expands);
  gtk_tree_view_append_column (GTK_TREE_VIEW (self->view), view_column);
}

static void
build_view (TonusPatientList *self)
{
  self->rows =
      gtk_list_store_new (N_COLUMNS, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  self->found = gtk_tree_model_filter_new (GTK_TREE_MODEL (self->rows), NULL);
  gtk_tree_model_filter_set_visible_func (GTK_TREE_MODEL_FILTER (self->found), is_found, self,
                                          NULL);
  self->view = gtk_tree_view_new_with_model (self->found);
  gtk_tree_view_set_headers_visible (GTK_TREE_VIEW (self->view), FALSE);
  gtk_tree_view_set_enable_search (GTK_TREE_VIEW (self->view), FALSE);
  add_column (self, COLUMN_NAME, 120, TRUE, _ ("Name"));
  add_column (self, COLUMN_BORN, BORN_WIDTH, FALSE, _ ("Born"));
  gtk_tree_view_set_fixed_height_mode (GTK_TREE_VIEW (self->view), TRUE);
  tonus_widget_identify (self->view, "patients/list", _ ("Patients"));
  g_signal_connect (self->view, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_tree_view_set_activate_on_single_click (GTK_TREE_VIEW (self->view), TRUE);
}

static void
build (TonusPatientList *self)
{
  self->search = gtk_search_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->search), _ ("Find a patient…"));
  gtk_entry_set_width_chars (GTK_ENTRY (self->search), 12);
  tonus_widget_identify (self->search, "patients/search", _ ("Find a patient"));
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect (self->search, "key-press-event", G_CALLBACK (search_key_cb), self);
  build_view (self);
  self->scrolled = gtk_scrolled_window_new (NULL, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (self->scrolled), self->view);
  self->nobody = gtk_label_new (NULL);
  gtk_label_set_line_wrap (GTK_LABEL (self->nobody), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->nobody), 20);
  gtk_label_set_xalign (GTK_LABEL (self->nobody), 0);
  gtk_widget_set_margin_start (self->nobody, 12);
  gtk_widget_set_margin_end (self->nobody, 12);
  gtk_widget_set_valign (self->nobody, GTK_ALIGN_START);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->nobody),
                               GTK_STYLE_CLASS_DIM_LABEL);
  gtk_widget_set_margin_start (self->search, 6);
  gtk_widget_set_margin_end (self->search, 6);
  gtk_widget_set_margin_top (self->search, 6);
  gtk_box_pack_start (GTK_BOX (self), self->search, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (self), self->scrolled, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (self), self->nobody, TRUE, TRUE, 0);
  gtk_widget_show_all (GTK_WIDGET (self));
}

static void
tonus_patient_list_finalize (GObject *object)
{
  TonusPatientList *self = TONUS_PATIENT_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->found);
  g_clear_object (&self->rows);
  g_free (self->needle);
  G_OBJECT_CLASS (tonus_patient_list_parent_class)->finalize (object);
}

static void
tonus_patient_list_class_init (TonusPatientListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_patient_list_finalize;
  g_signal_new ("chosen", TONUS_TYPE_PATIENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tonus_patient_list_init (TonusPatientList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->needle = g_strdup ("");
}

GtkWidget *
tonus_patient_list_new (TonusSession *session)
{
  TonusPatientList *self = g_object_new (TONUS_TYPE_PATIENT_LIST, NULL);

  self->session = g_object_ref (session);
  build (self);
  tonus_patient_list_refresh (self);
  return GTK_WIDGET (self);
}

static void
append (TonusPatientList *self, const TonusIndexEntry *entry)
{
  guint32 born = tonus_date_parse (entry->born);
  g_autofree char *date = born ? tonus_date_display (born) : NULL;
  g_autofree char *name = *entry->family && *entry->given
                              ? g_strdup_printf ("%s, %s", entry->family, entry->given)
                              : g_strconcat (entry->family, entry->given, NULL);

  gtk_list_store_insert_with_values (self->rows, NULL, -1, COLUMN_ID, entry->id, COLUMN_NAME,
                                     *name ? name : _ ("(without a name)"), COLUMN_BORN,
                                     date ? date : "", COLUMN_FOLDED, entry->folded, -1);
}

void
tonus_patient_list_refresh (TonusPatientList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      tonus_index_load (tonus_session_get_practice (self->session), &error);

  if (!entries)
    {
      tonus_session_say (self->session, error->message);
      return;
    }
  gtk_list_store_clear (self->rows);
  for (guint i = 0; i < entries->len; i++)
    append (self, g_ptr_array_index (entries, i));
  show_whether_any (self);
}

void
tonus_patient_list_focus_search (TonusPatientList *self)
{
  gtk_widget_grab_focus (self->search);
}

void
tonus_patient_list_select (TonusPatientList *self, const char *patient)
{
  GtkTreeSelection *selection = gtk_tree_view_get_selection (GTK_TREE_VIEW (self->view));
  GtkTreeIter iter;
  gboolean more;

  gtk_tree_selection_unselect_all (selection);
  for (more = patient && gtk_tree_model_get_iter_first (self->found, &iter); more;
       more = gtk_tree_model_iter_next (self->found, &iter))
    {
      g_autofree char *id = NULL;

      gtk_tree_model_get (self->found, &iter, COLUMN_ID, &id, -1);
      if (g_strcmp0 (id, patient) != 0)
        continue;
      gtk_tree_selection_select_iter (selection, &iter);
      return;
    }
}

guint
tonus_patient_list_get_size (TonusPatientList *self)
{
  return (guint) gtk_tree_model_iter_n_children (self->found, NULL);
}
