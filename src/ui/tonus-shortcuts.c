/* tonus-shortcuts.c - the shortcuts window, made from the table of commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gi18n.h>
#include "tonus-commands.h"

/* Keys that belong to fields rather than to the window. */
typedef struct
{
  const char *label;
  const char *keys;
} Keys;

static const Keys field_keys[] = {
  { N_ ("Next field"), "Return" },
  { N_ ("Next field, from a note"), "<Primary>Return" },
  { N_ ("Put back what was there"), "Escape" },
  { N_ ("Not tested; again: another reason"), "Delete" },
  { N_ ("Show all choices"), "Down" },
  { N_ ("Show all choices, in a table"), "<Alt>Down" },
  { N_ ("Another answer, page or cell"), "Left Right Up Down" },
  { N_ ("Details of a measurement, and back"), "<Primary>Return" },
  { N_ ("Back from preferences, practice and guide"), "Escape" },
};

static const Keys program_keys[] = {
  { N_ ("Add the exercise that was found"), "Return" },
  { N_ ("Add it, and go to its dose"), "<Primary>Return" },
  { N_ ("What an exercise is"), "<Primary>d" },
  { N_ ("Move an exercise up or down"), "<Alt>Up <Alt>Down" },
  { N_ ("A step easier or harder"), "<Alt>Left <Alt>Right" },
  { N_ ("Stop an exercise"), "Delete" },
};

/* GtkShortcutsWindow is made to be built from XML: its children have no other constructor. */
static void
append_shortcut (GString *xml, const char *label, const char *keys)
{
  g_autofree char *title = g_markup_escape_text (_ (label), -1);
  g_autofree char *accelerator = g_markup_escape_text (keys, -1);

  g_string_append_printf (xml,
                          "<child><object class='GtkShortcutsShortcut'>"
                          "<property name='visible'>1</property>"
                          "<property name='title'>%s</property>"
                          "<property name='accelerator'>%s</property></object></child>",
                          title, accelerator);
}

static void
begin_group (GString *xml, const char *label)
{
  g_autofree char *title = g_markup_escape_text (label, -1);

  g_string_append_printf (xml,
                          "<child><object class='GtkShortcutsGroup'>"
                          "<property name='visible'>1</property>"
                          "<property name='title'>%s</property>",
                          title);
}

static void
append_group (GString *xml, const char *label, const Keys *keys, guint n_keys)
{
  begin_group (xml, label);
  for (guint i = 0; i < n_keys; i++)
    append_shortcut (xml, keys[i].label, keys[i].keys);
  g_string_append (xml, "</object></child>");
}

GtkWidget *
tonus_shortcuts_new (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GString *xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='shortcuts'>"
                               "<property name='modal'>1</property>"
                               "<child><object class='GtkShortcutsSection'>"
                               "<property name='visible'>1</property>");
  guint n_commands;
  const TonusCommand *commands = tonus_commands_get (&n_commands);
  GtkWidget *window;

  for (int group = 0; group < TONUS_N_GROUPS; group++)
    {
      begin_group (xml, tonus_command_group_label ((TonusCommandGroup) group));
      for (guint i = 0; i < n_commands; i++)
        if ((int) commands[i].group == group && *commands[i].keys)
          append_shortcut (xml, commands[i].label, commands[i].keys);
      g_string_append (xml, "</object></child>");
    }
  append_group (xml, _ ("In a field"), field_keys, G_N_ELEMENTS (field_keys));
  append_group (xml, _ ("In the home program"), program_keys, G_N_ELEMENTS (program_keys));
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  g_string_free (xml, TRUE);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  return window;
}
