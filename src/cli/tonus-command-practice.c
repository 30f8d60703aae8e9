/* tonus-command-practice.c - whole practices: new, demo, check, copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-commands.h"

#include <glib/gi18n.h>

#include "tonus-check.h"
#include "tonus-date.h"
#include "tonus-demo.h"

/* What was typed for @option, as a value of the field at @path; NULL: complained. */
static char *
read_typed (TonusCall *call, const char *option, const char *typed, const char *path)
{
  const TonusField *field = tonus_schema_resolve (tonus_schema_get_default (), path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (typed != NULL && !g_utf8_validate (typed, -1, NULL))
    {
      tonus_call_complain (call, TONUS_EXIT_CANNOT,
                           _ ("new: --%s is not UTF-8 text; write it in a UTF-8 terminal"), option);
      return NULL;
    }
  if (typed != NULL && field != NULL)
    text = tonus_field_read_typed (field, NULL, NULL, typed, 0, &error);
  if (error != NULL)
    tonus_call_complain (call, TONUS_EXIT_REFUSED, "new: --%s: %s", option, error->message);
  else if (text == NULL)
    tonus_call_complain (call, TONUS_EXIT_CANNOT,
                         _ ("new: --%s is missing; a practice needs it on every document"), option);
  return text;
}

typedef struct
{
  char *clinic, *therapist, *credentials; /* (nullable) */
} Names;

static void
names_clear (Names *self)
{
  g_free (self->clinic);
  g_free (self->therapist);
  g_free (self->credentials);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

/* The first wrong one is enough to be told about. */
static gboolean
read_names (TonusCall *call, const Names *typed, Names *names)
{
  return (names->clinic = read_typed (call, "clinic", typed->clinic, "clinic/name")) != NULL &&
         (names->therapist = read_typed (call, "therapist", typed->therapist, "therapist/name")) !=
             NULL &&
         (names->credentials = read_typed (call, "credentials", typed->credentials,
                                           "therapist/credentials")) != NULL;
}

TonusExit
tonus_command_new (TonusCall *call)
{
  g_auto (Names) typed = { NULL };
  g_auto (Names) names = { NULL };
  const GOptionEntry options[] = { { "clinic", 0, 0, G_OPTION_ARG_FILENAME, &typed.clinic,
                                     N_ ("Name of the clinic"), N_ ("NAME") },
                                   { "therapist", 0, 0, G_OPTION_ARG_FILENAME, &typed.therapist,
                                     N_ ("Your name"), N_ ("NAME") },
                                   { "credentials", 0, 0, G_OPTION_ARG_FILENAME, &typed.credentials,
                                     N_ ("What follows your name, like PT"), "C" },
                                   G_OPTION_ENTRY_NULL };
  if (!tonus_call_read (call, options) || !read_names (call, &typed, &names))
    return tonus_call_end (call);

  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (TonusPractice) practice =
      tonus_practice_create (tonus_io_real (), tonus_call_get (call, 0), names.clinic,
                             names.therapist, names.credentials, &id, &error);
  if (practice == NULL)
    return tonus_call_fail (call, error);

  tonus_call_print (call, "%s\n", id);
  return tonus_call_end (call);
}

TonusExit
tonus_command_demo (TonusCall *call)
{
  g_autofree char *today_text = NULL;
  int until = 0;
  const GOptionEntry options[] = {
    { "until", 0, 0, G_OPTION_ARG_INT, &until, N_ ("Only visits 1 to N of each patient"), "N" },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &today_text,
      N_ ("The day the next visits fall on (default: today)"), N_ ("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL
  };
  if (!tonus_call_read (call, options))
    return tonus_call_end (call);

  guint32 today = today_text != NULL ? tonus_date_parse (today_text) : tonus_date_today ();
  if (today == 0)
    tonus_call_complain (call, TONUS_EXIT_CANNOT,
                         _ ("demo: --today “%s” is not a date; write it like 2026-11-23"),
                         today_text);
  else if (until < 0)
    tonus_call_complain (call, TONUS_EXIT_CANNOT,
                         _ ("demo: --until %d is no number of visits; write 1 or more"), until);
  if (tonus_call_end (call) != TONUS_EXIT_OK)
    return tonus_call_end (call);

  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPractice) practice =
      tonus_demo_create (tonus_io_real (), tonus_call_get (call, 0), (guint) until, today, &error);
  return practice != NULL ? tonus_call_end (call) : tonus_call_fail (call, error);
}

/* --- check and copy --- */

static const struct
{
  const char *name;
  TonusExit exit;
} levels[] = {
  [TONUS_FINDING_NOTE] = { "note", TONUS_EXIT_OK },
  [TONUS_FINDING_WARNING] = { "warning", TONUS_EXIT_WARNINGS },
  [TONUS_FINDING_DAMAGE] = { "damage", TONUS_EXIT_REFUSED },
};

static TonusExit
print_findings (TonusCall *call, GPtrArray *findings)
{
  TonusExit worst = TONUS_EXIT_OK;
  for (guint i = 0; i < findings->len; i++)
    {
      const TonusFinding *finding = g_ptr_array_index (findings, i);
      const char *cells[] = { levels[finding->level].name, finding->place, finding->message };
      tonus_call_print_row (call, cells, G_N_ELEMENTS (cells));
      worst = MAX (worst, levels[finding->level].exit);
    }
  return worst;
}

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

TonusExit
tonus_command_check (TonusCall *call)
{
  if (!tonus_call_read (call, no_options))
    return tonus_call_end (call);

  /* Opened without tonus_call_open(): its remarks are findings here. */
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPractice) practice =
      tonus_practice_open (tonus_io_real (), tonus_call_get (call, 0), &error);
  if (practice == NULL)
    return tonus_call_fail (call, error);

  guint n_files = 0;
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, &n_files, &error);
  if (findings == NULL)
    return tonus_call_fail (call, error);

  TonusExit exit = print_findings (call, findings);
  return MAX (exit, tonus_call_end (call));
}

static void
finding_free (gpointer data)
{
  TonusFinding *self = data;
  g_free (self->place);
  g_free (self->message);
  g_free (self);
}

TonusExit
tonus_command_copy (TonusCall *call)
{
  if (!tonus_call_read (call, no_options))
    return tonus_call_end (call);

  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPractice) practice =
      tonus_practice_open (tonus_io_real (), tonus_call_get (call, 0), &error);
  if (practice == NULL)
    return tonus_call_fail (call, error);

  guint n_files = 0;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);
  if (!tonus_copy_practice (practice, tonus_call_get (call, 1), &n_files, findings, &error))
    return tonus_call_fail (call, error);

  for (guint i = 0; i < findings->len; i++)
    {
      const TonusFinding *finding = g_ptr_array_index (findings, i);
      tonus_call_complain (call, levels[finding->level].exit, "%s: %s", finding->place,
                           finding->message);
    }
  tonus_call_print (call, "%u\n", n_files);
  return tonus_call_end (call);
}
