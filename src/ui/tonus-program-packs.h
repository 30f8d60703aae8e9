/* tonus-program-packs.h - exercises that are often begun together, added by one choice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-program-desk.h"

G_BEGIN_DECLS

/* A button with the list of packs.  @added: the rows that came, one or more (element-type utf8). */
GtkWidget *tonus_program_packs_new (TonusProgramDesk *desk,
                                    void (*added) (GPtrArray *rows, gpointer data),
                                    gpointer data);

G_END_DECLS
