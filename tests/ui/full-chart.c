/* full-chart.c - a chart with something in every field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "full-chart.h"
#include <string.h>
#include "tonus-measure-rows.h"

/* Of the rows to choose from the one that needs most room. */
static const char *
find_longest (GPtrArray *entries)
{
  const TonusEntry *longest = entries->pdata[0];

  for (guint i = 1; i < entries->len; i++)
    if (strlen (((TonusEntry *) entries->pdata[i])->label) > strlen (longest->label))
      longest = entries->pdata[i];
  return longest->id;
}

static void
fill_row (TonusSession *session, const TonusSection *section, TonusRecord *record, const char *row)
{
  static const char *const values[] = { "1", "yes", "10:00", "2026-11-20", FULL_CHART_WORDS };

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *path = tonus_path_join (section->id, row, field->id);
      GPtrArray *entries = field->choices ? tonus_catalogue_get_entries (field->choices) : NULL;
      gboolean is_set = field->key_index >= 0 || tonus_record_get_field (record, field, row);

      for (guint v = 0; v < G_N_ELEMENTS (values) && !is_set; v++)
        is_set =
            tonus_chart_set (tonus_session_get_chart (session), tonus_record_get_object (record),
                             path, entries ? find_longest (entries) : values[v], NULL);
    }
}

static void
fill_section (TonusSession *session, const TonusSection *section)
{
  TonusRecord *record = tonus_session_get_holder (session, section);
  g_autoptr (GPtrArray) rows = NULL;

  if (!record)
    return;
  if (section->repeat == TONUS_REPEAT_MEASURE)
    {
      rows = tonus_measure_rows_list (section);
      if (rows->len > 0)
        fill_row (session, section, record, ((TonusTarget *) rows->pdata[0])->value);
    }
  else
    fill_row (session, section, record,
              section->repeat == TONUS_REPEAT_EVENT ? FULL_CHART_EVENT : NULL);
}

void
full_chart_fill (TonusSession *session)
{
  TonusSchema *schema = tonus_session_get_schema (session);
  GPtrArray *sections = tonus_schema_get_sections (schema);

  tonus_session_need (session, TONUS_SLOT_PROGRAM);
  for (guint i = 0; i < sections->len; i++)
    fill_section (session, g_ptr_array_index (sections, i));
}
