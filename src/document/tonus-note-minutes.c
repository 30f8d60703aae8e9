/* tonus-note-minutes.c - minutes by service, their totals and the units they make
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-note-minutes.h"

#include <glib/gi18n-lib.h>

#include "tonus-note-table.h"
#include "tonus-paths.h"

gboolean
tonus_note_minutes_is_section (const TonusSection *section)
{
  return g_str_equal (section->id, tonus_path_get_section (TONUS_PATH_TIME_MINUTES));
}

static const TonusVisitService *
find_service (const TonusVisit *visit, const char *row)
{
  for (guint i = 0; i < visit->services->len; i++)
    {
      const TonusVisitService *service = g_ptr_array_index (visit->services, i);

      if (g_str_equal (service->row, row))
        return service;
    }
  return NULL;
}

static char *
get_timed_cell (const char *row, gpointer data)
{
  const TonusVisitService *service = find_service (data, row);

  if (service == NULL)
    return NULL;
  return g_strdup (service->is_timed ? _ ("timed") : _ ("untimed"));
}

static char *
get_units_cell (const char *row, gpointer data)
{
  const TonusVisitService *service = find_service (data, row);

  if (service == NULL || !service->is_timed)
    return NULL;
  return g_strdup_printf (service->is_tied ? "%u *" : "%u", service->units);
}

static const char *
name_rule (TonusUnitRule rule)
{
  switch (rule)
    {
    case TONUS_UNIT_RULE_CMS:
      return _ ("CMS 8-minute rule");
    case TONUS_UNIT_RULE_MIDPOINT:
      return _ ("midpoint rule");
    case TONUS_UNIT_RULE_NONE:
      return NULL;
    }
  g_assert_not_reached ();
}

static void
add_minutes_pair (const TonusNoteWriter *writer, const char *label, guint minutes)
{
  g_autofree char *value = g_strdup_printf (_ ("%u min"), minutes);

  tonus_flow_pair (writer->flow, label, value);
}

static void
add_units (const TonusNoteWriter *writer, const TonusVisit *visit)
{
  g_autofree char *payer =
      tonus_path_read_words (writer->dossier->payer, TONUS_PATH_PAYER_NAME, NULL);
  const char *rule = name_rule (visit->rule);
  g_autofree char *value = NULL;

  if (rule == NULL)
    return;
  value = payer != NULL ? g_strdup_printf ("%u (%s, %s)", visit->units, rule, payer)
                        : g_strdup_printf ("%u (%s)", visit->units, rule);
  tonus_flow_pair (writer->flow, _ ("Units"), value);
  if (visit->has_tie)
    tonus_flow_pair (
        writer->flow, "*",
        _ ("Equal claims to the last unit: given to more minutes, then in list order."));
}

void
tonus_note_add_minutes (const TonusNoteWriter *writer, const TonusVisit *visit)
{
  TonusRecord *record = writer->dossier->visit;
  const TonusSection *section = tonus_schema_find_section (
      tonus_record_get_schema (record), tonus_path_get_section (TONUS_PATH_TIME_MINUTES));
  g_autoptr (TonusNoteTable) table = NULL;

  if (section == NULL)
    return;
  table = tonus_note_table_new (writer->dossier, record, section);
  if (tonus_note_table_is_empty (table))
    return;
  tonus_note_table_add_column (table, _ ("Counts as"), get_timed_cell, (gpointer) visit);
  if (visit->rule != TONUS_UNIT_RULE_NONE)
    tonus_note_table_add_column (table, _ ("Units"), get_units_cell, (gpointer) visit);
  tonus_flow_heading (writer->flow, TONUS_TAG_H2, _ ("Minutes and units"));
  tonus_note_table_draw (table, writer->flow);
  tonus_flow_space (writer->flow, 4);
  add_minutes_pair (writer, _ ("Timed minutes"), visit->timed_minutes);
  add_minutes_pair (writer, _ ("Total treatment time"), visit->total_minutes);
  add_units (writer, visit);
}
