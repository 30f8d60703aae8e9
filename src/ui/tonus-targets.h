/* tonus-targets.h - what the references of the open chart may point at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-session.h"
#include "tonus-target.h"

G_BEGIN_DECLS

/* A TonusTargetLister; @session: TonusSession.  Records of the kinds in field->to, and rows of the
 * open records' sections named there. */
GPtrArray *tonus_targets_list (const TonusField *field, gpointer session);

/* A TonusTargetNamer; also for rows of visits that are not open. */
char *tonus_targets_name (const char *value, gpointer session);

G_END_DECLS
