/* tonus-narrow.h - with large text on a small screen the list of patients gives way to the chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only while somebody works in the chart and the two together are wider than the screen; finding a
 * patient brings the list back.  The person's own choice to hide it (F9) is another matter.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @list and @chart: parts of @window, beside each other; @spare: a button of its header bar that
 * the menu has too, and that goes when the header bar alone is wider than the screen. */
void tonus_narrow_watch (GtkWindow *window, GtkWidget *list, GtkWidget *chart, GtkWidget *spare);

G_END_DECLS
