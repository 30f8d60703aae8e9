/* tonus-reveal.c - bring the field of a path into sight and give it the focus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-event-list.h"
#include "tonus-focus.h"
#include "tonus-identify.h"
#include "tonus-inspector.h"
#include "tonus-measure-table.h"
#include "tonus-paths.h"
#include "tonus-program-cards.h"
#include "tonus-reveal.h"

/* A row's form is there only while the row is selected. */
static void
select_row (GtkWidget *root, const TonusSection *section, const char *row)
{
  g_autofree char *id = g_strdup_printf ("%s/rows", section->id);
  GtkWidget *rows = tonus_widget_find (root, id);
  GtkWidget *list = rows ? gtk_widget_get_ancestor (rows, TONUS_TYPE_EVENT_LIST) : NULL;
  GtkWidget *cards = tonus_widget_find (root, "program/cards");

  if (g_str_equal (section->id, tonus_path_get_section (TONUS_PATH_HOME_EXERCISE)) && cards)
    tonus_program_cards_show_row (
        TONUS_PROGRAM_CARDS (gtk_widget_get_ancestor (cards, TONUS_TYPE_PROGRAM_CARDS)), row);
  if (list)
    tonus_event_list_select (TONUS_EVENT_LIST (list), row);
}

/* A measured row may be folded away, and has one editor at a time. */
static void
show_row (GtkWidget *root, const TonusField *field, const char *row)
{
  g_autofree char *id = g_strdup_printf ("%s/table", field->section->id);
  GtkWidget *table = tonus_widget_find (root, id);

  if (!table)
    return;
  tonus_measure_table_show_row (TONUS_MEASURE_TABLE (table), row, field);
  if (tonus_inspector_of (table))
    tonus_inspector_show_details (tonus_inspector_of (table));
}

/* What this kind of visit does not ask for first stands folded behind the page. */
static void
unfold_section (GtkWidget *root, const TonusSection *section)
{
  g_autofree char *name = g_strdup_printf ("section/%s", section->id);
  g_autofree char *id =
      section->page ? g_strdup_printf ("page/%s/more", section->page->id) : g_strdup ("");
  GtkWidget *more = tonus_widget_find (root, name) ? NULL : tonus_widget_find (root, id);

  if (more)
    gtk_button_clicked (GTK_BUTTON (more));
}

gboolean
tonus_reveal_path (GtkWidget *root, TonusSchema *schema, const char *path)
{
  g_autofree char *row = NULL;
  const TonusField *field = tonus_schema_resolve (schema, path, &row, NULL);
  GtkWidget *editor;

  if (!field)
    return FALSE;
  unfold_section (root, field->section);
  if (field->section->repeat == TONUS_REPEAT_EVENT && row)
    select_row (root, field->section, row);
  if (field->section->repeat == TONUS_REPEAT_MEASURE && row)
    show_row (root, field, row);
  editor = tonus_widget_find (root, path);
  return editor && tonus_widget_focus_first (editor);
}
