/* tonus-own-files.h - pictures that were chosen, and are no files of the practice yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No widget in here.  A form names a picture by the hash of its bytes, as if it were in the
 * practice already; undo and redo need nothing else, for what was chosen once stays here until the
 * form goes.
 */
#pragma once

#include "tonus-practice.h"

G_BEGIN_DECLS

typedef struct _TonusOwnFiles TonusOwnFiles;

/* Those of a form, which live as long as it does; @practice is where they go now.  (transfer none)
 */
TonusOwnFiles *tonus_own_files_of (GObject *form, TonusPractice *practice);

/* @ending: "jpg" or "pose".  Its name; nothing is written.  (transfer none) */
const char *tonus_own_files_add (TonusOwnFiles *self, GBytes *bytes, const char *ending);

/* A TonusPictureLoad of @self (TonusOwnFiles): what was added, else what the practice has. */
GBytes *tonus_own_files_load (const char *name, gpointer self);

/* What @picture, a column's text, names and was added goes into the practice.  TRUE: all of it is
 * there. */
gboolean tonus_own_files_keep (TonusOwnFiles *self, const char *picture, GError **error);

/* Of a file that may be anything, a clean JPEG as it is kept.  For any thread.  (transfer full) */
GBytes *tonus_own_files_read_photo (const char *path, GError **error);

/* The same of bytes, which messages call @name. */
GBytes *tonus_own_files_make_photo (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
