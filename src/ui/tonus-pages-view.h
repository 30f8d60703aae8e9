/* tonus-pages-view.h - the pages of one tab: their names, and the form of the chosen one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A form is made when its page is first looked at: two hundred fields cost a noticeable time.
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_PAGES_VIEW (tonus_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (TonusPagesView, tonus_pages_view, TONUS, PAGES_VIEW, GtkBox)

/* @tab: of the catalogue "page".  @across: names above the form instead of beside it. */
GtkWidget *tonus_pages_view_new (TonusSession *session, const char *tab, gboolean across);

/* Show the page of @section; FALSE if it is not one of this tab. */
gboolean tonus_pages_view_reveal (TonusPagesView *self, const TonusSection *section);

/* Show a page by its id and put the focus on its first field. */
void tonus_pages_view_start (TonusPagesView *self, const char *page);

/* The focus to the name of the page that is shown.  FALSE: the names are no list. */
gboolean tonus_pages_view_focus (TonusPagesView *self);

/* The next page (@step 1) or the one before (-1), round and round, and its first field. */
void tonus_pages_view_step (TonusPagesView *self, int step);

G_END_DECLS
