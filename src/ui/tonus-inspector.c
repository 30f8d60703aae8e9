/* tonus-inspector.c - below a page: what the field with the focus is about, and a measured row's
 * details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <math.h>
#include "tonus-fields-grid.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-inspector.h"
#include "tonus-label.h"
#include "tonus-measure-rows.h"
#include "tonus-field-row.h"
#include "tonus-field-words.h"
#include "tonus-row-words.h"
#include "tonus-text.h"

/* Forms of details wait until somebody stays in a cell: going through a table must not cost them.
 */
#define DETAILS_AFTER 120
#define INSPECTOR "tonus-inspector"

struct _TonusInspector
{
  GtkBox parent_instance;

  /* Owned */
  char *row; /* (nullable) whose details are shown */

  /* Borrowed */
  GtkWidget *page;
  GtkWidget *window;  /* (nullable) whose focus is watched */
  GtkWidget *subject; /* (nullable) the field row with the focus: weak */
  GtkWidget *title;
  GtkWidget *help;
  GtkWidget *remark;
  GtkWidget *remove;
  GtkWidget *details;

  const TonusSection *section; /* of the details shown */
  gulong focus_id;
  guint timer;
};

G_DEFINE_TYPE (TonusInspector, tonus_inspector, GTK_TYPE_BOX)

static TonusFieldRow *
get_subject (TonusInspector *self)
{
  return self->subject ? TONUS_FIELD_ROW (self->subject) : NULL;
}

static gboolean
is_measured (TonusFieldRow *subject)
{
  return tonus_field_row_get_field (subject)->section->repeat == TONUS_REPEAT_MEASURE;
}

/* --- words -------------------------------------------------------------------------------------
 */

/* "Hip flexion, Right, Passive"; fields of a plain form have their label beside them. */
static char *
say_title (TonusFieldRow *subject)
{
  const TonusField *field = tonus_field_row_get_field (subject);
  const char *row = tonus_field_row_get_row (subject);
  g_autofree char *label = row ? tonus_section_row_label (field->section, row) : NULL;

  return label ? g_steal_pointer (&label) : g_strdup (tonus_field_label (field));
}

/* What can be recorded: "0 to 150°". */
static char *
say_range (TonusFieldRow *subject)
{
  const TonusField *field = tonus_field_row_get_field (subject);
  const char *row = tonus_field_row_get_row (subject);
  g_autofree char *chosen = tonus_field_chosen (field, row, tonus_field_row_get_record (subject));
  TonusLimits limits = tonus_field_get_limits (field, row, chosen);
  g_autofree char *from = NULL, *to = NULL, *last = NULL;

  if (!tonus_kind_is_number (field->kind) || limits.min == -INFINITY || limits.max == INFINITY)
    return NULL;
  from = tonus_number_format (limits.min, limits.digits);
  to = tonus_number_format (limits.max, limits.digits);
  /* "0 to 10", of a value that is out of ten anyway. */
  last = tonus_words_with_unit (to, limits.unit && *limits.unit != '/' ? limits.unit : NULL);
  /* Translators: the least and the most that can be recorded: “0 to 150°”. */
  return g_strdup_printf (_ ("%s to %s"), from, last);
}

static void
paint_words (TonusInspector *self)
{
  TonusFieldRow *subject = get_subject (self);
  gboolean is_wrong = FALSE;
  g_autofree char *title = subject ? say_title (subject) : NULL;
  g_autofree char *range = subject ? say_range (subject) : NULL;
  g_autofree char *remark = subject ? tonus_field_row_say (subject, &is_wrong) : NULL;
  const char *help = subject ? tonus_field_help (tonus_field_row_get_field (subject)) : NULL;
  g_autofree char *words =
      g_strdup_printf ("%s%s%s", help ? help : "", help && range ? " · " : "", range ? range : "");
  GtkStyleContext *style = gtk_widget_get_style_context (self->remark);

  tonus_label_say (self->title, title);
  tonus_label_say (self->help, words);
  tonus_label_say (self->remark, remark);
  gtk_widget_set_visible (self->remark, remark != NULL);
  gtk_widget_set_visible (self->help, remark == NULL);
  if (is_wrong)
    gtk_style_context_add_class (style, "tonus-error");
  else
    gtk_style_context_remove_class (style, "tonus-error");
}

/* --- details -----------------------------------------------------------------------------------
 */

static void
drop_details (TonusInspector *self)
{
  g_list_free_full (gtk_container_get_children (GTK_CONTAINER (self->details)),
                    (GDestroyNotify) gtk_widget_destroy);
  g_clear_pointer (&self->row, g_free);
  self->section = NULL;
}

static gboolean
shows_details_of (TonusInspector *self, TonusFieldRow *subject)
{
  return self->section == tonus_field_row_get_field (subject)->section &&
         g_strcmp0 (self->row, tonus_field_row_get_row (subject)) == 0;
}

gboolean
tonus_inspector_go_over (TonusInspector *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkWidget *focus = GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;

  if (!self->subject || !focus)
    return FALSE;
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return tonus_widget_focus_first (self->subject);
  tonus_inspector_show_details (self);
  return gtk_widget_get_visible (self->details) && tonus_widget_focus_first (self->details);
}

void
tonus_inspector_show_details (TonusInspector *self)
{
  TonusFieldRow *subject = get_subject (self);
  const TonusSection *section = subject ? tonus_field_row_get_field (subject)->section : NULL;
  guint n_columns;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (!subject || !is_measured (subject) || shows_details_of (self, subject))
    return;
  drop_details (self);
  self->section = section;
  self->row = g_strdup (tonus_field_row_get_row (subject));
  n_columns = tonus_measure_count_fields (section);
  gtk_container_add (
      GTK_CONTAINER (self->details),
      tonus_fields_flow_new (tonus_field_row_get_site (subject), section, self->row, n_columns));
}

static gboolean
details_due_cb (gpointer self)
{
  TONUS_INSPECTOR (self)->timer = 0;
  tonus_inspector_show_details (self);
  return G_SOURCE_REMOVE;
}

static void
plan_details (TonusInspector *self)
{
  TonusFieldRow *subject = get_subject (self);
  gboolean has_details = FALSE;

  if (subject && is_measured (subject))
    {
      g_autoptr (GPtrArray) fields =
          tonus_measure_list_details (tonus_field_row_get_field (subject)->section);

      has_details = fields->len > 0;
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (self->details, has_details);
  gtk_widget_set_visible (self->remove, subject && is_measured (subject));
  if (!has_details)
    drop_details (self);
  else if (!shows_details_of (self, subject))
    self->timer = g_timeout_add (DETAILS_AFTER, details_due_cb, self);
}

static void
remove_clicked_cb (GtkButton *button, TonusInspector *self)
{
  TonusFieldRow *subject = get_subject (self);
  g_autoptr (TonusChangeset) changes = NULL;
  const TonusSection *section;
  TonusRecord *record;
  g_autofree char *row = NULL;
  TonusChart *chart;

  if (!subject)
    return;
  chart = tonus_field_row_get_site (subject)->chart;
  record = tonus_field_row_get_record (subject);
  section = tonus_field_row_get_field (subject)->section;
  row = g_strdup (tonus_field_row_get_row (subject));
  changes = tonus_row_removal (record, section, row);
  tonus_widget_focus_first (self->subject);
  tonus_chart_barrier (chart);
  if (tonus_changeset_get_size (changes))
    tonus_chart_apply (chart, changes, NULL);
  tonus_row_forget_unread (record, section, row);
  tonus_chart_barrier (chart);
}

/* --- the focus ---------------------------------------------------------------------------------
 */

static void
subject_said_cb (TonusFieldRow *subject, TonusInspector *self)
{
  paint_words (self);
}

static void
forget_subject (TonusInspector *self)
{
  if (!self->subject)
    return;
  g_signal_handlers_disconnect_by_data (self->subject, self);
  g_object_remove_weak_pointer (G_OBJECT (self->subject), (gpointer *) &self->subject);
  self->subject = NULL;
}

static void
set_subject (TonusInspector *self, GtkWidget *subject)
{
  if (self->subject == subject)
    return;
  forget_subject (self);
  self->subject = subject;
  if (subject)
    {
      g_object_add_weak_pointer (G_OBJECT (subject), (gpointer *) &self->subject);
      g_signal_connect (subject, "said", G_CALLBACK (subject_said_cb), self);
    }
  paint_words (self);
  plan_details (self);
}

/* A list of answers hangs in the window and belongs to its button. */
static GtkWidget *
place_of (GtkWidget *focus)
{
  GtkWidget *popover = focus ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return popover ? gtk_popover_get_relative_to (GTK_POPOVER (popover)) : focus;
}

static void
focus_set_cb (GtkWindow *window, GtkWidget *focus, TonusInspector *self)
{
  GtkWidget *row;

  /* While the details are filled in, they are still the details of that row. */
  focus = place_of (focus);
  if (!focus || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  row = gtk_widget_is_ancestor (focus, self->page)
            ? gtk_widget_get_ancestor (focus, TONUS_TYPE_FIELD_ROW)
            : NULL;
  set_subject (self, row);
}

static void
forget_window (TonusInspector *self)
{
  if (!self->window)
    return;
  g_signal_handler_disconnect (self->window, self->focus_id);
  g_object_remove_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  self->window = NULL;
}

static void
tonus_inspector_hierarchy_changed (GtkWidget *widget, GtkWidget *previous)
{
  TonusInspector *self = TONUS_INSPECTOR (widget);
  GtkWidget *window = gtk_widget_get_toplevel (widget);

  forget_window (self);
  self->window = GTK_IS_WINDOW (window) ? window : NULL;
  if (!self->window)
    return;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &self->window);
  self->focus_id = g_signal_connect_after (window, "set-focus", G_CALLBACK (focus_set_cb), self);
}

static void
tonus_inspector_dispose (GObject *object)
{
  TonusInspector *self = TONUS_INSPECTOR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  forget_window (self);
  forget_subject (self);
  g_clear_pointer (&self->row, g_free);
  G_OBJECT_CLASS (tonus_inspector_parent_class)->dispose (object);
}

/* Asked before there are details, a box would remember that its height does not depend on its
 * width. */
static GtkSizeRequestMode
tonus_inspector_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tonus_inspector_class_init (TonusInspectorClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = tonus_inspector_get_request_mode;
  G_OBJECT_CLASS (klass)->dispose = tonus_inspector_dispose;
  GTK_WIDGET_CLASS (klass)->hierarchy_changed = tonus_inspector_hierarchy_changed;
}

static GtkWidget *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  return label;
}

static void
tonus_inspector_init (TonusInspector *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), "tonus-inspector");
  self->title = make_label ("tonus-heading");
  self->help = make_label (GTK_STYLE_CLASS_DIM_LABEL);
  self->remark = make_label ("tonus-remark");
  self->remove = gtk_button_new_with_label (_ ("Remove"));
  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_tooltip_text (self->remove, _ ("Take this measurement out, with its details"));
  gtk_box_pack_start (GTK_BOX (line), self->title, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (line), self->help, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (line), self->remark, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (line), self->remove, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (self), line);
  gtk_container_add (GTK_CONTAINER (self), self->details);
  gtk_widget_show_all (line);
  gtk_widget_hide (self->remove);
  gtk_widget_set_no_show_all (GTK_WIDGET (self), TRUE);
  g_signal_connect (self->remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
}

GtkWidget *
tonus_inspector_new (GtkWidget *page, const char *id)
{
  TonusInspector *self = g_object_new (TONUS_TYPE_INSPECTOR, NULL);
  g_autofree char *own = g_strdup_printf ("%s/inspector", id);
  g_autofree char *remove = g_strdup_printf ("%s/remove", id);

  self->page = page;
  g_object_set_data (G_OBJECT (page), INSPECTOR, self);
  tonus_widget_identify (GTK_WIDGET (self), own, _ ("About this field"));
  tonus_widget_identify (self->remove, remove, _ ("Remove this measurement"));
  gtk_widget_show (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

TonusInspector *
tonus_inspector_of (GtkWidget *field)
{
  for (; field; field = gtk_widget_get_parent (field))
    if (g_object_get_data (G_OBJECT (field), INSPECTOR))
      return g_object_get_data (G_OBJECT (field), INSPECTOR);
  return NULL;
}
