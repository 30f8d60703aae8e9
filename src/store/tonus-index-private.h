/* tonus-index-private.h - a row of the index, how it is found and how it is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-index.h"
#include "tonus-practice-private.h"

G_BEGIN_DECLS

/* What a folder looked like when it was scanned; all 0: not to be trusted. */
typedef struct
{
  guint64 inode;
  gint64 mtime, mtime_ns;
  gint64 ctime, ctime_ns;
} TonusFolderStamp;

typedef struct _TonusIndexBlock TonusIndexBlock;

typedef struct
{
  TonusIndexEntry entry; /* first: the caller sees only this */
  const char *sort;      /* folded family name, given name, id */
  TonusFolderStamp stamp;
  gboolean is_shown; /* no: the folder holds no patient (any more) */
  gboolean is_kept;  /* while refreshing: the folder is there and as it was */
  TonusIndexBlock *block;
} TonusIndexRow;

/* --- tonus-index-row.c --- */

/* Rows and their texts live in blocks: one for all rows of a cache, one for each row scanned. */
struct _TonusIndexBlock
{
  gatomicrefcount references; /* one for each row that somebody holds */
  TonusIndexRow *rows;
  void *texts;
};

/* The texts of a row, in the order of the cache. */
#define TONUS_INDEX_N_TEXTS 9
const char **tonus_index_row_text (TonusIndexRow *self, guint nth);

/* @texts are copied.  (transfer full) */
TonusIndexRow *tonus_index_row_new (const char *const texts[TONUS_INDEX_N_TEXTS]);
void tonus_index_row_free (gpointer row);
/* Would anybody who sees the list see a difference? */
gboolean tonus_index_row_is_same (const TonusIndexRow *a, const TonusIndexRow *b);
/* For g_ptr_array_sort(). */
int tonus_index_row_compare (gconstpointer a, gconstpointer b);

/* --- tonus-index-scan.c --- */

/* Read @patient's folder.  (transfer full) */
TonusIndexRow *tonus_index_scan (TonusPractice *practice, const char *patient);

/* --- tonus-index-scan-all.c --- */

/* Each of @patients (element-type utf8); @rows: out, as many.  Errors: cancelled; then some are
 * NULL.
 */
gboolean tonus_index_scan_all (TonusPractice *practice,
                               GPtrArray *patients,
                               TonusIndexRow **rows,
                               GCancellable *cancellable,
                               GError **error);

/* --- tonus-index-cache.c --- */

/* In their order; NULL when the cache is absent, damaged, or another version's.  (transfer full)
 * (element-type TonusIndexRow) */
GPtrArray *tonus_index_cache_read (TonusPractice *practice);
/* @rows in their order; failing to write is no failure. */
void tonus_index_cache_write (TonusPractice *practice, GPtrArray *rows);

/* --- tonus-index.c --- */

/* tonus_index_load() that can be stopped.  @has_changed: out */
GPtrArray *tonus_index_refresh (TonusPractice *practice,
                                GCancellable *cancellable,
                                gboolean *has_changed,
                                GError **error);

G_END_DECLS
