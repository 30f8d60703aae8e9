/* tonus-event-list.h - what happened, one row per event, and the form of the selected one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row exists in the record as long as it has a value; one that was added and is still empty
 * exists only here, and is forgotten when left.
 */
#pragma once

#include "tonus-site.h"

G_BEGIN_DECLS

#define TONUS_TYPE_EVENT_LIST (tonus_event_list_get_type ())
G_DECLARE_FINAL_TYPE (TonusEventList, tonus_event_list, TONUS, EVENT_LIST, GtkBox)

GtkWidget *tonus_event_list_new (const TonusSite *site, const TonusSection *section);

/* Show @row's form. */
void tonus_event_list_select (TonusEventList *self, const char *row);

G_END_DECLS
