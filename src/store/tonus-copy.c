/* tonus-copy.c - a practice, byte for byte, somewhere else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * practice.keyfile comes last, after everything else is on the disk: a copy that was cut off is
 * no practice and says so.
 */
#include "config.h"

#include "tonus-check-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-id.h"
#include "tonus-picture-name.h"

#define FILE_MAX (1024 * 1024 * 1024)
#define DEPTH_MAX 16

typedef struct
{
  TonusIo *io;
  const char *from;
  const char *to;
  GPtrArray *findings; /* (nullable) */
  guint n_files;
} Copy;

static void
note (Copy *self, TonusFindingLevel level, const char *place, const char *message)
{
  if (self->findings != NULL)
    tonus_finding_add (self->findings, level, place, "%s", message);
}

/* The hash that the name of a record or a picture promises; NULL: it promises none.  (transfer
 * full)
 */
static char *
find_promise (const char *place)
{
  g_autofree char *file = g_path_get_basename (place);
  g_autofree char *folder = g_path_get_dirname (place);
  g_autoptr (TonusRevisionName) name = tonus_revision_name_parse (file);

  if (name != NULL)
    return g_strdup (name->hash);
  if (strcmp (folder, TONUS_PICTURES_FOLDER) == 0 && tonus_picture_name_is_valid (file))
    return g_strndup (file, TONUS_HASH_LENGTH);
  return NULL;
}

/* Damage is copied, for it may be the only copy, and named. */
static void
look_at (Copy *self, const char *place, GBytes *bytes)
{
  g_autofree char *promise = find_promise (place);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (promise == NULL)
    return;
  g_autofree char *hash = tonus_hash_of (data, length);
  if (strcmp (hash, promise) != 0)
    note (self, TONUS_FINDING_DAMAGE, place,
          _ ("It was copied as it is, but its bytes are not those its name promises. Get this file "
             "from an "
             "older copy of the practice."));
}

static gboolean
verify (Copy *self, const char *place, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (self->to, place, NULL);
  g_autoptr (GBytes) again = tonus_read_file (self->io, path, FILE_MAX, error);

  if (again == NULL)
    return FALSE;
  if (g_bytes_equal (again, bytes))
    return TRUE;
  g_set_error (
      error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DISK,
      _ ("“%s” did not read back as it was written to “%s”. That disk is not to be trusted; choose "
         "another."),
      place, self->to);
  return FALSE;
}

static gboolean
copy_file (Copy *self, const char *place, gboolean is_synced, GError **error)
{
  g_autofree char *from = g_build_filename (self->from, place, NULL);
  g_autofree char *to = g_build_filename (self->to, place, NULL);
  g_autofree char *folder = g_path_get_dirname (to);
  g_autofree char *name = g_path_get_basename (to);
  g_autoptr (GBytes) bytes = tonus_read_file (self->io, from, FILE_MAX, error);

  if (bytes == NULL)
    return FALSE;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  if (!(is_synced ? tonus_save_new : tonus_save_new_unsynced) (self->io, folder, name, data, length,
                                                               error) ||
      !verify (self, place, bytes, error))
    return FALSE;
  self->n_files++;
  look_at (self, place, bytes);
  return TRUE;
}

static gboolean copy_folder (Copy *self, const char *place, guint depth, GError **error);

/* @is_there: FALSE when it went away since its name was read. */
static gboolean
find_out (Copy *self, const char *place, struct stat *status, gboolean *is_there, GError **error)
{
  g_autofree char *path = g_build_filename (self->from, place, NULL);
  int found;

  do
    found = self->io->fstatat (self->io, AT_FDCWD, path, status);
  while (found < 0 && errno == EINTR);
  *is_there = found == 0;
  if (found == 0 || errno == ENOENT)
    return TRUE;
  tonus_store_error_set (error, TONUS_STORE_ERROR_DISK, errno, self->from, place,
                         _ ("cannot be read"));
  return FALSE;
}

static gboolean
copy_one (Copy *self, const char *place, guint depth, GError **error)
{
  g_autofree char *name = g_path_get_basename (place);
  gboolean is_there;
  struct stat status;

  if (strcmp (place, TONUS_PRACTICE_FILE) == 0 || g_str_has_prefix (name, TONUS_TEMPORARY_PREFIX))
    return TRUE;
  if (!find_out (self, place, &status, &is_there, error))
    return FALSE;
  if (!is_there)
    {
      note (self, TONUS_FINDING_WARNING, place,
            _ ("It went away while it was to be copied. Copy again."));
      return TRUE;
    }
  if (S_ISDIR (status.st_mode))
    return copy_folder (self, place, depth + 1, error);
  if (S_ISREG (status.st_mode) && status.st_size <= FILE_MAX)
    return copy_file (self, place, FALSE, error);
  note (self, TONUS_FINDING_WARNING, place,
        _ ("It was not copied: it is a link, a pipe or larger than any file of Tonus. Copy it by "
           "hand "
           "if it "
           "is needed."));
  return TRUE;
}

static gboolean
copy_folder (Copy *self, const char *place, guint depth, GError **error)
{
  g_autofree char *from = g_build_filename (self->from, place, NULL);
  g_autofree char *to = g_build_filename (self->to, place, NULL);

  if (depth > DEPTH_MAX)
    {
      note (self, TONUS_FINDING_WARNING, place,
            _ ("It was not copied: it lies too deep. Copy it by hand."));
      return TRUE;
    }
  g_autoptr (GPtrArray) names = tonus_read_folder (self->io, from, error);
  if (names == NULL || !tonus_make_folder (self->io, to, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inner = *place != '\0' ? g_build_filename (place, names->pdata[i], NULL)
                                              : g_strdup (names->pdata[i]);
      if (!copy_one (self, inner, depth, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_target (TonusPractice *practice, const char *target, GError **error)
{
  g_autofree char *inside = g_strconcat (practice->folder, "/", NULL);
  g_autofree char *with_slash = g_strconcat (target, "/", NULL);
  g_autoptr (GPtrArray) names = tonus_read_folder (practice->io, target, NULL);

  if (g_str_has_prefix (with_slash, inside))
    {
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_EXISTS,
                   _ ("“%s” is inside the practice itself. Choose a folder elsewhere."), target);
      return FALSE;
    }
  if (names == NULL || names->len == 0)
    return TRUE;
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_EXISTS,
               _ ("The folder “%s” is not empty. Choose a new or empty folder for the copy."),
               target);
  return FALSE;
}

gboolean
tonus_copy_practice (TonusPractice *practice,
                     const char *target,
                     guint *n_files,
                     GPtrArray *findings,
                     GError **error)
{
  g_autofree char *real = tonus_practice_find_real_folder (target);
  Copy copy = { practice->io, practice->folder, real, findings, 0 };

  tonus_practice_settle (practice);
  if (findings != NULL)
    tonus_findings_own (findings);
  if (!check_target (practice, real, error))
    return FALSE;
  if (!copy_folder (&copy, "", 0, error) || !tonus_sync_folder (practice->io, real, error) ||
      !copy_file (&copy, TONUS_PRACTICE_FILE, TRUE, error))
    {
      g_prefix_error (error, _ ("The copy in “%s” is not complete and cannot be used. "), real);
      return FALSE;
    }
  if (n_files != NULL)
    *n_files = copy.n_files;
  return TRUE;
}
