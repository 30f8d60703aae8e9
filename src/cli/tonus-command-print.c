/* tonus-command-print.c - documents on paper: note, handout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-commands.h"

#include <glib/gi18n.h>

#include "tonus-choose-revision.h"
#include "tonus-date.h"
#include "tonus-gather.h"
#include "tonus-handout-gaps.h"
#include "tonus-handout-picture.h"
#include "tonus-handout.h"
#include "tonus-note.h"
#include "tonus-practice-pictures.h"

/* The moment a document says it was made: now, or the day that TONUS_TODAY fixes, so that the same
 * call gives the same bytes. */
static char *
moment_of_making (TonusPractice *practice)
{
  if (g_getenv ("TONUS_TODAY") == NULL)
    {
      TonusIo *io = tonus_practice_get_io (practice);
      return tonus_moment_format (io->clock (io));
    }
  g_autofree char *day = tonus_date_format (tonus_date_today ());
  return g_strconcat (day, "T00:00:00+00:00", NULL);
}

/* What was asked for, else what the clinic prints on, else what the country uses. */
static gboolean
choose_paper (TonusCall *call, const char *asked, TonusRecord *clinic, TonusPaper *paper)
{
  if (asked != NULL && tonus_paper_parse (asked, paper))
    return TRUE;
  if (asked != NULL)
    {
      tonus_call_complain (call, TONUS_EXIT_CANNOT,
                           _ ("--paper “%s” is not known; write a4 or letter"), asked);
      return FALSE;
    }

  const char *usual = clinic != NULL ? tonus_record_get_at (clinic, "clinic", NULL, "paper") : NULL;
  if (usual == NULL || !tonus_paper_parse (usual, paper))
    *paper = tonus_paper_default ();
  return TRUE;
}

static TonusExit
write_document (TonusCall *call, TonusPractice *practice, GBytes *bytes, const char *unprinted)
{
  g_autoptr (GError) error = NULL;
  if (unprinted != NULL)
    tonus_call_complain (call, TONUS_EXIT_WARNINGS, "%s", unprinted);
  if (!tonus_export (tonus_practice_get_io (practice), tonus_call_get (call, 2), bytes, &error))
    return tonus_call_fail (call, error);
  return tonus_call_end (call);
}

/* --- note --- */

static TonusExit
print_note (TonusCall *call, TonusPractice *practice, const char *revision, const char *paper)
{
  g_autoptr (GError) error = NULL;
  gboolean is_fork;
  g_autofree char *id = tonus_call_resolve (call, practice, 1, "visit");
  g_autofree char *hash =
      id != NULL ? tonus_choose_revision (call, practice, id, revision, &is_fork) : NULL;
  if (hash == NULL)
    return tonus_call_end (call);

  g_auto (TonusDossier) dossier = { NULL };
  if (!tonus_gather_visit (practice, id, hash, &dossier, &error))
    return tonus_call_fail (call, error);

  g_autofree char *created = moment_of_making (practice);
  g_autofree char *unprinted = NULL;
  TonusNoteOptions options = { .created = created, .unprinted = &unprinted };
  if (!choose_paper (call, paper, dossier.clinic, &options.paper))
    return tonus_call_end (call);
  if (is_fork)
    options.remark = _ ("One of several versions of this visit, written side by side");

  g_autoptr (GBytes) bytes = tonus_note_render (&dossier, &options, &error);
  return bytes != NULL ? write_document (call, practice, bytes, unprinted)
                       : tonus_call_fail (call, error);
}

TonusExit
tonus_command_note (TonusCall *call)
{
  g_autofree char *revision = NULL;
  g_autofree char *paper = NULL;
  const GOptionEntry options[] = {
    { "revision", 0, 0, G_OPTION_ARG_FILENAME, &revision,
      N_ ("This revision, by its hash or the first 6 or more characters of it"), N_ ("HASH") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &paper, N_ ("a4 or letter (default: the clinic’s)"),
      N_ ("SIZE") },
    G_OPTION_ENTRY_NULL
  };
  if (!tonus_call_read (call, options))
    return tonus_call_end (call);

  g_autoptr (TonusPractice) practice = tonus_call_open (call);
  return practice != NULL ? print_note (call, practice, revision, paper) : tonus_call_end (call);
}

/* --- handout --- */

typedef struct
{
  char *episode, *revision, *paper, *language; /* (nullable) */
  int program;
  gboolean is_large, is_mono, is_compact;
} HandoutWishes;

static void
handout_wishes_clear (HandoutWishes *self)
{
  g_free (self->episode);
  g_free (self->revision);
  g_free (self->paper);
  g_free (self->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HandoutWishes, handout_wishes_clear)

/* The program asked for into @dossier, with what there is to say about forks. */
static gboolean
gather (TonusCall *call,
        TonusPractice *practice,
        const HandoutWishes *wishes,
        TonusDossier *dossier)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *episode = NULL;
  g_autofree char *patient = tonus_call_resolve (call, practice, 1, "patient");
  if (patient == NULL)
    return FALSE;

  if (wishes->episode != NULL)
    episode = tonus_practice_resolve (practice, wishes->episode, "episode", &error);
  if (error != NULL ||
      !tonus_gather_program (practice, patient, episode, (guint) wishes->program, dossier, &error))
    {
      tonus_call_fail (call, error);
      return FALSE;
    }

  /* A version asked for by number is a choice already made. */
  if (wishes->program > 0 && wishes->revision == NULL)
    return TRUE;
  const char *id = tonus_record_get_object (dossier->program);
  g_autofree char *hash = tonus_choose_revision (call, practice, id, wishes->revision, NULL);
  g_autoptr (TonusRecord) record =
      hash != NULL ? tonus_practice_load (practice, id, hash, &error) : NULL;
  if (error != NULL)
    tonus_call_fail (call, error);
  if (record == NULL)
    return FALSE;
  g_set_object (&dossier->program, record);
  return TRUE;
}

/* The page says “No picture”; who prints it learns why. */
static void
warn_about_pictures (TonusCall *call, const TonusHandout *content)
{
  for (guint i = 0; i < content->exercises->len; i++)
    {
      const TonusHandoutExercise *exercise = content->exercises->pdata[i];

      if (tonus_handout_picture_is_lost (content, exercise))
        tonus_call_complain (call, TONUS_EXIT_WARNINGS,
                             _ ("The picture of “%s” is not here or damaged. Get its file from a "
                                "copy of the practice, or choose the picture anew."),
                             exercise->name);
    }
}

static void
warn_about_gaps (TonusCall *call, const TonusHandout *content)
{
  g_autoptr (GPtrArray) gaps = tonus_handout_list_gaps (content);

  for (guint i = 0; i < gaps->len; i++)
    tonus_call_complain (call, TONUS_EXIT_WARNINGS, "%s", (const char *) gaps->pdata[i]);
}

/* What was asked for, else what the patient reads, else English. */
static TonusHandout *
fill_handout (TonusCall *call,
              TonusPractice *practice,
              const TonusDossier *dossier,
              const char *asked)
{
  const char *usual = dossier->patient != NULL
                          ? tonus_record_get_at (dossier->patient, "patient", NULL, "language")
                          : NULL;
  const char *wanted = asked != NULL ? asked : usual != NULL ? usual : "en";
  TonusHandout *content = tonus_handout_new (dossier, wanted, tonus_date_today ());

  tonus_practice_load_pictures (practice, content);
  warn_about_pictures (call, content);
  warn_about_gaps (call, content);
  if (asked != NULL && g_ascii_strcasecmp (asked, content->language) != 0)
    tonus_call_complain (
        call, TONUS_EXIT_WARNINGS,
        _ ("--lang “%s”: there are no texts in that language; the handout is in “%s”"), asked,
        content->language);
  return content;
}

static TonusExit
print_handout (TonusCall *call, TonusPractice *practice, const HandoutWishes *wishes)
{
  g_autoptr (GError) error = NULL;
  g_auto (TonusDossier) dossier = { NULL };
  g_autofree char *created = moment_of_making (practice);
  g_autofree char *unprinted = NULL;
  TonusHandoutOptions options = { .is_large = wishes->is_large,
                                  .is_mono = wishes->is_mono,
                                  .is_compact = wishes->is_compact,
                                  .created = created,
                                  .unprinted = &unprinted };

  if (!gather (call, practice, wishes, &dossier) ||
      !choose_paper (call, wishes->paper, dossier.clinic, &options.paper))
    return tonus_call_end (call);

  g_autoptr (TonusHandout) content = fill_handout (call, practice, &dossier, wishes->language);
  g_autoptr (GBytes) bytes = tonus_handout_render (content, &options, &error);
  return bytes != NULL ? write_document (call, practice, bytes, unprinted)
                       : tonus_call_fail (call, error);
}

TonusExit
tonus_command_handout (TonusCall *call)
{
  g_auto (HandoutWishes) wishes = { NULL };
  const GOptionEntry options[] = {
    { "episode", 0, 0, G_OPTION_ARG_FILENAME, &wishes.episode,
      N_ ("The program of this episode (default: the latest)"), N_ ("ID") },
    { "program", 0, 0, G_OPTION_ARG_INT, &wishes.program,
      N_ ("This version of it (default: the newest)"), "N" },
    { "revision", 0, 0, G_OPTION_ARG_FILENAME, &wishes.revision,
      N_ ("This revision of it, by its hash"), N_ ("HASH") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &wishes.paper,
      N_ ("a4 or letter (default: the clinic’s)"), N_ ("SIZE") },
    { "large", 0, 0, G_OPTION_ARG_NONE, &wishes.is_large, N_ ("Large print"), NULL },
    { "compact", 0, 0, G_OPTION_ARG_NONE, &wishes.is_compact, N_ ("Four exercises a page"), NULL },
    { "mono", 0, 0, G_OPTION_ARG_NONE, &wishes.is_mono, N_ ("For black-and-white printers"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &wishes.language,
      N_ ("Language, like es (default: the patient’s)"), N_ ("XX") },
    G_OPTION_ENTRY_NULL
  };
  if (!tonus_call_read (call, options))
    return tonus_call_end (call);
  if (wishes.program < 0)
    {
      tonus_call_complain (call, TONUS_EXIT_CANNOT,
                           _ ("--program %d is no version; write 1 or more"), wishes.program);
      return tonus_call_end (call);
    }

  g_autoptr (TonusPractice) practice = tonus_call_open (call);
  return practice != NULL ? print_handout (call, practice, &wishes) : tonus_call_end (call);
}
