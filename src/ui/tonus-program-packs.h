/* tonus-program-packs.h - exercises that are often begun together, added by one choice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-program-desk.h"

G_BEGIN_DECLS

/* A button with the list of packs. */
/* @added: the last row of those that came. */
GtkWidget *tonus_program_packs_new (TonusProgramDesk *desk,
                                    void (*added) (const char *row, gpointer data),
                                    gpointer data);

G_END_DECLS
