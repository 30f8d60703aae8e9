/* tonus-index.h - the patient list without opening every record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disposable cache in $XDG_CACHE_HOME/tonus/<practice id>/: one row per patient, valid for a
 * patient's folder as long as the folder's own modification time is the one noted (a time too
 * recent to trust is not noted).  Losing it costs one scan, never data.
 *
 * A window shows tonus_index_load_cached() at once, whatever it may be worth, and then what
 * tonus_index_refresh_async() has found; after a save or news of one patient it asks
 * tonus_index_update().  Who needs the truth and can wait asks tonus_index_load().
 */
#pragma once

#include <gio/gio.h>

#include "tonus-practice.h"

G_BEGIN_DECLS

/* Of what is voided, nothing counts.  The numbers are for tonus-due.h to judge. */
typedef struct
{
  const char *id;
  const char *given, *family; /* "" when not recorded */
  const char *born;           /* "1988-05-03" or "" */
  const char *phone;          /* "" when none */
  const char *folded;         /* what search looks at: names, birth date, phone, id; folded */
  const char *last_visit;     /* "2026-11-20" or "" */
  const char *next_visit;     /* the date the last visit names, or "" */
  guint episodes;
  guint unsigned_visits;
  guint32 newest_unsigned; /* day of the newest unsigned visit, 0: none or not dated */
  /* Of the current episode: not ended, seen last, else begun last */
  guint report_days;    /* treatment days since its last report: tonus_treatment_days_count() */
  guint32 certified_to; /* last day its plan is certified for, 0: not recorded */
  gboolean has_alerts;  /* some alert that has not ended */
  gboolean is_damaged;  /* some file of it could not be used */
} TonusIndexEntry;

/* All patients, by family name, given name, id.  Writes the cache when it was out of date.
 * (transfer full) (element-type TonusIndexEntry) */
GPtrArray *tonus_index_load (TonusPractice *practice, GError **error);

/* The list as it was found last, without a look at the practice's folder.  NULL: no cache.
 * (transfer full) (element-type TonusIndexEntry) */
GPtrArray *tonus_index_load_cached (TonusPractice *practice);

/* tonus_index_load() on another thread, with a practice opened there; @callback on this one. */
void tonus_index_refresh_async (TonusPractice *practice,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* @has_changed: out, (nullable): is it another list than the cache had?  (transfer full)
 * (element-type TonusIndexEntry) */
GPtrArray *tonus_index_refresh_finish (GAsyncResult *result, gboolean *has_changed, GError **error);

/* Look at @patient's folder anew: its row in @entries is replaced (the old one is freed), added or
 * removed. FALSE: it is as it was.  The cache is not written: the next refresh will do that. */
gboolean tonus_index_update (TonusPractice *practice, GPtrArray *entries, const char *patient);

G_END_DECLS
