/* tonus-index-private.h - a row of the index and how it is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-index.h"
#include "tonus-practice-private.h"

G_BEGIN_DECLS

/* What a folder looked like when it was scanned. */
typedef struct
{
  guint64 inode;
  gint64 mtime, mtime_ns;
  gint64 ctime, ctime_ns;
} TonusFolderStamp;

typedef struct
{
  TonusIndexEntry entry; /* first: the caller sees only this */
  char *sort;            /* folded family name, given name, id */
  TonusFolderStamp stamp;
  gboolean is_shown;   /* no: the folder holds no patient (any more) */
  gboolean is_trusted; /* may be noted in the cache */
} TonusIndexRow;

void tonus_index_row_free (gpointer row);

/* Read @patient's folder.  (transfer full) */
TonusIndexRow *tonus_index_scan (TonusPractice *practice, const char *patient);

/* patient id → TonusIndexRow; empty when the cache is absent, damaged, or another version's.
 * (transfer full) */
GHashTable *tonus_index_cache_read (TonusPractice *practice);
/* The trusted ones of @rows; failing to write is no failure. */
void tonus_index_cache_write (TonusPractice *practice, GPtrArray *rows);

G_END_DECLS
