/* tonus-library-filters.h - a button per facet of the library: “Region: Hip”
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-library.h"

G_BEGIN_DECLS

/* @changed (filters, @data) after each choice.  @library outlives it. */
GtkWidget *tonus_library_filters_new (TonusLibrary *library, GCallback changed, gpointer data);

/* Any of everything again; @changed is not called. */
void tonus_library_filters_clear (GtkWidget *filters);

/* One id per facet, NULL: any; valid until the next choice. */
const char *const *tonus_library_filters_get (GtkWidget *filters);

G_END_DECLS
