/* tonus-difference.h - what differs between two versions of a record, line by line in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget in here, only words.
 */
#pragma once

#include "tonus-record.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  char *label;    /* "Pain · Now", "Hip flexion, right, passive · Pain" */
  char *old_text; /* as a person reads it; (nullable) not recorded */
  char *new_text; /* (nullable) not recorded */
} TonusDifference;

/* @from NULL: everything in @to is new.  What was typed and is no value counts, too.  (transfer
 * full) (element-type TonusDifference) */
GPtrArray *tonus_difference_list (TonusRecord *from, TonusRecord *to);

/* "Pain · Now: 5 → 3".  (transfer full) */
char *tonus_difference_words (const TonusDifference *self);

/* The label of a path; a row that has no name of its own is described from @record, else from
 * @other (nullable).  (transfer full) */
char *tonus_difference_label (TonusRecord *record, TonusRecord *other, const char *path);

/* A value as a person reads it, with its unit; a long one is cut.  (transfer full) (nullable: not
 * recorded) */
char *tonus_difference_value (TonusSchema *schema, const char *path, const char *text);

G_END_DECLS
