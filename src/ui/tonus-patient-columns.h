/* tonus-patient-columns.h - the columns of the left list: a dot, the name, the birth date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of fixed width, as the list's one height demands.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For a model of TonusPatientRows. */
void tonus_patient_columns_add (GtkTreeView *view);

G_END_DECLS
