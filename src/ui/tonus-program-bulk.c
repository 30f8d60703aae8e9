/* tonus-program-bulk.c - the dose of several exercises at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-date.h"
#include "tonus-flow-box.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-label.h"
#include "tonus-line-entry.h"
#include "tonus-paths.h"
#include "tonus-program-bulk.h"
#include "tonus-program-edit.h"

#define BULK "tonus-program-bulk"

static const TonusPath offered[] = { TONUS_PATH_HOME_SETS, TONUS_PATH_HOME_REPS,
                                     TONUS_PATH_HOME_HOLD, TONUS_PATH_HOME_TIMES_A_DAY,
                                     TONUS_PATH_HOME_DAYS_A_WEEK };

typedef struct
{
  TonusProgramDesk *desk;
  GPtrArray *rows; /* (element-type utf8) owned */

  /* Borrowed */
  GtkWidget *bar;
  GtkWidget *count;
  GtkWidget *remark;
  GtkWidget *entries[G_N_ELEMENTS (offered)];
} Bulk;

static void
bulk_free (gpointer data)
{
  Bulk *self = data;

  g_object_unref (self->desk);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static const TonusField *
get_field (Bulk *self, guint i)
{
  return tonus_section_lookup (tonus_program_desk_get_section (self->desk),
                               tonus_path_get_field (offered[i]));
}

static void
add_changes (TonusChangeset *all, TonusChangeset *some)
{
  for (guint i = 0; i < tonus_changeset_get_size (some); i++)
    {
      const TonusChange *change = tonus_changeset_get (some, i);

      tonus_changeset_set (all, change->object, change->path, change->new_text);
    }
  tonus_changeset_free (some);
}

static void
say (Bulk *self, const char *words)
{
  tonus_label_say (self->remark, words);
  gtk_widget_set_visible (self->remark, words != NULL);
}

/* All or nothing: a number that cannot be is said, and nothing is set. */
static void
apply_cb (GtkWidget *widget, Bulk *self)
{
  TonusRecord *record = tonus_program_desk_get_record (self->desk);
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      const TonusField *field = get_field (self, i);
      g_autoptr (GError) error = NULL;
      g_autofree char *value = tonus_field_read_typed (
          field, NULL, NULL, gtk_entry_get_text (GTK_ENTRY (self->entries[i])), tonus_date_today (),
          &error);

      if (error)
        {
          g_autofree char *words =
              g_strdup_printf ("%s: %s", tonus_field_label (field), error->message);

          say (self, words);
          gtk_widget_grab_focus (self->entries[i]);
          return;
        }
      if (value)
        add_changes (changes, tonus_program_edit_set_all (record, self->rows, field, value));
    }
  say (self, NULL);
  tonus_program_desk_apply (self->desk, changes);
}

static void
say_count (Bulk *self)
{
  guint n = self->rows->len;
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u exercise chosen", "%u exercises chosen", n), n);

  tonus_label_say (self->count, words);
}

void
tonus_program_bulk_set_rows (GtkWidget *bulk, GPtrArray *rows)
{
  Bulk *self = g_object_get_data (G_OBJECT (bulk), BULK);
  gboolean is_wanted = rows->len > 1;

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->rows, g_strdup (g_ptr_array_index (rows, i)));
  /* New words have the window laid out anew, even where nobody sees them. */
  if (is_wanted)
    say_count (self);
  if (is_wanted && !gtk_widget_get_visible (bulk))
    {
      for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
        gtk_entry_set_text (GTK_ENTRY (self->entries[i]), "");
      say (self, NULL);
    }
  gtk_widget_set_visible (bulk, is_wanted);
}

static void
add_entry (Bulk *self, guint i)
{
  const TonusField *field = get_field (self, i);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *words =
      field->unit ? g_strdup_printf (/* A column and its unit: “Hold (s)” */
                                     _ ("%s (%s)"), tonus_field_label (field), _ (field->unit))
                  : g_strdup (tonus_field_label (field));
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *entry = tonus_line_entry_new ();
  g_autofree char *id = g_strdup_printf ("program/bulk/%s", field->id);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-column");
  gtk_entry_set_width_chars (GTK_ENTRY (entry), 4);
  tonus_widget_identify (entry, id, NULL);
  tonus_widget_label_by (entry, label);
  g_signal_connect (entry, "activate", G_CALLBACK (apply_cb), self);
  gtk_container_add (GTK_CONTAINER (box), label);
  gtk_container_add (GTK_CONTAINER (box), entry);
  gtk_container_add (GTK_CONTAINER (self->bar), box);
  self->entries[i] = entry;
}

/* Below a label that says nothing, so that it stands in line with the entries. */
static void
add_buttons (Bulk *self, GtkWidget *apply, GtkWidget *none)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (" ");

  gtk_style_context_add_class (gtk_widget_get_style_context (label), "tonus-column");
  gtk_container_add (GTK_CONTAINER (box), label);
  gtk_container_add (GTK_CONTAINER (line), apply);
  gtk_container_add (GTK_CONTAINER (line), none);
  gtk_container_add (GTK_CONTAINER (box), line);
  gtk_container_add (GTK_CONTAINER (self->bar), box);
}

static GtkWidget *
make_text (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  return label;
}

GtkWidget *
tonus_program_bulk_new (TonusProgramDesk *desk, GCallback untick, gpointer cards)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *apply = gtk_button_new_with_label (_ ("Set for all"));
  GtkWidget *none = gtk_button_new_with_label (_ ("Choose none"));
  Bulk *self = g_new0 (Bulk, 1);

  self->desk = g_object_ref (desk);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  g_object_set_data_full (G_OBJECT (box), BULK, self, bulk_free);
  self->bar = tonus_flow_box_new (18, 6);
  self->count = make_text ("tonus-lead");
  self->remark = make_text ("tonus-error");
  tonus_widget_identify (apply, "program/bulk/apply", NULL);
  tonus_widget_identify (none, "program/bulk/none", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    add_entry (self, i);
  add_buttons (self, apply, none);
  g_signal_connect (apply, "clicked", G_CALLBACK (apply_cb), self);
  g_signal_connect_object (none, "clicked", untick, cards, 0);
  gtk_container_add (GTK_CONTAINER (box), self->count);
  gtk_container_add (GTK_CONTAINER (box), self->bar);
  gtk_container_add (GTK_CONTAINER (box), self->remark);
  gtk_style_context_add_class (gtk_widget_get_style_context (box), "tonus-bulk");
  tonus_container_keep_order (self->bar);
  gtk_widget_show_all (box);
  gtk_widget_hide (self->remark);
  gtk_widget_set_no_show_all (self->remark, TRUE);
  gtk_widget_hide (box);
  gtk_widget_set_no_show_all (box, TRUE);
  return box;
}
