/* tonus-reveal.c - bring the field of a path into sight and give it the focus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-event-list.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-measure-table.h"
#include "tonus-reveal.h"

/* A row's form is there only while the row is selected. */
static void
select_row (GtkWidget *root, const TonusSection *section, const char *row)
{
  g_autofree char *id = g_strdup_printf ("%s/rows", section->id);
  GtkWidget *rows = tonus_widget_find (root, id);
  GtkWidget *list = rows ? gtk_widget_get_ancestor (rows, TONUS_TYPE_EVENT_LIST) : NULL;

  if (list)
    tonus_event_list_select (TONUS_EVENT_LIST (list), row);
}

/* A measured row's details are there only when they are unfolded. */
static void
unfold_row (GtkWidget *root, const TonusSection *section, const char *row)
{
  g_autofree char *id = g_strdup_printf ("%s/%s/more", section->id, row);
  GtkWidget *more = tonus_widget_find (root, id);

  if (more)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), TRUE);
}

gboolean
tonus_reveal_path (GtkWidget *root, TonusSchema *schema, const char *path)
{
  g_autofree char *row = NULL;
  const TonusField *field = tonus_schema_resolve (schema, path, &row, NULL);
  GtkWidget *editor;

  if (!field)
    return FALSE;
  if (field->section->repeat == TONUS_REPEAT_EVENT && row)
    select_row (root, field->section, row);
  editor = tonus_widget_find (root, path);
  if (!editor && field->section->repeat == TONUS_REPEAT_MEASURE && row)
    {
      unfold_row (root, field->section, row);
      editor = tonus_widget_find (root, path);
    }
  return editor && tonus_widget_focus_first (editor);
}
