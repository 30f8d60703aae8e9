/* tonus-check.c - verify a practice and explain each finding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-check-private.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-id.h"

static void
finding_free (gpointer data)
{
  TonusFinding *self = data;

  g_free (self->place);
  g_free (self->message);
  g_free (self);
}

void
tonus_findings_own (GPtrArray *findings)
{
  g_ptr_array_set_free_func (findings, finding_free);
}

void
tonus_finding_add (
    GPtrArray *findings, TonusFindingLevel level, const char *place, const char *format, ...)
{
  TonusFinding *finding = g_new (TonusFinding, 1);
  va_list arguments;

  va_start (arguments, format);
  finding->level = level;
  finding->place = g_strdup (place);
  finding->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (findings, finding);
}

static void
check_practice_file (TonusCheck *self)
{
  g_autofree char *path = g_build_filename (self->practice->folder, TONUS_PRACTICE_FILE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      tonus_read_file (self->practice->io, path, TONUS_RECORD_FILE_MAX, &error);
  guint format = 0;
  g_autofree char *id = bytes != NULL ? tonus_practice_file_read (bytes, &format, &error) : NULL;

  self->n_files++;
  if (id == NULL)
    tonus_finding_add (self->findings, TONUS_FINDING_DAMAGE, TONUS_PRACTICE_FILE, "%s",
                       error->message);
  else if (format > TONUS_FORMAT)
    tonus_finding_add (
        self->findings, TONUS_FINDING_NOTE, TONUS_PRACTICE_FILE,
        _ ("Written by a newer Tonus: this practice can be read here, not changed. Update "
           "Tonus to work in it."));
}

static void
check_top (TonusCheck *self, GPtrArray *names)
{
  static const char *const known[] = { TONUS_PRACTICE_FILE, TONUS_README_FILE,     "practice",
                                       "patients",          TONUS_PICTURES_FOLDER, NULL };

  for (guint i = 0; i < names->len; i++)
    if (!g_strv_contains (known, names->pdata[i]))
      tonus_finding_add (
          self->findings, TONUS_FINDING_NOTE, names->pdata[i],
          _ ("This is nothing of Tonus and is left alone. Move it away if nobody needs it "
             "here."));
  if (!g_ptr_array_find_with_equal_func (names, TONUS_README_FILE, g_str_equal, NULL))
    tonus_finding_add (
        self->findings, TONUS_FINDING_NOTE, TONUS_README_FILE,
        _ ("The text that explains this folder to people is missing. Nothing else needs it."));
}

static void
check_folder (TonusCheck *self, const char *patient, const char *place)
{
  g_autoptr (GError) error = NULL;

  tonus_practice_forget_shelf (self->practice, patient);
  TonusShelf *shelf = tonus_practice_get_shelf (self->practice, patient, &error);
  if (shelf != NULL)
    tonus_check_shelf (self, shelf, place);
  else
    tonus_finding_add (self->findings, TONUS_FINDING_DAMAGE, place, "%s", error->message);
}

static void
check_patient (TonusCheck *self, const char *name)
{
  g_autofree char *place = g_build_filename ("patients", name, NULL);
  g_autofree char *path = g_build_filename (self->practice->folder, place, NULL);
  struct stat status;

  if (!tonus_id_is_valid (name))
    {
      tonus_finding_add (self->findings, TONUS_FINDING_NOTE, place,
                         _ ("This is no patient's folder and was passed over. Move it away."));
      return;
    }
  if (self->practice->io->fstatat (self->practice->io, AT_FDCWD, path, &status) < 0 ||
      !S_ISDIR (status.st_mode))
    {
      tonus_finding_add (
          self->findings, TONUS_FINDING_DAMAGE, place,
          _ ("This has a patient's name but is no folder (a link or a file), and was passed "
             "over. Put the folder itself here."));
      return;
    }
  check_folder (self, name, place);
}

static void
check_patients (TonusCheck *self)
{
  g_autofree char *path = g_build_filename (self->practice->folder, "patients", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = tonus_read_folder (self->practice->io, path, &error);

  if (names == NULL)
    tonus_finding_add (self->findings, TONUS_FINDING_DAMAGE, "patients", "%s", error->message);
  for (guint i = 0; names != NULL && i < names->len; i++)
    check_patient (self, names->pdata[i]);
}

/* What opening found out about the practice's catalogues. */
static void
check_catalogues (TonusCheck *self)
{
  guint before = self->practice->remarks->len;

  tonus_practice_renew_schema (self->practice);
  for (guint i = before; i < self->practice->remarks->len; i++)
    tonus_finding_add (self->findings, TONUS_FINDING_WARNING, "practice", "%s",
                       (const char *) self->practice->remarks->pdata[i]);
  g_ptr_array_set_size (self->practice->remarks, (int) before);
}

GPtrArray *
tonus_check_practice (TonusPractice *practice, guint *n_files, GError **error)
{
  TonusCheck self = { .practice = practice };

  tonus_practice_settle (practice);
  g_autoptr (GPtrArray) names = tonus_read_folder (practice->io, practice->folder, error);
  if (names == NULL)
    return NULL;
  tonus_practice_refresh (practice);
  self.findings = g_ptr_array_new ();
  tonus_findings_own (self.findings);
  self.now = practice->io->clock (practice->io);
  check_practice_file (&self);
  check_top (&self, names);
  check_folder (&self, NULL, "practice");
  check_catalogues (&self);
  tonus_check_pictures (&self);
  check_patients (&self);
  if (n_files != NULL)
    *n_files = self.n_files;
  return self.findings;
}
