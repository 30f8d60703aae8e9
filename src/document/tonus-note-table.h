/* tonus-note-table.h - the measured rows of a section as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a key is the side, right and left of one measure share a line.  Few fields get a column each,
 * many share one.  Columns and rows without a value do not exist.  What is answered yes or no is listed
 * by its answer.
 */
#pragma once

#include "tonus-dossier.h"
#include "tonus-flow.h"

G_BEGIN_DECLS

typedef struct _TonusNoteTable TonusNoteTable;

/* All borrowed.  (transfer full) */
TonusNoteTable *tonus_note_table_new (const TonusDossier *dossier, TonusRecord *record, const TonusSection *section);
void tonus_note_table_free (TonusNoteTable *self);

gboolean tonus_note_table_is_empty (const TonusNoteTable *self);

/* A further column at the right.  @cell gives the text of a row. */
typedef char *(*TonusNoteCell) (const char *row, gpointer data);
void tonus_note_table_add_column (TonusNoteTable *self, const char *label, TonusNoteCell cell, gpointer data);

void tonus_note_table_draw (TonusNoteTable *self, TonusFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusNoteTable, tonus_note_table_free)

G_END_DECLS
