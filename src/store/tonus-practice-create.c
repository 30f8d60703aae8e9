/* tonus-practice-create.c - an empty practice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * practice.keyfile is written last: until then the folder is no practice, and an interrupted
 * creation cannot be taken for one.
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static const char readme[] =
    "This folder is a practice kept by Tonus, a program for physical therapists.\n"
    "All records in it are plain text. You can read them without Tonus, with any text editor.\n"
    "\n"
    "WHAT IS WHERE\n"
    "  practice.keyfile       says that this folder is a practice. It never changes.\n"
    "  practice/              the clinic, the therapists, payers, own catalogues and text "
    "snippets.\n"
    "  patients/              one folder per patient, named by the patient's random number:\n"
    "                         the person, episodes of care, visits, home programs, addenda.\n"
    "  pictures/              pictures of your own exercises: photos (.jpg), and drawn ones as "
    "text\n"
    "                         (.pose). Each is named by the first 40 digits of its checksum.\n"
    "\n"
    "HOW A FILE IS NAMED\n"
    "  visit-abcdefghijklmnopqrstuvwxyz-3-0123456789abcdef0123456789abcdef01234567.keyfile\n"
    "  what it is - its own random number - revision - the first 40 digits of its SHA-256 "
    "checksum\n"
    "\n"
    "  A file is never changed. Each time something is saved, a new file is written with the next\n"
    "  revision. The file names the revision it follows in the line “Parents=”. The one that no "
    "other\n"
    "  file names there is the head: what counts today. The older ones are the history.\n"
    "  If there are two heads, two people worked at the same time; both files count until a "
    "person\n"
    "  has put them together.\n"
    "\n"
    "HOW TO SEE THAT A FILE IS WHOLE\n"
    "  In a terminal:  sha256sum visit-....keyfile\n"
    "  The first 40 digits it prints must be the 40 digits in the file's name.\n"
    "\n"
    "HOW TO READ ONE\n"
    "  [Tonus]                the first lines: what it is, whose, written when and by whom\n"
    "  [pain]                 a section; below it one line per value, for example  now=3\n"
    "  [rom/hip-flexion.right.passive]   one measurement of a section\n"
    "  A value that begins with ~ was not tested, and says why:  ~refused\n"
    "  What has no line was not recorded. In texts \\n is a new line and \\s a blank.\n"
    "\n"
    "PLEASE\n"
    "  Do not rename, edit or delete files here. To keep a copy, copy the whole folder.\n";

static gboolean
check_empty (TonusIo *io, const char *folder, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) names = tonus_read_folder (io, folder, &local);

  if (names == NULL && g_error_matches (local, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (names == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (names->len == 0)
    return TRUE;
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_EXISTS,
               _ ("The folder “%s” is not empty. Choose a new or empty folder for the practice."),
               folder);
  return FALSE;
}

/* @changes in a new record of @kind and saves it as @author's. */
static gboolean
save_own (TonusPractice *self,
          const char *kind,
          const char *object,
          const char *author,
          TonusChangeset *changes,
          GError **error)
{
  g_autoptr (TonusRecord) record = tonus_record_new (self->schema, kind, object);
  g_autoptr (GError) local = NULL;

  if (!tonus_record_apply (record, changes, &local))
    {
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED, "%s", local->message);
      return FALSE;
    }
  return tonus_practice_save (self, record, NULL, author, NULL, error);
}

static void
set_words (TonusChangeset *changes, const char *object, const char *path, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  g_autofree char *text = tonus_value_from_words (words);
  tonus_changeset_set (changes, object, path, text);
}

static gboolean
save_first_records (TonusPractice *self,
                    const char *clinic,
                    const char *therapist,
                    const char *credentials,
                    const char *therapist_id,
                    GError **error)
{
  g_autofree char *clinic_id = tonus_io_new_id (self->io);
  g_autoptr (TonusChangeset) person = tonus_changeset_new ();
  g_autoptr (TonusChangeset) place = tonus_changeset_new ();

  set_words (place, clinic_id, "clinic/name", clinic);
  set_words (person, therapist_id, "therapist/name", therapist);
  set_words (person, therapist_id, "therapist/credentials", credentials);
  tonus_changeset_set (person, therapist_id, "therapist/active", "yes");
  return save_own (self, "therapist", therapist_id, therapist_id, person, error) &&
         save_own (self, "clinic", clinic_id, therapist_id, place, error);
}

static gboolean
save_text (TonusPractice *self, const char *name, const char *text, GError **error)
{
  return tonus_save_new (self->io, self->folder, name, text, strlen (text), error);
}

static gboolean
make_folders (TonusPractice *self, GError **error)
{
  g_autofree char *own = g_build_filename (self->folder, "practice", NULL);
  g_autofree char *patients = g_build_filename (self->folder, "patients", NULL);

  return tonus_make_folder (self->io, self->folder, error) &&
         tonus_make_folder (self->io, own, error) &&
         tonus_make_folder (self->io, patients, error) &&
         save_text (self, TONUS_README_FILE, readme, error);
}

gboolean
tonus_practice_finish (TonusPractice *self, GError **error)
{
  g_autofree char *text = tonus_practice_file_to_text (self->io, self->id);

  return save_text (self, TONUS_PRACTICE_FILE, text, error);
}

/* Every file of the folder @path, then the folder. */
static void
remove_folder (TonusIo *io, const char *path)
{
  g_autoptr (GPtrArray) names = tonus_read_folder (io, path, NULL);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *inner = g_build_filename (path, names->pdata[i], NULL);
      tonus_delete_file (io, inner, NULL);
    }
  io->unlinkat (io, AT_FDCWD, path, AT_REMOVEDIR);
}

void
tonus_practice_take_back (TonusPractice *self)
{
  static const char *const files[] = { TONUS_PRACTICE_FILE, TONUS_README_FILE };
  g_autofree char *own = g_build_filename (self->folder, "practice", NULL);
  g_autofree char *patients = g_build_filename (self->folder, "patients", NULL);
  g_autoptr (GPtrArray) names = tonus_read_folder (self->io, patients, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i], NULL);
      tonus_delete_file (self->io, path, NULL);
    }
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *patient = g_build_filename (patients, names->pdata[i], NULL);
      remove_folder (self->io, patient);
    }
  remove_folder (self->io, own);
  remove_folder (self->io, patients);
}

TonusPractice *
tonus_practice_begin (TonusIo *io, const char *folder, GError **error)
{
  g_autofree char *real = tonus_practice_find_real_folder (folder);
  g_autofree char *id = tonus_io_new_id (io);

  if (!check_empty (io, real, error))
    return NULL;
  g_autoptr (TonusPractice) self = tonus_practice_new (io, real, id);
  if (make_folders (self, error))
    return g_steal_pointer (&self);
  tonus_practice_take_back (self);
  return NULL;
}

TonusPractice *
tonus_practice_create (TonusIo *io,
                       const char *folder,
                       const char *clinic,
                       const char *therapist,
                       const char *credentials,
                       char **therapist_id,
                       GError **error)
{
  g_autofree char *person = tonus_io_new_id (io);
  g_autoptr (TonusPractice) self = tonus_practice_begin (io, folder, error);

  if (self == NULL)
    return NULL;
  if (!save_first_records (self, clinic, therapist, credentials, person, error) ||
      !tonus_practice_finish (self, error))
    {
      tonus_practice_take_back (self);
      return NULL;
    }
  if (therapist_id != NULL)
    *therapist_id = g_steal_pointer (&person);
  return g_steal_pointer (&self);
}
