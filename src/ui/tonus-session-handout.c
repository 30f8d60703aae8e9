/* tonus-session-handout.c - from the home program on the screen to the page the patient takes home
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include "tonus-date.h"
#include "tonus-gather.h"
#include "tonus-handout.h"
#include "tonus-paths.h"
#include "tonus-practice-pictures.h"
#include "tonus-preferences.h"
#include "tonus-session-private.h"
#include "tonus-text.h"

/* Better asked before a version is used up than after. */
static gboolean
can_write_beside (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _ ("“%s” is a folder; add a file’s name."), path);
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("The folder “%s” does not exist; choose another."), folder);
  else if (g_access (folder, W_OK) != 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _ ("Nothing may be written in the folder “%s”; choose another."), folder);
  else
    return TRUE;
  return FALSE;
}

/* What could not be read does not print: the patient would go home without it, and nobody would
 * know. */
static gboolean
is_readable (TonusRecord *program, GError **error)
{
  guint n = g_hash_table_size (tonus_record_get_unread (program));

  if (n == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               ngettext ("%u value of the home program could not be read and would be missing. "
                         "Correct what is marked red, then hand it out.",
                         "%u values of the home program could not be read and would be missing. "
                         "Correct what is marked red, then hand it out.",
                         n),
               n);
  return FALSE;
}

/* What changed, and why, is said of one version; left standing it would be said of the next. */
static void
drop_old_words (TonusSession *self, TonusRecord *program, TonusChangeset *changes)
{
  static const TonusPath words[] = { TONUS_PATH_PROGRAM_CHANGED, TONUS_PATH_PROGRAM_WHY };
  TonusRecord *visit = self->front->records[TONUS_SLOT_VISIT];
  g_autoptr (TonusRecord) given =
      visit ? tonus_session_load_given (self, tonus_record_get_object (visit)) : NULL;

  for (guint i = 0; given && i < G_N_ELEMENTS (words); i++)
    {
      const char *now = tonus_path_read (program, words[i], NULL);
      g_autofree char *path = tonus_path_join (tonus_path_get_section (words[i]), NULL,
                                               tonus_path_get_field (words[i]));

      if (now && g_strcmp0 (now, tonus_path_read (given, words[i], NULL)) == 0)
        tonus_changeset_set (changes, tonus_record_get_object (program), path, NULL);
    }
}

/* What was handed out must be told apart later: a version of its own, today's date, this visit. */
static TonusChangeset *
make_version (TonusSession *self, TonusRecord *program)
{
  TonusChangeset *changes = tonus_changeset_new ();
  TonusRecord *visit = self->front->records[TONUS_SLOT_VISIT];
  const char *object = tonus_record_get_object (program);
  const char *old = tonus_record_get (program, "program/version");
  g_autofree char *today = tonus_date_format (tonus_date_today ());
  g_autofree char *version = NULL;
  double number = 0;

  if (old)
    tonus_number_parse (old, &number);
  version = tonus_number_format (number + 1, 0);
  tonus_changeset_set (changes, object, "program/version", version);
  tonus_changeset_set (changes, object, "program/date", today);
  if (self->therapist)
    tonus_changeset_set (changes, object, "program/therapist", self->therapist);
  if (visit)
    tonus_changeset_set (changes, object, "program/visit", tonus_record_get_object (visit));
  return changes;
}

static gboolean
number_version (TonusSession *self, TonusRecord *program, GError **error)
{
  g_autoptr (TonusChangeset) changes = make_version (self, program);

  drop_old_words (self, program, changes);
  tonus_chart_barrier (self->front->chart);
  if (!tonus_chart_apply (self->front->chart, changes, error))
    return FALSE;
  tonus_chart_barrier (self->front->chart);
  return TRUE;
}

static TonusRecord *
load_first (TonusPractice *practice, const char *kind)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, NULL, kind, NULL);

  return ids && ids->len ? tonus_practice_load (practice, g_ptr_array_index (ids, 0), NULL, NULL)
                         : NULL;
}

static void
gather (TonusSession *self, TonusDossier *dossier)
{
  dossier->clinic = load_first (self->practice, "clinic");
  if (self->therapist)
    dossier->therapist = tonus_practice_load (self->practice, self->therapist, NULL, NULL);
  g_set_object (&dossier->patient, self->front->records[TONUS_SLOT_PATIENT]);
  g_set_object (&dossier->episode, self->front->records[TONUS_SLOT_EPISODE]);
  g_set_object (&dossier->visit, self->front->records[TONUS_SLOT_VISIT]);
  g_set_object (&dossier->program, self->front->records[TONUS_SLOT_PROGRAM]);
}

/* The printer that stands here, else what the practice has, else what the country uses. */
static TonusPaper
get_paper (const TonusDossier *dossier)
{
  const char *chosen = dossier->clinic ? tonus_record_get (dossier->clinic, "clinic/paper") : NULL;
  g_autofree char *here =
      tonus_preferences_get_text (tonus_preferences_get_default (), TONUS_PREFERENCE_PAPER);
  TonusPaper paper = tonus_paper_default ();

  if (chosen)
    tonus_paper_parse (chosen, &paper);
  tonus_paper_parse (here, &paper);
  return paper;
}

/* Looked for once a version, not at every key. */
static void
find_before (TonusSession *self, TonusDossier *dossier)
{
  TonusOpenChart *chart = self->front;
  g_autofree char *key = g_strjoin (" ", tonus_record_get_object (dossier->program),
                                    tonus_record_get (dossier->program, "program/version"),
                                    tonus_record_get (dossier->program, "program/date"), NULL);

  if (g_strcmp0 (key, chart->before_key) != 0)
    {
      g_clear_object (&chart->before);
      chart->before = tonus_gather_program_before (self->practice, dossier->program);
      g_free (chart->before_key);
      chart->before_key = g_steal_pointer (&key);
    }
  g_set_object (&dossier->before, chart->before);
}

/* A file is what its name promises, for ever: what was read for the page before is read. */
static void
load_pictures (TonusSession *self, TonusHandout *content)
{
  TonusOpenChart *chart = self->front;
  GHashTableIter iter;
  gpointer name, bytes;

  if (chart->pictures)
    {
      g_hash_table_iter_init (&iter, chart->pictures);
      while (g_hash_table_iter_next (&iter, &name, &bytes))
        g_hash_table_insert (content->pictures, g_strdup (name), g_bytes_ref (bytes));
      g_hash_table_unref (chart->pictures);
    }
  tonus_practice_load_pictures (self->practice, content);
  chart->pictures = g_hash_table_ref (content->pictures);
}

static TonusHandout *
make_content (TonusSession *self, TonusDossier *dossier)
{
  g_autofree char *language = tonus_session_get_choice (self, TONUS_CHOICE_LANGUAGE);
  TonusHandout *content;

  find_before (self, dossier);
  content = tonus_handout_new (dossier, language, tonus_date_today ());
  load_pictures (self, content);
  return content;
}

TonusHandout *
tonus_session_make_handout (TonusSession *self)
{
  g_auto (TonusDossier) dossier = { NULL };
  g_autoptr (TonusChangeset) changes = NULL;
  g_autoptr (TonusRecord) next = NULL;

  if (!tonus_session_get_record (self, TONUS_SLOT_PROGRAM))
    return NULL;
  gather (self, &dossier);
  next = tonus_record_copy (dossier.program);
  changes = make_version (self, next);
  /* A date that cannot be set is one that cannot be handed out either; it says so then. */
  tonus_record_apply (next, changes, NULL);
  g_set_object (&dossier.program, next);
  return make_content (self, &dossier);
}

TonusHandoutOptions
tonus_session_get_handout_options (TonusSession *self)
{
  g_auto (TonusDossier) dossier = { NULL };
  TonusPreferences *preferences = tonus_preferences_get_default ();
  TonusHandoutOptions options = { TONUS_PAPER_A4 };
  g_autofree char *large = tonus_session_get_choice (self, TONUS_CHOICE_LARGE);

  gather (self, &dossier);
  options.paper = get_paper (&dossier);
  options.is_mono = tonus_preferences_get_flag (preferences, TONUS_PREFERENCE_HANDOUT_MONO);
  options.is_compact = tonus_preferences_get_flag (preferences, TONUS_PREFERENCE_HANDOUT_COMPACT);
  options.is_large = g_str_equal (large, "yes");
  return options;
}

/* Printed, and kept as a file too: the patient has one handout at home, not two. */
static gboolean
is_given_out (TonusSession *self, TonusRecord *program)
{
  const char *hash = tonus_practice_hash_of (self->practice, program);
  g_autofree char *today = tonus_date_format (tonus_date_today ());

  return hash && g_strcmp0 (hash, self->front->given_out) == 0 &&
         !tonus_saver_has_edits (self->saver, tonus_record_get_object (program)) &&
         g_strcmp0 (tonus_record_get (program, "program/date"), today) == 0;
}

GBytes *
tonus_session_give_out (TonusSession *self, const TonusHandoutOptions *options, GError **error)
{
  TonusRecord *program = tonus_session_get_record (self, TONUS_SLOT_PROGRAM);
  g_auto (TonusDossier) dossier = { NULL };
  g_autoptr (TonusHandout) content = NULL;

  g_return_val_if_fail (program, NULL);

  if (!is_readable (program, error) ||
      (!is_given_out (self, program) && !number_version (self, program, error)) ||
      !tonus_saver_flush (self->saver, self->front, error))
    return NULL;
  g_free (self->front->given_out);
  self->front->given_out = g_strdup (tonus_practice_hash_of (self->practice, program));
  gather (self, &dossier);
  content = make_content (self, &dossier);
  return tonus_handout_render (content, options, error);
}

gboolean
tonus_session_hand_out (TonusSession *self, const char *path, GError **error)
{
  TonusHandoutOptions options = tonus_session_get_handout_options (self);
  g_autoptr (GBytes) bytes = NULL;

  if (!can_write_beside (path, error))
    return FALSE;
  bytes = tonus_session_give_out (self, &options, error);
  return bytes && tonus_export (tonus_practice_get_io (self->practice), path, bytes, error);
}
