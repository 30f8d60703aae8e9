/* tonus-charting-as.h - "Charting as A. Kim, PT": who charts, at the head of the menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-session.h"

G_BEGIN_DECLS

/* Name and credentials, never empty.  (transfer full) */
char *tonus_charting_as_name (TonusRecord *therapist);

/* At the head of @menu, with the action charting-as, as is true of @session now; NULL: no practice
 * is open, and there is neither.  @menu is a new one: a menu that is shown cannot change a part of
 * the same name. */
void tonus_charting_as_add (GMenu *menu, GActionMap *actions, TonusSession *session);

G_END_DECLS
