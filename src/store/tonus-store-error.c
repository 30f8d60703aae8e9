/* tonus-store-error.c - the system's errors in plain words: what, where, what now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-save-private.h"

#include <errno.h>

G_DEFINE_QUARK (tonus - store - error - quark, tonus_store_error)

typedef struct
{
  int system_error;
  const char *cause;
  const char *remedy;
} Explanation;

static const Explanation explanations[] = {
  { ENOSPC, "the disk is full", "Free some space, then try again." },
  { EDQUOT, "your share of the disk is used up", "Free some space, then try again." },
  { EROFS, "the disk is read-only", "Unlock it or choose another disk, then try again." },
  { EACCES, "permission is denied", "Ask for write access to this folder, or choose another." },
  { EPERM, "permission is denied", "Ask for write access to this folder, or choose another." },
  { EIO, "the disk reports a fault",
    "Copy the practice to another disk, then have this one examined." },
  { ESTALE, "the network drive has gone away", "Connect it again, then try again." },
  { ENODEV, "the disk has gone away", "Connect it again, then try again." },
  { ENXIO, "the disk has gone away", "Connect it again, then try again." },
  { ENOTCONN, "the network drive has gone away", "Connect it again, then try again." },
  { EHOSTDOWN, "the network drive has gone away", "Connect it again, then try again." },
  { EMFILE, "too many files are open", "Close other windows of Tonus, then try again." },
  { ENFILE, "too many files are open", "Close other programs, then try again." },
  { ENOMEM, "the memory is used up", "Close other programs, then try again." },
  { ENOENT, "it is not there (any more)", "Check that the disk is connected, then try again." },
  { ENOTDIR, "a file or a link stands where a folder should be", "Move it away, then try again." },
  { ELOOP, "a link stands where the real thing should be",
    "Replace the link by what it points at." },
  { EISDIR, "a folder stands where a file should be", "Move it away, then try again." },
  { EEXIST, "the name is taken", "Move what has this name away, then try again." },
  { ENAMETOOLONG, "the name is too long", "Choose a shorter one." },
  { EFBIG, "the file is too large for this disk", "Choose another disk." },
};

void
tonus_store_error_set (GError **error,
                       TonusStoreError code,
                       int system_error,
                       const char *folder,
                       const char *name,
                       const char *what)
{
  const char *cause = g_strerror (system_error);
  const char *remedy = "Try again; if it stays so, copy the practice to another disk.";

  for (gsize i = 0; i < G_N_ELEMENTS (explanations); i++)
    if (explanations[i].system_error == system_error)
      {
        cause = explanations[i].cause;
        remedy = explanations[i].remedy;
      }
  if (name == NULL)
    g_set_error (error, TONUS_STORE_ERROR, (int) code, "The folder “%s” %s: %s. %s", folder, what,
                 cause, remedy);
  else
    g_set_error (error, TONUS_STORE_ERROR, (int) code, "“%s” in “%s” %s: %s. %s", name, folder,
                 what, cause, remedy);
}
