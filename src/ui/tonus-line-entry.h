/* tonus-line-entry.h - a GtkEntry that repaints itself and nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 3.24 takes into what an entry with an icon repaints an empty box at the top left of the page,
 * so that each letter and each blink of the cursor repaint everything between there and the entry.
 * On a long form that is most of the window.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TONUS_TYPE_LINE_ENTRY (tonus_line_entry_get_type ())
G_DECLARE_FINAL_TYPE (TonusLineEntry, tonus_line_entry, TONUS, LINE_ENTRY, GtkEntry)

GtkWidget *tonus_line_entry_new (void);

/* As wide as @chars where there is room; less where large text leaves none. */
void tonus_line_entry_set_width (GtkWidget *entry, int chars);

G_END_DECLS
