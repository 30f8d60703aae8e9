/* tonus-measure-lines.c - the lines of a measured table: name, norm, cells, and what their details
 * say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-field-words.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-measure-table-private.h"
#include "tonus-row-words.h"

#define NAME_MOST 44
#define CELL_MOST 16
/* So many columns fit at that width; more have narrower cells. */
#define COLUMNS_WIDE 3
#define CELL_NARROW 9

/* --- cells -------------------------------------------------------------------------------------
 */

void
tonus_measure_table_paint_cell (TonusMeasureTable *self, TonusMeasureStop *stop)
{
  GtkStyleContext *style = gtk_widget_get_style_context (stop->widget);
  const char *unread = g_hash_table_lookup (tonus_record_get_unread (self->record), stop->path);
  g_autofree char *words = tonus_field_display_with_unit (self->record, stop->field, stop->row);
  const char *value = tonus_record_get_field (self->record, stop->field, stop->row);
  const char *shown = unread ? unread : words ? words : "";
  g_autofree char *name = g_strdup_printf ("%s %s", stop->name, shown);
  g_autofree char *id = g_strconcat ("cell/", stop->path, NULL);

  /* Translators: not tested, as short as therapists write it. */
  tonus_label_say (stop->widget,
                   !unread && value && tonus_value_is_not_tested (value) ? _ ("NT") : shown);
  gtk_widget_set_tooltip_text (stop->widget, *shown ? shown : NULL);
  tonus_widget_identify (stop->widget, id, name);
  if (unread)
    gtk_style_context_add_class (style, "tonus-wrong");
  else
    gtk_style_context_remove_class (style, "tonus-wrong");
}

static int
cell_width (TonusMeasureTable *self, const TonusField *field)
{
  int most = self->plan->columns->len > COLUMNS_WIDE ? CELL_NARROW : CELL_MOST;
  int width = field->width ? (int) field->width : 12;

  return MIN (most, MAX (width, 6) + (tonus_kind_is_number (field->kind) ? 1 : 2));
}

static GtkWidget *
make_cell (TonusMeasureTable *self, const TonusField *field)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (tonus_kind_is_number (field->kind))
    gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (GTK_LABEL (label), tonus_kind_is_number (field->kind) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), cell_width (self, field));
  gtk_label_set_max_width_chars (GTK_LABEL (label), cell_width (self, field));
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-cell");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  /* The cell that is worked on is hidden behind its editor. */
  gtk_widget_set_no_show_all (label, TRUE);
  return label;
}

TonusMeasureStop *
tonus_measure_table_add_stop (
    TonusMeasureTable *self, GtkWidget *widget, int line, int column, int span)
{
  TonusMeasureStop *stop = g_new0 (TonusMeasureStop, 1);

  stop->widget = widget;
  stop->line = line;
  stop->column = column;
  stop->span = span;
  g_ptr_array_add (self->stops, stop);
  gtk_grid_attach (GTK_GRID (self->grid), widget, column, line, span, 1);
  return stop;
}

static void
attach_cell (TonusMeasureTable *self, const TonusMeasureLine *line, guint nth, int place)
{
  const TonusMeasureColumn *column = g_ptr_array_index (self->plan->columns, nth);
  const char *row = g_ptr_array_index (line->rows, nth);
  g_autofree char *label = tonus_section_row_label (self->section, row);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, tonus_field_label (column->field));
  gboolean is_text = column->field->kind != TONUS_KIND_BOOLEAN;
  GtkWidget *widget =
      is_text ? make_cell (self, column->field)
              : GTK_WIDGET (tonus_field_row_new (&self->site, column->field, row, name));
  TonusMeasureStop *stop = tonus_measure_table_add_stop (
      self, widget, place, TONUS_MEASURE_FIRST + (int) nth, (int) line->span);

  stop->row = g_strdup (row);
  stop->field = column->field;
  stop->path = tonus_path_join (self->section->id, row, column->field->id);
  stop->name = g_steal_pointer (&name);
  stop->is_text = is_text;
  g_hash_table_insert (self->by_path, stop->path, stop);
  if (!is_text)
    return;
  gtk_widget_show (widget);
  tonus_measure_table_paint_cell (self, stop);
}

/* --- lines -------------------------------------------------------------------------------------
 */

GtkWidget *
tonus_measure_table_attach_words (
    TonusMeasureTable *self, const char *words, const char *class, int column, int line)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  gtk_widget_show (label);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, line, 1, 1);
  return label;
}

/* Why what was typed is no value: "300: at most 130 can be recorded".  (transfer full) (nullable)
 */
static char *
say_wrong (TonusMeasureTable *self, const char *row, const TonusField *field)
{
  g_autofree char *path = tonus_path_join (self->section->id, row, field->id);
  const char *typed = g_hash_table_lookup (tonus_record_get_unread (self->record), path);
  TonusFieldState state = { .field = field, .row = row, .record = self->record, .typed = typed };
  gboolean is_wrong = FALSE;

  return typed ? tonus_field_words (&state, &is_wrong) : NULL;
}

static char *
say_cell (TonusMeasureTable *self, const char *row, const TonusField *field)
{
  g_autofree char *wrong = say_wrong (self, row, field);
  g_autofree char *details =
      tonus_row_details (self->record, self->section, row, self->plan->n_fields);

  return g_strdup_printf ("%s%s%s", wrong ? wrong : "", wrong && *details ? " · " : "", details);
}

/* "Right: End-feel Firm · Pain 2/10", for each cell of the line that has details or is wrong. */
static char *
say_details (TonusMeasureTable *self, const TonusMeasureLine *line)
{
  GString *words = g_string_new (NULL);
  const char *last = NULL;

  for (guint i = 0; i < line->rows->len; i++)
    {
      const TonusMeasureColumn *column = g_ptr_array_index (self->plan->columns, i);
      const char *row = g_ptr_array_index (line->rows, i);
      g_autofree char *said = NULL;

      if (!row)
        continue;
      said = g_strcmp0 (row, last) == 0 ? say_wrong (self, row, column->field)
                                        : say_cell (self, row, column->field);
      last = row;
      if (!said || !*said)
        continue;
      if (words->len)
        g_string_append_c (words, '\n');
      if (line->span == 1 && column->entries && tonus_section_find_side (self->section))
        g_string_append_printf (words, "%s%s%s: ", column->over ? column->over : "",
                                column->over ? " " : "", column->label);
      g_string_append (words, said);
    }
  return g_string_free (words, FALSE);
}

void
tonus_measure_table_paint_summary (TonusMeasureTable *self, GtkWidget *summary)
{
  const TonusMeasureLine *line = g_object_get_data (G_OBJECT (summary), TONUS_MEASURE_LINE);
  g_autofree char *words = say_details (self, line);

  tonus_label_say (summary, words);
  gtk_widget_set_visible (summary, *words != '\0');
}

static void
attach_summary (TonusMeasureTable *self, TonusMeasureLine *line, int place)
{
  GtkWidget *summary = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (summary), 0);
  gtk_label_set_line_wrap (GTK_LABEL (summary), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (summary), 60);
  gtk_style_context_add_class (gtk_widget_get_style_context (summary), GTK_STYLE_CLASS_DIM_LABEL);
  gtk_style_context_add_class (gtk_widget_get_style_context (summary), "tonus-summary");
  gtk_widget_set_no_show_all (summary, TRUE);
  g_object_set_data (G_OBJECT (summary), TONUS_MEASURE_LINE, line);
  gtk_grid_attach (GTK_GRID (self->grid), summary, 0, place,
                   TONUS_MEASURE_FIRST + (int) self->plan->columns->len, 1);
  tonus_measure_table_paint_summary (self, summary);
}

int
tonus_measure_table_attach_line (TonusMeasureTable *self, TonusMeasureLine *line, int place)
{
  GtkWidget *name =
      tonus_measure_table_attach_words (self, line->label, "tonus-field-label", 0, place);

  gtk_label_set_line_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (name), TONUS_MEASURE_NAME);
  gtk_label_set_max_width_chars (GTK_LABEL (name),
                                 self->plan->columns->len > 2 ? TONUS_MEASURE_NAME + 4 : NAME_MOST);
  if (line->norm)
    {
      GtkWidget *norm = tonus_measure_table_attach_words (self, line->norm, "tonus-norm", 1, place);

      gtk_label_set_xalign (GTK_LABEL (norm), 1);
      gtk_style_context_add_class (gtk_widget_get_style_context (norm), GTK_STYLE_CLASS_DIM_LABEL);
    }
  for (guint i = 0; i < line->rows->len; i++)
    if (g_ptr_array_index (line->rows, i))
      attach_cell (self, line, i, place);
  attach_summary (self, line, place + 1);
  return place + 2;
}
