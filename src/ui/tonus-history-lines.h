/* tonus-history-lines.h - the lines of a patient's history: visits and versions of the home program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-session.h"

G_BEGIN_DECLS

typedef struct
{
  char *object;
  char *hash;                /* (nullable) the revision meant; NULL: the newest */
  char *before;              /* (nullable) the revision that was handed out before it */
  char *date;                /* "2026-11-23" or "" */
  char *title;               /* "Treatment", "Home program 2" */
  char *state;               /* "signed", "draft", "handed out" */
  gboolean is_open_to_edits; /* an unsigned visit */
  gboolean is_visit;
  char *withdrawn; /* (nullable) "Entered in error: typed twice. A. Kim, PT, 23 Nov 2026" */
} TonusHistoryLine;

/* Newest first, what is withdrawn last.  (transfer full) (element-type TonusHistoryLine) */
GPtrArray *tonus_history_lines_list (TonusSession *session);

G_END_DECLS
