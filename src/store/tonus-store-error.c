/* tonus-store-error.c - the system's errors in plain words: what, where, what now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-save-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (tonus - store - error - quark, tonus_store_error)

typedef struct
{
  int system_error;
  const char *cause;
  const char *remedy;
} Explanation;

static const Explanation explanations[] = {
  { ENOSPC, N_ ("the disk is full"), N_ ("Free some space, then try again.") },
  { EDQUOT, N_ ("your share of the disk is used up"), N_ ("Free some space, then try again.") },
  { EROFS, N_ ("the disk is read-only"), N_ ("Unlock it or choose another disk, then try again.") },
  { EACCES, N_ ("permission is denied"),
    N_ ("Ask for write access to this folder, or choose another.") },
  { EPERM, N_ ("permission is denied"),
    N_ ("Ask for write access to this folder, or choose another.") },
  { EIO, N_ ("the disk reports a fault"),
    N_ ("Copy the practice to another disk, then have this one examined.") },
  { ESTALE, N_ ("the network drive has gone away"), N_ ("Connect it again, then try again.") },
  { ENODEV, N_ ("the disk has gone away"), N_ ("Connect it again, then try again.") },
  { ENXIO, N_ ("the disk has gone away"), N_ ("Connect it again, then try again.") },
  { ENOTCONN, N_ ("the network drive has gone away"), N_ ("Connect it again, then try again.") },
  { EHOSTDOWN, N_ ("the network drive has gone away"), N_ ("Connect it again, then try again.") },
  { EMFILE, N_ ("too many files are open"), N_ ("Close other windows of Tonus, then try again.") },
  { ENFILE, N_ ("too many files are open"), N_ ("Close other programs, then try again.") },
  { ENOMEM, N_ ("the memory is used up"), N_ ("Close other programs, then try again.") },
  { ENOENT, N_ ("it is not there (any more)"),
    N_ ("Check that the disk is connected, then try again.") },
  { ENOTDIR, N_ ("a file or a link stands where a folder should be"),
    N_ ("Move it away, then try again.") },
  { ELOOP, N_ ("a link stands where the real thing should be"),
    N_ ("Replace the link by what it points at.") },
  { EISDIR, N_ ("a folder stands where a file should be"), N_ ("Move it away, then try again.") },
  { EEXIST, N_ ("the name is taken"), N_ ("Move what has this name away, then try again.") },
  { ENAMETOOLONG, N_ ("the name is too long"), N_ ("Choose a shorter one.") },
  { EFBIG, N_ ("the file is too large for this disk"), N_ ("Choose another disk.") },
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
  const char *remedy = N_ ("Try again; if it stays so, copy the practice to another disk.");

  for (gsize i = 0; i < G_N_ELEMENTS (explanations); i++)
    if (explanations[i].system_error == system_error)
      {
        cause = _ (explanations[i].cause);
        remedy = explanations[i].remedy;
      }
  if (name == NULL)
    g_set_error (error, TONUS_STORE_ERROR, (int) code, _ ("The folder “%s” %s: %s. %s"), folder,
                 what, cause, _ (remedy));
  else
    g_set_error (error, TONUS_STORE_ERROR, (int) code, _ ("“%s” in “%s” %s: %s. %s"), name, folder,
                 what, cause, _ (remedy));
}
