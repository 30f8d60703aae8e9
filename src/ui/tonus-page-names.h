/* tonus-page-names.h - the names of a tab's pages in a row above them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dot marks the pages that hold something; a reader hears it in words.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-catalogue.h"

G_BEGIN_DECLS

/* @id, @name: of the whole row. */
GtkWidget *tonus_page_names_new (GtkStack *stack, const char *id, const char *name);

/* Once all pages are in @stack: keys and ids of @names' buttons. */
void tonus_page_names_watch (GtkWidget *names, GtkStack *stack);

/* @place is the child of the stack that shows @page. */
void tonus_page_names_mark (GtkWidget *place, const TonusEntry *page, gboolean is_filled);

G_END_DECLS
