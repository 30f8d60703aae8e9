/* tonus-visit.c - kind, date, state, minutes and units of a visit, as read from a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-visit.h"

#include "tonus-date.h"
#include "tonus-paths.h"

static void
service_free (gpointer data)
{
  TonusVisitService *service = data;

  g_free (service->row);
  g_free (service);
}

static int
compare_services (gconstpointer a, gconstpointer b)
{
  const TonusVisitService *left = *(TonusVisitService *const *) a;
  const TonusVisitService *right = *(TonusVisitService *const *) b;

  if (left->entry != NULL && right->entry != NULL && left->entry->index != right->entry->index)
    return left->entry->index < right->entry->index ? -1 : 1;
  return g_strcmp0 (left->row, right->row);
}

static void
read_service (TonusVisit *self, TonusRecord *record, const TonusSection *section, const char *row)
{
  double minutes = tonus_path_read_number (record, TONUS_PATH_TIME_MINUTES, row, -1);
  TonusVisitService *service;

  if (minutes < 0)
    return;
  service = g_new0 (TonusVisitService, 1);
  service->row = g_strdup (row);
  service->minutes = (guint) MIN (minutes, 24 * 60);
  if (section->keys->len > 0)
    service->entry = tonus_section_row_entry (section, row, g_ptr_array_index (section->keys, 0));
  if (service->entry != NULL)
    service->is_timed = g_strcmp0 (tonus_entry_get (service->entry, "timed"), "yes") == 0;
  self->total_minutes += service->minutes;
  self->timed_minutes += service->is_timed ? service->minutes : 0;
  g_ptr_array_add (self->services, service);
}

static void
read_services (TonusVisit *self, TonusRecord *record)
{
  const char *id = tonus_path_get_section (TONUS_PATH_TIME_MINUTES);
  const TonusSection *section = tonus_schema_find_section (tonus_record_get_schema (record), id);
  g_autoptr (GPtrArray) rows = NULL;

  if (section == NULL)
    return;
  rows = tonus_record_get_rows (record, id);
  for (guint i = 0; i < rows->len; i++)
    read_service (self, record, section, g_ptr_array_index (rows, i));
  g_ptr_array_sort (self->services, compare_services);
}

static int
read_time (TonusRecord *record, TonusPath path)
{
  const char *text = tonus_path_read (record, path, NULL);

  return text != NULL ? tonus_time_parse (text) : -1;
}

TonusVisit *
tonus_visit_read (TonusRecord *visit, TonusRecord *payer)
{
  TonusVisit *self = g_new0 (TonusVisit, 1);
  const char *rule = tonus_path_read (payer, TONUS_PATH_PAYER_UNIT_RULE, NULL);

  self->services = g_ptr_array_new_with_free_func (service_free);
  self->start = read_time (visit, TONUS_PATH_VISIT_START);
  self->end = read_time (visit, TONUS_PATH_VISIT_END);
  if (visit != NULL)
    {
      self->kind = tonus_path_read_entry (visit, TONUS_PATH_VISIT_KIND, NULL);
      self->date = tonus_path_read_date (visit, TONUS_PATH_VISIT_DATE, NULL);
      self->next = tonus_path_read_date (visit, TONUS_PATH_VISIT_NEXT, NULL);
      self->is_signed = tonus_record_is_signed (visit);
      self->n_unread = g_hash_table_size (tonus_record_get_unread (visit));
      read_services (self, visit);
    }
  tonus_visit_set_rule (self, tonus_unit_rule_from_id (rule));
  return self;
}

void
tonus_visit_free (TonusVisit *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->services);
  g_free (self);
}

void
tonus_visit_set_rule (TonusVisit *self, TonusUnitRule rule)
{
  guint n = self->services->len;
  g_autofree TonusServiceUnits *counted = g_new0 (TonusServiceUnits, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const TonusVisitService *service = g_ptr_array_index (self->services, i);

      counted[i].minutes = service->minutes;
      counted[i].is_timed = service->is_timed;
    }
  self->rule = rule;
  self->units = tonus_units_allocate (rule, counted, n);
  self->has_tie = FALSE;
  for (guint i = 0; i < n; i++)
    {
      TonusVisitService *service = g_ptr_array_index (self->services, i);

      service->units = counted[i].units;
      service->is_tied = counted[i].is_tied;
      self->has_tie |= counted[i].is_tied;
    }
}
