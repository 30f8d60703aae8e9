/* tonus-event-list.c - what happened, one row per event, and the form of the selected one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-event-list.h"
#include "tonus-fields-grid.h"
#include "tonus-id.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-row-words.h"

struct _TonusEventList
{
  GtkBox parent_instance;

  /* Owned */
  TonusChart *chart;
  TonusRecord *record;
  GObject *lister_data;
  char *selected; /* the row whose form is shown */
  char *pending;  /* added, still without a value */

  /* Borrowed */
  TonusSite site;
  const TonusSection *section;
  GtkWidget *list;
  GtkWidget *frame;
  GtkWidget *empty;
  GtkWidget *remove;
  GtkWidget *form;

  gboolean is_filling;
};

G_DEFINE_TYPE (TonusEventList, tonus_event_list, GTK_TYPE_BOX)

static const char *
row_of (gpointer list_row)
{
  return g_object_get_data (G_OBJECT (list_row), "row");
}

static void
show_form (TonusEventList *self, const char *row)
{
  GList *old = gtk_container_get_children (GTK_CONTAINER (self->form));

  g_list_free_full (old, (GDestroyNotify) gtk_widget_destroy);
  g_free (self->selected);
  self->selected = g_strdup (row);
  gtk_widget_set_visible (self->remove, row != NULL);
  gtk_widget_set_visible (self->form, row != NULL);
  if (row)
    gtk_container_add (GTK_CONTAINER (self->form),
                       tonus_fields_flow_new (&self->site, self->section, row, 0));
}

/* Why it was done: "Because of Strength (MMT): Gluteus medius, Right". */
static void
append_reasons (TonusEventList *self, const char *row, GString *rest)
{
  for (guint i = 0; self->site.namer && i < self->section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (self->section->fields, i);
      const char *value =
          field->kind == TONUS_KIND_REF ? tonus_record_get_field (self->record, field, row) : NULL;
      g_autofree char *name = value ? self->site.namer (value, self->lister_data) : NULL;

      if (name)
        g_string_append_printf (rest, "%s%s %s", rest->len ? " · " : "", tonus_field_label (field),
                                name);
    }
}

static void
name_row (TonusEventList *self, GtkWidget *list_row)
{
  const char *row = row_of (list_row);
  g_autofree char *others = NULL;
  g_autofree char *lead = tonus_row_lead (self->record, self->section, row, &others);
  g_autofree char *id = g_strdup_printf ("%s/%s", self->section->id, row);
  g_autoptr (GString) rest = g_string_new (others);
  g_autofree char *name = NULL;
  const char *shown = lead ? lead : _ ("New, nothing recorded yet");
  GtkWidget *below = g_object_get_data (G_OBJECT (list_row), "rest");

  append_reasons (self, row, rest);
  name = g_strdup_printf ("%s%s%s", shown, rest->len ? ", " : "", rest->str);
  tonus_label_say (g_object_get_data (G_OBJECT (list_row), "lead"), shown);
  tonus_label_say (below, rest->str);
  /* While a row is charted nothing below it moves. */
  gtk_widget_set_visible (below, rest->len > 0 || g_strcmp0 (row, self->selected) == 0);
  tonus_widget_identify (list_row, id, name);
}

static void
name_rows (TonusEventList *self)
{
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (self->list));

  for (GList *l = rows; l; l = l->next)
    name_row (self, l->data);
}

static GtkWidget *
make_line (GtkWidget *list_row, const char *part, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  g_object_set_data (G_OBJECT (list_row), part, label);
  return label;
}

static void
append_row (TonusEventList *self, const char *row)
{
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_set_data_full (G_OBJECT (list_row), "row", g_strdup (row), g_free);
  gtk_container_add (GTK_CONTAINER (box), make_line (list_row, "lead", "tonus-lead"));
  gtk_container_add (GTK_CONTAINER (box), make_line (list_row, "rest", GTK_STYLE_CLASS_DIM_LABEL));
  gtk_container_add (GTK_CONTAINER (list_row), box);
  gtk_container_add (GTK_CONTAINER (self->list), list_row);
  gtk_widget_show_all (list_row);
  name_row (self, list_row);
  if (g_strcmp0 (row, self->selected) == 0)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (list_row));
}

static gboolean
has_row (GPtrArray *rows, const char *row)
{
  return g_ptr_array_find_with_equal_func (rows, row, g_str_equal, NULL);
}

/* The record's rows and the pending one.  (transfer container) */
static GPtrArray *
list_rows (TonusEventList *self)
{
  GPtrArray *rows = tonus_record_get_rows (self->record, self->section->id);

  tonus_row_add_unread (self->record, self->section, rows);
  /* A row that has just been emptied stays as long as somebody is in its form. */
  if (!self->pending && self->selected && !has_row (rows, self->selected))
    self->pending = g_strdup (self->selected);
  if (self->pending && has_row (rows, self->pending))
    g_clear_pointer (&self->pending, g_free);
  if (self->pending)
    g_ptr_array_add (rows, self->pending);
  return rows;
}

static gboolean
shows_rows (TonusEventList *self, GPtrArray *rows)
{
  g_autoptr (GList) shown = gtk_container_get_children (GTK_CONTAINER (self->list));
  GList *l = shown;

  if (g_list_length (shown) != rows->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++, l = l->next)
    if (g_strcmp0 (row_of (l->data), g_ptr_array_index (rows, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
fill_list (TonusEventList *self, GPtrArray *rows)
{
  GList *old = gtk_container_get_children (GTK_CONTAINER (self->list));
  gboolean is_selected_there = FALSE;

  self->is_filling = TRUE;
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (self->selected, g_ptr_array_index (rows, i)) == 0)
      is_selected_there = TRUE;
  if (!is_selected_there)
    show_form (self, rows->len ? g_ptr_array_index (rows, rows->len - 1) : NULL);
  g_list_free_full (old, (GDestroyNotify) gtk_widget_destroy);
  for (guint i = 0; i < rows->len; i++)
    append_row (self, g_ptr_array_index (rows, i));
  gtk_widget_set_visible (self->frame, rows->len > 0);
  gtk_widget_set_visible (self->empty, rows->len == 0);
  self->is_filling = FALSE;
}

static void
update (TonusEventList *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self);

  if (shows_rows (self, rows))
    name_rows (self);
  else
    fill_list (self, rows);
}

static void
record_changed_cb (TonusRecord *record, const char *path, TonusEventList *self)
{
  gsize length = strlen (self->section->id);

  if (!path || (strncmp (path, self->section->id, length) == 0 && path[length] == '/'))
    update (self);
}

static GtkWidget *
find_row (TonusEventList *self, const char *row)
{
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (self->list));

  for (GList *l = rows; l; l = l->next)
    if (g_strcmp0 (row_of (l->data), row) == 0)
      return l->data;
  return NULL;
}

/* Forget the empty row, which is not the selected one any more; the list is in the middle of
 * telling so and must not be made anew. */
static void
drop_pending (TonusEventList *self)
{
  GtkWidget *list_row = find_row (self, self->pending);

  if (list_row)
    gtk_widget_destroy (list_row);
  g_clear_pointer (&self->pending, g_free);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *list_row, TonusEventList *self)
{
  g_autofree char *row = list_row ? g_strdup (row_of (list_row)) : NULL;

  if (self->is_filling || !row || g_strcmp0 (row, self->selected) == 0)
    return;
  if (self->pending && !g_str_equal (row, self->pending))
    drop_pending (self);
  show_form (self, row);
  name_rows (self);
}

static void
focus_form (TonusEventList *self)
{
  tonus_widget_focus_first (self->form);
}

static char *
new_row_id (TonusEventList *self)
{
  guint8 bytes[TONUS_ROW_ID_BYTES];

  if (self->site.new_row_id)
    return self->site.new_row_id (self->lister_data);
  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    bytes[i] = (guint8) g_random_int ();
  return tonus_row_id_from_bytes (bytes);
}

static void
add_clicked_cb (GtkButton *button, TonusEventList *self)
{
  if (!self->pending)
    self->pending = new_row_id (self);
  show_form (self, self->pending);
  {
    g_autoptr (GPtrArray) rows = list_rows (self);

    fill_list (self, rows);
  }
  focus_form (self);
}

static void
remove_clicked_cb (GtkButton *button, TonusEventList *self)
{
  g_autofree char *row = g_strdup (self->selected);
  g_autoptr (TonusChangeset) changes = NULL;

  if (!self->selected)
    return;
  changes = tonus_row_removal (self->record, self->section, self->selected);
  g_clear_pointer (&self->pending, g_free);
  show_form (self, NULL);
  tonus_chart_barrier (self->chart);
  if (tonus_changeset_get_size (changes))
    tonus_chart_apply (self->chart, changes, NULL);
  tonus_row_forget_unread (self->record, self->section, row);
  tonus_chart_barrier (self->chart);
  update (self);
}

static GtkWidget *
make_button (TonusEventList *self, const char *word, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *id = g_strdup_printf ("%s/%s", self->section->id, word);
  g_autofree char *name = g_strdup_printf ("%s: %s", tonus_section_label (self->section), label);

  tonus_widget_identify (button, id, name);
  g_signal_connect (button, "clicked", clicked, self);
  return button;
}

static void
build (TonusEventList *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *id = g_strdup_printf ("%s/rows", self->section->id);

  self->list = gtk_list_box_new ();
  tonus_widget_identify (self->list, id, tonus_section_label (self->section));
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  self->frame = gtk_frame_new (NULL);
  gtk_container_add (GTK_CONTAINER (self->frame), self->list);
  gtk_widget_show (self->list);
  self->empty = gtk_label_new (_ ("Nothing recorded yet"));
  gtk_style_context_add_class (gtk_widget_get_style_context (self->empty),
                               GTK_STYLE_CLASS_DIM_LABEL);
  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->remove = make_button (self, "remove", _ ("Remove"), G_CALLBACK (remove_clicked_cb));
  gtk_container_add (GTK_CONTAINER (buttons),
                     make_button (self, "add", _ ("Add"), G_CALLBACK (add_clicked_cb)));
  gtk_widget_set_no_show_all (self->remove, TRUE);
  gtk_container_add (GTK_CONTAINER (buttons), self->remove);
  gtk_container_add (GTK_CONTAINER (buttons), self->empty);
  gtk_widget_show_all (buttons);
  gtk_widget_set_no_show_all (self->empty, TRUE);
  gtk_widget_set_no_show_all (self->frame, TRUE);
  gtk_widget_set_no_show_all (self->form, TRUE);
  gtk_container_add (GTK_CONTAINER (self), self->frame);
  gtk_container_add (GTK_CONTAINER (self), buttons);
  gtk_container_add (GTK_CONTAINER (self), self->form);
}

static void
tonus_event_list_dispose (GObject *object)
{
  TonusEventList *self = TONUS_EVENT_LIST (object);

  self->is_filling = TRUE;
  if (self->record)
    g_signal_handlers_disconnect_by_data (self->record, self);
  G_OBJECT_CLASS (tonus_event_list_parent_class)->dispose (object);
}

static void
tonus_event_list_finalize (GObject *object)
{
  TonusEventList *self = TONUS_EVENT_LIST (object);

  g_clear_object (&self->chart);
  g_clear_object (&self->record);
  g_clear_object (&self->lister_data);
  g_free (self->selected);
  g_free (self->pending);
  G_OBJECT_CLASS (tonus_event_list_parent_class)->finalize (object);
}

static void
tonus_event_list_class_init (TonusEventListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_event_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tonus_event_list_finalize;
}

static void
tonus_event_list_init (TonusEventList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

GtkWidget *
tonus_event_list_new (const TonusSite *site, const TonusSection *section)
{
  TonusEventList *self = g_object_new (TONUS_TYPE_EVENT_LIST, NULL);
  g_autoptr (GPtrArray) rows = NULL;

  self->site = *site;
  self->chart = g_object_ref (site->chart);
  self->record = g_object_ref (site->record);
  self->lister_data = site->lister_data ? g_object_ref (site->lister_data) : NULL;
  self->section = section;
  build (self);
  rows = list_rows (self);
  fill_list (self, rows);
  g_signal_connect_object (self->record, "changed", G_CALLBACK (record_changed_cb), self, 0);
  gtk_widget_show (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
tonus_event_list_select (TonusEventList *self, const char *row)
{
  GtkWidget *list_row = find_row (self, row);

  if (list_row)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (list_row));
}
