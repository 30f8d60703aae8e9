/* tonus-note-section.c - the values of one section in the note, whatever the section is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-note-section.h"

#include <glib/gi18n-lib.h>

#include "tonus-note-table.h"
#include "tonus-note-value.h"

static void
add_heading (const TonusNoteWriter *writer, const TonusSection *section)
{
  tonus_flow_heading (writer->flow, TONUS_TAG_H2, tonus_section_label (section));
}

static gboolean
add_single (const TonusNoteWriter *writer,
            TonusRecord *record,
            const TonusSection *section,
            TonusNoteFilter is_elsewhere)
{
  gboolean has_printed = FALSE;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *value = NULL;

      if (is_elsewhere != NULL && is_elsewhere (field))
        continue;
      value = tonus_note_value (writer->dossier, record, field, NULL);
      if (value == NULL)
        continue;
      if (!has_printed)
        add_heading (writer, section);
      has_printed = TRUE;
      tonus_flow_pair (writer->flow, tonus_field_label (field), value);
    }
  return has_printed;
}

static gboolean
add_events (const TonusNoteWriter *writer, TonusRecord *record, const TonusSection *section)
{
  g_autoptr (GPtrArray) rows = tonus_record_get_rows (record, section->id);
  guint number = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *text =
          tonus_note_row_text (writer->dossier, record, section, g_ptr_array_index (rows, i), NULL);
      g_autofree char *label = NULL;

      if (text == NULL)
        continue;
      if (number == 0)
        add_heading (writer, section);
      label = g_strdup_printf ("%u.", ++number);
      tonus_flow_list_item (writer->flow, label, text);
    }
  return number > 0;
}

static gboolean
add_measures (const TonusNoteWriter *writer, TonusRecord *record, const TonusSection *section)
{
  g_autoptr (TonusNoteTable) table = tonus_note_table_new (writer->dossier, record, section);

  if (tonus_note_table_is_empty (table))
    return FALSE;
  add_heading (writer, section);
  tonus_note_table_draw (table, writer->flow);
  return TRUE;
}

gboolean
tonus_note_add_section (const TonusNoteWriter *writer,
                        TonusRecord *record,
                        const TonusSection *section,
                        TonusNoteFilter is_elsewhere)
{
  switch (section->repeat)
    {
    case TONUS_REPEAT_NONE:
      return add_single (writer, record, section, is_elsewhere);
    case TONUS_REPEAT_MEASURE:
      return add_measures (writer, record, section);
    case TONUS_REPEAT_EVENT:
      return add_events (writer, record, section);
    }
  g_assert_not_reached ();
}
