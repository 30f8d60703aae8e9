/* tonus-editor-choices.c - several rows of a catalogue: a button that says which, and a list to
 * tick
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-editor.h"
#include "tonus-identify.h"
#include "tonus-label.h"

#define STATE "tonus-choices"
#define HEIGHT_MOST 320

typedef struct
{
  TonusEditorPlace place; /* id and name owned */
  GtkWidget *label;
  GtkWidget *popover; /* NULL: not yet opened */
  GHashTable *chosen; /* ids */
  GCallback edited;
  gpointer data;
  gboolean is_showing;
} Choices;

static void
choices_free (gpointer data)
{
  Choices *self = data;

  g_hash_table_unref (self->chosen);
  g_free ((char *) self->place.id);
  g_free ((char *) self->place.name);
  g_free (self);
}

static Choices *
choices_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), STATE);
}

/* In catalogue order, whatever the order of ticking.  (transfer full) */
static char *
join_chosen (Choices *self, gboolean as_labels)
{
  GPtrArray *entries = tonus_catalogue_get_entries (self->place.field->choices);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);

      if (!g_hash_table_contains (self->chosen, entry->id))
        continue;
      if (as_labels)
        g_string_append_printf (text, "%s%s", text->len ? ", " : "", tonus_entry_label (entry));
      else
        g_string_append_printf (text, "%s;", entry->id);
    }
  return g_string_free (text, FALSE);
}

static void
paint (GtkWidget *button, const char *instead)
{
  Choices *self = choices_of (button);
  g_autofree char *labels = join_chosen (self, TRUE);
  const char *shown = instead ? instead : *labels ? labels : _ ("Choose…");
  const char *field = self->place.name ? self->place.name : tonus_field_label (self->place.field);
  g_autofree char *name = g_strdup_printf ("%s: %s", field, *labels ? labels : _ ("none chosen"));

  tonus_label_say (self->label, shown);
  gtk_widget_set_tooltip_text (button, *labels ? labels : NULL);
  atk_object_set_name (gtk_widget_get_accessible (button), name);
}

static void
check_toggled_cb (GtkToggleButton *check, GtkWidget *button)
{
  Choices *self = choices_of (button);
  const char *id = g_object_get_data (G_OBJECT (check), "entry");

  if (self->is_showing)
    return;
  if (gtk_toggle_button_get_active (check))
    g_hash_table_add (self->chosen, g_strdup (id));
  else
    g_hash_table_remove (self->chosen, id);
  paint (button, NULL);
  if (self->edited)
    ((void (*) (gpointer)) self->edited) (self->data);
}

static void
tick_chosen (GtkWidget *check, gpointer data)
{
  Choices *self = data;
  const char *id = g_object_get_data (G_OBJECT (check), "entry");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (check),
                                g_hash_table_contains (self->chosen, id));
}

static GtkWidget *
make_checks (GtkWidget *button)
{
  Choices *self = choices_of (button);
  GPtrArray *entries = tonus_catalogue_get_entries (self->place.field->choices);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *id = g_strdup_printf ("%s/%s", self->place.id, entry->id);
      GtkWidget *check;

      if (entry->is_retired && !g_hash_table_contains (self->chosen, entry->id))
        continue;
      check = gtk_check_button_new_with_label (tonus_entry_label (entry));
      g_object_set_data_full (G_OBJECT (check), "entry", g_strdup (entry->id), g_free);
      tonus_widget_identify (check, id, NULL);
      g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), button);
      gtk_container_add (GTK_CONTAINER (box), check);
    }
  return box;
}

static void
popover_opens_cb (GtkToggleButton *button, gpointer data)
{
  Choices *self = choices_of (GTK_WIDGET (button));
  GtkWidget *scrolled, *box;

  if (!gtk_toggle_button_get_active (button))
    return;
  box = g_object_get_data (G_OBJECT (self->popover), "checks");
  if (!box)
    {
      scrolled = gtk_scrolled_window_new (NULL, NULL);
      box = make_checks (GTK_WIDGET (button));
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                      GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT_MOST);
      gtk_container_add (GTK_CONTAINER (scrolled), box);
      gtk_container_add (GTK_CONTAINER (self->popover), scrolled);
      g_object_set_data (G_OBJECT (self->popover), "checks", box);
      gtk_widget_show_all (scrolled);
    }
  self->is_showing = TRUE;
  gtk_container_foreach (GTK_CONTAINER (box), tick_chosen, self);
  self->is_showing = FALSE;
  /* The popover was shown before it had anything to focus. */
  gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
choices_create (const TonusEditorPlace *place)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Choices *self = g_new0 (Choices, 1);

  self->place = *place;
  self->place.id = g_strdup (place->id);
  self->place.name = g_strdup (place->name);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->label = gtk_label_new (NULL);
  self->popover = gtk_popover_new (button);
  g_object_set_data_full (G_OBJECT (button), STATE, self, choices_free);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->label), place->is_compact ? 12 : 32);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), place->is_compact ? 12 : 48);
  gtk_box_pack_start (GTK_BOX (box), self->label, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (box),
                     gtk_image_new_from_icon_name ("pan-down-symbolic", GTK_ICON_SIZE_BUTTON));
  gtk_container_add (GTK_CONTAINER (button), box);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  g_signal_connect (button, "toggled", G_CALLBACK (popover_opens_cb), NULL);
  tonus_widget_identify (button, place->id, NULL);
  paint (button, NULL);
  return button;
}

static void
choices_show (GtkWidget *widget, const TonusField *field, const char *text)
{
  Choices *self = choices_of (widget);
  gboolean is_not_tested = text && tonus_value_is_not_tested (text);
  g_auto (GStrv) ids = text && !is_not_tested ? g_strsplit (text, ";", -1) : NULL;
  g_autofree char *instead = is_not_tested ? tonus_field_display (field, text) : NULL;

  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; ids && ids[i]; i++)
    if (*ids[i])
      g_hash_table_add (self->chosen, g_strdup (ids[i]));
  paint (widget, instead);
}

static char *
choices_read (GtkWidget *widget)
{
  Choices *self = choices_of (widget);

  return g_hash_table_size (self->chosen) ? join_chosen (self, FALSE) : NULL;
}

static void
choices_watch (GtkWidget *widget, GCallback edited, gpointer data)
{
  Choices *self = choices_of (widget);

  self->edited = edited;
  self->data = data;
}

static GtkWidget *
choices_focus (GtkWidget *widget)
{
  return widget;
}

const TonusEditor tonus_editor_choices = { choices_create, choices_show, choices_read,
                                           choices_watch, choices_focus };
