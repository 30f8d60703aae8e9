/* tonus-import-pane.h - exercise libraries of others: added, taken out, brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

/* The practice has other exercises now: everything that shows them is to be made anew, and this
 * pane, too, with @words as its outcome. */
typedef void (*TonusImportDone) (GtkWidget *pane, const char *words);

/* @words: (nullable) what became of the last one. */
GtkWidget *tonus_import_pane_new (TonusSession *session, const char *words, TonusImportDone done);

/* The files or folders of the library. */
void tonus_import_pane_choose (GtkWidget *pane, const char *const *paths);

G_END_DECLS
