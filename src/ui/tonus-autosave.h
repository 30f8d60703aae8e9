/* tonus-autosave.h - when to keep a draft and when to write a revision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only arithmetic on moments (microseconds of any steady clock): no timer, no file.  A draft is due
 * one second after the last edit and at most three seconds after the first one not yet kept; a
 * revision after a minute without edits, but not within two minutes of the one before.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TONUS_AUTOSAVE_NOTHING,
  TONUS_AUTOSAVE_DRAFT,
  TONUS_AUTOSAVE_REVISION
} TonusAutosaveAct;

/* All zero: nothing edited yet. */
typedef struct
{
  gint64 first_unkept;  /* first edit that no draft holds, 0: none */
  gint64 last_edit;     /* last edit that no revision holds, 0: none */
  gint64 last_revision; /* 0: never */
} TonusAutosave;

void tonus_autosave_edited (TonusAutosave *self, gint64 now);

/* What is next and when (@due: out).  NOTHING: all is saved. */
TonusAutosaveAct tonus_autosave_next (const TonusAutosave *self, gint64 *due);

/* @act has begun: its text is taken, later edits count anew.  One at a time. */
void tonus_autosave_begin (TonusAutosave *self, TonusAutosaveAct act, gint64 now);

/* @act did not work: try again in a few seconds. */
void tonus_autosave_failed (TonusAutosave *self, TonusAutosaveAct act, gint64 now);

/* Has it edits that are in no revision? */
gboolean tonus_autosave_is_dirty (const TonusAutosave *self);

G_END_DECLS
