/* tonus-object.c - an object as its valid revision files tell it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
revision_free (gpointer data)
{
  TonusRevision *self = data;

  g_free (self->hash);
  g_strfreev (self->parents);
  g_free (self->author);
  g_free (self->written);
  g_free (self);
}

void
tonus_object_free (TonusObject *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->id);
  g_free (self->patient);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->revisions);
  g_ptr_array_unref (self->damaged);
  g_free (self);
}

gboolean
tonus_shelf_has_object (TonusShelf *shelf, const char *object, const char *kind)
{
  GPtrArray *names = tonus_shelf_get_names (shelf, object);

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (strcmp (((TonusRevisionName *) names->pdata[i])->kind, kind) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_same_name (const TonusRevisionName *a, const TonusRevisionName *b)
{
  return a->number == b->number && strcmp (a->object, b->object) == 0 &&
         strcmp (a->kind, b->kind) == 0;
}

const TonusFacts *
tonus_practice_get_facts (TonusPractice *self,
                          TonusShelf *shelf,
                          const TonusRevisionName *name,
                          GError **error)
{
  TonusFacts *facts = g_hash_table_lookup (self->facts, name->hash);

  if (facts != NULL && is_same_name (facts->name, name) &&
      g_strcmp0 (facts->patient, shelf->patient) == 0)
    return facts;
  g_autoptr (TonusRecord) record = tonus_practice_load_revision (self, shelf, name, error);
  if (record == NULL)
    return NULL;
  tonus_practice_forget_facts (self, name->hash);
  facts = tonus_facts_new (name, record);
  g_hash_table_insert (self->facts, facts->name->hash, facts);
  return facts;
}

void
tonus_practice_forget_facts (TonusPractice *self, const char *hash)
{
  gpointer facts;

  if (g_hash_table_steal_extended (self->facts, hash, NULL, &facts))
    g_ptr_array_add (self->retired, facts);
}

/* An object is of one kind, that of its first valid file. */
static gboolean
check_kind (GPtrArray *valid, const TonusFacts *facts, GError **error)
{
  const TonusFacts *first = valid->len > 0 ? valid->pdata[0] : facts;

  if (strcmp (first->name->kind, facts->name->kind) == 0)
    return TRUE;
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED,
               _ ("One file of object “%s” says that it is of kind “%s”, another that it is of "
                  "kind “%s”. Move the wrong one away."),
               facts->name->object, first->name->kind, facts->name->kind);
  return FALSE;
}

/* Reads on after an error, so that @damaged is complete; @trouble gets the first that is the
 * disk's. */
static GPtrArray *
collect (TonusPractice *self,
         TonusShelf *shelf,
         const char *object,
         GPtrArray *damaged,
         GError **trouble)
{
  GPtrArray *names = tonus_shelf_get_names (shelf, object);
  GPtrArray *valid = g_ptr_array_new ();

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;
      const TonusFacts *facts = tonus_practice_get_facts (self, shelf, names->pdata[i], &error);
      if (facts != NULL && check_kind (valid, facts, &error))
        g_ptr_array_add (valid, (gpointer) facts);
      else if (damaged != NULL)
        g_ptr_array_add (damaged, g_strdup (error->message));
      if (trouble != NULL && *trouble == NULL &&
          g_error_matches (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DISK))
        *trouble = g_steal_pointer (&error);
    }
  g_ptr_array_sort (valid, tonus_facts_compare_history);
  return valid;
}

GPtrArray *
tonus_practice_collect_valid (TonusPractice *self,
                              TonusShelf *shelf,
                              const char *object,
                              GPtrArray *damaged)
{
  return collect (self, shelf, object, damaged, NULL);
}

GPtrArray *
tonus_practice_collect_surely (
    TonusPractice *self, TonusShelf *shelf, const char *object, GPtrArray *damaged, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GPtrArray) valid = collect (self, shelf, object, damaged, &trouble);

  if (trouble == NULL)
    return g_steal_pointer (&valid);
  g_propagate_error (error, g_steal_pointer (&trouble));
  return NULL;
}

const TonusFacts *
tonus_practice_find_head (TonusPractice *self, TonusShelf *shelf, const char *object)
{
  g_autoptr (GPtrArray) valid = tonus_practice_collect_valid (self, shelf, object, NULL);
  g_autoptr (GPtrArray) heads = tonus_facts_find_heads (valid);

  return heads->len > 0 ? heads->pdata[0] : NULL;
}

static TonusRevision *
revision_new (const TonusFacts *facts)
{
  TonusRevision *self = g_new0 (TonusRevision, 1);

  self->hash = g_strdup (facts->name->hash);
  self->number = facts->name->number;
  self->parents = g_strdupv (facts->parents);
  self->author = g_strdup (facts->author);
  self->written = g_strdup (facts->written);
  self->is_signed = facts->is_signed;
  return self;
}

static gboolean
names_absent_parent (GPtrArray *valid)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < valid->len; i++)
    g_hash_table_add (known, ((TonusFacts *) valid->pdata[i])->name->hash);
  for (guint i = 0; i < valid->len; i++)
    {
      const TonusFacts *facts = valid->pdata[i];
      for (char **parent = facts->parents; *parent != NULL; parent++)
        if (!g_hash_table_contains (known, *parent))
          return TRUE;
    }
  return FALSE;
}

static gboolean
names_absent_context (TonusPractice *self, TonusShelf *shelf, GPtrArray *heads)
{
  TonusShelf *own = tonus_practice_get_shelf (self, NULL, NULL);

  for (guint i = 0; i < heads->len; i++)
    {
      const TonusFacts *facts = heads->pdata[i];
      for (char **hash = facts->context; *hash != NULL; hash++)
        if (!g_hash_table_contains (shelf->hashes, *hash) &&
            (own == NULL || !g_hash_table_contains (own->hashes, *hash)))
          return TRUE;
    }
  return FALSE;
}

static void
add_revisions (TonusObject *object, GPtrArray *valid, GPtrArray *heads)
{
  for (guint i = 0; i < valid->len; i++)
    {
      TonusRevision *revision = revision_new (valid->pdata[i]);
      revision->is_head = g_ptr_array_find (heads, valid->pdata[i], NULL);
      g_ptr_array_add (object->revisions, revision);
    }
  for (guint i = 0; i < heads->len; i++)
    {
      guint index = 0;
      g_ptr_array_find (valid, heads->pdata[i], &index);
      g_ptr_array_add (object->heads, object->revisions->pdata[index]);
    }
}

static TonusObject *
build_object (TonusPractice *self, TonusShelf *shelf, GPtrArray *valid, GPtrArray *damaged)
{
  g_autoptr (GPtrArray) heads = tonus_facts_find_heads (valid);
  const TonusFacts *first = valid->pdata[0];
  TonusObject *object = g_new0 (TonusObject, 1);

  object->kind = g_strdup (first->name->kind);
  object->id = g_strdup (first->name->object);
  object->patient = g_strdup (shelf->patient);
  object->revisions = g_ptr_array_new_with_free_func (revision_free);
  object->heads = g_ptr_array_new ();
  object->damaged = g_ptr_array_ref (damaged);
  object->is_incomplete = names_absent_parent (valid) || names_absent_context (self, shelf, heads);
  add_revisions (object, valid, heads);
  return object;
}

TonusObject *
tonus_practice_get_object (TonusPractice *self, const char *id, GError **error)
{
  tonus_practice_settle (self);
  TonusShelf *shelf = tonus_practice_find_shelf (self, id, error);

  if (shelf == NULL)
    return NULL;
  g_autoptr (GPtrArray) damaged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) valid = tonus_practice_collect_valid (self, shelf, id, damaged);
  if (valid->len > 0)
    return build_object (self, shelf, valid, damaged);
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED, "%s",
               (const char *) damaged->pdata[0]);
  return NULL;
}

gboolean
tonus_practice_is_voided (TonusPractice *self, const char *object)
{
  tonus_practice_settle (self);
  TonusShelf *shelf = tonus_practice_find_shelf (self, object, NULL);

  for (guint i = 0; shelf != NULL && i < shelf->ids->len; i++)
    {
      if (!tonus_shelf_has_object (shelf, shelf->ids->pdata[i], "void"))
        continue;
      const TonusFacts *head = tonus_practice_find_head (self, shelf, shelf->ids->pdata[i]);
      if (head != NULL && g_strcmp0 (head->target, object) == 0)
        return TRUE;
    }
  return FALSE;
}
