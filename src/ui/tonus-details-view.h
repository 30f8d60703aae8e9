/* tonus-details-view.h - who the patient is, the episode of care and the visit's frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_DETAILS_VIEW (tonus_details_view_get_type ())
G_DECLARE_FINAL_TYPE (TonusDetailsView, tonus_details_view, TONUS, DETAILS_VIEW, GtkBox)

GtkWidget *tonus_details_view_new (TonusSession *session);

/* Make it anew for what is open now, with the focus on the patient's first field. */
void tonus_details_view_start (TonusDetailsView *self);

/* The same with the focus on the first field of @page. */
void tonus_details_view_start_at (TonusDetailsView *self, const char *page);

/* FALSE if the field changed is not one of these. */
gboolean tonus_details_view_reveal (TonusDetailsView *self, const TonusChangeset *changes);

G_END_DECLS
