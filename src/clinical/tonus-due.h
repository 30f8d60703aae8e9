/* tonus-due.h - what the paper trail of an episode asks for next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pure function over a few numbers, so that a list of ten thousand patients can ask it.  Sources:
 * CMS Benefit Policy Manual ch. 15: §220.3, a progress report at least once every 10 treatment
 * days, the day of the evaluation being the first; §220.1.3, treatment only under a plan that is
 * certified for that day.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A report is due on the 10th treatment day of its period; from the 8th there is time to plan it.
 */
#define TONUS_DUE_REPORT_DAYS 10
#define TONUS_DUE_REPORT_SOON_DAYS 8
/* Two weeks to get a signature. */
#define TONUS_DUE_CERTIFICATION_SOON_DAYS 14

typedef enum
{
  TONUS_DUE_NOTHING = 0,
  TONUS_DUE_REPORT_SOON = 1 << 0,
  TONUS_DUE_REPORT = 1 << 1,
  TONUS_DUE_CERTIFICATION_SOON = 1 << 2, /* the last day is near, or today */
  TONUS_DUE_CERTIFICATION = 1 << 3       /* the last day is over */
} TonusDue;

/* @report_days: treatment days of the present report period (tonus_treatment_days_count());
 * @certified_to: the last day of certification, 0: none recorded, which asks for nothing; @today: a
 * day.  Of each pair only the graver. */
TonusDue tonus_due_judge (guint report_days, guint32 certified_to, guint32 today);

/* --- counting --- */

/* What a visit is to the paper trail. */
typedef enum
{
  TONUS_VISIT_TREATS,  /* treatment, evaluation, or of no kind yet */
  TONUS_VISIT_REPORTS, /* progress report, re-evaluation, discharge: ends the report period */
  TONUS_VISIT_ABSENT   /* contact, no-show: no treatment */
} TonusVisitRole;

/* @kind: an id of the catalogue visit-kind, (nullable). */
TonusVisitRole tonus_visit_role_of (const char *kind);

typedef struct
{
  guint32 date; /* 0: not recorded, counts for nothing */
  TonusVisitRole role;
} TonusTreatmentDay;

/* The days with treatment after the last report of an episode, several visits of one day counting
 * once; the evaluation's own day is among them.  @days is sorted by it. */
guint tonus_treatment_days_count (TonusTreatmentDay *days, guint n_days);

G_END_DECLS
