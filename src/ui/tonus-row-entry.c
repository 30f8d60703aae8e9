/* tonus-row-entry.c - a line in which a row to be measured is typed, in any shortness
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-completion.h"
#include "tonus-line-entry.h"
#include "tonus-identify.h"
#include "tonus-measure-rows.h"
#include "tonus-row-entry.h"

#define STATE "tonus-row-entry"

typedef struct
{
  GtkWidget *entry;
  GtkWidget *unknown; /* says that what is typed fits none */
  TonusRowChosen chosen;
  gpointer data;
} RowEntry;

static GPtrArray *
offer_rows (gpointer section)
{
  return tonus_measure_rows_list (section);
}

static void
choose (RowEntry *self, const char *row)
{
  gtk_entry_set_text (GTK_ENTRY (self->entry), "");
  self->chosen (row, self->data);
}

static gboolean
entry_matched_cb (GtkEntryCompletion *completion,
                  GtkTreeModel *model,
                  GtkTreeIter *iter,
                  RowEntry *self)
{
  g_autofree char *row = tonus_completion_value_at (model, iter);

  choose (self, row);
  return TRUE;
}

static void
entry_activate_cb (GtkEntry *entry, RowEntry *self)
{
  g_autofree char *row = tonus_completion_find_first (entry);

  gtk_widget_set_visible (self->unknown, !row && *gtk_entry_get_text (entry) != '\0');
  if (row)
    choose (self, row);
}

static void
build_entry (RowEntry *self, const TonusSection *section)
{
  g_autofree char *id = g_strdup_printf ("%s/add", section->id);
  g_autofree char *name = g_strdup_printf (_ ("Add to %s"), tonus_section_label (section));

  self->entry = tonus_line_entry_new ();
  gtk_entry_set_width_chars (GTK_ENTRY (self->entry), 34);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("first letters of the words…"));
  tonus_completion_attach (GTK_ENTRY (self->entry), offer_rows, (gpointer) section, NULL);
  tonus_widget_identify (self->entry, id, name);
  self->unknown = gtk_label_new (_ ("Fits no row. Down shows what there is."));
  gtk_label_set_xalign (GTK_LABEL (self->unknown), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (self->unknown), "tonus-remark");
  gtk_widget_set_no_show_all (self->unknown, TRUE);
  g_signal_connect (gtk_entry_get_completion (GTK_ENTRY (self->entry)), "match-selected",
                    G_CALLBACK (entry_matched_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (gtk_widget_hide), self->unknown);
}

GtkWidget *
tonus_row_entry_new (const TonusSection *section,
                     int label_width,
                     TonusRowChosen chosen,
                     gpointer data)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *label = gtk_label_new (_ ("Add a row"));
  RowEntry *self = g_new0 (RowEntry, 1);

  self->chosen = chosen;
  self->data = data;
  g_object_set_data_full (G_OBJECT (grid), STATE, self, g_free);
  build_entry (self, section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), label_width);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_attach (GTK_GRID (grid), label, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->entry, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->unknown, 1, 1, 1, 1);
  gtk_widget_show_all (grid);
  return grid;
}

GtkWidget *
tonus_row_entry_get_entry (GtkWidget *box)
{
  RowEntry *self = g_object_get_data (G_OBJECT (box), STATE);

  return self->entry;
}
