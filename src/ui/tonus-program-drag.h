/* tonus-program-drag.h - a card taken by its picture and dropped on another's place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-program-desk.h"

G_BEGIN_DECLS

/* @handle takes the card of @row along; @card takes in what is dropped. */
void tonus_program_drag_prepare (TonusProgramDesk *desk,
                                 const char *row,
                                 GtkWidget *handle,
                                 GtkWidget *card);

G_END_DECLS
