/* tonus-name-set.h - a set of names lying in a text, to notice the second of two
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names are borrowed from the text and not terminated; the set copies nothing.  Emptying it is
 * free, so one set serves the keys of every group in turn.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TonusNameSet TonusNameSet;

TonusNameSet *tonus_name_set_new (void);
void tonus_name_set_free (TonusNameSet *self);

/* FALSE if it was in there already. */
gboolean tonus_name_set_add (TonusNameSet *self, const char *name, gsize length);
void tonus_name_set_empty (TonusNameSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TonusNameSet, tonus_name_set_free)

G_END_DECLS
