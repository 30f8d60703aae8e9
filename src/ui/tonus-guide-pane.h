/* tonus-guide-pane.h - the user guide inside the program, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * docs/guide.md is part of the program, with translations beside it (guide.de.md); where there is
 * none for the language of the window, the English one is shown.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tonus_guide_pane_new (void);

/* The little of Markdown that the guide uses: headings, lists, **keys**, *words*. */
void tonus_guide_fill (GtkTextBuffer *buffer, const char *markdown);

G_END_DECLS
