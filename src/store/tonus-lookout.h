/* tonus-lookout.h - one folder looked into: the names that come and go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file monitor whose events are told in the two ways that matter here.  The folder need not be
 * there yet.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TonusLookout TonusLookout;

/* @name is there with other contents than before, or @is_gone.  @name NULL: the folder itself.
 * Must not free the lookout. */
typedef void (*TonusLookoutFunc) (gpointer data, const char *name, gboolean is_gone);

/* Looks at nothing before tonus_lookout_enter().  (transfer full) */
TonusLookout *tonus_lookout_new (const char *path, TonusLookoutFunc func, gpointer data);
void tonus_lookout_free (TonusLookout *self);

/* From now on, or anew: @func is called from the main context that is the thread's own now. */
void tonus_lookout_enter (TonusLookout *self);
void tonus_lookout_leave (TonusLookout *self);

/* FALSE: the system cannot watch here. */
gboolean tonus_lookout_is_working (TonusLookout *self);

G_END_DECLS
