/* tonus-gather-before.c - the home program the patient was given last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-gather.h"

#include <string.h>

#include "tonus-practice-private.h"
#include "tonus-text.h"

typedef struct
{
  const char *episode; /* (nullable) */
  const char *date;    /* (nullable) of the program that is to be handed out */
  double version;      /* of it */
  TonusRecord *best;   /* (nullable) */
  double best_version;
} Search;

static double
read_version (TonusRecord *program)
{
  const char *text = tonus_record_get (program, "program/version");
  double version;

  return text != NULL && tonus_number_parse (text, &version) ? version : 0;
}

/* The same sheet printed twice on one day does not become the one before. */
static gboolean
is_earlier (const Search *search, TonusRecord *program)
{
  const char *date = tonus_record_get (program, "program/date");

  return read_version (program) < search->version && search->date != NULL && date != NULL &&
         strcmp (date, search->date) < 0;
}

/* Of one version the revision that came first is what was handed out. */
static void
look_at (Search *search, TonusRecord *program)
{
  double version = read_version (program);

  if (!is_earlier (search, program) || version < search->best_version)
    return;
  if (search->best != NULL && version == search->best_version &&
      tonus_record_get_header (search->best)->revision <=
          tonus_record_get_header (program)->revision)
    return;
  g_set_object (&search->best, program);
  search->best_version = version;
}

static void
look_through (Search *search, TonusPractice *practice, TonusShelf *shelf, const char *object)
{
  g_autoptr (GPtrArray) valid = tonus_practice_collect_valid (practice, shelf, object, NULL);

  for (guint i = 0; i < valid->len; i++)
    {
      const TonusFacts *facts = valid->pdata[i];
      g_autoptr (TonusRecord) program =
          g_strcmp0 (facts->episode, search->episode) == 0
              ? tonus_practice_load_revision (practice, shelf, facts->name, NULL)
              : NULL;

      if (program != NULL)
        look_at (search, program);
    }
}

TonusRecord *
tonus_gather_program_before (TonusPractice *practice, TonusRecord *program)
{
  const char *patient = tonus_record_get_header (program)->patient;
  const char *reference = tonus_record_get (program, "program/episode");
  g_autofree char *episode =
      reference != NULL ? g_strndup (reference, strcspn (reference, "#")) : NULL;
  TonusShelf *shelf = patient != NULL ? tonus_practice_get_shelf (practice, patient, NULL) : NULL;
  Search search = { .episode = episode,
                    .date = tonus_record_get (program, "program/date"),
                    .version = read_version (program) };

  for (guint i = 0; shelf != NULL && search.version > 1 && i < shelf->ids->len; i++)
    {
      const char *id = shelf->ids->pdata[i];

      if (tonus_shelf_has_object (shelf, id, "program") && !tonus_practice_is_voided (practice, id))
        look_through (&search, practice, shelf, id);
    }
  return search.best;
}
