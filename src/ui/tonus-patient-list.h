/* tonus-patient-list.h - search and the patients that answer to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows have one height and columns a fixed width: anything else costs 0.1 ms of idle time per
 * patient.  Signal: "chosen" (patient id).
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PATIENT_LIST (tonus_patient_list_get_type ())
G_DECLARE_FINAL_TYPE (TonusPatientList, tonus_patient_list, TONUS, PATIENT_LIST, GtkBox)

GtkWidget *tonus_patient_list_new (TonusSession *session);

/* Read the practice's index anew. */
void tonus_patient_list_refresh (TonusPatientList *self);
void tonus_patient_list_focus_search (TonusPatientList *self);
/* Mark the open patient; NULL: none. */
void tonus_patient_list_select (TonusPatientList *self, const char *patient);
guint tonus_patient_list_get_size (TonusPatientList *self);

G_END_DECLS
