/* tonus-note-head.h - whose note it is: clinic, patient, episode, visit; and whether it is signed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-note-section.h"
#include "tonus-visit.h"

G_BEGIN_DECLS

/* "Dana Reyes, born 3 May 1988 · Treatment · 23 Nov 2026 · UNSIGNED DRAFT": on every page but the first.  (transfer full) */
char *tonus_note_running_head (const TonusDossier *dossier, const TonusVisit *visit);

/* @remark: (nullable). */
void tonus_note_add_head (const TonusNoteWriter *writer, const TonusVisit *visit, const char *remark);

/* The fields of the visit that the head prints. */
gboolean tonus_note_head_has_field (const TonusField *field);

G_END_DECLS
