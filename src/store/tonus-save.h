/* tonus-save.h - put bytes on the disk so that they are whole and stay, or say why not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place that writes files (docs/storage.md, "Save").  A new file is written under a
 * temporary name, synced, moved to its final name without replacing, and its folder is synced.
 * Nothing here knows what the bytes mean.  Thread-safe.
 */
#pragma once

#include "tonus-io.h"

G_BEGIN_DECLS

#define TONUS_STORE_ERROR (tonus_store_error_quark ())
typedef enum
{
  TONUS_STORE_ERROR_DISK,      /* the system refused: full, read-only, gone; nothing was changed */
  TONUS_STORE_ERROR_UNCERTAIN, /* saved under its final name, but not known to survive a power cut
                                */
  TONUS_STORE_ERROR_NOT_A_PRACTICE, /* no practice.keyfile */
  TONUS_STORE_ERROR_NOT_AVAILABLE,  /* the folder has gone away */
  TONUS_STORE_ERROR_NEWER,          /* written by a newer Tonus: opens read-only */
  TONUS_STORE_ERROR_DAMAGED,        /* bytes are not what their name says, or no record */
  TONUS_STORE_ERROR_NOT_FOUND,      /* no such object or revision */
  TONUS_STORE_ERROR_AMBIGUOUS,      /* an id prefix that fits several */
  TONUS_STORE_ERROR_STALE,          /* the parents named are no longer the heads */
  TONUS_STORE_ERROR_SIGNED,         /* signed objects take only addenda and void */
  TONUS_STORE_ERROR_REFUSED,        /* the record itself is not acceptable */
  TONUS_STORE_ERROR_EXISTS          /* the target is not empty */
} TonusStoreError;
GQuark tonus_store_error_quark (void);

/* Write @bytes as @name in the folder @dir (absolute path, made with its missing last part when
 * absent).  An existing file of that name with the same bytes is success; with others DAMAGED.
 * On UNCERTAIN the file is there. */
gboolean tonus_save_new (TonusIo *io,
                         const char *dir,
                         const char *name,
                         const void *bytes,
                         gsize length,
                         GError **error);

/* Replace or create @path (drafts, exports, caches): same steps, but the name may exist.  Mode
 * 0600. */
gboolean tonus_save_replacing (
    TonusIo *io, const char *path, const void *bytes, gsize length, GError **error);

/* A regular file of at most @limit bytes, never a link, FIFO or device; NUL-terminated for
 * convenience. Errors: DISK, NOT_FOUND (no such file), DAMAGED (not a regular file, too large).
 * (transfer full) */
GBytes *tonus_read_file (TonusIo *io, const char *path, gsize limit, GError **error);

/* Delete @path; a missing file is success. */
gboolean tonus_delete_file (TonusIo *io, const char *path, GError **error);

/* Names in a folder, sorted; a missing folder is NOT_FOUND.  (transfer full) (element-type utf8) */
GPtrArray *tonus_read_folder (TonusIo *io, const char *path, GError **error);

/* mkdir -p with mode 0700, parents synced. */
gboolean tonus_make_folder (TonusIo *io, const char *path, GError **error);

/* Remove our own ".tmp-*" older than 24 hours in @dir; failures are silent (it is only tidying). */
void tonus_sweep_folder (TonusIo *io, const char *dir);

/* Let a document go where the user chose: tonus_save_replacing() under the name an export deserves.
 */
gboolean tonus_export (TonusIo *io, const char *path, GBytes *bytes, GError **error);

G_END_DECLS
