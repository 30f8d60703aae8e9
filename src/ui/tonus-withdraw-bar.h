/* tonus-withdraw-bar.h - what can be done about a visit that was charted by mistake
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Above the visit as it is read: withdraw it, move it to the right patient, bring it back.  The
 * reason is asked for in place; nothing happens before it is given and confirmed.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-history-lines.h"

G_BEGIN_DECLS

/* @first: stands at the beginning of the bar. */
GtkWidget *tonus_withdraw_bar_new (TonusSession *session, GtkWidget *first);

/* Be about @line of the history. */
void tonus_withdraw_bar_show (GtkWidget *bar, const TonusHistoryLine *line);

G_END_DECLS
