/* tonus-command-generate.c - generate: a practice of invented patients, for tests of size and speed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-commands.h"

#include <time.h>

#include <glib/gi18n.h>

#include "tonus-course.h"
#include "tonus-date.h"
#include "tonus-io-seeded.h"

#define CLINIC "Synthetic Practice"
#define THERAPIST "Alex Example"
#define CREDENTIALS "PT"

/* The day everything ends unless TONUS_TODAY or --today says otherwise: the bytes must not depend
 * on when they are made. */
#define LAST_DAY "2026-11-23"

typedef struct
{
  gint64 seed;
  int n_patients, n_visits;
  guint32 today;
} Wishes;

static gboolean
are_possible (TonusCall *call, const Wishes *wishes, const char *today_text)
{
  if (wishes->n_patients < 0 || wishes->n_visits < 0)
    tonus_call_complain (call, TONUS_EXIT_CANNOT,
                         _ ("generate: --patients and --visits are missing or below 0; write for "
                            "example --patients 100 --visits 2000"));
  else if (wishes->n_patients == 0 && wishes->n_visits > 0)
    tonus_call_complain (call, TONUS_EXIT_CANNOT,
                         _ ("generate: %d visits need a patient; write --patients 1 or more"),
                         wishes->n_visits);
  else if (wishes->today == 0)
    tonus_call_complain (call, TONUS_EXIT_CANNOT,
                         _ ("generate: --today “%s” is not a date; write it like 2026-11-23"),
                         today_text);
  else
    return TRUE;
  return FALSE;
}

/* Neighbours share their visits unevenly, so that not all patients are alike, and the sum stays. */
static guint
count_visits (const Wishes *wishes, guint patient, guint *owed, TonusIo *io)
{
  gint64 n = wishes->n_patients, m = wishes->n_visits;
  guint even = (guint) (m * (patient + 1) / n - m * patient / n);

  if (patient % 2 == 1)
    return even + *owed;
  *owed = patient + 1 < n ? (guint) tonus_io_seeded_next (io, even / 2 + 1) : 0;
  return even - *owed;
}

static gboolean
write_patients (TonusPractice *practice,
                TonusIo *io,
                const char *therapist,
                const Wishes *wishes,
                GError **error)
{
  const TonusCourseWriter writer = { .practice = practice,
                                     .schema = tonus_practice_get_schema (practice),
                                     .io = io,
                                     .therapist = therapist,
                                     .name = THERAPIST,
                                     .credentials = CREDENTIALS };
  guint owed = 0;

  tonus_practice_begin_bulk (practice);
  for (guint i = 0; i < (guint) wishes->n_patients; i++)
    {
      guint n_visits = count_visits (wishes, i, &owed, io);
      if (!tonus_course_write (&writer, n_visits, wishes->today, error))
        {
          /* The first error is the one to tell. */
          tonus_practice_end_bulk (practice, NULL);
          return FALSE;
        }
      tonus_practice_refresh (practice);
    }
  return tonus_practice_end_bulk (practice, error);
}

static TonusExit
generate (TonusCall *call, const Wishes *wishes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *therapist = NULL;
  gint64 start = ((gint64) wishes->today - tonus_date_parse ("1970-01-01")) * 24 * 60 * 60;
  TonusIo *io = tonus_io_seeded ((guint64) wishes->seed, start);
  TonusPractice *practice = tonus_practice_create (io, tonus_call_get (call, 0), CLINIC, THERAPIST,
                                                   CREDENTIALS, &therapist, &error);

  if (practice != NULL)
    write_patients (practice, io, therapist, wishes, &error);
  g_clear_object (&practice);
  tonus_io_seeded_free (io);
  return error == NULL ? tonus_call_end (call) : tonus_call_fail (call, error);
}

TonusExit
tonus_command_generate (TonusCall *call)
{
  g_autofree char *today_text = NULL;
  Wishes wishes = { .seed = 1, .n_patients = -1, .n_visits = -1 };
  const GOptionEntry options[] = {
    { "patients", 0, 0, G_OPTION_ARG_INT, &wishes.n_patients, N_ ("How many patients"), "N" },
    { "visits", 0, 0, G_OPTION_ARG_INT, &wishes.n_visits,
      N_ ("How many visits, all patients together"), "M" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &wishes.seed, N_ ("Any number (default: 1)"), "S" },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &today_text,
      N_ ("No visit is after this day (default: 2026-11-23)"), N_ ("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL
  };
  if (!tonus_call_read (call, options))
    return tonus_call_end (call);

  wishes.today = today_text != NULL                 ? tonus_date_parse (today_text)
                 : g_getenv ("TONUS_TODAY") != NULL ? tonus_date_today ()
                                                    : tonus_date_parse (LAST_DAY);
  if (!are_possible (call, &wishes, today_text))
    return tonus_call_end (call);

  /* Moments are written in local time, and the same seed must give the same bytes everywhere. */
  g_setenv ("TZ", "UTC", TRUE);
  tzset ();
  return generate (call, &wishes);
}
