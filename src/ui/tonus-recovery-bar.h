/* tonus-recovery-bar.h - offers what was typed before the program last ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One message for each patient: whose, until when, and what would change.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

/* Adds the offers to @box when there is something to offer. */
void tonus_recovery_bar_offer (GtkWidget *box, TonusSession *session);

G_END_DECLS
