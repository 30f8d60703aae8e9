/* tonus-revision.h - the name of a revision file, and what the names alone tell of an object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * <kind>-<oid>-<rev>-<hash>.keyfile.  The hash is of the file's bytes, so a name is a promise.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *kind; /* the three texts are in the block of the whole */
  char *object;
  guint64 number; /* 1, 2, 3 … */
  char *hash;
} TonusRevisionName;

/* NULL if @file_name is not such a name (temporary, foreign and conflict copies are not). (transfer
 * full) */
TonusRevisionName *tonus_revision_name_parse (const char *file_name);
/* (transfer full) */
TonusRevisionName *tonus_revision_name_copy (const TonusRevisionName *self);
char *
tonus_revision_name_format (const char *kind, const char *object, guint64 number, const char *hash);
void tonus_revision_name_free (TonusRevisionName *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusRevisionName, tonus_revision_name_free)

G_END_DECLS
