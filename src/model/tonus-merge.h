/* tonus-merge.h - two revisions of one record and what they have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Per field against the common ancestor: one side changed, take it; both alike, take; both
 * differently, a conflict that only a person may settle.  File times decide nothing.
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  char *base;    /* (nullable) */
  char *ours;    /* (nullable) */
  char *theirs;  /* (nullable) */
} TonusConflict;

/* A proposal: the automatic part, with ours kept where both differ.  @base NULL: no common ancestor is
 * known, then every difference is a conflict.  @conflicts: out, (element-type TonusConflict) (transfer full).  (transfer full) */
TonusRecord *tonus_merge (TonusRecord *base, TonusRecord *ours, TonusRecord *theirs, GPtrArray **conflicts);

G_END_DECLS
