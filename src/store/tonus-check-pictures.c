/* tonus-check-pictures.c - every file of the folder of pictures, and those that are waited for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-check-private.h"
#include "tonus-practice-pictures.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TonusCheck *check;
  char *folder;
  GHashTable *names; /* (element-type utf8): of pictures that are there, sound or not */
  gboolean has_temporary;
} Pictures;

static void
check_foreign (Pictures *self, const char *place, const char *name)
{
  if (g_str_has_prefix (name, TONUS_TEMPORARY_PREFIX))
    self->has_temporary = TRUE;
  else if (g_str_has_suffix (name, ".jpg") || g_str_has_suffix (name, ".pose"))
    tonus_finding_add (
        self->check->findings, TONUS_FINDING_WARNING, place,
        _ ("This is not the name of a picture (a copy that a sync program left?) and was passed "
           "over. If no picture of the same content is here under its own name, rename it "
           "to hash.jpg or hash.pose; else move it away."));
  else
    tonus_finding_add (
        self->check->findings, TONUS_FINDING_NOTE, place,
        _ ("This is nothing of Tonus and is left alone. Move it away if nobody needs it here."));
}

static void
check_picture (Pictures *self, const char *name)
{
  g_autofree char *place = g_build_filename (TONUS_PICTURES_FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!tonus_picture_name_is_valid (name))
    {
      check_foreign (self, place, name);
      return;
    }
  self->check->n_files++;
  g_hash_table_add (self->names, g_strdup (name));
  bytes = tonus_practice_load_picture (self->check->practice, name, &error);
  if (bytes == NULL)
    tonus_finding_add (self->check->findings, TONUS_FINDING_DAMAGE, place, "%s", error->message);
}

static void
check_folder (Pictures *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = tonus_read_folder (self->check->practice->io, self->folder, &error);

  /* A practice without pictures has no such folder. */
  if (names == NULL && !g_error_matches (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND))
    tonus_finding_add (self->check->findings, TONUS_FINDING_DAMAGE, TONUS_PICTURES_FOLDER, "%s",
                       error->message);
  for (guint i = 0; names != NULL && i < names->len; i++)
    check_picture (self, names->pdata[i]);
  if (self->has_temporary)
    tonus_finding_add (
        self->check->findings, TONUS_FINDING_NOTE, TONUS_PICTURES_FOLDER,
        _ ("Files whose names begin with .tmp- are left of a save that was cut off. Nothing "
           "in them was ever called saved; they go by themselves after a day."));
}

static void
check_exercise (Pictures *self, const TonusEntry *exercise)
{
  const char *picture = tonus_entry_get (exercise, "picture");
  g_auto (GStrv) files = tonus_picture_split (picture);

  if (files == NULL)
    tonus_finding_add (
        self->check->findings, TONUS_FINDING_WARNING, "practice",
        _ ("The exercise “%s” has “%s” as its picture, which can be none. Choose its "
           "picture anew."),
        tonus_entry_label (exercise), picture);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *place = g_build_filename (TONUS_PICTURES_FOLDER, files[i], NULL);
      if (!g_hash_table_contains (self->names, files[i]))
        tonus_finding_add (
            self->check->findings, TONUS_FINDING_WARNING, place,
            _ ("The picture of the exercise “%s” is not here: waiting for files. Wait, or get "
               "that file from a copy of the practice."),
            tonus_entry_label (exercise));
    }
}

void
tonus_check_pictures (TonusCheck *self)
{
  Pictures pictures = { .check = self,
                        .folder =
                            g_build_filename (self->practice->folder, TONUS_PICTURES_FOLDER, NULL),
                        .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  TonusCatalogue *exercises = tonus_schema_find_catalogue (self->practice->schema, "exercise");
  GPtrArray *entries = tonus_catalogue_get_entries (exercises);

  check_folder (&pictures);
  for (guint i = 0; i < entries->len; i++)
    check_exercise (&pictures, entries->pdata[i]);
  g_hash_table_unref (pictures.names);
  g_free (pictures.folder);
}
