/* tonus-editor-choice.c - one row of a catalogue, or one record, typed with completion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-completion.h"
#include "tonus-line-entry.h"
#include "tonus-focus.h"
#include "tonus-identify.h"

#define LISTER "tonus-lister"

typedef struct
{
  const TonusField *field;
  TonusTargetLister lister;
  TonusTargetNamer namer;
  gpointer data;
} Lister;

static GPtrArray *
list_entries (gpointer data)
{
  const TonusField *field = data;
  GPtrArray *targets = tonus_target_list_new ();
  GPtrArray *entries = tonus_catalogue_get_entries (field->choices);

  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);

      if (!entry->is_retired)
        g_ptr_array_add (targets, tonus_target_new (entry->id, tonus_entry_label (entry)));
    }
  return targets;
}

static GPtrArray *
list_targets (gpointer data)
{
  const Lister *lister = data;

  if (!lister->lister)
    return tonus_target_list_new ();
  return lister->lister (lister->field, lister->data);
}

/* In characters; two more for the arrow. */
static int
longest_label (TonusCatalogue *choices)
{
  GPtrArray *entries = tonus_catalogue_get_entries (choices);
  glong longest = 0;

  for (guint i = 0; i < entries->len; i++)
    longest = MAX (longest, g_utf8_strlen (tonus_entry_label (g_ptr_array_index (entries, i)), -1));
  return (int) longest + 2;
}

/* Wide enough for the longest label, within reason: a width in the schema is meant for English
 * words, and half as much again takes those of most languages. */
static int
width_of (const TonusEditorPlace *place)
{
  const TonusField *field = place->field;
  int width = (int) field->width;
  int most = place->is_compact ? 16 : 36;

  if (!field->choices || (width > 0 && place->is_compact))
    return width > 0 ? width : most;
  if (width > 0)
    return CLAMP (longest_label (field->choices), width, width * 3 / 2);
  return CLAMP (longest_label (field->choices), 8, most);
}

static GtkWidget *
make_entry (const TonusEditorPlace *place)
{
  GtkWidget *entry = tonus_line_entry_new ();

  tonus_line_entry_set_width (entry, width_of (place));
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  tonus_widget_identify (entry, place->id, place->name);
  return entry;
}

/* Choosing from the list is an answer: on to the next field, as after Enter. */
static gboolean
entry_matched_cb (GtkEntryCompletion *completion,
                  GtkTreeModel *model,
                  GtkTreeIter *iter,
                  GtkWidget *entry)
{
  g_autofree char *label = NULL;

  gtk_tree_model_get (model, iter, gtk_entry_completion_get_text_column (completion), &label, -1);
  gtk_entry_set_text (GTK_ENTRY (entry), label);
  tonus_widget_focus_next (entry);
  return TRUE;
}

static void
go_on_when_chosen (GtkWidget *entry)
{
  g_signal_connect (gtk_entry_get_completion (GTK_ENTRY (entry)), "match-selected",
                    G_CALLBACK (entry_matched_cb), entry);
}

static GtkWidget *
choice_create (const TonusEditorPlace *place)
{
  GtkWidget *entry = make_entry (place);

  tonus_completion_attach (GTK_ENTRY (entry), list_entries, (gpointer) place->field, NULL);
  if (place->is_compact)
    tonus_completion_leave_arrows (GTK_ENTRY (entry));
  go_on_when_chosen (entry);
  return entry;
}

static GtkWidget *
ref_create (const TonusEditorPlace *place)
{
  GtkWidget *entry = make_entry (place);
  Lister *lister = g_new0 (Lister, 1);

  lister->field = place->field;
  lister->lister = place->lister;
  lister->namer = place->namer;
  lister->data = place->lister_data;
  g_object_set_data (G_OBJECT (entry), LISTER, lister);
  tonus_completion_attach (GTK_ENTRY (entry), list_targets, lister, g_free);
  go_on_when_chosen (entry);
  return entry;
}

static void
choice_show (GtkWidget *widget, const TonusField *field, const char *text)
{
  g_autofree char *shown = text ? tonus_field_display (field, text) : NULL;

  gtk_entry_set_text (GTK_ENTRY (widget), shown ? shown : "");
}

static void
ref_show (GtkWidget *widget, const TonusField *field, const char *text)
{
  Lister *lister = g_object_get_data (G_OBJECT (widget), LISTER);
  gboolean is_ref = text && !tonus_value_is_not_tested (text);
  g_autofree char *name = is_ref && lister->namer ? lister->namer (text, lister->data)
                          : text                  ? tonus_field_display (field, text)
                                                  : NULL;

  gtk_entry_set_text (GTK_ENTRY (widget), name ? name : text ? text : "");
  gtk_widget_set_tooltip_text (widget, name);
}

static char *
choice_read (GtkWidget *widget)
{
  const char *text = gtk_entry_get_text (GTK_ENTRY (widget));

  return *text ? g_strdup (text) : NULL;
}

static char *
ref_read (GtkWidget *widget)
{
  char *value = tonus_completion_find (GTK_ENTRY (widget));

  return value ? value : choice_read (widget);
}

static void
choice_watch (GtkWidget *widget, GCallback edited, gpointer data)
{
  g_signal_connect_swapped (widget, "changed", edited, data);
}

static GtkWidget *
choice_focus (GtkWidget *widget)
{
  return widget;
}

const TonusEditor tonus_editor_choice = { choice_create, choice_show, choice_read, choice_watch,
                                          choice_focus };
const TonusEditor tonus_editor_ref = { ref_create, ref_show, ref_read, choice_watch, choice_focus };
