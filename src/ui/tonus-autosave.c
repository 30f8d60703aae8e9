/* tonus-autosave.c - when to keep a draft and when to write a revision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-autosave.h"

#define DRAFT_PAUSE (1 * G_USEC_PER_SEC)
#define DRAFT_LATEST (3 * G_USEC_PER_SEC)
#define RETRY_AFTER (3 * G_USEC_PER_SEC)
#define REVISION_IDLE (60 * G_USEC_PER_SEC)
#define REVISION_APART (120 * G_USEC_PER_SEC)

void
tonus_autosave_edited (TonusAutosave *self, gint64 now)
{
  if (self->first_unkept == 0)
    self->first_unkept = now;
  self->last_edit = now;
}

TonusAutosaveAct
tonus_autosave_next (const TonusAutosave *self, gint64 *due)
{
  if (self->first_unkept)
    {
      *due = MIN (self->last_edit + DRAFT_PAUSE, self->first_unkept + DRAFT_LATEST);
      return TONUS_AUTOSAVE_DRAFT;
    }
  if (self->last_edit == 0)
    return TONUS_AUTOSAVE_NOTHING;
  *due = self->last_edit + REVISION_IDLE;
  if (self->last_revision)
    *due = MAX (*due, self->last_revision + REVISION_APART);
  return TONUS_AUTOSAVE_REVISION;
}

void
tonus_autosave_begin (TonusAutosave *self, TonusAutosaveAct act, gint64 now)
{
  self->first_unkept = 0;
  if (act == TONUS_AUTOSAVE_REVISION)
    {
      self->last_edit = 0;
      self->last_revision = now;
    }
}

void
tonus_autosave_failed (TonusAutosave *self, TonusAutosaveAct act, gint64 now)
{
  if (act == TONUS_AUTOSAVE_REVISION)
    self->last_revision = 0;
  if (self->first_unkept == 0)
    self->first_unkept = now;
  self->last_edit = MAX (self->last_edit, now + RETRY_AFTER - DRAFT_PAUSE);
}

gboolean
tonus_autosave_is_dirty (const TonusAutosave *self)
{
  return self->last_edit != 0;
}
