/* tonus-print-dialog.h - the handout on paper: which printer, and what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

/* The way out when there is no printer, or it fails: keep the handout as a file. */
typedef void (*TonusPrintInstead) (gpointer data);

/* Asks for a printer and prints the handout of the chart in front; what became of it is said in the
 * session's status.  Nothing waits.  @instead is called at most once, while @owner lives. */
void tonus_print_handout (GtkWidget *owner,
                          TonusSession *session,
                          TonusPrintInstead instead,
                          gpointer data);

G_END_DECLS
