/* tonus-window-renew.h - the window made anew over the same practice and charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For when what the practice itself has to choose from has changed: records and views belong to a
 * schema and go with it.  The charts that are open are opened again, the visit and the tab of the
 * one in front too, and what could be undone still can.
 */
#pragma once

#include "tonus-window.h"

G_BEGIN_DECLS

/* Everything must be saved.  @words are said when it is done. */
void tonus_window_renew (TonusWindow *window, const char *words);

/* The practice's own catalogues were changed on the disk: all is saved, and the practice read anew.
 * FALSE: it is said why not. */
gboolean tonus_window_reopen (TonusWindow *window);

G_END_DECLS
