/* tonus-arrivals.h - who has come in today, marked by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No record: who sits in the waiting room matters for a day, on this computer.  Kept in the state
 * folder of the practice, patients by their ids alone; another day begins with nobody.
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

typedef struct _TonusArrivals TonusArrivals;

/* What is there of today; what cannot be read counts as nobody. */
TonusArrivals *tonus_arrivals_new (TonusPractice *practice);
void tonus_arrivals_free (TonusArrivals *self);

gboolean tonus_arrivals_contains (TonusArrivals *self, const char *patient);
/* FALSE: it is so until the program ends; it could not be written down. */
gboolean
tonus_arrivals_set (TonusArrivals *self, const char *patient, gboolean has_arrived, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusArrivals, tonus_arrivals_free)

G_END_DECLS
