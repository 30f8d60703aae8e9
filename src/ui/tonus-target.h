/* tonus-target.h - something that can be chosen: a value and what to call it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-schema.h"

G_BEGIN_DECLS

typedef struct
{
  char *value; /* as in the record */
  char *label;
  char *also; /* (nullable) more words by which it is found: "hip ir" */
} TonusTarget;

/* Both are copied. */
TonusTarget *tonus_target_new (const char *value, const char *label);
void tonus_target_free (TonusTarget *self);

/* (transfer full) (element-type TonusTarget) */
GPtrArray *tonus_target_list_new (void);

/* What a reference may point at.  (transfer full) (element-type TonusTarget) */
typedef GPtrArray *(*TonusTargetLister) (const TonusField *field, gpointer data);

/* What to call @value, even one that can no longer be chosen.  (transfer full) (nullable: unknown)
 */
typedef char *(*TonusTargetNamer) (const char *value, gpointer data);

G_END_DECLS
