/* tonus-practice-pane.c - the practice: letterhead of the clinic, therapists, payers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-charting-as.h"
#include "tonus-commands.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-page-form.h"
#include "tonus-pane.h"
#include "tonus-practice-pane.h"
#include "tonus-section-view.h"

#define LIST_WIDTH 230

/* Lives as long as the widgets it borrows. */
typedef struct
{
  TonusSession *session; /* owned */
  TonusChart *chart;     /* owned */
  GtkWidget *list;
  GtkWidget *right;
  GtkWidget *form; /* (nullable) of the record chosen */
  GtkWidget *status;
} Desk;

static const struct
{
  const char *kind;
  const char *heading;
  const char *add; /* NULL: there is only one */
} kinds[] = {
  { "clinic", N_ ("Clinic"), NULL },
  { "therapist", N_ ("Therapists"), N_ ("Add a therapist") },
  { "payer", N_ ("Payers"), N_ ("Add a payer") },
};

static void
desk_free (gpointer data)
{
  Desk *self = data;

  g_signal_handlers_disconnect_by_data (self->chart, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  tonus_session_leave_office (self->session, NULL);
  g_object_unref (self->chart);
  g_object_unref (self->session);
  g_free (self);
}

static TonusRecord *
record_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "record");
}

/* What a record is called in the list. */
static char *
name_record (TonusRecord *record)
{
  const char *kind = tonus_record_get_kind (record);
  const char *name = NULL;
  g_autofree char *full = NULL;

  if (g_str_equal (kind, "clinic"))
    name = tonus_record_get (record, "clinic/name");
  else if (g_str_equal (kind, "payer"))
    name = tonus_record_get (record, "payer/name");
  else
    {
      full = tonus_charting_as_name (record);
      if (g_strcmp0 (tonus_record_get (record, "therapist/active"), "no") == 0)
        return g_strdup_printf (_ ("%s · not active"), full);
      name = full;
    }
  return g_strdup (name ? name : _ ("(without a name)"));
}

static void
paint_row (GtkWidget *row, gpointer data)
{
  TonusRecord *record = record_of (row);
  g_autofree char *id = NULL, *name = NULL;

  if (!record)
    return;
  id = g_strdup_printf ("practice/%s", tonus_record_get_object (record));
  name = name_record (record);
  gtk_label_set_text (GTK_LABEL (gtk_bin_get_child (GTK_BIN (row))), name);
  tonus_widget_identify (row, id, name);
}

static void
paint_undo (Desk *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (self->list);

  if (TONUS_IS_WINDOW (window))
    tonus_commands_update (TONUS_WINDOW (window));
}

static void
chart_edited_cb (TonusChart *chart, const char *object, Desk *self)
{
  gtk_container_foreach (GTK_CONTAINER (self->list), paint_row, NULL);
  paint_undo (self);
}

static void
said_cb (TonusSession *session, Desk *self)
{
  const char *status = tonus_session_get_status (session);

  gtk_label_set_text (GTK_LABEL (self->status), status);
  gtk_widget_set_visible (self->status, *status != '\0');
}

static GtkWidget *
make_form (Desk *self, TonusRecord *record)
{
  GPtrArray *sections = tonus_schema_get_sections (tonus_session_get_schema (self->session));
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  g_autofree char *name = name_record (record);
  TonusSite site = { .chart = self->chart, .record = record };

  gtk_style_context_add_class (gtk_widget_get_style_context (body), "tonus-page");
  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);

      if (!section->is_retired &&
          tonus_section_is_held_by (section, tonus_record_get_kind (record)))
        gtk_container_add (GTK_CONTAINER (body), tonus_section_view_new (&site, section));
    }
  gtk_widget_show (body);
  return tonus_form_new ("practice/form", name, body);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, Desk *self)
{
  if (!row)
    return;
  g_clear_pointer (&self->form, gtk_widget_destroy);
  tonus_chart_barrier (self->chart);
  self->form = make_form (self, record_of (row));
  gtk_box_pack_start (GTK_BOX (self->right), self->form, TRUE, TRUE, 0);
  gtk_box_reorder_child (GTK_BOX (self->right), self->form, 0);
}

static GtkWidget *
make_row (const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_container_add (GTK_CONTAINER (row), label);
  gtk_widget_show_all (row);
  return row;
}

/* Before the row that adds another of its kind; -1: at the end. */
static GtkWidget *
insert_record (Desk *self, TonusRecord *record, int position)
{
  GtkWidget *row = make_row (NULL);

  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) tonus_record_get_kind (record));
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, position);
  paint_row (row, NULL);
  return row;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, Desk *self)
{
  const char *kind = g_object_get_data (G_OBJECT (row), "adds");

  if (kind)
    {
      TonusRecord *record = tonus_session_add_to_office (self->session, kind);
      GtkWidget *added = insert_record (self, record, gtk_list_box_row_get_index (row));

      gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (added));
    }
  tonus_widget_focus_first (self->form);
}

static void
add_kind (Desk *self, guint i)
{
  g_autoptr (GPtrArray) records = tonus_session_list_office (self->session, kinds[i].kind);
  g_autofree char *id = g_strdup_printf ("practice/add-%s", kinds[i].kind);
  GtkWidget *row;

  if (!kinds[i].add && records->len == 0)
    insert_record (self, tonus_session_add_to_office (self->session, kinds[i].kind), -1);
  for (guint r = 0; r < records->len; r++)
    insert_record (self, g_ptr_array_index (records, r), -1);
  if (!kinds[i].add)
    return;
  row = make_row (_ (kinds[i].add));
  g_object_set_data (G_OBJECT (row), "adds", (gpointer) kinds[i].kind);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) kinds[i].kind);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_style_context_add_class (gtk_widget_get_style_context (gtk_bin_get_child (GTK_BIN (row))),
                               GTK_STYLE_CLASS_DIM_LABEL);
  tonus_widget_identify (row, id, _ (kinds[i].add));
  gtk_container_add (GTK_CONTAINER (self->list), row);
}

static void
head_row_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");
  const char *last = before ? g_object_get_data (G_OBJECT (before), "kind") : "";
  GtkWidget *label;

  if (g_str_equal (kind, last))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      {
        label = gtk_label_new (_ (kinds[i].heading));
        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-list-heading");
        gtk_widget_show (label);
        gtk_list_box_row_set_header (row, label);
      }
}

static GtkWidget *
build_list (Desk *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);

  self->list = gtk_list_box_new ();
  tonus_widget_identify (self->list, "practice/list", _ ("Records of the practice"));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), head_row_cb, NULL, NULL);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH, -1);
  gtk_style_context_add_class (gtk_widget_get_style_context (scrolled), "tonus-pages");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (scrolled), self->list);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  return scrolled;
}

static GtkWidget *
build_right (Desk *self)
{
  self->right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->status = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->status), 0);
  gtk_label_set_line_wrap (GTK_LABEL (self->status), TRUE);
  g_object_set (self->status, "margin", 12, "margin-start", 18, NULL);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->status),
                               GTK_STYLE_CLASS_DIM_LABEL);
  tonus_widget_identify (self->status, "practice/status", NULL);
  gtk_widget_set_no_show_all (self->status, TRUE);
  gtk_box_pack_end (GTK_BOX (self->right), self->status, FALSE, FALSE, 0);
  return self->right;
}

GtkWidget *
tonus_practice_pane_new (TonusSession *session)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Desk *self = g_new0 (Desk, 1);

  self->session = g_object_ref (session);
  self->chart = g_object_ref (tonus_session_enter_office (session));
  gtk_container_add (GTK_CONTAINER (content), build_list (self));
  gtk_container_add (GTK_CONTAINER (content), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_pack_start (GTK_BOX (content), build_right (self), TRUE, TRUE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (self, i);
  g_signal_connect (self->chart, "edited", G_CALLBACK (chart_edited_cb), self);
  g_signal_connect (session, "said", G_CALLBACK (said_cb), self);
  gtk_widget_show_all (content);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  /* Let go of when the widgets are gone that borrow it. */
  g_object_set_data_full (G_OBJECT (content), "desk", self, desk_free);
  return tonus_pane_new ("practice", _ ("Practice"), content, FALSE);
}
