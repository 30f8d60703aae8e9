/* tonus-intake.c - a person's record file: judged strictly, checked against what is there, saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file may leave out what the practice knows (Object of a new record, Revision, Parents,
 * Author, Written, Schema, Context).  What it says of these is believed only for Object, Patient
 * and Parents; Revision tells which revision the text is a copy of, so that an old copy is noticed.
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-id.h"
#include "tonus-record-text.h"

static gboolean
refuse (GPtrArray *refusals, GError **error, TonusStoreError code, const char *what)
{
  if (refusals != NULL && code == TONUS_STORE_ERROR_REFUSED)
    g_ptr_array_add (refusals, g_strdup (what));
  g_set_error_literal (error, TONUS_STORE_ERROR, (int) code, what);
  return FALSE;
}

/* Object: given, or for a patient the Patient, or new. */
static void
complete_header (TonusPractice *self, TonusRecord *record)
{
  const TonusHeader *given = tonus_record_get_header (record);
  gboolean is_patient = strcmp (given->kind, "patient") == 0;
  g_autofree char *kind = g_strdup (given->kind);
  g_autofree char *object = g_strdup (given->object);
  g_autofree char *patient = g_strdup (given->patient);
  g_auto (GStrv) parents = g_strdupv (given->parents);

  if (object == NULL)
    object = is_patient && patient != NULL ? g_strdup (patient) : tonus_io_new_id (self->io);
  if (patient == NULL && is_patient)
    patient = g_strdup (object);
  TonusHeader header = {
    .format = TONUS_FORMAT, .kind = kind, .object = object, .patient = patient, .parents = parents
  };
  tonus_record_set_header (record, &header);
}

static gboolean
names_hash (GStrv hashes, const char *hash)
{
  return hashes != NULL && g_strv_contains ((const char *const *) hashes, hash);
}

/* Are @parents just the heads? */
static gboolean
are_heads (GStrv parents, GPtrArray *heads)
{
  if (g_strv_length (parents) != heads->len)
    return FALSE;
  for (guint i = 0; i < heads->len; i++)
    if (!names_hash (parents, ((TonusFacts *) heads->pdata[i])->name->hash))
      return FALSE;
  return TRUE;
}

/* Is a text that says it is revision @copied made from the only head?  0: it does not say. */
static gboolean
check_copy (guint64 copied, GPtrArray *heads, GPtrArray *refusals, GError **error)
{
  const TonusFacts *head = heads->len == 1 ? heads->pdata[0] : NULL;
  g_autofree char *from = NULL, *to = NULL, *what = NULL;

  if (copied == 0 || head == NULL || head->name->number == copied)
    return TRUE;
  from = g_strdup_printf ("%" G_GUINT64_FORMAT, copied);
  to = g_strdup_printf ("%" G_GUINT64_FORMAT, head->name->number);
  what = g_strdup_printf (
      _ ("Revision: this is a copy of revision %s, and the record is at revision %s. "
         "Show it, make the change in that text, then record it."),
      from, to);
  return refuse (refusals, error, TONUS_STORE_ERROR_STALE, what);
}

/* The parents of the revision to be: (transfer full), NULL with STALE or REFUSED. */
static GStrv
choose_parents (
    TonusPractice *self, TonusRecord *record, guint64 copied, GPtrArray *refusals, GError **error)
{
  const TonusHeader *header = tonus_record_get_header (record);
  const char *patient = tonus_schema_kind_is_clinical (header->kind) ? header->patient : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) valid = NULL;
  GStrv given = header->parents;

  tonus_practice_forget_shelf (self, patient);
  TonusShelf *shelf = tonus_practice_get_shelf (self, patient, NULL);
  valid = shelf != NULL ? tonus_practice_collect_surely (self, shelf, header->object, NULL, error)
                        : g_ptr_array_new ();
  if (valid == NULL)
    return NULL;
  g_autoptr (GPtrArray) heads = tonus_facts_find_heads (valid);
  if (given != NULL && *given != NULL && (copied == 0 || heads->len != 1))
    {
      if (are_heads (given, heads))
        return g_strdupv (given);
      refuse (refusals, error, TONUS_STORE_ERROR_STALE,
              _ ("Parents: these are no longer the latest revisions. Show the record, make the "
                 "change in that text, then record it."));
      return NULL;
    }
  if (heads->len > 1)
    {
      refuse (
          refusals, error, TONUS_STORE_ERROR_STALE,
          _ ("Parents: this record has two versions. Name both in Parents to put them together."));
      return NULL;
    }
  if (!check_copy (copied, heads, refusals, error))
    return NULL;
  if (heads->len == 1)
    g_strv_builder_add (builder, ((TonusFacts *) heads->pdata[0])->name->hash);
  return g_strv_builder_end (builder);
}

/* Who writes a file by hand is told at once of a patient or episode that is not there. */
static gboolean
check_needs (TonusPractice *self, TonusRecord *record, GPtrArray *refusals, GError **error)
{
  const TonusHeader *header = tonus_record_get_header (record);
  g_autoptr (GError) local = NULL;
  TonusShelf *shelf = NULL;

  if (!tonus_schema_kind_is_clinical (header->kind))
    return TRUE;
  if (header->patient != NULL)
    shelf = tonus_practice_get_shelf (self, header->patient, NULL);
  if (tonus_practice_check_needs (shelf, record, &local))
    return TRUE;
  return refuse (refusals, error, TONUS_STORE_ERROR_REFUSED, local->message);
}

/* An object that is there already stays of its kind and with its patient. */
static gboolean
check_home (TonusPractice *self, TonusRecord *record, GPtrArray *refusals, GError **error)
{
  const TonusHeader *header = tonus_record_get_header (record);
  TonusShelf *shelf = tonus_practice_find_shelf (self, header->object, NULL);
  const char *patient = tonus_schema_kind_is_clinical (header->kind) ? header->patient : NULL;

  if (shelf == NULL)
    return TRUE;
  if (g_strcmp0 (shelf->patient, patient) != 0)
    return refuse (
        refusals, error, TONUS_STORE_ERROR_REFUSED,
        _ ("Object: this record belongs to another patient. Leave Object out to make a new one."));
  const TonusFacts *head = tonus_practice_find_head (self, shelf, header->object);
  if (head != NULL && strcmp (head->name->kind, header->kind) != 0)
    return refuse (refusals, error, TONUS_STORE_ERROR_REFUSED,
                   _ ("Kind: this record is of another kind. Leave Object out to make a new one."));
  return TRUE;
}

/* The text as a record, every refusal of it listed. */
static TonusRecord *
read_strictly (
    TonusPractice *self, const char *text, gsize length, GPtrArray *refusals, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (TonusRecord) record =
      tonus_record_from_text (self->schema, text, length, TONUS_READ_STRICT, refusals, &local);

  if (record == NULL)
    {
      /* A text that is no record at all has no refusals of its own. */
      if (refusals != NULL && refusals->len == 0)
        g_ptr_array_add (refusals, g_strdup (local->message));
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED, "%s", local->message);
      return NULL;
    }
  if (strcmp (tonus_record_get_kind (record), "catalogue") == 0 &&
      !tonus_practice_lint_catalogue (self, tonus_record_get_object (record), text, length, &local))
    {
      refuse (refusals, error, TONUS_STORE_ERROR_REFUSED, local->message);
      return NULL;
    }
  return g_steal_pointer (&record);
}

/* What saving refuses is a refusal of the file too. */
static gboolean
save (TonusPractice *self,
      TonusRecord *record,
      GStrv parents,
      const char *author,
      GPtrArray *refusals,
      char **hash,
      GError **error)
{
  g_autoptr (GError) local = NULL;

  if (tonus_practice_save (self, record, (const char *const *) parents, author, hash, &local))
    return TRUE;
  if (refusals != NULL && g_error_matches (local, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED))
    g_ptr_array_add (refusals, g_strdup (local->message));
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

TonusRecord *
tonus_practice_record_text (TonusPractice *self,
                            const char *text,
                            gsize length,
                            const char *author,
                            GPtrArray *refusals,
                            char **hash,
                            GError **error)
{
  tonus_practice_settle (self);
  g_autoptr (TonusRecord) record = read_strictly (self, text, length, refusals, error);

  if (record == NULL)
    return NULL;
  guint64 copied = tonus_record_get_header (record)->revision;
  complete_header (self, record);
  if (!check_home (self, record, refusals, error))
    return NULL;
  g_auto (GStrv) parents = choose_parents (self, record, copied, refusals, error);
  if (parents == NULL || !check_needs (self, record, refusals, error) ||
      !save (self, record, parents, author, refusals, hash, error))
    return NULL;
  return g_steal_pointer (&record);
}
