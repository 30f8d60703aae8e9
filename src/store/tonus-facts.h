/* tonus-facts.h - what one verified revision file says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file's name holds the hash of its bytes, so facts once read stay true for that name: they are
 * kept for the life of the practice while the files' contents are not.
 */
#pragma once

#include "tonus-record.h"
#include "tonus-revision.h"

G_BEGIN_DECLS

typedef struct
{
  TonusRevisionName *name;
  char *patient; /* (nullable) */
  GStrv parents; /* never NULL */
  GStrv context; /* never NULL */
  char *author;  /* (nullable) */
  char *written; /* (nullable) */
  char *episode; /* (nullable) visits and programs: the episode they belong to */
  char *target;  /* (nullable) voids: the object they void */
  guint unread;  /* values kept that could not be read */
  gboolean is_signed;
  gboolean is_newer; /* written in a later Format than ours */
} TonusFacts;

/* Does @bytes hold what @name and the folder's @patient (NULL: the practice's own) promise?  The
 * record, or DAMAGED: what is wrong with the file, without its name.  (transfer full) */
TonusRecord *tonus_facts_verify (TonusSchema *schema,
                                 const TonusRevisionName *name,
                                 const char *patient,
                                 GBytes *bytes,
                                 GError **error);

/* The same for those who need but a few values of very many files: the header and what
 * tonus_record_skim() finds. */
gboolean tonus_facts_skim (TonusSchema *schema,
                           const TonusField *const *fields,
                           guint n_fields,
                           const TonusRevisionName *name,
                           const char *patient,
                           GBytes *bytes,
                           TonusHeader *header,
                           char **values);

/* @name is copied. */
TonusFacts *tonus_facts_new (const TonusRevisionName *name, TonusRecord *record);
void tonus_facts_free (TonusFacts *self);

/* Largest first by number, then hash; for g_ptr_array_sort() of TonusFacts. */
int tonus_facts_compare_heads (gconstpointer a, gconstpointer b);
/* By number, then hash. */
int tonus_facts_compare_history (gconstpointer a, gconstpointer b);

/* Those of @valid that are nobody's parent, signed ones first; if parents go in a circle, the last
 * one. (element-type TonusFacts) (transfer container) */
GPtrArray *tonus_facts_find_heads (GPtrArray *valid);

G_END_DECLS
