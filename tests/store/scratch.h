/* scratch.h - folders for tests, made and removed without the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *scratch_make (void);
void scratch_remove (const char *folder);
guint scratch_count (const char *folder); /* names in it */

/* Everything below @from into the new folder @to, without any sync. */
void scratch_copy (const char *from, const char *to);

/* Bytes as they are, no questions asked. */
void scratch_write (const char *path, const void *bytes, gsize length);
GBytes *scratch_read (const char *path);

G_END_DECLS
