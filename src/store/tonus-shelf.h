/* tonus-shelf.h - one folder of revision files, as its names tell it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names are promises, not facts: nothing here has been read.
 */
#pragma once

#include "tonus-io.h"
#include "tonus-revision.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  char *patient;       /* (nullable) NULL: the practice's own */
  GHashTable *objects; /* object id → (element-type TonusRevisionName), never empty */
  GHashTable *hashes;  /* every hash that a name holds */
  GPtrArray *ids;      /* (element-type utf8) keys of objects, sorted, borrowed from it */
  GPtrArray
      *foreign; /* (element-type utf8) names that are no revision's, temporary ones left out */
  gboolean has_temporary;
} TonusShelf;

/* Errors: NOT_FOUND, DISK.  (transfer full) */
TonusShelf *tonus_shelf_new (TonusIo *io, const char *path, const char *patient, GError **error);
void tonus_shelf_free (TonusShelf *self);

/* What was just saved, without looking again. @name is copied. */
void tonus_shelf_add (TonusShelf *self, const TonusRevisionName *name);

/* (nullable) (transfer none) (element-type TonusRevisionName) */
GPtrArray *tonus_shelf_get_names (TonusShelf *self, const char *object);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusShelf, tonus_shelf_free)

G_END_DECLS
