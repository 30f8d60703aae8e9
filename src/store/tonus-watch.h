/* tonus-watch.h - learn of what others write into the practice while it is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another computer may save into the same folder, through a network drive or a sync program; the
 * disk that holds it may be pulled out.  A watch looks at the folder that holds the practice, the
 * practice's own records, the list of patients, and the folders of the patients asked for.  Where
 * the system cannot watch (some network drives) nothing is said, and the look at the next save
 * remains.
 *
 * A signal says "look again", not what differs: the practice has already forgotten its list of that
 * folder, so that the next tonus_practice_get_object() sees the new files.  What this practice
 * saved itself is no news.  Use the watch on the practice's thread; signals come from the main
 * context that was the thread's own when the watch was made.
 *
 *   "patient-changed" (const char *patient)   records of @patient came or went; "": those of the
 *                                             practice itself, or the list of patients.  Many files
 *                                             at once are one signal.
 *   "availability-changed" ()                 see tonus_watch_is_available().  When the folder is
 *                                             back, anything may have changed meanwhile.
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

#define TONUS_TYPE_WATCH (tonus_watch_get_type ())
G_DECLARE_FINAL_TYPE (TonusWatch, tonus_watch, TONUS, WATCH, GObject)

/* Watches at once, until it is freed.  Holds a reference to @practice.  (transfer full) */
TonusWatch *tonus_watch_new (TonusPractice *practice);

/* Look at @patient's folder, too (also one that is still to be made).  Counted: as many removals as
 * additions end it. */
void tonus_watch_add_patient (TonusWatch *self, const char *patient);
void tonus_watch_remove_patient (TonusWatch *self, const char *patient);

/* Was the practice there with its practice.keyfile when last looked at?  A folder without it is not
 * available; it is never an empty practice. */
gboolean tonus_watch_is_available (TonusWatch *self);

G_END_DECLS
