/* tonus-check-private.h - one check under way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-check.h"
#include "tonus-practice-private.h"

G_BEGIN_DECLS

typedef struct
{
  TonusPractice *practice;
  GPtrArray *findings;
  guint n_files;
  gint64 now;
} TonusCheck;

/* What is added to @findings is freed with it. */
void tonus_findings_own (GPtrArray *findings);
void tonus_finding_add (GPtrArray *findings,
                        TonusFindingLevel level,
                        const char *place,
                        const char *format,
                        ...) G_GNUC_PRINTF (4, 5);

/* Every file of one folder of records. */
void tonus_check_shelf (TonusCheck *self, TonusShelf *shelf, const char *place);

/* Every picture, and those that exercises name.  After the catalogues. */
void tonus_check_pictures (TonusCheck *self);

/* What the revisions of @object say together; @valid are its sound ones. */
void tonus_check_object (
    TonusCheck *self, TonusShelf *shelf, const char *place, const char *object, GPtrArray *valid);

G_END_DECLS
