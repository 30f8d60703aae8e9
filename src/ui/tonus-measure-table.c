/* tonus-measure-table.c - measured rows: what was measured, its values side by side, details on
 * demand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-field-row.h"
#include "tonus-fields-grid.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-measure-rows.h"
#include "tonus-measure-table.h"
#include "tonus-row-entry.h"
#include "tonus-row-words.h"

#define NAME_WIDTH 20
/* Each row has a line for its values, one for what its details say, and one for their form. */
#define LINES 3

struct _TonusMeasureTable
{
  GtkBox parent_instance;

  /* Owned */
  TonusChart *chart;
  TonusRecord *record;
  GObject *lister_data;
  GPtrArray *rows; /* (element-type utf8) as shown */

  /* Borrowed */
  TonusSite site;
  const TonusSection *section;
  GtkWidget *grid;
  GtkWidget *entry; /* (nullable) where a row to add is typed */

  guint n_columns;
  gboolean is_checklist;
};

G_DEFINE_TYPE (TonusMeasureTable, tonus_measure_table, GTK_TYPE_BOX)

/* (transfer container) (element-type TonusField): the fields that are no keys */
static GPtrArray *
list_values (TonusMeasureTable *self)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < self->section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (self->section->fields, i);

      if (field->key_index < 0 && !field->is_retired)
        g_ptr_array_add (fields, (gpointer) field);
    }
  return fields;
}

static int
line_of (TonusMeasureTable *self, const char *row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (g_ptr_array_index (self->rows, i), row))
      return 1 + LINES * (int) i;
  return -1;
}

/* What the details say, while they are folded away. */
static void
paint_summary (TonusMeasureTable *self, const char *row)
{
  int line = line_of (self, row) + 1;
  GtkWidget *summary = gtk_grid_get_child_at (GTK_GRID (self->grid), 0, line);
  GtkWidget *details = gtk_grid_get_child_at (GTK_GRID (self->grid), 0, line + 1);
  g_autofree char *words = tonus_row_details (self->record, self->section, row, self->n_columns);

  if (!summary)
    return;
  gtk_label_set_text (GTK_LABEL (summary), words);
  gtk_widget_set_visible (summary, *words && !(details && gtk_widget_get_visible (details)));
}

static void
more_toggled_cb (GtkToggleButton *button, TonusMeasureTable *self)
{
  const char *row = g_object_get_data (G_OBJECT (button), "row");
  int line = line_of (self, row) + 2;
  GtkWidget *details = gtk_grid_get_child_at (GTK_GRID (self->grid), 0, line);

  if (!details)
    {
      details = tonus_fields_flow_new (&self->site, self->section, row, self->n_columns);
      gtk_style_context_add_class (gtk_widget_get_style_context (details), "tonus-details");
      gtk_widget_set_no_show_all (details, TRUE);
      gtk_grid_attach (GTK_GRID (self->grid), details, 0, line, (int) self->n_columns + 3, 1);
    }
  gtk_widget_set_visible (details, gtk_toggle_button_get_active (button));
  paint_summary (self, row);
}

static void
attach_summary (TonusMeasureTable *self, const char *row, int line)
{
  GtkWidget *summary = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (summary), 0);
  gtk_label_set_line_wrap (GTK_LABEL (summary), TRUE);
  gtk_widget_set_no_show_all (summary, TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (summary), GTK_STYLE_CLASS_DIM_LABEL);
  gtk_style_context_add_class (gtk_widget_get_style_context (summary), "tonus-summary");
  gtk_grid_attach (GTK_GRID (self->grid), summary, 0, line + 1, (int) self->n_columns + 3, 1);
  paint_summary (self, row);
}

static void rebuild (TonusMeasureTable *self);

static void
remove_clicked_cb (GtkButton *button, TonusMeasureTable *self)
{
  g_autofree char *row = g_strdup (g_object_get_data (G_OBJECT (button), "row"));
  g_autoptr (TonusChangeset) changes = tonus_row_removal (self->record, self->section, row);
  int line = line_of (self, row);

  tonus_chart_barrier (self->chart);
  g_ptr_array_remove_index (self->rows, (guint) (line - 1) / LINES);
  rebuild (self);
  if (tonus_changeset_get_size (changes))
    tonus_chart_apply (self->chart, changes, NULL);
  tonus_chart_barrier (self->chart);
  if (self->entry)
    gtk_widget_grab_focus (self->entry);
}

static GtkWidget *
make_button (TonusMeasureTable *self,
             GtkWidget *button,
             const char *row,
             const char *word,
             const char *icon,
             const char *format)
{
  g_autofree char *id = g_strdup_printf ("%s/%s/%s", self->section->id, row, word);
  g_autofree char *label = tonus_section_row_label (self->section, row);
  g_autofree char *name = g_strconcat (format, ": ", label, NULL);

  gtk_button_set_image (GTK_BUTTON (button),
                        gtk_image_new_from_icon_name (icon, GTK_ICON_SIZE_BUTTON));
  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  g_object_set_data_full (G_OBJECT (button), "row", g_strdup (row), g_free);
  tonus_widget_mark_tool (button);
  tonus_widget_identify (button, id, name);
  gtk_widget_show_all (button);
  return button;
}

static void
attach_buttons (TonusMeasureTable *self, const char *row, int line, gboolean has_more)
{
  int column = (int) self->n_columns + 1;

  if (has_more)
    {
      GtkWidget *more = make_button (self, gtk_toggle_button_new (), row, "more",
                                     "view-more-symbolic", _ ("Details"));

      gtk_grid_attach (GTK_GRID (self->grid), more, column, line, 1, 1);
      g_signal_connect (more, "toggled", G_CALLBACK (more_toggled_cb), self);
      attach_summary (self, row, line);
    }
  if (!self->is_checklist)
    {
      GtkWidget *remove = make_button (self, gtk_button_new (), row, "remove",
                                       "list-remove-symbolic", _ ("Remove"));

      gtk_grid_attach (GTK_GRID (self->grid), remove, column + 1, line, 1, 1);
      g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
    }
}

static void
attach_row (TonusMeasureTable *self, const char *row)
{
  g_autoptr (GPtrArray) fields = list_values (self);
  g_autofree char *name = tonus_section_row_label (self->section, row);
  GtkWidget *label = gtk_label_new (name);
  int line = line_of (self, row);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), NAME_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-field-label");
  gtk_widget_show (label);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, line, 1, 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const TonusField *field = g_ptr_array_index (fields, i);
      g_autofree char *called = g_strdup_printf ("%s: %s", name, tonus_field_label (field));
      TonusFieldRow *cell = tonus_field_row_new (&self->site, field, row, called);

      gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (cell), 1 + (int) i, line, 1, 1);
    }
  attach_buttons (self, row, line, fields->len > self->n_columns);
}

static void
attach_head (TonusMeasureTable *self)
{
  g_autoptr (GPtrArray) fields = list_values (self);

  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *label = gtk_label_new (tonus_field_label (g_ptr_array_index (fields, i)));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-column");
      gtk_widget_show (label);
      gtk_grid_attach (GTK_GRID (self->grid), label, 1 + (int) i, 0, 1, 1);
    }
}

static void
rebuild (TonusMeasureTable *self)
{
  GList *old = gtk_container_get_children (GTK_CONTAINER (self->grid));

  g_list_free_full (old, (GDestroyNotify) gtk_widget_destroy);
  if (self->rows->len)
    attach_head (self);
  for (guint i = 0; i < self->rows->len; i++)
    attach_row (self, g_ptr_array_index (self->rows, i));
  gtk_widget_set_visible (self->grid, self->rows->len > 0);
}

/* Show the rows the record has that are not shown yet. */
static gboolean
take_rows (TonusMeasureTable *self)
{
  g_autoptr (GPtrArray) rows = tonus_record_get_rows (self->record, self->section->id);
  guint before = self->rows->len;

  for (guint i = 0; i < rows->len; i++)
    if (line_of (self, g_ptr_array_index (rows, i)) < 0)
      g_ptr_array_add (self->rows, g_strdup (g_ptr_array_index (rows, i)));
  return self->rows->len > before;
}

static void
record_changed_cb (TonusRecord *record, const char *path, TonusMeasureTable *self)
{
  gsize length = strlen (self->section->id);

  if (strncmp (path, self->section->id, length) != 0 || path[length] != '/')
    return;
  if (take_rows (self))
    rebuild (self);
  for (guint i = 0; i < self->rows->len; i++)
    paint_summary (self, g_ptr_array_index (self->rows, i));
}

void
tonus_measure_table_add_row (TonusMeasureTable *self, const char *row)
{
  GtkWidget *cell;

  if (line_of (self, row) < 0)
    {
      g_ptr_array_add (self->rows, g_strdup (row));
      rebuild (self);
    }
  cell = gtk_grid_get_child_at (GTK_GRID (self->grid), 1, line_of (self, row));
  tonus_widget_focus_first (cell);
}

static void
row_chosen_cb (const char *row, gpointer self)
{
  tonus_measure_table_add_row (self, row);
}

static void
tonus_measure_table_finalize (GObject *object)
{
  TonusMeasureTable *self = TONUS_MEASURE_TABLE (object);

  g_clear_object (&self->chart);
  g_clear_object (&self->record);
  g_clear_object (&self->lister_data);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (tonus_measure_table_parent_class)->finalize (object);
}

static void
tonus_measure_table_class_init (TonusMeasureTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tonus_measure_table_finalize;
}

static void
tonus_measure_table_init (TonusMeasureTable *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->rows = g_ptr_array_new_with_free_func (g_free);
}

static void
take_questions (TonusMeasureTable *self)
{
  g_autoptr (GPtrArray) rows = tonus_measure_rows_list (self->section);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->rows, g_strdup (((TonusTarget *) g_ptr_array_index (rows, i))->value));
}

GtkWidget *
tonus_measure_table_new (const TonusSite *site, const TonusSection *section)
{
  TonusMeasureTable *self = g_object_new (TONUS_TYPE_MEASURE_TABLE, NULL);

  self->site = *site;
  self->chart = g_object_ref (site->chart);
  self->record = g_object_ref (site->record);
  self->lister_data = site->lister_data ? g_object_ref (site->lister_data) : NULL;
  self->section = section;
  self->n_columns = tonus_measure_rows_count_columns (section);
  self->is_checklist = tonus_measure_rows_is_checklist (section);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  tonus_container_keep_order (self->grid);
  gtk_container_add (GTK_CONTAINER (self), self->grid);
  if (self->is_checklist)
    take_questions (self);
  else
    {
      GtkWidget *box = tonus_row_entry_new (section, NAME_WIDTH, row_chosen_cb, self);

      self->entry = tonus_row_entry_get_entry (box);
      gtk_container_add (GTK_CONTAINER (self), box);
    }
  take_rows (self);
  rebuild (self);
  g_signal_connect_object (self->record, "changed", G_CALLBACK (record_changed_cb), self, 0);
  gtk_widget_show (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
