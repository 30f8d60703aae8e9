/* tonus-patient-groups.h - the left list's rows: who stands under which heading, or was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only arithmetic on the index: no widget.  A patient may stand under several headings.
 */
#pragma once

#include "tonus-arrivals.h"
#include "tonus-index.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_PATIENTS_OPEN,
  TONUS_PATIENTS_TODAY,
  TONUS_PATIENTS_UNSIGNED,
  TONUS_PATIENTS_DUE,
  TONUS_PATIENTS_RECENT,
  TONUS_PATIENTS_ALL,
  TONUS_PATIENTS_FOUND, /* without a heading */
  TONUS_N_PATIENT_GROUPS
} TonusPatientGroup;

typedef struct
{
  TonusPatientGroup group;
  gint32 entry; /* index into the entries, -1: the group's heading */
} TonusPatientRow;

/* (element-type TonusPatientRow).  @entries: (element-type TonusIndexEntry) as the index gives
 * them.
 * @open: (element-type utf8) ids in the order they were opened.  @needle: folded, "": all the
 * groups.  (transfer full) */
GArray *tonus_patient_groups_list (GPtrArray *entries,
                                   GPtrArray *open,
                                   TonusArrivals *arrivals,
                                   const char *needle);

/* Notes, not people. */
guint tonus_patient_groups_count_unsigned (GPtrArray *entries);

/* The heading, and what a reader hears with each row: "Unsigned". */
const char *tonus_patient_group_label (TonusPatientGroup group);

/* "Reyes, Dana".  (transfer full) */
char *tonus_patient_entry_name (const TonusIndexEntry *entry);
/* The second column: the birth date, or what the group is about; of two people of one name always
 * the birth date.  (transfer full) */
char *tonus_patient_row_detail (const TonusPatientRow *row, GPtrArray *entries);
/* All that there is to say of a row's patient; not for headings.  (transfer full) */
char *tonus_patient_row_tooltip (const TonusPatientRow *row, GPtrArray *entries);

G_END_DECLS
