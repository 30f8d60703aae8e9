/* tonus-message.h - something the person should know, said in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bar under the alert strip: an icon, words, what can be done, and below it what there is to look
 * at.  Nothing waits for it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @id names it, and begins the ids of what is in it.  @is_warning: something is in danger. */
GtkWidget *tonus_message_new (const char *id, gboolean is_warning, const char *words);

void tonus_message_set_words (GtkWidget *message, const char *words);

/* The first one added stands last, where the eye ends.  (transfer none) */
GtkWidget *tonus_message_add_button (GtkWidget *message, const char *name, const char *label);
/* The same for a command of the window: "win.save". */
GtkWidget *tonus_message_add_command (GtkWidget *message,
                                      const char *name,
                                      const char *label,
                                      const char *action);
void tonus_message_clear_buttons (GtkWidget *message);

/* Lines to unfold under @title.  (element-type utf8) */
void tonus_message_set_lines (GtkWidget *message, const char *title, GPtrArray *lines);

G_END_DECLS
