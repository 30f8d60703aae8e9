/* tonus-dossier.c - the records that one document or screen is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-dossier.h"

void
tonus_dossier_clear (TonusDossier *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->clinic);
  g_clear_object (&self->therapist);
  g_clear_object (&self->payer);
  g_clear_object (&self->patient);
  g_clear_object (&self->episode);
  g_clear_object (&self->visit);
  g_clear_object (&self->program);
  g_clear_object (&self->before);
}
