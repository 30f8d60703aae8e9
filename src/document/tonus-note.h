/* tonus-note.h - the note of one visit, for the record and the payer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Derived from the schema: every printed field of the visit that has a value, under its section, measured
 * rows as tables; then minutes and units.  What was not recorded is not there; what was not tested says why.  An unsigned note
 * says so on every page, an unread value never prints (the note says how many there are).
 */
#pragma once

#include "tonus-document.h"
#include "tonus-dossier.h"

G_BEGIN_DECLS

typedef struct
{
  TonusPaper paper;
  const char *created;  /* (nullable) */
  const char *remark;   /* (nullable) printed under the head: "One of two versions of this visit" */
  /* (out) (optional) (transfer full): a sentence on what no font can print, NULL where all prints. */
  char **unprinted;
} TonusNoteOptions;

/* @dossier->visit must be set.  (transfer full) */
GBytes *tonus_note_render (const TonusDossier *dossier, const TonusNoteOptions *options, GError **error);

G_END_DECLS
