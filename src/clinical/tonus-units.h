/* tonus-units.h - timed minutes as units: the 8-minute rule and the midpoint rule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions.  CMS: Claims Processing Manual ch. 5 §20.2, units from the total of the day, then allocated.
 * Midpoint: each service on its own, a service under 8 minutes never counts.  Untimed services have no units.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TONUS_UNIT_RULE_NONE,
  TONUS_UNIT_RULE_CMS,
  TONUS_UNIT_RULE_MIDPOINT
} TonusUnitRule;

/* "none", "cms", "midpoint"; anything else, NULL too, is NONE. */
TonusUnitRule tonus_unit_rule_from_id (const char *id);

typedef struct
{
  guint minutes;
  gboolean is_timed;
  guint units;       /* out */
  gboolean is_tied;  /* out: another service has an equal claim to a unit; the therapist may choose */
} TonusServiceUnits;

/* 0–7 → 0, 8–22 → 1, 23–37 → 2 … */
guint tonus_units_of_minutes (guint minutes);

/* Fills units and is_tied of each service and returns the sum.  A tie goes to more minutes, then to list order. */
guint tonus_units_allocate (TonusUnitRule rule, TonusServiceUnits *services, guint n_services);

G_END_DECLS
