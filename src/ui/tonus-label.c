/* tonus-label.c - words on a label that changes while somebody types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-label.h"

void
tonus_label_say (GtkWidget *label, const char *words)
{
  const char *wanted = words ? words : "";

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), wanted) != 0)
    gtk_label_set_text (GTK_LABEL (label), wanted);
}
