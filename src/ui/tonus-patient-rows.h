/* tonus-patient-rows.h - the left list's rows as a model for a GtkTreeView
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Never changes: another search makes another one.  Texts are made when a row is drawn, so ten
 * thousand patients cost an array and nothing else.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-patient-groups.h"
#include "tonus-record.h"

G_BEGIN_DECLS

enum
{
  TONUS_PATIENT_COLUMN_NAME,
  TONUS_PATIENT_COLUMN_DETAIL,
  TONUS_PATIENT_COLUMN_SPOKEN, /* "Unsigned, open chart" */
  TONUS_PATIENT_COLUMN_IS_OPEN,
  TONUS_PATIENT_COLUMN_WEIGHT,
  TONUS_N_PATIENT_COLUMNS
};

#define TONUS_TYPE_PATIENT_ROWS (tonus_patient_rows_get_type ())
G_DECLARE_FINAL_TYPE (TonusPatientRows, tonus_patient_rows, TONUS, PATIENT_ROWS, GObject)

/* As tonus_patient_groups_list(), but @open: (element-type TonusRecord) the patients themselves.
 * Who is open and not in the index yet is among the rows all the same. */
TonusPatientRows *tonus_patient_rows_new (GPtrArray *entries,
                                          GPtrArray *open,
                                          TonusArrivals *arrivals,
                                          const char *needle);

/* What the rows point into.  (element-type TonusIndexEntry) (transfer none) */
GPtrArray *tonus_patient_rows_get_entries (TonusPatientRows *self);
guint tonus_patient_rows_get_size (TonusPatientRows *self);
const TonusPatientRow *tonus_patient_rows_get (TonusPatientRows *self, guint i);
/* NULL: a heading. */
const TonusIndexEntry *tonus_patient_rows_get_entry (TonusPatientRows *self, guint i);
/* The first row of @patient, in @group if there is one; -1: none. */
int tonus_patient_rows_find (TonusPatientRows *self, const char *patient, TonusPatientGroup group);

G_END_DECLS
