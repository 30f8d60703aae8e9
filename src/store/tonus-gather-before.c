/* tonus-gather-before.c - home programs that were handed out: the one before, and a visit's own
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
  const char *visit;   /* (nullable) only those given at it */
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

static gboolean
is_of_visit (const Search *search, TonusRecord *program)
{
  const char *visit = tonus_record_get (program, "program/visit");

  return read_version (program) >= 1 && visit != NULL && g_str_has_prefix (visit, search->visit);
}

/* Of one version the revision that came first is what was handed out. */
static void
look_at (Search *search, TonusRecord *program)
{
  double version = read_version (program);
  gboolean is_wanted =
      search->visit != NULL ? is_of_visit (search, program) : is_earlier (search, program);

  if (!is_wanted || version < search->best_version)
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

static void
look_everywhere (Search *search, TonusPractice *practice, TonusShelf *shelf)
{
  for (guint i = 0; i < shelf->ids->len; i++)
    {
      const char *id = shelf->ids->pdata[i];

      if (tonus_shelf_has_object (shelf, id, "program") && !tonus_practice_is_voided (practice, id))
        look_through (search, practice, shelf, id);
    }
}

TonusRecord *
tonus_gather_program_before (TonusPractice *practice, TonusRecord *program)
{
  const char *patient = tonus_record_get_header (program)->patient;
  g_autofree char *episode = tonus_gather_read_reference (program, "program/episode");
  TonusShelf *shelf = patient != NULL ? tonus_practice_get_shelf (practice, patient, NULL) : NULL;
  Search search = { .episode = episode,
                    .date = tonus_record_get (program, "program/date"),
                    .version = read_version (program) };

  if (shelf != NULL && search.version > 1)
    look_everywhere (&search, practice, shelf);
  return search.best;
}

TonusRecord *
tonus_gather_program_given (TonusPractice *practice, TonusRecord *visit)
{
  const TonusHeader *header = tonus_record_get_header (visit);
  g_autofree char *episode = tonus_gather_read_reference (visit, "visit/episode");
  TonusShelf *shelf =
      header->patient != NULL ? tonus_practice_get_shelf (practice, header->patient, NULL) : NULL;
  Search search = { .episode = episode, .visit = tonus_record_get_object (visit) };

  if (shelf != NULL)
    look_everywhere (&search, practice, shelf);
  return search.best;
}
