/* tonus-history-view.c - what was done so far: visits and home programs, newest first, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-empty.h"
#include "tonus-history-lines.h"
#include "tonus-history-view.h"
#include "tonus-identify.h"
#include "tonus-program-difference.h"
#include "tonus-reading.h"
#include "tonus-withdraw-bar.h"

struct _TonusHistoryView
{
  GtkBox parent_instance;

  /* Owned */
  TonusSession *session;
  GPtrArray *lines; /* (element-type TonusHistoryLine) */

  /* Borrowed */
  GtkWidget *list;
  GtkWidget *reading; /* scrolled window */
  GtkWidget *go_on;
  GtkWidget *withdraw;
};

G_DEFINE_TYPE (TonusHistoryView, tonus_history_view, GTK_TYPE_BOX)

static const TonusHistoryLine *
get_selected (TonusHistoryView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row ? g_ptr_array_index (self->lines, (guint) gtk_list_box_row_get_index (row)) : NULL;
}

static TonusRecord *
load_line (TonusHistoryView *self, const TonusHistoryLine *line, GError **error)
{
  TonusChart *chart = tonus_session_get_chart (self->session);
  TonusRecord *open = line->hash || !chart ? NULL : tonus_chart_get (chart, line->object);

  if (open)
    return g_object_ref (open);
  return tonus_practice_load (tonus_session_get_practice (self->session), line->object, line->hash,
                              error);
}

/* What a version of the home program changed, above what it says. */
static GtkWidget *
make_changes (TonusRecord *before, TonusRecord *record)
{
  g_autoptr (GPtrArray) lines = tonus_program_list_differences (before, record);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Changed since the version before"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (title), "tonus-heading");
  atk_object_set_role (gtk_widget_get_accessible (title), ATK_ROLE_HEADING);
  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-history-changes");
  gtk_container_add (GTK_CONTAINER (box), title);
  if (!lines->len)
    g_ptr_array_add (lines, g_strdup (_ ("Nothing that the patient does.")));
  for (guint i = 0; i < lines->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (lines, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 70);
      gtk_container_add (GTK_CONTAINER (box), label);
    }
  return box;
}

static GtkWidget *
make_reading (TonusHistoryView *self, const TonusHistoryLine *line, TonusRecord *record)
{
  static const char *const hidden[] = { "signature", NULL };
  TonusPractice *practice = tonus_session_get_practice (self->session);
  GtkWidget *reading = tonus_reading_new (record, hidden), *box;
  g_autoptr (TonusRecord) before =
      line->before ? tonus_practice_load (practice, line->object, line->before, NULL) : NULL;

  if (!before)
    return reading;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_container_add (GTK_CONTAINER (box), make_changes (before, record));
  gtk_container_add (GTK_CONTAINER (box), reading);
  return box;
}

static void
show_line (TonusHistoryView *self, const TonusHistoryLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) record = load_line (self, line, &error);
  GtkWidget *old = gtk_bin_get_child (GTK_BIN (self->reading));

  if (old)
    gtk_widget_destroy (old);
  gtk_container_add (GTK_CONTAINER (self->reading),
                     record ? make_reading (self, line, record)
                            : tonus_empty_new ("history/failed", _ ("This cannot be read"),
                                               error->message, NULL, NULL));
  gtk_widget_show_all (self->reading);
  gtk_widget_set_visible (self->go_on, line->is_open_to_edits);
  tonus_withdraw_bar_show (self->withdraw, line);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, TonusHistoryView *self)
{
  const TonusHistoryLine *line = get_selected (self);

  if (line)
    show_line (self, line);
}

static void
go_on_clicked_cb (GtkButton *button, TonusHistoryView *self)
{
  const TonusHistoryLine *line = get_selected (self);
  g_autoptr (TonusSession) session = g_object_ref (self->session);
  g_autofree char *object = line ? g_strdup (line->object) : NULL;
  g_autoptr (GError) error = NULL;

  /* This view is replaced when another visit is opened: it is not touched afterwards. */
  if (object && !tonus_session_open_visit (session, object, &error))
    tonus_session_say (session, error->message);
}

static void
append_line (TonusHistoryView *self, const TonusHistoryLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint32 day = tonus_date_parse (line->date);
  g_autofree char *date = day ? tonus_date_display (day) : g_strdup (_ ("no date"));
  g_autofree char *below = g_strdup_printf ("%s · %s", line->title, line->state);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", date, line->title, line->state);
  g_autofree char *id = g_strdup_printf ("history/%s%s%s", line->object, line->hash ? "/" : "",
                                         line->hash ? line->hash : "");
  GtkWidget *first = gtk_label_new (date), *second = gtk_label_new (below);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_line_wrap (GTK_LABEL (second), TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (second), GTK_STYLE_CLASS_DIM_LABEL);
  gtk_container_add (GTK_CONTAINER (box), first);
  gtk_container_add (GTK_CONTAINER (box), second);
  gtk_container_add (GTK_CONTAINER (row), box);
  gtk_container_add (GTK_CONTAINER (self->list), row);
  tonus_widget_identify (row, id, name);
}

static void
head_row_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  TonusHistoryView *self = data;
  const TonusHistoryLine *line =
      g_ptr_array_index (self->lines, (guint) gtk_list_box_row_get_index (row));
  const TonusHistoryLine *last =
      before ? g_ptr_array_index (self->lines, (guint) gtk_list_box_row_get_index (before)) : NULL;
  GtkWidget *label;

  if (!line->withdrawn || (last && last->withdrawn))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_ ("Withdrawn"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-list-heading");
  gtk_widget_show (label);
  gtk_list_box_row_set_header (row, label);
}

static void
build (TonusHistoryView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = gtk_list_box_new ();
  self->reading = gtk_scrolled_window_new (NULL, NULL);
  self->go_on = gtk_button_new_with_label (_ ("Go on with this visit"));
  gtk_widget_set_no_show_all (self->go_on, TRUE);
  gtk_widget_set_size_request (scrolled, 210, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_style_context_add_class (gtk_widget_get_style_context (scrolled), "tonus-pages");
  tonus_widget_identify (self->list, "history/list", _ ("History"));
  tonus_widget_identify (self->reading, "history/reading", _ ("What was recorded"));
  tonus_widget_identify (self->go_on, "history/go-on", NULL);
  gtk_widget_set_can_focus (self->reading, TRUE);
  gtk_container_add (GTK_CONTAINER (scrolled), self->list);
  gtk_container_add (GTK_CONTAINER (self), scrolled);
  gtk_container_add (GTK_CONTAINER (self), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_pack_start (GTK_BOX (self), right, TRUE, TRUE, 0);
  self->withdraw = tonus_withdraw_bar_new (self->session, self->go_on);
  gtk_box_pack_start (GTK_BOX (right), self->withdraw, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (right), self->reading, TRUE, TRUE, 0);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), head_row_cb, self, NULL);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect (self->go_on, "clicked", G_CALLBACK (go_on_clicked_cb), self);
}

static void
tonus_history_view_dispose (GObject *object)
{
  TonusHistoryView *self = TONUS_HISTORY_VIEW (object);

  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  G_OBJECT_CLASS (tonus_history_view_parent_class)->dispose (object);
}

static void
tonus_history_view_finalize (GObject *object)
{
  TonusHistoryView *self = TONUS_HISTORY_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (tonus_history_view_parent_class)->finalize (object);
}

static void
tonus_history_view_class_init (TonusHistoryViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tonus_history_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tonus_history_view_finalize;
}

static void
tonus_history_view_init (TonusHistoryView *self)
{
}

GtkWidget *
tonus_history_view_new (TonusSession *session)
{
  TonusHistoryView *self = g_object_new (TONUS_TYPE_HISTORY_VIEW, NULL);

  self->session = g_object_ref (session);
  self->lines = tonus_history_lines_list (session);
  build (self);
  for (guint i = 0; i < self->lines->len; i++)
    append_line (self, g_ptr_array_index (self->lines, i));
  if (self->lines->len)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                             gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  else
    gtk_container_add (GTK_CONTAINER (self->reading),
                       tonus_empty_new ("history/empty", _ ("No visits yet"),
                                        _ ("What is charted today can be read here tomorrow."),
                                        "win.start-visit", _ ("Start today’s visit")));
  gtk_widget_show_all (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
