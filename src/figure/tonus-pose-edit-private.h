/* tonus-pose-edit-private.h - how an edit begins and ends; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edit works on a copy whose frames it may change; what is not a frame is borrowed.
 */
#pragma once

#include "tonus-pose-edit.h"
#include "tonus-pose-settle.h"

G_BEGIN_DECLS

typedef struct
{
  TonusPose copy;
  guint frame;
  TonusAngles before; /* as they are seen */
} TonusPoseDraft;

void tonus_pose_draft_init (TonusPoseDraft *draft, const TonusPose *self, guint frame);

/* The new pose, read from its own text.  (transfer full) */
TonusPose *tonus_pose_draft_finish (TonusPoseDraft *draft, GError **error);

G_END_DECLS
