/* tonus-due.c - what the paper trail of an episode asks for next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-due.h"

#include <stdlib.h>

TonusDue
tonus_due_judge (guint report_days, guint32 certified_to, guint32 today)
{
  TonusDue due = TONUS_DUE_NOTHING;

  if (report_days >= TONUS_DUE_REPORT_DAYS)
    due |= TONUS_DUE_REPORT;
  else if (report_days >= TONUS_DUE_REPORT_SOON_DAYS)
    due |= TONUS_DUE_REPORT_SOON;
  if (certified_to == 0)
    return due;
  if (today > certified_to)
    due |= TONUS_DUE_CERTIFICATION;
  else if (certified_to - today <= TONUS_DUE_CERTIFICATION_SOON_DAYS)
    due |= TONUS_DUE_CERTIFICATION_SOON;
  return due;
}

TonusVisitRole
tonus_visit_role_of (const char *kind)
{
  static const struct
  {
    const char *kind;
    TonusVisitRole role;
  } roles[] = {
    { "progress-report", TONUS_VISIT_REPORTS }, { "re-evaluation", TONUS_VISIT_REPORTS },
    { "discharge", TONUS_VISIT_REPORTS },       { "contact", TONUS_VISIT_ABSENT },
    { "no-show", TONUS_VISIT_ABSENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (kind, roles[i].kind) == 0)
      return roles[i].role;
  return TONUS_VISIT_TREATS;
}

static int
compare_dates (const void *a, const void *b)
{
  const TonusTreatmentDay *x = a, *y = b;

  return x->date < y->date ? -1 : x->date > y->date;
}

guint
tonus_treatment_days_count (TonusTreatmentDay *days, guint n_days)
{
  guint32 reported = 0, counted = 0;
  guint n = 0;

  if (n_days > 0)
    qsort (days, n_days, sizeof *days, compare_dates);
  for (guint i = 0; i < n_days; i++)
    if (days[i].role == TONUS_VISIT_REPORTS)
      reported = days[i].date;
  /* What is treated on the day of the report is in the report. */
  for (guint i = 0; i < n_days; i++)
    if (days[i].role == TONUS_VISIT_TREATS && days[i].date > reported && days[i].date != counted)
      {
        counted = days[i].date;
        n++;
      }
  return n;
}
