/* tonus-withdraw.c - a record that stands in the wrong place: entered in error, or another
 * patient's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <glib/gi18n-lib.h>
#include "tonus-withdraw.h"

#include <string.h>

#include "tonus-text.h"

static void
withdrawn_free (gpointer data)
{
  TonusWithdrawn *self = data;

  g_free (self->object);
  g_free (self->reason);
  g_free (self->to);
  g_free (self->note);
  g_free (self->author);
  g_free (self->written);
  g_free (self);
}

static char *
read_or_empty (TonusRecord *record, const char *path)
{
  const char *text = tonus_record_get (record, path);

  return g_strdup (text != NULL ? text : "");
}

static TonusWithdrawn *
withdrawn_new (TonusRecord *record)
{
  TonusWithdrawn *self = g_new0 (TonusWithdrawn, 1);
  const TonusHeader *header = tonus_record_get_header (record);
  const char *note = tonus_record_get (record, "void/note");

  self->object = read_or_empty (record, "void/target");
  self->reason = read_or_empty (record, "void/reason");
  self->to = read_or_empty (record, "void/to");
  self->note = note != NULL ? tonus_value_to_words (note) : g_strdup ("");
  self->author = g_strdup (header->author);
  self->written = g_strdup (header->written);
  return self;
}

/* The heads of the void records of @patient that name something; only @object if it is not NULL.
 * (element-type TonusRecord) */
static GPtrArray *
load_voids (TonusPractice *practice, const char *patient, const char *object, GError **error)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, patient, "void", error);
  GPtrArray *voids;

  if (ids == NULL)
    return NULL;
  voids = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TonusRecord) record = tonus_practice_load (practice, ids->pdata[i], NULL, NULL);
      const char *target = record != NULL ? tonus_record_get (record, "void/target") : NULL;

      if (target != NULL && (object == NULL || strcmp (target, object) == 0))
        g_ptr_array_add (voids, g_steal_pointer (&record));
    }
  return voids;
}

GPtrArray *
tonus_withdraw_list (TonusPractice *practice, const char *patient, GError **error)
{
  g_autoptr (GPtrArray) voids = load_voids (practice, patient, NULL, error);
  GPtrArray *list;

  if (voids == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func (withdrawn_free);
  for (guint i = 0; i < voids->len; i++)
    g_ptr_array_add (list, withdrawn_new (voids->pdata[i]));
  return list;
}

static TonusRecord *
make_record (TonusPractice *practice, const char *kind, const char *patient)
{
  g_autofree char *id = tonus_io_new_id (tonus_practice_get_io (practice));
  TonusRecord *record = tonus_record_new (tonus_practice_get_schema (practice), kind, id);
  TonusHeader header = *tonus_record_get_header (record);

  header.patient = (char *) patient;
  tonus_record_set_header (record, &header);
  return record;
}

static void
set_words (TonusChangeset *changes, const char *object, const char *path, const char *words)
{
  g_autofree char *clean = words != NULL ? tonus_text_clean (words, FALSE) : NULL;
  g_autofree char *text = clean != NULL && *clean != '\0' ? tonus_value_from_words (clean) : NULL;

  if (text != NULL)
    tonus_changeset_set (changes, object, path, text);
}

/* @to: (nullable) moved there; else entered in error. */
static gboolean
save_void (TonusPractice *practice,
           const char *object,
           const char *to,
           const char *note,
           const char *author,
           GError **error)
{
  TonusShelf *shelf = tonus_practice_find_shelf (practice, object, error);
  g_autoptr (TonusRecord) record = NULL;
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  const char *id;

  if (shelf == NULL)
    return FALSE;
  if (shelf->patient == NULL || strcmp (shelf->patient, object) == 0)
    {
      g_set_error (
          error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED,
          _ ("“%s” is no record of a patient’s course. Visits, episodes and programs can be "
             "withdrawn."),
          object);
      return FALSE;
    }
  record = make_record (practice, "void", shelf->patient);
  id = tonus_record_get_object (record);
  tonus_changeset_set (changes, id, "void/target", object);
  tonus_changeset_set (changes, id, "void/reason", to != NULL ? "moved" : "entered-in-error");
  if (to != NULL)
    tonus_changeset_set (changes, id, "void/to", to);
  set_words (changes, id, "void/note", note);
  return tonus_record_apply (record, changes, error) &&
         tonus_practice_save (practice, record, NULL, author, NULL, error);
}

gboolean
tonus_withdraw_record (TonusPractice *practice,
                       const char *object,
                       const char *note,
                       const char *author,
                       GError **error)
{
  return tonus_practice_is_voided (practice, object) ||
         save_void (practice, object, NULL, note, author, error);
}

gboolean
tonus_withdraw_bring_back (TonusPractice *practice,
                           const char *object,
                           const char *author,
                           GError **error)
{
  TonusShelf *shelf = tonus_practice_find_shelf (practice, object, error);
  g_autofree char *patient = shelf != NULL ? g_strdup (shelf->patient) : NULL;
  g_autoptr (GPtrArray) voids =
      shelf != NULL ? load_voids (practice, patient, object, error) : NULL;
  gboolean is_back = voids != NULL;

  for (guint i = 0; is_back && i < voids->len; i++)
    {
      TonusRecord *record = voids->pdata[i];
      g_autoptr (TonusChangeset) changes = tonus_changeset_new ();

      tonus_changeset_set (changes, tonus_record_get_object (record), "void/target", NULL);
      is_back = tonus_record_apply (record, changes, error) &&
                tonus_practice_save (practice, record, NULL, author, NULL, error);
    }
  return is_back;
}

/* --- moving a visit --- */

/* The episode that is going on, else the one that began last.  (transfer full) (nullable) */
static char *
find_episode (TonusPractice *practice, const char *patient)
{
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (practice, patient, "episode", NULL);
  g_autofree char *best = NULL, *best_start = NULL;
  gboolean best_ended = TRUE;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (TonusRecord) record = tonus_practice_load (practice, ids->pdata[i], NULL, NULL);
      g_autofree char *start = record != NULL ? read_or_empty (record, "episode/start") : NULL;
      gboolean ended = record != NULL && tonus_record_get (record, "episode/ended") != NULL;

      if (record == NULL || tonus_practice_is_voided (practice, ids->pdata[i]) ||
          (best != NULL &&
           (ended > best_ended || (ended == best_ended && strcmp (start, best_start) < 0))))
        continue;
      g_free (best);
      g_free (best_start);
      best = g_strdup (ids->pdata[i]);
      best_start = g_steal_pointer (&start);
      best_ended = ended;
    }
  return g_steal_pointer (&best);
}

static char *
begin_episode (TonusPractice *practice,
               const char *patient,
               TonusRecord *visit,
               const char *author,
               GError **error)
{
  g_autoptr (TonusRecord) episode = make_record (practice, "episode", patient);
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autofree char *id = g_strdup (tonus_record_get_object (episode));
  const char *date = tonus_record_get (visit, "visit/date");

  if (date != NULL && !tonus_value_is_not_tested (date))
    tonus_changeset_set (changes, id, "episode/start", date);
  if (author != NULL)
    tonus_changeset_set (changes, id, "episode/therapist", author);
  return tonus_record_apply (episode, changes, error) &&
                 tonus_practice_save (practice, episode, NULL, author, NULL, error)
             ? g_steal_pointer (&id)
             : NULL;
}

typedef struct
{
  TonusPractice *practice;
  const char *old_id;
  const char *new_id;
  TonusChangeset *changes;
} Move;

/* Does the reference name a record of the practice, which every patient shares? */
static gboolean
is_shared (TonusPractice *practice, const char *target)
{
  TonusShelf *shelf = tonus_practice_find_shelf (practice, target, NULL);

  return shelf != NULL && shelf->patient == NULL;
}

static void
move_reference (Move *self, const char *path, const char *text)
{
  g_autofree char *target = g_strndup (text, strcspn (text, "#"));

  if (strcmp (target, self->old_id) == 0)
    {
      g_autofree char *moved = g_strconcat (self->new_id, text + strlen (target), NULL);

      tonus_changeset_set (self->changes, self->new_id, path, moved);
    }
  else if (!is_shared (self->practice, target))
    tonus_changeset_set (self->changes, self->new_id, path, NULL);
}

static gboolean
move_group (TonusRecord *record, const TonusSection *section, const char *row, gpointer data)
{
  Move *self = data;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = section->fields->pdata[i];
      const char *text = field->key_index < 0 ? tonus_record_get_field (record, field, row) : NULL;
      g_autofree char *path = tonus_path_join (section->id, row, field->id);

      if (text == NULL)
        continue;
      if (strcmp (section->id, "signature") == 0)
        tonus_changeset_set (self->changes, self->new_id, path, NULL);
      else if (field->kind == TONUS_KIND_REF && !tonus_value_is_not_tested (text))
        move_reference (self, path, text);
    }
  return TRUE;
}

/* A copy keeps what this Tonus does not know, and what could not be read. */
static TonusRecord *
copy_visit (TonusPractice *practice,
            TonusRecord *visit,
            const char *patient,
            const char *episode,
            GError **error)
{
  g_autoptr (TonusRecord) copy = tonus_record_copy (visit);
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autofree char *id = tonus_io_new_id (tonus_practice_get_io (practice));
  TonusHeader header = {
    .format = TONUS_FORMAT, .kind = (char *) "visit", .object = id, .patient = (char *) patient
  };
  Move move = { practice, tonus_record_get_object (visit), id, changes };

  tonus_record_set_header (copy, &header);
  tonus_record_foreach_group (visit, move_group, &move);
  tonus_changeset_set (changes, id, "visit/episode", episode);
  return tonus_record_apply (copy, changes, error) ? g_steal_pointer (&copy) : NULL;
}

char *
tonus_withdraw_move_visit (TonusPractice *practice,
                           const char *visit,
                           const char *patient,
                           const char *note,
                           const char *author,
                           GError **error)
{
  g_autoptr (TonusRecord) record = tonus_practice_load (practice, visit, NULL, error);
  g_autofree char *episode = record != NULL ? find_episode (practice, patient) : NULL;
  g_autoptr (TonusRecord) copy = NULL;
  g_autofree char *id = NULL;

  if (record == NULL)
    return NULL;
  if (episode == NULL)
    episode = begin_episode (practice, patient, record, author, error);
  if (episode != NULL)
    copy = copy_visit (practice, record, patient, episode, error);
  if (copy == NULL || !tonus_practice_save (practice, copy, NULL, author, NULL, error))
    return NULL;
  id = g_strdup (tonus_record_get_object (copy));
  return save_void (practice, visit, id, note, author, error) ? g_steal_pointer (&id) : NULL;
}
