/* tonus-words.h - how the window speaks of a patient, an episode, a visit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget in here, only words.
 */
#pragma once

#include "tonus-session.h"

G_BEGIN_DECLS

/* "Dana R.": for places that strangers see, such as the window's title.  (transfer full) */
char *tonus_words_short_name (TonusRecord *patient);

/* "Dana Reyes".  (transfer full) */
char *tonus_words_full_name (TonusRecord *patient);
/* "3 May 1988 (38)".  (transfer full) */
char *tonus_words_born (TonusRecord *patient);
/* "Dana Reyes · 3 May 1988 (38)".  (transfer full) */
char *tonus_words_identity (TonusRecord *patient);

/* "Low back pain R · visit 4 of 16": the open chart.  (transfer full), "" when there is nothing to
 * say */
char *tonus_words_course (TonusSession *session);

/* "report in 6 · certified to 12 Dec 2026": what is near or over; "" when nothing is.  The numbers
 * are those of tonus-due.h.  (transfer full) */
char *tonus_words_due (guint report_days, guint32 certified_to);
/* The same of the open chart's episode.  (transfer full) */
char *tonus_words_paper (TonusSession *session);
/* What “report in 2” means, in a sentence.  (transfer full) (nullable: nothing is counted yet) */
char *tonus_words_explain_report (TonusSession *session);

/* "Anticoagulant · Adhesive allergy".  (transfer full) (nullable: none) */
char *tonus_words_alerts (TonusRecord *patient);

G_END_DECLS
