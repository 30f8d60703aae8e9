/* tonus-choose-revision.h - which revision of an object a call is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-call.h"

G_BEGIN_DECLS

/* The hash of the revision of @id that begins with @prefix (≥ 6 characters); without @prefix that
 * of the first head, and then a fork, missing files and damaged revisions become warnings.
 * @is_fork: out, (nullable): one of several heads was taken.  NULL: complained.  (transfer full)
 * (nullable) */
char *tonus_choose_revision (TonusCall *call,
                             TonusPractice *practice,
                             const char *id,
                             const char *prefix,
                             gboolean *is_fork);

G_END_DECLS
