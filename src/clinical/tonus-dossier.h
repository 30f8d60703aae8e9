/* tonus-dossier.h - the records that one document or screen is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * References, any of which may be NULL: a visit may have no program yet, a practice no payer.
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

typedef struct
{
  TonusRecord *clinic;
  TonusRecord *therapist;
  TonusRecord *payer;
  TonusRecord *patient;
  TonusRecord *episode;
  TonusRecord *visit;
  TonusRecord *program;
  TonusRecord *before;  /* the version of the program handed out before that one */
} TonusDossier;

/* Drops the references and zeroes. */
void tonus_dossier_clear (TonusDossier *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TonusDossier, tonus_dossier_clear)

G_END_DECLS
