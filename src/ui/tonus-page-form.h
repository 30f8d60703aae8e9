/* tonus-page-form.h - one page: the sections that name it, below each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"
#include "tonus-site.h"

G_BEGIN_DECLS

/* The sections of @page that an open chart may hold, in the order of the schema.
 * (transfer container) (element-type TonusSection) */
GPtrArray *tonus_page_list_sections (TonusSession *session, const TonusEntry *page);

/* Where @section of the chart in front is edited; FALSE: no record that holds it is open. */
gboolean tonus_page_find_site (TonusSession *session, const TonusSection *section, TonusSite *site);

/* @body, of section views, with what a form has: it scrolls, and says below what a field is about.
 * @id: the form's own. */
GtkWidget *tonus_form_new (const char *id, const char *name, GtkWidget *body);

/* A scrolled form of @sections; those whose record is not open are left out. */
GtkWidget *
tonus_page_form_new (TonusSession *session, const char *id, const char *name, GPtrArray *sections);

G_END_DECLS
