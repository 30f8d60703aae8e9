/* tonus-program-packs.c - exercises that are often begun together, added by one choice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-drop-list.h"
#include "tonus-exercise.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-program-packs.h"

#define DESK "desk"
#define PACK "pack"
#define ADDED "added"

/* Whom to tell. */
typedef struct
{
  void (*added) (GPtrArray *rows, gpointer data);
  gpointer data;
} Added;

static TonusSchema *
get_schema (TonusProgramDesk *desk)
{
  return tonus_session_get_schema (tonus_program_desk_get_session (desk));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, GtkWidget *button)
{
  TonusProgramDesk *desk = g_object_get_data (G_OBJECT (button), DESK);
  const TonusEntry *pack = g_object_get_data (G_OBJECT (row), PACK);
  g_autoptr (GPtrArray) exercises = tonus_exercise_list (get_schema (desk), pack, "exercises");
  const Added *whom = g_object_get_data (G_OBJECT (button), ADDED);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *words = NULL;

  /* At once: going slowly it would give the button the focus after the cards have it. */
  gtk_widget_hide (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))));
  rows = tonus_program_desk_add_all (desk, exercises);
  words = rows->len ? g_strdup_printf (
                          ngettext ("Added %u exercise: %s", "Added %u exercises: %s", rows->len),
                          rows->len, tonus_entry_label (pack))
                    : g_strdup_printf (_ ("All of it is in the program already: %s"),
                                       tonus_entry_label (pack));
  tonus_session_say (tonus_program_desk_get_session (desk), words);
  if (rows->len)
    whom->added (rows, whom->data);
}

/* "Bridge, Clam, Side-lying kick" */
static char *
say_exercises (TonusSchema *schema, const TonusEntry *pack)
{
  g_autoptr (GPtrArray) exercises = tonus_exercise_list (schema, pack, "exercises");
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < exercises->len; i++)
    g_string_append_printf (words, "%s%s", i ? ", " : "",
                            tonus_entry_label (g_ptr_array_index (exercises, i)));
  return g_string_free (words, FALSE);
}

static GtkWidget *
make_line (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), class);
  return label;
}

static void
add_pack (GtkWidget *list, TonusSchema *schema, const TonusEntry *pack)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *exercises = say_exercises (schema, pack);
  g_autofree char *id = g_strdup_printf ("program/packs/%s", pack->id);
  g_autofree char *name = g_strdup_printf ("%s: %s", tonus_entry_label (pack), exercises);

  gtk_container_add (GTK_CONTAINER (box), make_line (tonus_entry_label (pack), "tonus-lead"));
  gtk_container_add (GTK_CONTAINER (box), make_line (exercises, GTK_STYLE_CLASS_DIM_LABEL));
  gtk_container_add (GTK_CONTAINER (row), box);
  gtk_container_add (GTK_CONTAINER (list), row);
  g_object_set_data (G_OBJECT (row), PACK, (gpointer) pack);
  tonus_widget_identify (row, id, name);
}

static GtkWidget *
make_list (GtkWidget *button)
{
  TonusSchema *schema = get_schema (g_object_get_data (G_OBJECT (button), DESK));
  TonusCatalogue *packs = tonus_schema_find_catalogue (schema, "exercise-pack");
  GPtrArray *entries = tonus_catalogue_get_entries (packs);
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < entries->len; i++)
    if (!((TonusEntry *) g_ptr_array_index (entries, i))->is_retired)
      add_pack (list, schema, g_ptr_array_index (entries, i));
  tonus_widget_identify (list, "program/packs/list", _ ("Packs of exercises"));
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), button);
  return tonus_drop_list_new (list);
}

/* Built when it is first asked for. */
static void
toggled_cb (GtkToggleButton *button, gpointer data)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  if (!gtk_toggle_button_get_active (button) || gtk_bin_get_child (GTK_BIN (popover)))
    return;
  gtk_container_add (GTK_CONTAINER (popover), make_list (GTK_WIDGET (button)));
  /* It has been shown already, and had nothing to give the focus to. */
  tonus_widget_focus_first (popover);
}

GtkWidget *
tonus_program_packs_new (TonusProgramDesk *desk,
                         void (*added) (GPtrArray *rows, gpointer data),
                         gpointer data)
{
  GtkWidget *button = gtk_menu_button_new ();
  Added *whom = g_new0 (Added, 1);

  *whom = (Added){ added, data };
  g_object_set_data_full (G_OBJECT (button), ADDED, whom, g_free);

  g_object_set_data_full (G_OBJECT (button), DESK, g_object_ref (desk), g_object_unref);
  gtk_button_set_label (GTK_BUTTON (button), _ ("Packs"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), gtk_popover_new (button));
  tonus_widget_identify (button, "program/packs", _ ("Packs of exercises"));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), NULL);
  return button;
}
