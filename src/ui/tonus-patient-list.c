/* tonus-patient-list.c - search, and the patients under their headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-identify.h"
#include "tonus-patient-columns.h"
#include "tonus-patient-list.h"
#include "tonus-patient-menu.h"
#include "tonus-roster.h"
#include "tonus-text.h"

/* Shorter is no date with a year. */
#define DATE_LEAST 8

struct _TonusPatientList
{
  GtkBox parent_instance;

  /* Owned */
  TonusSession *session;
  TonusArrivals *arrivals;
  TonusRoster *roster;
  TonusPatientRows *rows; /* (nullable): the roster is not known yet */
  char *needle;           /* folded */
  char *marked;           /* (nullable) the patient in front */
  char *at;               /* (nullable) the patient at the cursor */

  /* Borrowed */
  GtkWidget *search;
  GtkWidget *view;
  GtkWidget *nobody;
  GtkWidget *scrolled;

  guint reading;  /* the source that will read the index */
  gboolean waits; /* for the first frame, and will read then */
  gboolean is_drawn;
  int cursor; /* where it was last */
  TonusPatientGroup at_group;
};

G_DEFINE_TYPE (TonusPatientList, tonus_patient_list, GTK_TYPE_BOX)

/* --- rows --- */

static int
get_cursor (TonusPatientList *self)
{
  g_autoptr (GtkTreePath) path = NULL;

  gtk_tree_view_get_cursor (GTK_TREE_VIEW (self->view), &path, NULL);
  return path ? gtk_tree_path_get_indices (path)[0] : -1;
}

/* Who stands at the cursor is remembered by id: rows and entries come and go. */
static void
note_cursor (TonusPatientList *self, int row)
{
  const TonusIndexEntry *entry = tonus_patient_rows_get_entry (self->rows, (guint) row);

  self->cursor = row;
  g_free (self->at);
  self->at = entry ? g_strdup (entry->id) : NULL;
  self->at_group = tonus_patient_rows_get (self->rows, (guint) row)->group;
}

static void
set_cursor (TonusPatientList *self, int row)
{
  g_autoptr (GtkTreePath) path = gtk_tree_path_new_from_indices (row, -1);

  note_cursor (self, row);
  gtk_tree_view_set_cursor (GTK_TREE_VIEW (self->view), path, NULL, FALSE);
}

static int
first_patient (TonusPatientList *self)
{
  for (guint i = 0; i < 2; i++)
    if (tonus_patient_rows_get_entry (self->rows, i))
      return (int) i;
  return -1;
}

static void
show_whether_any (TonusPatientList *self)
{
  gboolean is_any = tonus_patient_rows_get_size (self->rows) > 0;

  gtk_label_set_text (GTK_LABEL (self->nobody),
                      tonus_roster_get_entries (self->roster)->len
                          ? _ ("Nobody of that name, birth date or phone number.")
                          : _ ("No patients yet. Begin with “New patient”."));
  gtk_widget_set_visible (self->nobody, !is_any);
  gtk_widget_set_visible (self->scrolled, is_any);
}

/* Which row is selected in new rows: with a search the one that Enter takes, else the same as
 * before, else the patient in front. */
static int
choose_row (TonusPatientList *self)
{
  int row = -1;

  if (*self->needle)
    return first_patient (self);
  if (self->at && gtk_widget_is_focus (self->view))
    row = tonus_patient_rows_find (self->rows, self->at, self->at_group);
  if (row < 0 && self->marked)
    row = tonus_patient_rows_find (self->rows, self->marked, TONUS_PATIENTS_OPEN);
  return row;
}

static void
rebuild (TonusPatientList *self)
{
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  int scroll = *self->needle ? 0 : (int) gtk_adjustment_get_value (down);
  g_autoptr (GPtrArray) open = tonus_session_list_open (self->session);
  GPtrArray *entries = tonus_roster_get_entries (self->roster);
  int row;

  if (!entries)
    return;
  g_clear_object (&self->rows);
  self->rows = tonus_patient_rows_new (entries, open, self->arrivals, self->needle);
  gtk_tree_view_set_model (GTK_TREE_VIEW (self->view), GTK_TREE_MODEL (self->rows));
  show_whether_any (self);
  row = choose_row (self);
  if (row >= 0)
    set_cursor (self, row);
  else
    gtk_tree_selection_unselect_all (gtk_tree_view_get_selection (GTK_TREE_VIEW (self->view)));
  if (gtk_widget_get_realized (self->view))
    gtk_tree_view_scroll_to_point (GTK_TREE_VIEW (self->view), -1, scroll);
}

/* --- reading --- */

static void
roster_changed_cb (TonusRoster *roster, TonusPatientList *self)
{
  rebuild (self);
}

static gboolean
read_cb (gpointer data)
{
  TonusPatientList *self = data;

  self->reading = 0;
  self->waits = FALSE;
  tonus_roster_refresh (self->roster);
  return G_SOURCE_REMOVE;
}

void
tonus_patient_list_refresh (TonusPatientList *self)
{
  self->waits = !self->is_drawn;
  if (self->is_drawn && !self->reading)
    self->reading = g_idle_add (read_cb, self);
}

/* However many patients there are, the window is there first. */
static gboolean
drawn_cb (GtkWidget *widget, cairo_t *cr, gpointer data)
{
  TonusPatientList *self = TONUS_PATIENT_LIST (widget);

  g_signal_handlers_disconnect_by_func (widget, drawn_cb, data);
  self->is_drawn = TRUE;
  if (self->waits)
    tonus_patient_list_refresh (self);
  return FALSE;
}

/* --- search --- */

/* A birth date is found in any way a date may be typed. */
static char *
read_needle (const char *typed)
{
  guint32 day =
      strlen (typed) >= DATE_LEAST ? tonus_date_read_typed (typed, tonus_date_today ()) : 0;
  char *needle = day ? tonus_date_format (day) : tonus_text_fold (typed);

  return g_strstrip (needle);
}

static void
search_changed_cb (GtkEditable *search, TonusPatientList *self)
{
  g_autofree char *needle = read_needle (gtk_entry_get_text (GTK_ENTRY (search)));

  if (g_str_equal (needle, self->needle))
    return;
  g_free (self->needle);
  self->needle = g_steal_pointer (&needle);
  if (tonus_roster_need_entries (self->roster))
    rebuild (self);
}

static void
choose (TonusPatientList *self, int row)
{
  const TonusIndexEntry *entry =
      row >= 0 ? tonus_patient_rows_get_entry (self->rows, (guint) row) : NULL;
  g_autofree char *id = entry ? g_strdup (entry->id) : NULL;

  if (id)
    g_signal_emit_by_name (self, "chosen", id);
}

static void
enter_rows (TonusPatientList *self)
{
  int row = get_cursor (self);

  if (!self->rows || !gtk_widget_get_visible (self->scrolled))
    return;
  if (row < 0 || !tonus_patient_rows_get_entry (self->rows, (guint) row))
    row = first_patient (self);
  if (row >= 0)
    set_cursor (self, row);
  gtk_widget_grab_focus (self->view);
}

/* Enter opens the first that was found; with nothing to search for it goes to the rows. */
static void
search_activate_cb (GtkEntry *search, TonusPatientList *self)
{
  if (!tonus_roster_need_entries (self->roster))
    return;
  if (*self->needle)
    choose (self, first_patient (self));
  else
    enter_rows (self);
}

static gboolean
search_key_cb (GtkWidget *search, GdkEventKey *event, TonusPatientList *self)
{
  if (event->keyval != GDK_KEY_Down && event->keyval != GDK_KEY_KP_Down)
    return FALSE;
  enter_rows (self);
  return TRUE;
}

static void
stop_search_cb (GtkSearchEntry *search, gpointer data)
{
  gtk_entry_set_text (GTK_ENTRY (search), "");
}

/* --- the view --- */

static void
row_activated_cb (GtkTreeView *view,
                  GtkTreePath *path,
                  GtkTreeViewColumn *column,
                  TonusPatientList *self)
{
  choose (self, gtk_tree_path_get_indices (path)[0]);
}

static gboolean
may_select (GtkTreeSelection *selection,
            GtkTreeModel *model,
            GtkTreePath *path,
            gboolean is_selected,
            gpointer data)
{
  guint row = (guint) gtk_tree_path_get_indices (path)[0];

  return is_selected || tonus_patient_rows_get_entry (TONUS_PATIENT_ROWS (model), row);
}

/* Nothing can be done with a heading: the cursor goes on the way it was going.  A heading is never
 * the last row. */
static void
cursor_changed_cb (GtkTreeView *view, TonusPatientList *self)
{
  int row = self->rows ? get_cursor (self) : -1;

  if (row < 0)
    return;
  if (tonus_patient_rows_get_entry (self->rows, (guint) row))
    note_cursor (self, row);
  else
    set_cursor (self, row < self->cursor && row > 0 ? row - 1 : row + 1);
}

static gboolean
tooltip_cb (GtkWidget *view,
            int x,
            int y,
            gboolean is_keyboard,
            GtkTooltip *tooltip,
            TonusPatientList *self)
{
  g_autoptr (GtkTreePath) path = NULL;
  const TonusPatientRow *row;
  g_autofree char *words = NULL;

  if (!gtk_tree_view_get_tooltip_context (GTK_TREE_VIEW (view), &x, &y, is_keyboard, NULL, &path,
                                          NULL))
    return FALSE;
  row = tonus_patient_rows_get (self->rows, (guint) gtk_tree_path_get_indices (path)[0]);
  if (row->entry < 0)
    return FALSE;
  words = tonus_patient_row_tooltip (row, tonus_patient_rows_get_entries (self->rows));
  gtk_tooltip_set_text (tooltip, words);
  gtk_tree_view_set_tooltip_row (GTK_TREE_VIEW (view), tooltip, path);
  return TRUE;
}

static gboolean
button_cb (GtkWidget *view, GdkEventButton *event, TonusPatientList *self)
{
  g_autoptr (GtkTreePath) path = NULL;

  if (event->type != GDK_BUTTON_PRESS || event->button != GDK_BUTTON_SECONDARY ||
      !gtk_tree_view_get_path_at_pos (GTK_TREE_VIEW (view), (int) event->x, (int) event->y, &path,
                                      NULL, NULL, NULL))
    return FALSE;
  gtk_widget_grab_focus (view);
  set_cursor (self, gtk_tree_path_get_indices (path)[0]);
  tonus_patient_menu_open (GTK_TREE_VIEW (view), (GdkEvent *) event);
  return TRUE;
}

static gboolean
popup_menu_cb (GtkWidget *view, TonusPatientList *self)
{
  if (!tonus_patient_list_get_selected (self))
    return FALSE;
  tonus_patient_menu_open (GTK_TREE_VIEW (view), NULL);
  return TRUE;
}

/* --- building --- */

static void
build_view (TonusPatientList *self)
{
  GtkTreeView *view;

  self->view = gtk_tree_view_new ();
  view = GTK_TREE_VIEW (self->view);
  gtk_tree_view_set_headers_visible (view, FALSE);
  gtk_tree_view_set_enable_search (view, FALSE);
  gtk_tree_view_set_activate_on_single_click (view, TRUE);
  tonus_patient_columns_add (view);
  gtk_tree_view_set_fixed_height_mode (view, TRUE);
  gtk_tree_selection_set_select_function (gtk_tree_view_get_selection (view), may_select, NULL,
                                          NULL);
  gtk_widget_set_has_tooltip (self->view, TRUE);
  tonus_widget_identify (self->view, "patients/list", _ ("Patients"));
  g_signal_connect (view, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (view, "cursor-changed", G_CALLBACK (cursor_changed_cb), self);
  g_signal_connect (view, "query-tooltip", G_CALLBACK (tooltip_cb), self);
  g_signal_connect (view, "button-press-event", G_CALLBACK (button_cb), self);
  g_signal_connect (view, "popup-menu", G_CALLBACK (popup_menu_cb), self);
}

static void
build_search (TonusPatientList *self)
{
  self->search = gtk_search_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->search), _ ("Find a patient…"));
  gtk_entry_set_width_chars (GTK_ENTRY (self->search), 12);
  g_object_set (self->search, "margin-start", 6, "margin-end", 6, "margin-top", 6, NULL);
  tonus_widget_identify (self->search, "patients/search", _ ("Find a patient"));
  /* Not "search-changed", which waits 150 ms. */
  g_signal_connect (self->search, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect (self->search, "stop-search", G_CALLBACK (stop_search_cb), NULL);
  g_signal_connect (self->search, "key-press-event", G_CALLBACK (search_key_cb), self);
}

static void
build (TonusPatientList *self)
{
  build_search (self);
  build_view (self);
  self->scrolled = gtk_scrolled_window_new (NULL, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (self->scrolled), self->view);
  self->nobody = gtk_label_new (NULL);
  gtk_label_set_line_wrap (GTK_LABEL (self->nobody), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->nobody), 20);
  gtk_label_set_xalign (GTK_LABEL (self->nobody), 0);
  g_object_set (self->nobody, "margin-start", 12, "margin-end", 12, "valign", GTK_ALIGN_START,
                "no-show-all", TRUE, NULL);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->nobody),
                               GTK_STYLE_CLASS_DIM_LABEL);
  gtk_box_pack_start (GTK_BOX (self), self->search, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (self), self->scrolled, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (self), self->nobody, TRUE, TRUE, 0);
  gtk_widget_show_all (GTK_WIDGET (self));
}

static void
tonus_patient_list_dispose (GObject *object)
{
  TonusPatientList *self = TONUS_PATIENT_LIST (object);

  g_clear_handle_id (&self->reading, g_source_remove);
  if (self->roster)
    tonus_roster_stop (self->roster);
  G_OBJECT_CLASS (tonus_patient_list_parent_class)->dispose (object);
}

static void
tonus_patient_list_finalize (GObject *object)
{
  TonusPatientList *self = TONUS_PATIENT_LIST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->arrivals, tonus_arrivals_free);
  g_clear_object (&self->roster);
  g_clear_object (&self->rows);
  g_free (self->needle);
  g_free (self->marked);
  g_free (self->at);
  G_OBJECT_CLASS (tonus_patient_list_parent_class)->finalize (object);
}

static void
tonus_patient_list_class_init (TonusPatientListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_patient_list_dispose;
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
  g_signal_connect_after (self, "draw", G_CALLBACK (drawn_cb), NULL);
}

GtkWidget *
tonus_patient_list_new (TonusSession *session)
{
  TonusPatientList *self = g_object_new (TONUS_TYPE_PATIENT_LIST, NULL);

  self->session = g_object_ref (session);
  self->arrivals = tonus_arrivals_new (tonus_session_get_practice (session));
  self->roster = tonus_roster_new (session);
  g_signal_connect_object (self->roster, "changed", G_CALLBACK (roster_changed_cb), self, 0);
  build (self);
  tonus_patient_list_refresh (self);
  return GTK_WIDGET (self);
}

void
tonus_patient_list_focus_search (TonusPatientList *self)
{
  gtk_widget_grab_focus (self->search);
}

void
tonus_patient_list_select (TonusPatientList *self, const char *patient)
{
  g_autofree char *old = self->marked;
  gboolean is_another = patient && g_strcmp0 (old, patient) != 0;

  self->marked = g_strdup (patient);
  /* A search that somebody else was found by would mark the wrong one of two namesakes. */
  if (is_another && *self->needle)
    gtk_entry_set_text (GTK_ENTRY (self->search), "");
  rebuild (self);
}

const char *
tonus_patient_list_get_selected (TonusPatientList *self)
{
  GtkTreeSelection *selection = gtk_tree_view_get_selection (GTK_TREE_VIEW (self->view));
  const TonusIndexEntry *entry;
  GtkTreeModel *model;
  GtkTreeIter iter;
  g_autoptr (GtkTreePath) path = NULL;

  if (!self->rows || !gtk_tree_selection_get_selected (selection, &model, &iter))
    return NULL;
  path = gtk_tree_model_get_path (model, &iter);
  entry = tonus_patient_rows_get_entry (self->rows, (guint) gtk_tree_path_get_indices (path)[0]);
  return entry ? entry->id : NULL;
}

void
tonus_patient_list_toggle_arrived (TonusPatientList *self, const char *patient)
{
  gboolean has_arrived = !tonus_arrivals_contains (self->arrivals, patient);
  g_autoptr (GError) error = NULL;

  if (!tonus_arrivals_set (self->arrivals, patient, has_arrived, &error))
    tonus_session_say (self->session, error->message);
  else
    tonus_session_say (self->session, has_arrived ? _ ("Marked as arrived today")
                                                  : _ ("No longer marked as arrived"));
  rebuild (self);
}

TonusPatientRows *
tonus_patient_list_get_rows (TonusPatientList *self)
{
  tonus_roster_need_entries (self->roster);
  return self->rows;
}
