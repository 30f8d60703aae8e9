/* tonus-withdraw.h - a record that stands in the wrong place: entered in error, or another
 * patient's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is deleted: a void record beside the withdrawn one names it, says why, who and when, and
 * hides it from lists, counts and papers.  Signed records can be withdrawn too.  Brought back, the
 * void gets a next revision that names nothing any more; its first revision still tells the story.
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

typedef struct
{
  char *object;  /* what is withdrawn */
  char *reason;  /* row of the catalogue void-reason, "" */
  char *to;      /* where it was moved to, "" */
  char *note;    /* in words, "" */
  char *author;  /* (nullable) */
  char *written; /* (nullable) moment */
} TonusWithdrawn;

/* What is withdrawn in @patient's folder.  (transfer full) (element-type TonusWithdrawn) */
GPtrArray *tonus_withdraw_list (TonusPractice *practice, const char *patient, GError **error);

/* Entered in error; @note: (nullable) why, in words.  Errors: NOT_FOUND, and those of saving. */
gboolean tonus_withdraw_record (TonusPractice *practice,
                                const char *object,
                                const char *note,
                                const char *author,
                                GError **error);

/* @object is in force again.  One that is not withdrawn stays as it is. */
gboolean tonus_withdraw_bring_back (TonusPractice *practice,
                                    const char *object,
                                    const char *author,
                                    GError **error);

/* What was charted becomes a new, unsigned visit of @patient, in the episode that is going on there
 * (begun if there is none); then @visit is withdrawn, and names the new one.  References within the
 * visit follow; references to other records of the wrong patient are left behind.  The new visit's
 * id: (transfer full).  On an error after the first step both visits stand, nothing is lost. */
char *tonus_withdraw_move_visit (TonusPractice *practice,
                                 const char *visit,
                                 const char *patient,
                                 const char *note,
                                 const char *author,
                                 GError **error);

G_END_DECLS
