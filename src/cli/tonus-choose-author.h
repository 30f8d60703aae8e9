/* tonus-choose-author.h - who writes what a command saves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-call.h"

G_BEGIN_DECLS

/* The therapist that @as names (NULL: not named), else the only one who works here.  NULL:
 * complained.  (transfer full) (nullable) */
char *tonus_call_choose_author (TonusCall *call, TonusPractice *practice, const char *as);

G_END_DECLS
