/* tonus-pose-drag.h - which angles bring a handle somewhere; for this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Found by a few damped steps over the joint's own angles and, less willingly, those of the joint
 * before it.  Each try is a whole solution with its contacts.
 */
#pragma once

#include "tonus-pose-edit-private.h"
#include "tonus-pose-handles.h"

G_BEGIN_DECLS

#define TONUS_TERMS_MAX 4u
#define TONUS_FREEDOMS_MAX 5u

/* One thing that may change: some angles together. */
typedef struct
{
  guint n_terms;
  struct
  {
    guint joint, axis;
  } terms[TONUS_TERMS_MAX];
  double willing;   /* 1: as much as it takes */
  double low, high; /* how far from where they are, degrees */
} TonusFreedom;

guint tonus_pose_handle_get_landmark (TonusHandle handle);

/* How many were written. */
guint tonus_pose_list_freedoms (const TonusPoseDraft *draft,
                                TonusHandle handle,
                                gboolean is_both,
                                TonusFreedom freedoms[TONUS_FREEDOMS_MAX]);

void tonus_pose_bend (TonusAngles *angles, const TonusFreedom *freedom, double degrees);

/* Changes the draft's angles; how far off @target the handle still is, metres. */
double tonus_pose_seek (TonusPoseDraft *draft,
                        TonusHandle handle,
                        const TonusFreedom *freedoms,
                        guint n,
                        TonusPoint target);

G_END_DECLS
