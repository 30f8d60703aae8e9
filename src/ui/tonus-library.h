/* tonus-library.h - every exercise there is, to be searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Knows no widget.  What was shipped, what the practice wrote itself and what it imported are rows
 * of one catalogue.  Words typed are found in the name and in everything the facets say, accents
 * and case aside: "hip band", "puente".
 */
#pragma once

#include "tonus-schema.h"

G_BEGIN_DECLS

typedef enum
{
  TONUS_FACET_REGION,
  TONUS_FACET_KIND,
  TONUS_FACET_POSITION,
  TONUS_FACET_EQUIPMENT,
  TONUS_FACET_LEVEL,
  TONUS_N_FACETS
} TonusFacet;

/* A value that exercises have, as a person reads it. */
typedef struct
{
  char *id; /* "hook-lying" */
  char *label;
} TonusFacetValue;

typedef struct _TonusLibrary TonusLibrary;

TonusLibrary *tonus_library_new (TonusSchema *schema);
void tonus_library_free (TonusLibrary *self);

/* "Region" */
const char *tonus_facet_label (TonusFacet facet);
/* "region": for ids. */
const char *tonus_facet_id (TonusFacet facet);

/* Those some exercise has, in the order of their labels.  (element-type TonusFacetValue) (transfer
 * none) */
GPtrArray *tonus_library_list_values (TonusLibrary *self, TonusFacet facet);

/* @chosen: one value's id per facet, NULL: any.  First what is called exactly so (to the patient,
 * too), then names that begin so, names with words that do, and the rest; else the catalogue's
 * order.  (element-type TonusEntry) (transfer container) */
GPtrArray *tonus_library_find (TonusLibrary *self,
                               const char *typed,
                               const char *const chosen[TONUS_N_FACETS]);

/* "Hip · Strength · Hook-lying · Level 2".  (transfer full) */
char *tonus_library_describe (TonusLibrary *self, const TonusEntry *exercise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusLibrary, tonus_library_free)

G_END_DECLS
