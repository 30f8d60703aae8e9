/* tonus-index.h - the patient list without opening every record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disposable cache in $XDG_CACHE_HOME/tonus/<practice id>/: one line per patient, valid for a
 * patient's folder as long as the folder's own modification time is the one noted (a time too
 * recent to trust is not noted).  Losing it costs one scan, never data.
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *given, *family; /* "" when not recorded */
  char *born;           /* "1988-05-03" or "" */
  char *phone;          /* "" when none */
  char *folded;         /* what search looks at: names, birth date, phone, id; folded */
  guint episodes;
  char *last_visit; /* "2026-11-20" or "" */
  char *next_visit; /* the date the last visit names, or "" */
  guint unsigned_visits;
  gboolean is_damaged; /* some file of it could not be used */
} TonusIndexEntry;

/* All patients, by family name, given name, id.  Writes the cache when it was out of date.
 * (transfer full) (element-type TonusIndexEntry) */
GPtrArray *tonus_index_load (TonusPractice *practice, GError **error);

G_END_DECLS
