/* sample-dossier.h - the records of one patient, for tests of lenses and documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-dossier.h"

G_BEGIN_DECLS

/* A record of @kind with the groups of @text ("[patient]\ngiven=Dana\n"), which must be acceptable.  (transfer full) */
TonusRecord *sample_record (const char *kind, const char *text);

/* The founding case's fourth visit: clinic, therapist, payer, patient, episode, visit, program of four. */
void sample_dossier_fill (TonusDossier *dossier);

/* A program with the first @n of a dozen exercises, and the stopped ones if asked.  (transfer full) */
TonusRecord *sample_program (guint n, gboolean with_stopped);

#define SAMPLE_LONG_WORDS 300

/* @n letters in words of up to 14, with accents.  (transfer full) */
char *sample_long_text (guint n);

G_END_DECLS
