/* tonus-index-tally.h - what was read of a patient, and the row that it comes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure: nothing here reads a file.
 */
#pragma once

#include "tonus-due.h"
#include "tonus-index-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *episode; /* (nullable) */
  guint32 date;  /* 0: not recorded */
  int start;     /* minutes after midnight, -1: not recorded */
  guint32 next;  /* 0: none */
  TonusVisitRole role;
  gboolean is_signed;
} TonusIndexVisit;

typedef struct
{
  const char *id; /* borrowed */
  guint32 start, certified_to;
  guint32 last_visit; /* found by the tally */
  gboolean is_ended;
} TonusIndexEpisode;

typedef struct
{
  GArray *visits;   /* of TonusIndexVisit, what is voided left out */
  GArray *episodes; /* of TonusIndexEpisode, likewise */
  char *given, *family, *born, *phone;
  gboolean has_alerts;
  gboolean is_damaged;
} TonusIndexTally;

void tonus_index_tally_init (TonusIndexTally *self);
void tonus_index_tally_clear (TonusIndexTally *self);

/* (transfer full) */
TonusIndexRow *tonus_index_tally_to_row (TonusIndexTally *self, const char *patient);

G_END_DECLS
