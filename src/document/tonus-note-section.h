/* tonus-note-section.h - the values of one section in the note, whatever the section is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single fields are pairs, event rows list items, measured rows a table; sides stand side by side.
 * A section without a printed value leaves no trace.
 */
#pragma once

#include "tonus-dossier.h"
#include "tonus-flow.h"

G_BEGIN_DECLS

typedef struct
{
  const TonusDossier *dossier;
  TonusFlow *flow;
} TonusNoteWriter;

/* A field for which @is_elsewhere says TRUE is printed by the caller. */
typedef gboolean (*TonusNoteFilter) (const TonusField *field);

/* @is_elsewhere: (nullable).  FALSE: nothing to print. */
gboolean tonus_note_add_section (const TonusNoteWriter *writer, TonusRecord *record, const TonusSection *section, TonusNoteFilter is_elsewhere);

G_END_DECLS
