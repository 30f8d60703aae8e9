/* tonus-gather.h - find the records that belong together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a visit was written against is what its Context names; where a hash of it is absent, the
 * present head stands in.
 */
#pragma once

#include "tonus-dossier.h"
#include "tonus-practice.h"

G_BEGIN_DECLS

/* Everything around @visit (@hash NULL: its head).  @out is cleared first. */
gboolean tonus_gather_visit (TonusPractice *practice,
                             const char *visit,
                             const char *hash,
                             TonusDossier *out,
                             GError **error);

/* What the patient has at home when @program is handed out: of its episode the highest version below its own that was
 * given on an earlier day, as it was given, for edits that follow keep the number.  (transfer full) (nullable) */
TonusRecord *tonus_gather_program_before (TonusPractice *practice, TonusRecord *program);

/* What went home with the patient at @visit: the highest version given at it, as it was given.
 * (transfer full) (nullable) */
TonusRecord *tonus_gather_program_given (TonusPractice *practice, TonusRecord *visit);

/* The program of @patient's episode (NULL: the latest episode that has one), version @version (0:
 * the newest; else the last revision whose program/version is that), with the therapist who wrote
 * it, the visit it was given at and the version before.  NOT_FOUND says which of these there are. */
gboolean tonus_gather_program (TonusPractice *practice,
                               const char *patient,
                               const char *episode,
                               guint version,
                               TonusDossier *out,
                               GError **error);

G_END_DECLS
