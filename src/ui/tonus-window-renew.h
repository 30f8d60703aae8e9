/* tonus-window-renew.h - the window made anew over the same practice and charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For when what the practice itself has to choose from has changed: records and views belong to a
 * schema and go with it.
 */
#pragma once

#include "tonus-window.h"

G_BEGIN_DECLS

/* Everything must be saved.  The charts that are open are opened again, the visit and the tab of
 * the one in front too; undo begins anew.  @words are said when it is done. */
void tonus_window_renew (TonusWindow *window, const char *words);

G_END_DECLS
