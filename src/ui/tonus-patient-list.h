/* tonus-patient-list.h - search, and the patients under their headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows have one height and columns a fixed width: anything else costs 0.1 ms of idle time per
 * patient.  The index is read after the first frame.  Signal: "chosen" (patient id).
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-patient-rows.h"
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PATIENT_LIST (tonus_patient_list_get_type ())
G_DECLARE_FINAL_TYPE (TonusPatientList, tonus_patient_list, TONUS, PATIENT_LIST, GtkBox)

GtkWidget *tonus_patient_list_new (TonusSession *session);

/* Read the practice's index anew, soon. */
void tonus_patient_list_refresh (TonusPatientList *self);
void tonus_patient_list_focus_search (TonusPatientList *self);
/* Other charts are open than before, and @patient's is in front; NULL: none. */
void tonus_patient_list_select (TonusPatientList *self, const char *patient);
/* The id of the row that is selected.  (nullable) */
const char *tonus_patient_list_get_selected (TonusPatientList *self);
/* Among today's patients by hand, or no longer. */
void tonus_patient_list_toggle_arrived (TonusPatientList *self, const char *patient);
/* As they are shown now.  (nullable): the index cannot be read */
TonusPatientRows *tonus_patient_list_get_rows (TonusPatientList *self);

G_END_DECLS
