/* tonus-reading.c - a record to be read: every value under its section, nothing to be edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include <string.h>
#include "tonus-fields-grid.h"
#include "tonus-home-words.h"
#include "tonus-program.h"
#include "tonus-reading.h"
#include "tonus-row-words.h"

#define LABEL_WIDTH 20

typedef struct
{
  GtkWidget *box;
  GtkWidget *grid; /* of the section being read */
  const TonusSection *section;
  const char *const *hidden;
  int line;
} Reading;

static GtkWidget *
make_label (const char *text, gboolean is_value)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), is_value ? 0 : 1);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), is_value ? 64 : LABEL_WIDTH);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (!is_value)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), LABEL_WIDTH);
      gtk_style_context_add_class (gtk_widget_get_style_context (label), GTK_STYLE_CLASS_DIM_LABEL);
    }
  return label;
}

static void
add_line (Reading *self, const char *label, const char *value)
{
  gtk_grid_attach (GTK_GRID (self->grid), make_label (label, FALSE), 0, self->line, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), make_label (value, TRUE), 1, self->line, 1, 1);
  self->line++;
}

/* What comes first says by itself what it is, unless it is a number of a measured row. */
static gboolean
is_plain (const TonusField *field)
{
  return field->section->repeat == TONUS_REPEAT_EVENT || !tonus_kind_is_number (field->kind);
}

/* "Value 95° · Pain 2/10", "Partly · Why not: No time": all values of a row on one line. */
static char *
join_values (TonusRecord *record, const TonusSection *section, const char *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *words = NULL;

      if (field->key_index >= 0 || field->kind == TONUS_KIND_REF)
        continue;
      if (text->len || !is_plain (field))
        {
          tonus_row_append_value (text, record, field, row);
          continue;
        }
      words = tonus_field_display_with_unit (record, field, row);
      g_string_append (text, words ? words : "");
    }
  return g_string_free (text, FALSE);
}

static void
add_event (Reading *self, const char *values)
{
  g_autofree char *text = g_strdup_printf ("• %s", values);

  gtk_grid_attach (GTK_GRID (self->grid), make_label (text, TRUE), 0, self->line, 2, 1);
  self->line++;
}

static void
read_single (Reading *self, TonusRecord *record, const TonusSection *section)
{
  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *words = NULL;

      if (field->kind == TONUS_KIND_REF)
        continue;
      words = tonus_field_display_with_unit (record, field, NULL);
      if (words)
        add_line (self, tonus_field_label (field), words);
    }
}

static void
begin_section (Reading *self, const TonusSection *section)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->section = section;
  self->line = 0;
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_container_add (GTK_CONTAINER (part), tonus_section_heading_new (section));
  gtk_container_add (GTK_CONTAINER (part), self->grid);
  gtk_container_add (GTK_CONTAINER (self->box), part);
}

/* In the order of the handout. */
static void
read_home (Reading *self, TonusRecord *record, const TonusSection *section)
{
  g_autoptr (GPtrArray) rows = tonus_program_list_rows (record);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *words = tonus_home_words_say (record, section, g_ptr_array_index (rows, i));

      add_event (self, words);
    }
}

static gboolean
read_group (TonusRecord *record, const TonusSection *section, const char *row, gpointer data)
{
  Reading *self = data;
  g_autofree char *label = NULL, *values = NULL;

  if (self->hidden && g_strv_contains (self->hidden, section->id))
    return TRUE;
  if (section == self->section && tonus_home_words_are_of (section))
    return TRUE;
  if (section != self->section)
    begin_section (self, section);
  if (tonus_home_words_are_of (section))
    {
      read_home (self, record, section);
      return TRUE;
    }
  if (section->repeat == TONUS_REPEAT_NONE)
    {
      read_single (self, record, section);
      return TRUE;
    }
  values = join_values (record, section, row);
  if (section->repeat == TONUS_REPEAT_MEASURE)
    {
      label = tonus_section_row_label (section, row);
      add_line (self, label, values);
    }
  else
    add_event (self, values);
  return TRUE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/* What was typed and is no value is not lost: it stands at the end, as it was typed. */
static void
add_unread (Reading *self, TonusRecord *record)
{
  GHashTable *unread = tonus_record_get_unread (record);
  g_autoptr (GList) paths = g_list_sort (g_hash_table_get_keys (unread), compare_paths);

  for (GList *l = paths; l; l = l->next)
    {
      g_autofree char *row = NULL;
      const TonusField *field =
          tonus_schema_resolve (tonus_record_get_schema (record), l->data, &row, NULL);
      g_autofree char *text =
          g_strdup_printf (_ ("Not understood, and not printed: %s, %s: “%s”"),
                           field ? tonus_section_label (field->section) : (const char *) l->data,
                           field ? tonus_field_label (field) : "",
                           (const char *) g_hash_table_lookup (unread, l->data));
      GtkWidget *label = make_label (text, TRUE);

      gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-remark");
      gtk_container_add (GTK_CONTAINER (self->box), label);
    }
}

GtkWidget *
tonus_reading_new (TonusRecord *record, const char *const *hidden)
{
  Reading self = { .hidden = hidden };

  self.box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_style_context_add_class (gtk_widget_get_style_context (self.box), "tonus-page");
  tonus_record_foreach_group (record, read_group, &self);
  add_unread (&self, record);
  if (!self.section && g_hash_table_size (tonus_record_get_unread (record)) == 0)
    gtk_container_add (GTK_CONTAINER (self.box),
                       make_label (_ ("Nothing was recorded in it."), TRUE));
  gtk_widget_show_all (self.box);
  return self.box;
}
