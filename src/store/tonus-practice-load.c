/* tonus-practice-load.c - one revision as bytes, as a record, two heads as a proposal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More heads than this do not turn bad between two looks. */
#define ATTEMPTS_MAX 100

static G_DEFINE_QUARK (tonus - record - hash, record_hash)

    void tonus_practice_note_hash (TonusRecord *record, const char *hash)
{
  g_object_set_qdata_full (G_OBJECT (record), record_hash_quark (), g_strdup (hash), g_free);
}

const char *
tonus_practice_hash_of (TonusPractice *self, TonusRecord *record)
{
  tonus_practice_settle (self);
  return g_object_get_qdata (G_OBJECT (record), record_hash_quark ());
}

/* The file's name below the practice folder, for messages. */
static char *
build_place (TonusShelf *shelf, const char *file)
{
  if (shelf->patient == NULL)
    return g_build_filename ("practice", file, NULL);
  return g_build_filename ("patients", shelf->patient, file, NULL);
}

GBytes *
tonus_practice_read_revision (TonusPractice *self,
                              TonusShelf *shelf,
                              const TonusRevisionName *name,
                              GError **error)
{
  g_autofree char *file =
      tonus_revision_name_format (name->kind, name->object, name->number, name->hash);
  g_autofree char *path = g_build_filename (shelf->path, file, NULL);
  gsize limit =
      strcmp (name->kind, "attachment") == 0 ? TONUS_ATTACHMENT_FILE_MAX : TONUS_RECORD_FILE_MAX;

  return tonus_read_file (self->io, path, limit, error);
}

TonusRecord *
tonus_practice_load_revision (TonusPractice *self,
                              TonusShelf *shelf,
                              const TonusRevisionName *name,
                              GError **error)
{
  g_autoptr (GBytes) bytes = tonus_practice_read_revision (self, shelf, name, error);
  g_autoptr (GError) local = NULL;

  if (bytes == NULL)
    {
      tonus_practice_forget_facts (self, name->hash);
      return NULL;
    }
  TonusRecord *record = tonus_facts_verify (self->schema, name, shelf->patient, bytes, &local);
  if (record == NULL)
    {
      g_autofree char *file =
          tonus_revision_name_format (name->kind, name->object, name->number, name->hash);
      g_autofree char *place = build_place (shelf, file);
      tonus_practice_forget_facts (self, name->hash);
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED,
                   _ ("“%s” was passed over: %s."), place, local->message);
      return NULL;
    }
  tonus_practice_note_hash (record, name->hash);
  return record;
}

/* The name of @id's revision @hash, or of its first head. */
static const TonusRevisionName *
find_name (TonusPractice *self, TonusShelf *shelf, const char *id, const char *hash, GError **error)
{
  GPtrArray *names = tonus_shelf_get_names (shelf, id);

  if (hash == NULL)
    {
      g_autoptr (GPtrArray) damaged = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) valid = tonus_practice_collect_surely (self, shelf, id, damaged, error);
      if (valid == NULL)
        return NULL;
      g_autoptr (GPtrArray) heads = tonus_facts_find_heads (valid);
      if (heads->len > 0)
        return ((TonusFacts *) heads->pdata[0])->name;
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED, "%s",
                   (const char *) damaged->pdata[0]);
      return NULL;
    }
  for (guint i = 0; i < names->len; i++)
    if (strcmp (((TonusRevisionName *) names->pdata[i])->hash, hash) == 0)
      return names->pdata[i];
  g_set_error (
      error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND,
      _ ("There is no revision “%s” of “%s”. Look at its history, then name one of these."), hash,
      id);
  return NULL;
}

/* One attempt; @is_news: what was known of the files turned out to be past, so another may do
 * better. */
static TonusRecord *
try_load (TonusPractice *self, const char *id, const char *hash, gboolean *is_news, GError **error)
{
  TonusShelf *shelf = tonus_practice_find_shelf (self, id, error);
  const TonusRevisionName *name = shelf != NULL ? find_name (self, shelf, id, hash, error) : NULL;
  g_autoptr (GError) local = NULL;

  *is_news = FALSE;
  if (name == NULL)
    return NULL;
  TonusRecord *record = tonus_practice_load_revision (self, shelf, name, &local);
  if (record != NULL)
    return record;
  if (g_error_matches (local, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND))
    {
      *is_news = TRUE;
      tonus_practice_forget_shelf (self, shelf->patient);
    }
  else if (hash == NULL && g_error_matches (local, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED))
    /* A head damaged since it was last read is no head any more: the one before it is. */
    *is_news = TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

TonusRecord *
tonus_practice_load (TonusPractice *self, const char *id, const char *hash, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean is_news = TRUE;

  tonus_practice_settle (self);
  for (guint attempt = 0; attempt < ATTEMPTS_MAX && is_news; attempt++)
    {
      g_clear_error (&local);
      TonusRecord *record = try_load (self, id, hash, &is_news, &local);
      if (record != NULL)
        return record;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

GBytes *
tonus_practice_load_bytes (TonusPractice *self, const char *id, const char *hash, GError **error)
{
  g_autoptr (TonusRecord) record = tonus_practice_load (self, id, hash, error);
  TonusShelf *shelf = record != NULL ? tonus_practice_find_shelf (self, id, error) : NULL;
  const TonusRevisionName *name =
      shelf != NULL ? find_name (self, shelf, id, tonus_practice_hash_of (self, record), error)
                    : NULL;

  if (name == NULL)
    return NULL;
  g_autoptr (GBytes) bytes = tonus_practice_read_revision (self, shelf, name, error);
  if (bytes == NULL)
    return NULL;
  g_autoptr (TonusRecord) again =
      tonus_facts_verify (self->schema, name, shelf->patient, bytes, error);
  return again != NULL ? g_steal_pointer (&bytes) : NULL;
}

static const TonusFacts *
find_by_hash (GPtrArray *valid, const char *hash)
{
  for (guint i = 0; i < valid->len; i++)
    if (strcmp (((TonusFacts *) valid->pdata[i])->name->hash, hash) == 0)
      return valid->pdata[i];
  return NULL;
}

/* @from and everything it descends from.  (element-type TonusFacts) */
static GHashTable *
collect_ancestors (GPtrArray *valid, const TonusFacts *from)
{
  GHashTable *seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) todo = g_ptr_array_new ();

  g_ptr_array_add (todo, (gpointer) from);
  while (todo->len > 0)
    {
      const TonusFacts *facts = g_ptr_array_remove_index_fast (todo, todo->len - 1);
      if (!g_hash_table_add (seen, (gpointer) facts))
        continue;
      for (char **parent = facts->parents; *parent != NULL; parent++)
        {
          const TonusFacts *known = find_by_hash (valid, *parent);
          if (known != NULL)
            g_ptr_array_add (todo, (gpointer) known);
        }
    }
  return seen;
}

/* The latest revision that both descend from.  (nullable) */
static const TonusFacts *
find_common_ancestor (GPtrArray *valid, const TonusFacts *a, const TonusFacts *b)
{
  g_autoptr (GHashTable) of_a = collect_ancestors (valid, a);
  g_autoptr (GHashTable) of_b = collect_ancestors (valid, b);
  const TonusFacts *latest = NULL;

  /* In the order of history, so the last one found is the nearest; equal numbers are decided by
   * hash, alike on every machine. */
  for (guint i = 0; i < valid->len; i++)
    if (g_hash_table_contains (of_a, valid->pdata[i]) &&
        g_hash_table_contains (of_b, valid->pdata[i]))
      latest = valid->pdata[i];
  return latest;
}

TonusRecord *
tonus_practice_merge_heads (TonusPractice *self,
                            const char *id,
                            GPtrArray **conflicts,
                            GError **error)
{
  tonus_practice_settle (self);
  TonusShelf *shelf = tonus_practice_find_shelf (self, id, error);

  if (shelf == NULL)
    return NULL;
  g_autoptr (GPtrArray) valid = tonus_practice_collect_surely (self, shelf, id, NULL, error);
  if (valid == NULL)
    return NULL;
  g_autoptr (GPtrArray) heads = tonus_facts_find_heads (valid);
  if (heads->len < 2)
    {
      g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND,
                   _ ("“%s” has one version only; there is nothing to put together."), id);
      return NULL;
    }
  const TonusFacts *ours = heads->pdata[0], *theirs = heads->pdata[1];
  const TonusFacts *base = find_common_ancestor (valid, ours, theirs);
  g_autoptr (TonusRecord) our_record =
      tonus_practice_load_revision (self, shelf, ours->name, error);
  g_autoptr (TonusRecord) their_record =
      our_record != NULL ? tonus_practice_load_revision (self, shelf, theirs->name, error) : NULL;
  if (their_record == NULL)
    return NULL;
  g_autoptr (TonusRecord) base_record =
      base != NULL ? tonus_practice_load_revision (self, shelf, base->name, NULL) : NULL;
  return tonus_merge (base_record, our_record, their_record, conflicts);
}
