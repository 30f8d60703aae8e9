/* tonus-duplicates.h - patients who may be the one that is being entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only a look at the index: no widget.  Two people of one name and one birth date are possible, so
 * this points out and never decides.
 */
#pragma once

#include "tonus-index.h"
#include "tonus-patient.h"

G_BEGIN_DECLS

/* From the surest on. */
typedef enum
{
  TONUS_ALIKE_BOTH, /* name and birth date */
  TONUS_ALIKE_NAME, /* accents and case aside */
  TONUS_ALIKE_BORN,
} TonusAlikeness;

typedef struct
{
  const TonusIndexEntry *entry; /* borrowed from the list looked at */
  TonusAlikeness how;
} TonusDuplicate;

typedef struct _TonusDuplicates TonusDuplicates;

/* @entries: (element-type TonusIndexEntry) as the index gives them; a reference is kept. */
TonusDuplicates *tonus_duplicates_new (GPtrArray *entries);
void tonus_duplicates_free (TonusDuplicates *self);

/* The surest few of those alike @patient; a name counts when first and last name are there.
 * @own: the patient's own id.  (element-type TonusDuplicate) (transfer full) */
GArray *tonus_duplicates_find (TonusDuplicates *self,
                               const TonusPatient *patient,
                               const char *own,
                               guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusDuplicates, tonus_duplicates_free)

G_END_DECLS
