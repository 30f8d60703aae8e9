/* tonus-merge-pane.h - two versions of one record side by side, and what becomes of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only one side changed is taken and listed; where both changed the same thing, the person
 * says which.  Leaving changes nothing.  Of a signed record nothing can be changed: the other
 * version is shown beside it.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

/* @fork is taken.  "win.back" leaves. */
GtkWidget *tonus_merge_pane_new (TonusSession *session, TonusFork *fork);

G_END_DECLS
