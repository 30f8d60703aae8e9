/* tonus-editor.h - one widget per kind of value, and nothing it knows but text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An editor shows a value of the grammar and reads back what a person typed; whether that is a
 * value is the field's to say.  No editor changes by the mouse wheel, and none is a spin button or
 * a combo box: they falsify values while a form scrolls, or are silent to a screen reader.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-target.h"

G_BEGIN_DECLS

/* What an editor is made for. */
typedef struct
{
  TonusSchema *schema;
  const TonusField *field;
  const char *id;           /* full path */
  const char *name;         /* (nullable) what to call it where no label is tied to it */
  gboolean is_compact;      /* stands in a table */
  TonusTargetLister lister; /* (nullable) */
  TonusTargetNamer namer;   /* (nullable) */
  gpointer lister_data;     /* of both */
} TonusEditorPlace;

typedef struct
{
  GtkWidget *(*create) (const TonusEditorPlace *place);
  /* @text: a value, NULL: not recorded. */
  void (*show) (GtkWidget *widget, const TonusField *field, const char *text);
  /* What is typed, NULL: nothing.  (transfer full) */
  char *(*read) (GtkWidget *widget);
  /* Call @edited (data, …) after every edit by a person. */
  void (*watch) (GtkWidget *widget, GCallback edited, gpointer data);
  /* The part that holds the text and gets the focus: an entry, a text view or, else, the widget. */
  GtkWidget *(*focus) (GtkWidget *widget);
} TonusEditor;

/* The editor for @field: the first row of the table that fits.  Never NULL.  @is_compact: in a
 * table, where short answers are typed, for there is no room for a row of buttons. */
const TonusEditor *tonus_editor_for (const TonusField *field, gboolean is_compact);

extern const TonusEditor tonus_editor_entry;
extern const TonusEditor tonus_editor_note;
extern const TonusEditor tonus_editor_choice;
extern const TonusEditor tonus_editor_choices;
extern const TonusEditor tonus_editor_toggles;
extern const TonusEditor tonus_editor_ref;

G_END_DECLS
