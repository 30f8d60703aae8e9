/* tonus-save-private.h - what the rooms of the store share below tonus-save.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-save.h"

G_BEGIN_DECLS

/* "“@name” in “@folder” @what: the disk is full. Free some space, then try again."  @name NULL: the
 * folder itself. */
void tonus_store_error_set (GError **error,
                            TonusStoreError code,
                            int system_error,
                            const char *folder,
                            const char *name,
                            const char *what);

/* The folder open for *at() calls, never through a last link; @make: with its missing last part.
 * -1 with DISK, or NOT_FOUND when it is absent and not made. */
int tonus_folder_open (TonusIo *io, const char *path, gboolean make, GError **error);

/* tonus_read_file() of @name in the folder open at @dir; @folder is for messages. */
GBytes *tonus_read_at (
    TonusIo *io, int dir, const char *folder, const char *name, gsize limit, GError **error);

/* A name that is still to be worked out. */
typedef struct
{
  /* Its bytes are written and the wait for the disk begins (before step 6; not without a sync). May
   * be called twice, and find() follows. */
  void (*begin) (gpointer data);
  /* Asked for when its bytes are on the disk and before it gets it (between steps 6 and 7), or for
   * a message.  NULL: it must not be saved at all.  (transfer none) */
  const char *(*find) (gpointer data, GError **error);
  gpointer data;
} TonusNaming;

/* tonus_save_new() under a name that is still being worked out.  On refusal nothing is left.
 * @is_synced FALSE: without steps 6 and 8, so not durable before tonus_sync_folder(). */
gboolean tonus_save_new_named (TonusIo *io,
                               const char *dir,
                               const TonusNaming *naming,
                               const void *bytes,
                               gsize length,
                               gboolean is_synced,
                               GError **error);

/* tonus_save_new() without steps 6 and 8. */
gboolean tonus_save_new_unsynced (TonusIo *io,
                                  const char *dir,
                                  const char *name,
                                  const void *bytes,
                                  gsize length,
                                  GError **error);

/* tonus_save_new() of bytes that are often there already under their name: then they are verified
 * and as durable as if they had been written.  @is_synced as above. */
gboolean tonus_save_new_or_same (TonusIo *io,
                                 const char *dir,
                                 const char *name,
                                 const void *bytes,
                                 gsize length,
                                 gboolean is_synced,
                                 GError **error);

/* Everything on the file system of @path is on the disk.  Errors: UNCERTAIN. */
gboolean tonus_sync_folder (TonusIo *io, const char *path, GError **error);

#define TONUS_TEMPORARY_PREFIX ".tmp-"

G_END_DECLS
