/* tonus-row-entry.h - a line in which a row to be measured is typed, in any shortness
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "hip fl r pas" is “Hip flexion, Right, Passive”: the beginnings of its words.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-schema.h"

G_BEGIN_DECLS

typedef void (*TonusRowChosen) (const char *row, gpointer data);

/* A label of @label_width characters and the line; @chosen gets the id of the row. */
GtkWidget *tonus_row_entry_new (const TonusSection *section,
                                int label_width,
                                TonusRowChosen chosen,
                                gpointer data);

/* The entry in such a box. */
GtkWidget *tonus_row_entry_get_entry (GtkWidget *box);

G_END_DECLS
