/* tonus-editor-entry.c - the generic editor: a line of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers, dates and times are lines too: an entry can be empty, which a spin button cannot say.
 */
#include "config.h"
#include "tonus-editor.h"
#include "tonus-line-entry.h"
#include "tonus-identify.h"

static int
width_of (const TonusEditorPlace *place)
{
  const TonusField *field = place->field;

  if (field->width)
    return (int) field->width;
  if (tonus_kind_is_number (field->kind) || field->kind == TONUS_KIND_TIME)
    return 6;
  if (field->kind == TONUS_KIND_DATE)
    return 12;
  return place->is_compact ? 16 : 36;
}

static GtkWidget *
entry_create (const TonusEditorPlace *place)
{
  GtkWidget *entry = tonus_line_entry_new ();

  tonus_line_entry_set_width (entry, width_of (place));
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  if (tonus_kind_is_number (place->field->kind))
    {
      /* Between words from right to left, too: "-5", not "5-". */
      gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
      gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
    }
  tonus_widget_identify (entry, place->id, place->name);
  return entry;
}

static void
entry_show (GtkWidget *widget, const TonusField *field, const char *text)
{
  g_autofree char *shown = NULL;

  if (text && tonus_value_is_not_tested (text))
    shown = tonus_field_display (field, text);
  else if (text)
    shown = tonus_field_edit_text (field, text);
  gtk_entry_set_text (GTK_ENTRY (widget), shown ? shown : "");
}

static char *
entry_read (GtkWidget *widget)
{
  const char *text = gtk_entry_get_text (GTK_ENTRY (widget));

  return *text ? g_strdup (text) : NULL;
}

static void
entry_watch (GtkWidget *widget, GCallback edited, gpointer data)
{
  g_signal_connect_swapped (widget, "changed", edited, data);
}

static GtkWidget *
entry_focus (GtkWidget *widget)
{
  return widget;
}

const TonusEditor tonus_editor_entry = { entry_create, entry_show, entry_read, entry_watch,
                                         entry_focus };
