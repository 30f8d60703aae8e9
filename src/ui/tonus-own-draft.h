/* tonus-own-draft.h - own exercises that were begun and are not saved yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget in here.  Whoever leaves the form to look something up finds it as it was left, undo
 * included, for as long as @owner (the window) is there.
 */
#pragma once

#include "tonus-practice.h"
#include "tonus-site.h"

G_BEGIN_DECLS

/* The form of @exercise (nullable: a new one) as it was left; @site borrows it.  FALSE: it was not
 * begun. */
gboolean tonus_own_draft_find (GObject *owner,
                               TonusPractice *practice,
                               const char *exercise,
                               TonusSite *site);

/* @site NULL: it is forgotten. */
void tonus_own_draft_keep (GObject *owner,
                           TonusPractice *practice,
                           const char *exercise,
                           const TonusSite *site);

G_END_DECLS
