/* tonus-patient.h - who the patient is, as read from a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lens: a copy made in one place; any member may be absent.
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

typedef struct
{
  char *given, *family, *preferred;  /* (nullable) each */
  char *name;      /* "Dana Reyes"; never NULL, "" when nothing is recorded */
  char *called;    /* as the patient wants to be called, else as name; never NULL */
  char *initialed; /* "Dana R.", for places where others may look on; never NULL */
  char *language;  /* (nullable) "es" */
  char *phone;     /* (nullable) */
  guint32 born;    /* 0: not recorded */
} TonusPatient;

/* @record may be NULL: everything is absent.  (transfer full) */
TonusPatient *tonus_patient_read (TonusRecord *record);
void tonus_patient_free (TonusPatient *self);

/* Whole years on @day, -1 when the birth date is not recorded or lies after it. */
int tonus_patient_get_age (const TonusPatient *self, guint32 day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusPatient, tonus_patient_free)

G_END_DECLS
