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

/* The program of @patient's episode (NULL: the latest episode that has one), version @version (0:
 * the newest; else the last revision whose program/version is that), with the therapist who wrote
 * it.  NOT_FOUND says which of these there are. */
gboolean tonus_gather_program (TonusPractice *practice,
                               const char *patient,
                               const char *episode,
                               guint version,
                               TonusDossier *out,
                               GError **error);

G_END_DECLS
