/* tonus-patient.c - who the patient is, as read from a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-patient.h"

#include "tonus-date.h"
#include "tonus-paths.h"

static char *
join_names (const char *first, const char *last)
{
  if (first != NULL && last != NULL)
    return g_strconcat (first, " ", last, NULL);
  return g_strdup (first != NULL ? first : last != NULL ? last : "");
}

static char *
spell_initialed (const TonusPatient *self)
{
  const char *first = self->preferred != NULL ? self->preferred : self->given;
  g_autofree char *initial = NULL;

  if (first == NULL || self->family == NULL)
    return g_strdup (first != NULL ? first : self->name);
  initial = g_utf8_substring (self->family, 0, 1);
  return g_strdup_printf ("%s %s.", first, initial);
}

TonusPatient *
tonus_patient_read (TonusRecord *record)
{
  TonusPatient *self = g_new0 (TonusPatient, 1);

  self->given = tonus_path_read_words (record, TONUS_PATH_PATIENT_GIVEN, NULL);
  self->family = tonus_path_read_words (record, TONUS_PATH_PATIENT_FAMILY, NULL);
  self->preferred = tonus_path_read_words (record, TONUS_PATH_PATIENT_PREFERRED, NULL);
  self->language = tonus_path_read_words (record, TONUS_PATH_PATIENT_LANGUAGE, NULL);
  self->phone = tonus_path_read_words (record, TONUS_PATH_PATIENT_PHONE, NULL);
  self->born = tonus_path_read_date (record, TONUS_PATH_PATIENT_BORN, NULL);
  self->name = join_names (self->given, self->family);
  self->called = join_names (self->preferred != NULL ? self->preferred : self->given, self->family);
  self->initialed = spell_initialed (self);
  return self;
}

void
tonus_patient_free (TonusPatient *self)
{
  if (self == NULL)
    return;
  g_free (self->given);
  g_free (self->family);
  g_free (self->preferred);
  g_free (self->name);
  g_free (self->called);
  g_free (self->initialed);
  g_free (self->language);
  g_free (self->phone);
  g_free (self);
}

int
tonus_patient_get_age (const TonusPatient *self, guint32 day)
{
  if (self->born == 0 || day < self->born)
    return -1;
  return (int) tonus_date_age (self->born, day);
}
