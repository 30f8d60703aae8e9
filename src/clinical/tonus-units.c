/* tonus-units.c - timed minutes as units: the 8-minute rule and the midpoint rule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-units.h"

#define UNIT_MINUTES 15
#define FIRST_UNIT_MINUTES 8

TonusUnitRule
tonus_unit_rule_from_id (const char *id)
{
  if (g_strcmp0 (id, "cms") == 0)
    return TONUS_UNIT_RULE_CMS;
  if (g_strcmp0 (id, "midpoint") == 0)
    return TONUS_UNIT_RULE_MIDPOINT;
  return TONUS_UNIT_RULE_NONE;
}

guint
tonus_units_of_minutes (guint minutes)
{
  return minutes / UNIT_MINUTES + (minutes % UNIT_MINUTES >= FIRST_UNIT_MINUTES ? 1 : 0);
}

static guint
get_remainder (const TonusServiceUnits *service)
{
  return service->is_timed ? service->minutes % UNIT_MINUTES : 0;
}

/* Whole units are already given, so a service that has had its extra one is above its floor. */
static gboolean
has_extra (const TonusServiceUnits *service)
{
  return service->units > service->minutes / UNIT_MINUTES;
}

static TonusServiceUnits *
find_largest_remainder (TonusServiceUnits *services, guint n_services)
{
  TonusServiceUnits *best = NULL;

  for (guint i = 0; i < n_services; i++)
    {
      TonusServiceUnits *service = &services[i];
      guint remainder = get_remainder (service);

      if (remainder == 0 || has_extra (service))
        continue;
      if (best == NULL || remainder > get_remainder (best) ||
          (remainder == get_remainder (best) && service->minutes > best->minutes))
        best = service;
    }
  return best;
}

/* The last unit given and one not given had equal claims: everyone with that claim is told. */
static void
flag_ties (TonusServiceUnits *services, guint n_services, guint last_remainder)
{
  gboolean is_tied = FALSE;

  for (guint i = 0; i < n_services; i++)
    is_tied |= get_remainder (&services[i]) == last_remainder && !has_extra (&services[i]);
  for (guint i = 0; is_tied && i < n_services; i++)
    services[i].is_tied = get_remainder (&services[i]) == last_remainder;
}

static guint
allocate_cms (TonusServiceUnits *services, guint n_services)
{
  guint left, total = 0, last_remainder = 0;

  for (guint i = 0; i < n_services; i++)
    if (services[i].is_timed)
      total += services[i].minutes;
  total = left = tonus_units_of_minutes (total);
  for (guint i = 0; i < n_services; i++)
    {
      services[i].units = services[i].is_timed ? services[i].minutes / UNIT_MINUTES : 0;
      left -= services[i].units;
    }
  while (left-- > 0)
    {
      TonusServiceUnits *service = find_largest_remainder (services, n_services);

      g_assert (service != NULL);
      last_remainder = get_remainder (service);
      service->units++;
    }
  if (last_remainder > 0)
    flag_ties (services, n_services, last_remainder);
  return total;
}

static guint
allocate_midpoint (TonusServiceUnits *services, guint n_services)
{
  guint total = 0;

  for (guint i = 0; i < n_services; i++)
    {
      services[i].units = services[i].is_timed ? tonus_units_of_minutes (services[i].minutes) : 0;
      total += services[i].units;
    }
  return total;
}

guint
tonus_units_allocate (TonusUnitRule rule, TonusServiceUnits *services, guint n_services)
{
  g_return_val_if_fail (services != NULL || n_services == 0, 0);

  for (guint i = 0; i < n_services; i++)
    {
      services[i].units = 0;
      services[i].is_tied = FALSE;
    }
  switch (rule)
    {
    case TONUS_UNIT_RULE_NONE:
      return 0;
    case TONUS_UNIT_RULE_CMS:
      return allocate_cms (services, n_services);
    case TONUS_UNIT_RULE_MIDPOINT:
      return allocate_midpoint (services, n_services);
    }
  g_assert_not_reached ();
}
