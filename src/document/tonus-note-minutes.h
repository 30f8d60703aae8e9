/* tonus-note-minutes.h - minutes by service, their totals and the units they make
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-note-section.h"
#include "tonus-visit.h"

G_BEGIN_DECLS

/* The section that this prints, so that nobody else does. */
gboolean tonus_note_minutes_is_section (const TonusSection *section);

/* Nothing without minutes. */
void tonus_note_add_minutes (const TonusNoteWriter *writer, const TonusVisit *visit);

G_END_DECLS
