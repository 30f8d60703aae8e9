/* tonus-index-scan.c - one row of the patient list from the patient's own files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nineteen files of twenty are visits, and of a visit five values matter: its text is skimmed.  The
 * few others are read as records.
 */
#include "config.h"

#include "tonus-index-tally.h"

#include <string.h>

#include "tonus-date.h"
#include "tonus-paths.h"
#include "tonus-record-text.h"
#include "tonus-text.h"

/* What matters of a visit. */
enum
{
  DATE,
  START,
  NEXT,
  KIND,
  EPISODE,
  SIGNED,
  N_VALUES
};

static const TonusPath value_paths[N_VALUES] = {
  [DATE] = TONUS_PATH_VISIT_DATE,       [START] = TONUS_PATH_VISIT_START,
  [NEXT] = TONUS_PATH_VISIT_NEXT,       [KIND] = TONUS_PATH_VISIT_KIND,
  [EPISODE] = TONUS_PATH_VISIT_EPISODE, [SIGNED] = TONUS_PATH_SIGNATURE_TIME,
};

typedef struct
{
  TonusPractice *practice;
  TonusShelf *shelf;
  int dir; /* the shelf's folder, for reading many files of it; -1 */
  const TonusField *fields[N_VALUES];
  GHashTable *voided; /* object ids */
  TonusIndexTally tally;
} Scan;

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const TonusRevisionName *x = *(TonusRevisionName *const *) a;
  const TonusRevisionName *y = *(TonusRevisionName *const *) b;

  return x->number < y->number ? -1 : x->number > y->number;
}

/* If the names count 1, 2, 3 … without gap or twin, the last file is the head unless what it says
 * of its parent disagrees: then, and in every other case, all files are read.  @before: the hash of
 * the one before. (nullable) */
static const TonusRevisionName *
find_last_of_chain (GPtrArray *names, const char **before)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  *before = NULL;
  if (names->len == 1)
    return ((TonusRevisionName *) names->pdata[0])->number == 1 ? names->pdata[0] : NULL;
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (sorted, names->pdata[i]);
  g_ptr_array_sort (sorted, compare_numbers);
  for (guint i = 0; i < sorted->len; i++)
    if (((TonusRevisionName *) sorted->pdata[i])->number != i + 1)
      return NULL;
  *before = ((TonusRevisionName *) sorted->pdata[sorted->len - 2])->hash;
  return sorted->pdata[sorted->len - 1];
}

static gboolean
follows (const TonusHeader *header, const char *before)
{
  const char *parent = header->parents != NULL ? header->parents[0] : NULL;

  return g_strcmp0 (parent, before) == 0 && (parent == NULL || header->parents[1] == NULL);
}

/* The first head of @object; notes damage. */
static TonusRecord *
load_head (Scan *self, const char *object)
{
  const char *before;
  const TonusRevisionName *last =
      find_last_of_chain (tonus_shelf_get_names (self->shelf, object), &before);
  g_autoptr (TonusRecord) record =
      last != NULL ? tonus_practice_load_revision (self->practice, self->shelf, last, NULL) : NULL;

  if (record != NULL && follows (tonus_record_get_header (record), before))
    return g_steal_pointer (&record);
  g_autoptr (GPtrArray) damaged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) valid =
      tonus_practice_collect_valid (self->practice, self->shelf, object, damaged);
  g_autoptr (GPtrArray) heads = tonus_facts_find_heads (valid);
  self->tally.is_damaged = self->tally.is_damaged || damaged->len > 0;
  if (heads->len == 0)
    return NULL;
  const TonusFacts *head = heads->pdata[0];
  return tonus_practice_load_revision (self->practice, self->shelf, head->name, NULL);
}

static GBytes *
read_file (Scan *self, const TonusRevisionName *name)
{
  g_autofree char *file =
      tonus_revision_name_format (name->kind, name->object, name->number, name->hash);

  return tonus_read_at (self->practice->io, self->dir, self->shelf->path, file,
                        TONUS_RECORD_FILE_MAX, NULL);
}

/* The values of a visit's head without its record.  FALSE: not to be had so. */
static gboolean
skim_head (Scan *self, const char *object, char *values[N_VALUES])
{
  const char *before;
  const TonusRevisionName *last =
      find_last_of_chain (tonus_shelf_get_names (self->shelf, object), &before);
  g_autoptr (GBytes) bytes = last != NULL && self->dir >= 0 ? read_file (self, last) : NULL;
  TonusHeader header;

  if (bytes == NULL || !tonus_facts_skim (self->practice->schema, self->fields, N_VALUES, last,
                                          self->shelf->patient, bytes, &header, values))
    return FALSE;
  /* Another version may have other names for them. */
  gboolean is_good = follows (&header, before) && header.schema == TONUS_SCHEMA_VERSION;
  tonus_header_clear (&header);
  for (guint i = 0; i < N_VALUES && !is_good; i++)
    g_clear_pointer (&values[i], g_free);
  return is_good;
}

static void
add_visit (Scan *self, char *values[N_VALUES])
{
  for (guint i = 0; i < N_VALUES; i++)
    if (i != SIGNED && values[i] != NULL && tonus_value_is_not_tested (values[i]))
      g_clear_pointer (&values[i], g_free);
  TonusIndexVisit visit = { .date = values[DATE] != NULL ? tonus_date_parse (values[DATE]) : 0,
                            .start = values[START] != NULL ? tonus_time_parse (values[START]) : -1,
                            .next = values[NEXT] != NULL ? tonus_date_parse (values[NEXT]) : 0,
                            .role = tonus_visit_role_of (values[KIND]),
                            .is_signed = values[SIGNED] != NULL,
                            .episode = g_steal_pointer (&values[EPISODE]) };
  g_array_append_val (self->tally.visits, visit);
  for (guint i = 0; i < N_VALUES; i++)
    g_free (values[i]);
}

static void
take_visit (Scan *self, const char *id)
{
  char *values[N_VALUES] = { NULL };

  if (skim_head (self, id, values))
    {
      add_visit (self, values);
      return;
    }
  g_autoptr (TonusRecord) visit = load_head (self, id);
  if (visit == NULL || strcmp (tonus_record_get_kind (visit), "visit") != 0)
    return;
  for (guint i = 0; i < N_VALUES; i++)
    values[i] = g_strdup (tonus_path_read (visit, value_paths[i], NULL));
  if (values[SIGNED] == NULL && tonus_record_is_signed (visit))
    values[SIGNED] = g_strdup ("");
  add_visit (self, values);
}

static void
take_text (char **to, TonusRecord *record, TonusPath path)
{
  const char *text = tonus_path_read (record, path, NULL);

  if (text == NULL)
    return;
  g_free (*to);
  *to = tonus_value_to_words (text);
}

static gboolean
has_alerts (TonusRecord *patient)
{
  g_autoptr (GPtrArray) rows =
      tonus_record_get_rows (patient, tonus_path_get_section (TONUS_PATH_ALERT_ALERT));

  for (guint i = 0; i < rows->len; i++)
    if (tonus_path_read (patient, TONUS_PATH_ALERT_ENDED, rows->pdata[i]) == NULL &&
        (tonus_path_read (patient, TONUS_PATH_ALERT_ALERT, rows->pdata[i]) != NULL ||
         tonus_path_read (patient, TONUS_PATH_ALERT_DETAIL, rows->pdata[i]) != NULL))
      return TRUE;
  return FALSE;
}

static void
take_patient (Scan *self, TonusRecord *patient)
{
  take_text (&self->tally.given, patient, TONUS_PATH_PATIENT_GIVEN);
  take_text (&self->tally.family, patient, TONUS_PATH_PATIENT_FAMILY);
  take_text (&self->tally.born, patient, TONUS_PATH_PATIENT_BORN);
  take_text (&self->tally.phone, patient, TONUS_PATH_PATIENT_PHONE);
  self->tally.has_alerts = has_alerts (patient);
}

static void
take_episode (Scan *self, const char *id, TonusRecord *record)
{
  TonusIndexEpisode episode = {
    .id = id,
    .start = tonus_path_read_date (record, TONUS_PATH_EPISODE_START, NULL),
    .certified_to = tonus_path_read_date (record, TONUS_PATH_PLAN_CERTIFIED_TO, NULL),
    .is_ended = tonus_path_read (record, TONUS_PATH_EPISODE_ENDED, NULL) != NULL
  };

  g_array_append_val (self->tally.episodes, episode);
}

static void
collect_voided (Scan *self)
{
  for (guint i = 0; i < self->shelf->ids->len; i++)
    {
      if (!tonus_shelf_has_object (self->shelf, self->shelf->ids->pdata[i], "void"))
        continue;
      g_autoptr (TonusRecord) record = load_head (self, self->shelf->ids->pdata[i]);
      const char *target = record != NULL ? tonus_record_get (record, "void/target") : NULL;
      if (target != NULL)
        g_hash_table_add (self->voided, g_strndup (target, strcspn (target, "#")));
    }
}

/* Only these kinds say something that the list shows; the others are read when they are opened. */
static void
take_object (Scan *self, const char *id)
{
  gboolean is_visit = tonus_shelf_has_object (self->shelf, id, "visit");

  if (!is_visit && !tonus_shelf_has_object (self->shelf, id, "patient") &&
      !tonus_shelf_has_object (self->shelf, id, "episode"))
    return;
  if (is_visit && !g_hash_table_contains (self->voided, id))
    {
      take_visit (self, id);
      return;
    }
  /* What is voided is read all the same: it may be damaged. */
  g_autoptr (TonusRecord) record = load_head (self, id);
  if (record == NULL || g_hash_table_contains (self->voided, id))
    return;
  if (strcmp (tonus_record_get_kind (record), "patient") == 0)
    take_patient (self, record);
  else if (strcmp (tonus_record_get_kind (record), "episode") == 0)
    take_episode (self, id, record);
}

/* A shelf of our own: ten thousand of them are not to stay with the practice. */
static TonusShelf *
open_shelf (TonusPractice *practice, const char *patient)
{
  g_autofree char *path = tonus_practice_build_shelf_path (practice, patient);
  TonusShelf *shelf = tonus_shelf_new (practice->io, path, patient, NULL);

  if (shelf != NULL && shelf->has_temporary && !practice->is_read_only)
    tonus_sweep_folder (practice->io, path);
  /* What is new here is to be new to the practice, too, unless a watch says there is nothing. */
  if (!tonus_practice_is_watched (practice, patient))
    tonus_practice_forget_shelf (practice, patient);
  return shelf;
}

static void
scan_init (Scan *self, TonusPractice *practice, const char *patient)
{
  *self = (Scan){ .practice = practice, .shelf = open_shelf (practice, patient), .dir = -1 };
  if (self->shelf != NULL)
    self->dir = tonus_folder_open (practice->io, self->shelf->path, FALSE, NULL);
  for (guint i = 0; i < N_VALUES; i++)
    self->fields[i] = tonus_section_lookup (
        tonus_schema_find_section (practice->schema, tonus_path_get_section (value_paths[i])),
        tonus_path_get_field (value_paths[i]));
  self->voided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tonus_index_tally_init (&self->tally);
}

TonusIndexRow *
tonus_index_scan (TonusPractice *practice, const char *patient)
{
  Scan scan;

  scan_init (&scan, practice, patient);
  if (scan.shelf != NULL)
    {
      collect_voided (&scan);
      for (guint i = 0; i < scan.shelf->ids->len; i++)
        take_object (&scan, scan.shelf->ids->pdata[i]);
    }
  if (scan.shelf == NULL || !tonus_shelf_has_object (scan.shelf, patient, "patient"))
    scan.tally.is_damaged = TRUE;
  TonusIndexRow *row = tonus_index_tally_to_row (&scan.tally, patient);
  row->is_shown = scan.shelf == NULL ||
                  (scan.shelf->ids->len > 0 && !g_hash_table_contains (scan.voided, patient));
  if (scan.dir >= 0)
    practice->io->close (practice->io, scan.dir);
  tonus_index_tally_clear (&scan.tally);
  g_hash_table_unref (scan.voided);
  tonus_shelf_free (scan.shelf);
  return row;
}
