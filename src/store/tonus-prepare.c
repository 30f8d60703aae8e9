/* tonus-prepare.c - from a record in memory to the revision that may follow what is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-date.h"
#include "tonus-id.h"
#include "tonus-record-text.h"

#define NUMBER_MAX G_GUINT64_CONSTANT (999999999)

static gboolean
refuse (GError **error, TonusStoreError code, const char *what)
{
  g_set_error_literal (error, TONUS_STORE_ERROR, (int) code, what);
  return FALSE;
}

/* Kind, object and patient fit together; a patient is the object its folder is named after. */
static gboolean
check_identity (const TonusHeader *header, const char **patient, GError **error)
{
  *patient = NULL;
  if (!tonus_schema_has_kind (header->kind) || !tonus_id_is_valid (header->object))
    return refuse (error, TONUS_STORE_ERROR_REFUSED,
                   _ ("Kind, Object: this is not the name of a record."));
  if (!tonus_schema_kind_is_clinical (header->kind))
    return header->patient == NULL ||
           refuse (error, TONUS_STORE_ERROR_REFUSED,
                   _ ("Patient: this kind of record belongs to no patient."));
  *patient = header->patient;
  if (strcmp (header->kind, "patient") == 0)
    {
      if (*patient == NULL)
        *patient = header->object;
      return strcmp (*patient, header->object) == 0 ||
             refuse (
                 error, TONUS_STORE_ERROR_REFUSED,
                 _ ("Patient: a patient's record is named like its Object. Leave Patient out."));
    }
  return tonus_id_is_valid (*patient) ||
         refuse (error, TONUS_STORE_ERROR_REFUSED,
                 _ ("Patient: missing. Name the patient it belongs to."));
}

/* What is on the disk now: another program may have saved since we looked.  A watch would have told
 * us; what it has not told yet becomes a fork, as what comes in the next moment does anyway. */
static TonusShelf *
look_again (TonusPractice *self, const char *patient, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!self->is_bulk && !tonus_practice_is_watched (self, patient))
    tonus_practice_forget_shelf (self, patient);
  TonusShelf *shelf = tonus_practice_get_shelf (self, patient, &local);
  if (shelf == NULL && !g_error_matches (local, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return shelf;
}

static gboolean
is_known (GPtrArray *valid, const char *hash, guint64 *number)
{
  for (guint i = 0; i < valid->len; i++)
    {
      const TonusFacts *facts = valid->pdata[i];
      if (strcmp (facts->name->hash, hash) != 0)
        continue;
      *number = MAX (*number, facts->name->number);
      return TRUE;
    }
  return FALSE;
}

/* May a revision with @parents follow what is there?  @number: that of the latest parent, 0 for a
 * new object. */
static gboolean
check_history (GPtrArray *valid,
               gboolean has_names,
               const char *const *parents,
               guint64 *number,
               GError **error)
{
  *number = 0;
  for (guint i = 0; i < valid->len; i++)
    {
      const TonusFacts *facts = valid->pdata[i];
      if (facts->is_signed)
        return refuse (
            error, TONUS_STORE_ERROR_SIGNED,
            _ ("This record is signed and stays as it is. Write an addendum, or void it."));
      if (facts->is_newer)
        return refuse (
            error, TONUS_STORE_ERROR_NEWER,
            _ ("This record was written by a newer Tonus and can only be read here. Update Tonus, "
               "then try again."));
    }
  if (*parents == NULL && has_names)
    return refuse (error, TONUS_STORE_ERROR_STALE,
                   _ ("This record exists already. Load it, then make the change again."));
  for (; *parents != NULL; parents++)
    if (!is_known (valid, *parents, number))
      return refuse (
          error, TONUS_STORE_ERROR_STALE,
          _ ("The revision this change was made on is not here (any more). Load the record, then "
             "make the change again."));
  if (*number >= NUMBER_MAX)
    return refuse (error, TONUS_STORE_ERROR_REFUSED,
                   _ ("Revision: this record has no number left."));
  return TRUE;
}

GString *
tonus_practice_write_text (TonusRecord *record, const TonusHeader *header)
{
  TonusHeader before = *tonus_record_get_header (record);

  before.kind = g_strdup (before.kind);
  before.object = g_strdup (before.object);
  before.patient = g_strdup (before.patient);
  before.parents = g_strdupv (before.parents);
  before.author = g_strdup (before.author);
  before.written = g_strdup (before.written);
  before.context = g_strdupv (before.context);
  tonus_record_set_header (record, header);
  GString *text = tonus_record_to_text (record);
  tonus_record_set_header (record, &before);
  tonus_header_clear (&before);
  return text;
}

/* The parents given, or what the record was loaded from or last saved as, each once. */
static GStrv
choose_parents (TonusPractice *self, TonusRecord *record, const char *const *parents)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *hash = tonus_practice_hash_of (self, record);

  if (parents == NULL && hash != NULL)
    g_strv_builder_add (builder, hash);
  for (guint i = 0; parents != NULL && parents[i] != NULL; i++)
    {
      gboolean is_repeated = FALSE;
      for (guint j = 0; j < i; j++)
        is_repeated = is_repeated || strcmp (parents[j], parents[i]) == 0;
      if (!is_repeated)
        g_strv_builder_add (builder, parents[i]);
    }
  return g_strv_builder_end (builder);
}

/* The header of the revision to be. @header is filled with parts of its own. */
static gboolean
build_header (TonusPractice *self,
              TonusRecord *record,
              const char *const *parents,
              TonusHeader *header,
              GError **error)
{
  const TonusHeader *given = tonus_record_get_header (record);
  g_autoptr (GError) local = NULL;
  const char *patient;

  if (!tonus_practice_check_writable (self, error) || !check_identity (given, &patient, error))
    return FALSE;
  header->format = TONUS_FORMAT;
  header->kind = g_strdup (given->kind);
  header->object = g_strdup (given->object);
  header->patient = g_strdup (patient);
  header->schema = TONUS_SCHEMA_VERSION;
  header->parents = choose_parents (self, record, parents);
  TonusShelf *shelf = look_again (self, patient, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  /* A folder that has gone away has not lost a revision. */
  if (shelf == NULL && *header->parents != NULL && !tonus_practice_is_available (self, error))
    return FALSE;
  g_autoptr (GPtrArray) valid =
      shelf != NULL ? tonus_practice_collect_surely (self, shelf, header->object, NULL, error)
                    : g_ptr_array_new ();
  if (valid == NULL)
    return FALSE;
  gboolean has_names = shelf != NULL && tonus_shelf_get_names (shelf, header->object) != NULL;
  if (!check_history (valid, has_names, (const char *const *) header->parents, &header->revision,
                      error))
    return FALSE;
  /* What exists already is not kept from being saved because another file has not arrived yet. */
  if (header->revision == 0 && !tonus_practice_check_needs (shelf, record, error))
    return FALSE;
  header->revision++;
  header->context = tonus_practice_find_context (self, shelf, record);
  return TRUE;
}

TonusPending *
tonus_practice_prepare_dated (TonusPractice *self,
                              TonusRecord *record,
                              const char *const *parents,
                              const char *author,
                              const char *written,
                              GError **error)
{
  TonusHeader header = { 0 };
  TonusPending *pending = NULL;

  tonus_practice_settle (self);
  if (build_header (self, record, parents, &header, error))
    {
      header.author = g_strdup (author);
      header.written =
          written != NULL ? g_strdup (written) : tonus_moment_format (self->io->clock (self->io));
      pending = tonus_practice_begin_pending (self, record, &header);
    }
  tonus_header_clear (&header);
  return pending;
}

TonusPending *
tonus_practice_prepare (TonusPractice *self,
                        TonusRecord *record,
                        const char *const *parents,
                        const char *author,
                        GError **error)
{
  return tonus_practice_prepare_dated (self, record, parents, author, NULL, error);
}

gboolean
tonus_practice_save (TonusPractice *self,
                     TonusRecord *record,
                     const char *const *parents,
                     const char *author,
                     char **hash,
                     GError **error)
{
  g_autoptr (TonusPending) pending = tonus_practice_prepare (self, record, parents, author, error);

  if (pending == NULL)
    return FALSE;
  gboolean done = tonus_pending_save (pending, error);
  tonus_practice_settle (self);
  if (done && hash != NULL)
    *hash = g_strdup (tonus_pending_get_hash (pending));
  return done;
}
