/* tonus-visit.h - kind, date, state, minutes and units of a visit, as read from a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lens: a copy made in one place.  Entries belong to the record's schema.
 */
#pragma once

#include "tonus-record.h"
#include "tonus-units.h"

G_BEGIN_DECLS

typedef struct
{
  char *row;                /* of section "time": the service's id */
  const TonusEntry *entry;  /* (nullable) */
  guint minutes;
  gboolean is_timed;
  guint units;
  gboolean is_tied;
} TonusVisitService;

typedef struct
{
  const TonusEntry *kind;  /* (nullable) */
  guint32 date;            /* 0: not recorded */
  int start, end;          /* minutes after midnight, -1: not recorded */
  guint32 next;            /* 0: none agreed */
  gboolean is_signed;
  guint n_unread;          /* values that could not be read */
  GPtrArray *services;     /* (element-type TonusVisitService), in the order of the catalogue */
  guint timed_minutes;
  guint total_minutes;
  TonusUnitRule rule;
  guint units;
  gboolean has_tie;
} TonusVisit;

/* @visit, @payer: (nullable).  Without a payer the rule is NONE and there are no units.  (transfer full) */
TonusVisit *tonus_visit_read (TonusRecord *visit, TonusRecord *payer);
void tonus_visit_free (TonusVisit *self);

/* Count the units again under another rule. */
void tonus_visit_set_rule (TonusVisit *self, TonusUnitRule rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusVisit, tonus_visit_free)

G_END_DECLS
