/* tonus-label.h - words on a label that changes while somebody types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Say @words (NULL: nothing).  A label told its own words again has the whole window laid out anew;
 * this one is only told what is new to it. */
void tonus_label_say (GtkWidget *label, const char *words);

G_END_DECLS
