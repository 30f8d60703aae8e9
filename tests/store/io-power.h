/* io-power.h - a disk in memory whose power can fail
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What POSIX promises and no more.  A file has the content that is synced and the content that is
 * seen; a folder has the entries that are synced and the changes made since.  After a power cut
 *   - a file not synced since its last change holds, at the disk's choice, its synced content, what
 *     was seen, nothing, NULs of the seen length, or a beginning of what was seen (eight cuts; in
 * the long form one after each byte), with or without NULs up to the seen length;
 *   - of a folder's changes since it was synced any subset has happened, in their order.  A rename
 * within a folder is one change; whether the change that made its source happened does not matter
 * to it.
 *   - a folder's own entry is its parent's business: syncing a folder does not make it reachable.
 */
#pragma once

#include "tonus-io.h"

G_BEGIN_DECLS

typedef enum
{
  POWER_HONEST,
  POWER_NO_FILE_SYNC,  /* control: fsync of a file does nothing */
  POWER_NO_FOLDER_SYNC /* control: fsync of a folder does nothing */
} PowerControl;

/* An empty disk: "/" and nothing else.  Free with io_power_free(). */
TonusIo *io_power_new (PowerControl control);
void io_power_free (TonusIo *io);
/* From now on. */
void io_power_set_control (TonusIo *io, PowerControl control);

/* Called for every disk that may be found after a power cut at this moment; everything in it is
 * synced. */
typedef void (*PowerVisitor) (TonusIo *after, gpointer data);

/* Visit each such disk, or 10,000 of them by chance when there are more.  Returns how many. */
guint io_power_visit (TonusIo *io, PowerVisitor visitor, gpointer data);

/* Call io_power_visit() after each call that changes the disk. NULL: no more. */
void io_power_watch (TonusIo *io, PowerVisitor visitor, gpointer data);
/* The same, beginning with the next syncfs(). */
void io_power_watch_after_syncfs (TonusIo *io, PowerVisitor visitor, gpointer data);
guint io_power_get_states (TonusIo *io); /* visited while watching */

G_END_DECLS
