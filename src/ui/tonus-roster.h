/* tonus-roster.h - all patients of the practice as the index knows them, kept up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There at once from the cache, whatever it may be worth; the truth is found behind it on other
 * threads.  Knows no widget.  Signal: "changed" (the entries are others than before; of the old
 * ones nothing may be looked at any more).
 */
#pragma once

#include "tonus-index.h"
#include "tonus-session.h"

G_BEGIN_DECLS

#define TONUS_TYPE_ROSTER (tonus_roster_get_type ())
G_DECLARE_FINAL_TYPE (TonusRoster, tonus_roster, TONUS, ROSTER, GObject)

TonusRoster *tonus_roster_new (TonusSession *session);

/* (nullable): nothing is known yet.  (element-type TonusIndexEntry) (transfer none) */
GPtrArray *tonus_roster_get_entries (TonusRoster *self);

/* Look again: at those whose charts are open at once, at everybody behind. */
void tonus_roster_refresh (TonusRoster *self);

/* For who cannot wait: the truth, here and now, if nothing is known yet. */
GPtrArray *tonus_roster_need_entries (TonusRoster *self);

/* Nothing is told any more. */
void tonus_roster_stop (TonusRoster *self);

G_END_DECLS
