/* tonus-draft.h - what has been typed and is not yet a revision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One draft file per object, outside the practice folder, in $XDG_STATE_HOME/tonus/<practice
 * id>/drafts (0700), written by the same steps as a revision.  A draft is the record's whole text;
 * its Parents name the revision it was typed on.  It is removed only after a revision with its
 * content is durable, or when the user decides.
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

typedef struct
{
  char *object;
  char *kind;
  char *patient; /* (nullable) */
  char *written; /* moment */
  TonusRecord *record;
  char *base; /* (nullable) hash of the revision it was typed on */
} TonusDraft;

void tonus_draft_free (TonusDraft *self);

/* Ready to be written on any thread: text and path are taken now. */
typedef struct _TonusPendingDraft TonusPendingDraft;
TonusPendingDraft *
tonus_draft_prepare (TonusPractice *practice, TonusRecord *record, const char *author);
gboolean tonus_pending_draft_save (TonusPendingDraft *self, GError **error);
void tonus_pending_draft_free (TonusPendingDraft *self);

/* Drafts that differ from every revision of their object (others are removed).  (transfer full)
 * (element-type TonusDraft) */
GPtrArray *tonus_draft_list (TonusPractice *practice);
gboolean tonus_draft_remove (TonusPractice *practice, const char *object, GError **error);

G_END_DECLS
