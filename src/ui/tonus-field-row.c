/* tonus-field-row.c - one field of a form: its editor, its unit and what there is to say about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-field-row-private.h"
#include "tonus-field-words.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-text.h"

G_DEFINE_TYPE (TonusFieldRow, tonus_field_row, GTK_TYPE_BOX)

const char *
tonus_field_row_get_value (TonusFieldRow *self)
{
  return tonus_record_get_field (self->record, self->field, self->row);
}

const char *
tonus_field_row_get_unread (TonusFieldRow *self)
{
  return g_hash_table_lookup (tonus_record_get_unread (self->record), self->path);
}

char *
tonus_field_row_say (TonusFieldRow *self, gboolean *is_wrong)
{
  TonusFieldState state = {
    .field = self->field,
    .row = self->row,
    .record = self->record,
    .typed = tonus_field_row_get_unread (self),
    .says_not_tested = self->editor == &tonus_editor_toggles,
  };
  g_autofree char *words = tonus_field_words (&state, is_wrong);

  if (self->refused)
    {
      *is_wrong = TRUE;
      return g_strdup (self->refused);
    }
  /* Nobody is told that half a word is no word. */
  return !*is_wrong || self->has_left ? g_steal_pointer (&words) : NULL;
}

/* What one types in does not move away under the hand: the remark gives its place back when one
 * leaves. */
static void
keep_place (TonusFieldRow *self)
{
  GtkAllocation place;
  int wish;

  if (self->has_left)
    gtk_widget_set_size_request (self->remark, -1, -1);
  else if (gtk_widget_get_visible (self->remark))
    {
      gtk_widget_get_preferred_width (self->remark, NULL, &wish);
      gtk_widget_get_allocation (self->remark, &place);
      gtk_widget_set_size_request (self->remark, wish, place.height);
    }
}

static gboolean
keeps_place (TonusFieldRow *self)
{
  int width;

  gtk_widget_get_size_request (self->remark, &width, NULL);
  return width >= 0;
}

void
tonus_field_row_show_remark (TonusFieldRow *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  gboolean is_wrong = FALSE;
  g_autofree char *words = tonus_field_row_say (self, &is_wrong);
  const char *help = tonus_field_help (self->field);

  keep_place (self);
  tonus_label_say (self->remark, words);
  gtk_widget_set_visible (self->remark, (words || keeps_place (self)) && !self->is_compact);
  atk_object_set_description (gtk_widget_get_accessible (self->editor->focus (self->widget)),
                              words  ? words
                              : help ? help
                                     : "");
  if (is_wrong && words)
    gtk_style_context_add_class (style, "tonus-wrong");
  else
    gtk_style_context_remove_class (style, "tonus-wrong");
  g_signal_emit_by_name (self, "said");
}

void
tonus_field_row_paint (TonusFieldRow *self)
{
  const char *value = tonus_field_row_get_value (self);
  const char *unread = tonus_field_row_get_unread (self);
  GtkWidget *focus = self->editor->focus (self->widget);

  self->is_painting = TRUE;
  if (unread && GTK_IS_ENTRY (focus))
    gtk_entry_set_text (GTK_ENTRY (focus), unread);
  else if (unread && GTK_IS_TEXT_VIEW (focus))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), unread, -1);
  else
    self->editor->show (self->widget, self->field, value);
  self->is_painting = FALSE;
  g_free (self->shown);
  self->shown = self->editor->read (self->widget);
  tonus_field_row_show_remark (self);
}

static void
update_visibility (TonusFieldRow *self)
{
  /* What is filled in stays in sight even when it no longer applies. */
  gtk_widget_set_visible (
      GTK_WIDGET (self), tonus_record_shows (self->record, self->field, self->row) ||
                             tonus_field_row_get_value (self) || tonus_field_row_get_unread (self));
}

static void
record_changed_cb (TonusRecord *record, const char *path, TonusFieldRow *self)
{
  update_visibility (self);
  if (self->is_applying)
    tonus_field_row_show_remark (self);
  else if (!path || g_str_equal (path, self->path))
    tonus_field_row_paint (self);
}

static void
condition_changed_cb (TonusRecord *record, const char *path, TonusFieldRow *self)
{
  update_visibility (self);
  tonus_field_row_show_remark (self);
}

static void
keep_unread (TonusFieldRow *self, const char *typed)
{
  if (tonus_field_row_get_value (self))
    tonus_chart_set (self->chart, tonus_record_get_object (self->record), self->path, NULL, NULL);
  tonus_record_set_unread (self->record, self->path, typed);
}

void
tonus_field_row_put (TonusFieldRow *self, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (tonus_field_row_get_unread (self))
    tonus_record_set_unread (self->record, self->path, NULL);
  if (g_strcmp0 (value, tonus_field_row_get_value (self)) != 0 &&
      !tonus_chart_set (self->chart, tonus_record_get_object (self->record), self->path, value,
                        &error))
    keep_unread (self, value);
}

static void
editor_edited_cb (TonusFieldRow *self)
{
  g_autofree char *typed = NULL, *chosen = NULL, *value = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_painting)
    return;
  typed = self->editor->read (self->widget);
  if (g_strcmp0 (typed, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (typed);
  g_clear_pointer (&self->refused, g_free);
  self->has_left = FALSE;
  chosen = tonus_field_chosen (self->field, self->row, self->record);
  value = tonus_field_read_typed (self->field, self->row, chosen, typed ? typed : "",
                                  tonus_date_today (), &error);
  self->is_applying = TRUE;
  if (error)
    keep_unread (self, typed);
  else
    tonus_field_row_put (self, value);
  self->is_applying = FALSE;
  update_visibility (self);
  tonus_field_row_show_remark (self);
}

static void
watch_record (TonusFieldRow *self)
{
  g_autofree char *detail = g_strconcat ("changed::", self->field->path, NULL);

  g_signal_connect_object (self->record, detail, G_CALLBACK (record_changed_cb), self, 0);
  if (self->field->show_if)
    {
      g_autofree char *other = g_strconcat ("changed::", self->field->show_if->path, NULL);

      g_signal_connect_object (self->record, other, G_CALLBACK (condition_changed_cb), self, 0);
    }
  if (self->field->limits && self->field->limits->key_index < 0)
    {
      g_autofree char *other = g_strconcat ("changed::", self->field->limits->path, NULL);

      g_signal_connect_object (self->record, other, G_CALLBACK (condition_changed_cb), self, 0);
    }
}

static void
tonus_field_row_dispose (GObject *object)
{
  TonusFieldRow *self = TONUS_FIELD_ROW (object);

  /* A dying entry says "changed" and "focus-out": nobody is to act on it. */
  self->is_painting = TRUE;
  if (self->record)
    g_signal_handlers_disconnect_by_data (self->record, self);
  G_OBJECT_CLASS (tonus_field_row_parent_class)->dispose (object);
}

static void
tonus_field_row_finalize (GObject *object)
{
  TonusFieldRow *self = TONUS_FIELD_ROW (object);

  g_clear_object (&self->chart);
  g_clear_object (&self->record);
  g_clear_object (&self->lister_data);
  g_free (self->row);
  g_free (self->path);
  g_free (self->shown);
  g_free (self->entered);
  g_free (self->entered_unread);
  g_free (self->refused);
  g_free (self->before);
  g_clear_handle_id (&self->before_timer, g_source_remove);
  G_OBJECT_CLASS (tonus_field_row_parent_class)->finalize (object);
}

static void
tonus_field_row_class_init (TonusFieldRowClass *klass)
{
  g_signal_new ("said", TONUS_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
  G_OBJECT_CLASS (klass)->dispose = tonus_field_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tonus_field_row_finalize;
}

static void
tonus_field_row_init (TonusFieldRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_set_no_show_all (GTK_WIDGET (self), TRUE);
}

/* A cell is as wide as its table says. */
static void
fit_cell (GtkWidget *editor)
{
  gtk_widget_set_halign (editor, GTK_ALIGN_FILL);
  if (GTK_IS_ENTRY (editor))
    gtk_entry_set_width_chars (GTK_ENTRY (editor), 3);
}

static void
fill (TonusFieldRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *chosen = tonus_field_chosen (self->field, self->row, self->record);
  TonusLimits limits = tonus_field_get_limits (self->field, self->row, chosen);

  gtk_box_pack_start (GTK_BOX (line), self->widget, self->is_compact, TRUE, 0);
  if (self->is_compact)
    fit_cell (self->widget);
  else if (limits.unit)
    {
      /* "/10" is not "10/" where people read from right to left. */
      g_autofree char *shown = tonus_text_isolate_ltr (limits.unit);
      GtkWidget *unit = gtk_label_new (shown);

      gtk_style_context_add_class (gtk_widget_get_style_context (unit), GTK_STYLE_CLASS_DIM_LABEL);
      gtk_container_add (GTK_CONTAINER (line), unit);
    }
  self->remark = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->remark), 0);
  gtk_label_set_line_wrap (GTK_LABEL (self->remark), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->remark), 24);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->remark), "tonus-remark");
  gtk_container_add (GTK_CONTAINER (self), line);
  gtk_container_add (GTK_CONTAINER (self), self->remark);
  gtk_widget_show_all (line);
}

TonusFieldRow *
tonus_field_row_new (const TonusSite *site,
                     const TonusField *field,
                     const char *row,
                     const char *name)
{
  TonusFieldRow *self = g_object_new (TONUS_TYPE_FIELD_ROW, NULL);
  TonusEditorPlace place = {
    .schema = tonus_record_get_schema (site->record),
    .field = field,
    .name = name,
    .is_compact = name != NULL,
    .lister = site->lister,
    .namer = site->namer,
    .lister_data = site->lister_data,
  };

  self->chart = g_object_ref (site->chart);
  self->record = g_object_ref (site->record);
  self->lister_data = site->lister_data ? g_object_ref (site->lister_data) : NULL;
  self->field = field;
  self->row = g_strdup (row);
  self->path = tonus_path_join (field->section->id, row, field->id);
  self->has_left = TRUE;
  self->is_compact = place.is_compact;
  self->site = *site;
  self->editor = tonus_editor_for (field, place.is_compact);
  place.id = self->path;
  self->widget = self->editor->create (&place);
  fill (self);
  self->editor->watch (self->widget, G_CALLBACK (editor_edited_cb), self);
  tonus_field_row_watch_keys (self->widget, self);
  tonus_field_row_watch_paste (self);
  watch_record (self);
  tonus_field_row_paint (self);
  update_visibility (self);
  return self;
}

GtkWidget *
tonus_field_row_make_label (TonusFieldRow *self)
{
  GtkWidget *label = gtk_label_new (tonus_field_label (self->field));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_no_show_all (label, TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-field-label");
  gtk_widget_set_tooltip_text (label, tonus_field_help (self->field));
  if (!GTK_IS_BOX (self->widget))
    tonus_widget_label_by (self->editor->focus (self->widget), label);
  g_object_bind_property (self, "visible", label, "visible", G_BINDING_SYNC_CREATE);
  return label;
}

const TonusField *
tonus_field_row_get_field (TonusFieldRow *self)
{
  return self->field;
}

const char *
tonus_field_row_get_path (TonusFieldRow *self)
{
  return self->path;
}

GtkWidget *
tonus_field_row_get_editor (TonusFieldRow *self)
{
  return self->widget;
}

GtkWidget *
tonus_field_row_get_focus (TonusFieldRow *self)
{
  return self->editor->focus (self->widget);
}

const char *
tonus_field_row_get_row (TonusFieldRow *self)
{
  return self->row;
}

TonusRecord *
tonus_field_row_get_record (TonusFieldRow *self)
{
  return self->record;
}

const TonusSite *
tonus_field_row_get_site (TonusFieldRow *self)
{
  return &self->site;
}
