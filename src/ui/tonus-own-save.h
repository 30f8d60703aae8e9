/* tonus-own-save.h - an own exercise from its form into the practice's catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget in here.
 */
#pragma once

#include "tonus-session.h"

G_BEGIN_DECLS

/* @exercise (nullable: a new one) as @form has it; its pictures must be in the practice already.
 * The exercise's id; the session's schema is older than it.  (transfer full) (nullable: refused) */
char *
tonus_own_save (TonusSession *session, TonusRecord *form, const char *exercise, GError **error);

G_END_DECLS
