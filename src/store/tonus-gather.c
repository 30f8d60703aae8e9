/* tonus-gather.c - find the records that belong together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-gather.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-practice-private.h"

char *
tonus_gather_read_reference (TonusRecord *record, const char *path)
{
  const char *ref = record != NULL ? tonus_record_get (record, path) : NULL;

  if (ref == NULL || tonus_value_is_not_tested (ref))
    return NULL;
  return g_strndup (ref, strcspn (ref, "#"));
}

/* The first head of what @record names at @path; NULL when there is none to be had. */
static TonusRecord *
load_referenced (TonusPractice *practice, TonusRecord *record, const char *path)
{
  g_autofree char *id = tonus_gather_read_reference (record, path);

  return id != NULL ? tonus_practice_load (practice, id, NULL, NULL) : NULL;
}

static TonusRecord *
load_clinic (TonusPractice *practice)
{
  g_autoptr (GPtrArray) clinics = tonus_practice_list_objects (practice, NULL, "clinic", NULL);

  for (guint i = 0; clinics != NULL && i < clinics->len; i++)
    {
      TonusRecord *clinic = tonus_practice_load (practice, clinics->pdata[i], NULL, NULL);
      if (clinic != NULL)
        return clinic;
    }
  return NULL;
}

/* The revision of @kind that @context names, if its file is here and whole. */
static TonusRecord *
load_from_context (TonusPractice *practice, TonusShelf *shelf, GStrv context, const char *kind)
{
  for (guint i = 0; context != NULL && context[i] != NULL; i++)
    for (guint j = 0; j < shelf->ids->len; j++)
      {
        GPtrArray *names = tonus_shelf_get_names (shelf, shelf->ids->pdata[j]);
        for (guint k = 0; k < names->len; k++)
          {
            const TonusRevisionName *name = names->pdata[k];
            if (strcmp (name->hash, context[i]) == 0 && strcmp (name->kind, kind) == 0)
              return tonus_practice_load_revision (practice, shelf, name, NULL);
          }
      }
  return NULL;
}

static guint64
read_version (TonusRecord *program)
{
  const char *text = tonus_record_get (program, "program/version");

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

/* Of the programs of @episode (NULL: of any) the one of the highest version, by their heads. */
static TonusRecord *
load_newest_program (TonusPractice *practice, TonusShelf *shelf, const char *episode)
{
  g_autoptr (TonusRecord) newest = NULL;

  for (guint i = 0; i < shelf->ids->len; i++)
    {
      const char *id = shelf->ids->pdata[i];
      const TonusFacts *head = tonus_shelf_has_object (shelf, id, "program")
                                   ? tonus_practice_find_head (practice, shelf, id)
                                   : NULL;
      if (head == NULL || (episode != NULL && g_strcmp0 (head->episode, episode) != 0) ||
          tonus_practice_is_voided (practice, id))
        continue;
      g_autoptr (TonusRecord) program =
          tonus_practice_load_revision (practice, shelf, head->name, NULL);
      if (program != NULL && (newest == NULL || read_version (program) > read_version (newest)))
        g_set_object (&newest, program);
    }
  return g_steal_pointer (&newest);
}

/* Who did it: the therapist it names, else who wrote it. */
static TonusRecord *
load_therapist (TonusPractice *practice, TonusRecord *record, const char *path)
{
  TonusRecord *therapist = load_referenced (practice, record, path);
  const char *author = tonus_record_get_header (record)->author;

  if (therapist == NULL && author != NULL)
    therapist = tonus_practice_load (practice, author, NULL, NULL);
  return therapist;
}

gboolean
tonus_gather_visit (
    TonusPractice *practice, const char *visit, const char *hash, TonusDossier *out, GError **error)
{
  tonus_dossier_clear (out);
  out->visit = tonus_practice_load (practice, visit, hash, error);
  if (out->visit == NULL)
    return FALSE;
  TonusShelf *shelf = tonus_practice_find_shelf (practice, visit, error);
  if (shelf == NULL)
    return FALSE;
  GStrv context = tonus_record_get_header (out->visit)->context;
  g_autofree char *episode = tonus_gather_read_reference (out->visit, "visit/episode");

  out->patient = load_from_context (practice, shelf, context, "patient");
  out->episode = load_from_context (practice, shelf, context, "episode");
  /* Handed out once more after the visit was saved last, it is not in the context. */
  if (hash == NULL)
    out->program = tonus_gather_program_given (practice, out->visit);
  if (out->program == NULL)
    out->program = load_from_context (practice, shelf, context, "program");
  if (out->patient == NULL && shelf->patient != NULL)
    out->patient = tonus_practice_load (practice, shelf->patient, NULL, NULL);
  if (out->episode == NULL)
    out->episode = load_referenced (practice, out->visit, "visit/episode");
  if (out->program == NULL && episode != NULL)
    out->program = load_newest_program (practice, shelf, episode);
  out->therapist = load_therapist (practice, out->visit, "visit/therapist");
  out->payer = load_referenced (practice, out->episode, "episode/payer");
  out->clinic = load_clinic (practice);
  return TRUE;
}

/* Has @episode a program?  Of two, the one that began later. */
static char *
find_latest_episode (TonusPractice *practice, TonusShelf *shelf)
{
  g_autofree char *latest = NULL;
  g_autofree char *latest_start = NULL;

  for (guint i = 0; i < shelf->ids->len; i++)
    {
      const char *id = shelf->ids->pdata[i];
      if (!tonus_shelf_has_object (shelf, id, "episode") || tonus_practice_is_voided (practice, id))
        continue;
      g_autoptr (TonusRecord) program = load_newest_program (practice, shelf, id);
      g_autoptr (TonusRecord) episode =
          program != NULL ? tonus_practice_load (practice, id, NULL, NULL) : NULL;
      const char *start = episode != NULL ? tonus_record_get (episode, "episode/start") : NULL;
      if (episode == NULL || (latest != NULL && g_strcmp0 (start, latest_start) <= 0))
        continue;
      g_free (latest);
      g_free (latest_start);
      latest = g_strdup (id);
      latest_start = g_strdup (start);
    }
  return g_steal_pointer (&latest);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = GPOINTER_TO_UINT (*(gpointer const *) a);
  guint y = GPOINTER_TO_UINT (*(gpointer const *) b);

  return x < y ? -1 : x > y;
}

static gboolean
set_not_found (GError **error, GPtrArray *versions, guint version)
{
  g_autoptr (GString) list = g_string_new (NULL);

  g_ptr_array_sort (versions, compare_numbers);
  for (guint i = 0; i < versions->len; i++)
    if (i == 0 || versions->pdata[i] != versions->pdata[i - 1])
      g_string_append_printf (list, "%s%u", list->len > 0 ? ", " : "",
                              GPOINTER_TO_UINT (versions->pdata[i]));
  if (versions->len == 0)
    g_set_error_literal (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND,
                         _ ("This patient has no home program yet. Write one, then try again."));
  else
    g_set_error (
        error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND,
        _ ("There is no version %u of this home program; there are: %s. Name one of these."),
        version, list->str);
  return FALSE;
}

/* The last revision of @episode's programs that is version @version; every version seen goes to
 * @versions. */
static TonusRecord *
load_version (TonusPractice *practice,
              TonusShelf *shelf,
              const char *episode,
              guint version,
              GPtrArray *versions)
{
  g_autoptr (TonusRecord) found = NULL;

  for (guint i = 0; i < shelf->ids->len; i++)
    {
      const char *id = shelf->ids->pdata[i];
      if (!tonus_shelf_has_object (shelf, id, "program"))
        continue;
      g_autoptr (GPtrArray) valid = tonus_practice_collect_valid (practice, shelf, id, NULL);
      for (guint j = 0; j < valid->len; j++)
        {
          const TonusFacts *facts = valid->pdata[j];
          g_autoptr (TonusRecord) program =
              g_strcmp0 (facts->episode, episode) == 0
                  ? tonus_practice_load_revision (practice, shelf, facts->name, NULL)
                  : NULL;
          if (program == NULL)
            continue;
          guint number = (guint) read_version (program);
          g_ptr_array_add (versions, GUINT_TO_POINTER (number));
          if (number == version)
            g_set_object (&found, program);
        }
    }
  return g_steal_pointer (&found);
}

gboolean
tonus_gather_program (TonusPractice *practice,
                      const char *patient,
                      const char *episode,
                      guint version,
                      TonusDossier *out,
                      GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new ();

  tonus_dossier_clear (out);
  tonus_practice_settle (practice);
  TonusShelf *shelf = tonus_practice_get_shelf (practice, patient, error);
  if (shelf == NULL)
    return FALSE;
  g_autofree char *chosen =
      episode != NULL ? g_strdup (episode) : find_latest_episode (practice, shelf);
  if (version == 0)
    out->program = load_newest_program (practice, shelf, chosen);
  else
    out->program = load_version (practice, shelf, chosen, version, versions);
  if (out->program == NULL)
    return set_not_found (error, versions, version);
  out->patient = tonus_practice_load (practice, patient, NULL, error);
  if (out->patient == NULL)
    return FALSE;
  if (chosen != NULL)
    out->episode = tonus_practice_load (practice, chosen, NULL, NULL);
  out->visit = load_referenced (practice, out->program, "program/visit");
  out->before = tonus_gather_program_before (practice, out->program);
  out->therapist = load_therapist (practice, out->program, "program/therapist");
  out->payer = load_referenced (practice, out->episode, "episode/payer");
  out->clinic = load_clinic (practice);
  return TRUE;
}
