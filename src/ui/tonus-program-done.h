/* tonus-program-done.h - at a follow-up visit: what was done of the program at home, and why not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line per exercise of the handout the patient came with: done, partly or no, one letter each;
 * Enter goes on to the next.  Why it was not done is asked where it was not.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

/* NULL: no follow-up visit is open, or nothing was handed out before it. */
GtkWidget *tonus_program_done_new (TonusSession *session);

G_END_DECLS
