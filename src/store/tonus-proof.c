/* tonus-proof.c - does the text of a revision read back as the record that was meant?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-proof.h"

#include <glib/gi18n-lib.h>

#include "tonus-id.h"
#include "tonus-record-text.h"
#include "tonus-save.h"

struct _TonusProof
{
  TonusSchema *schema;
  char *kind;
  char *object;
  guint64 number;
  const GString *text; /* borrowed */

  GMutex lock;
  int is_done; /* atomic; what follows is set before it, and stays */
  char *file;
  TonusRevisionName *name;
  TonusFacts *facts; /* (nullable) until taken */
  GError *refusal;   /* (nullable) */
};

TonusProof *
tonus_proof_new (TonusSchema *schema, const TonusHeader *header, const GString *text)
{
  TonusProof *self = g_atomic_rc_box_new0 (TonusProof);

  self->schema = tonus_schema_ref (schema);
  self->kind = g_strdup (header->kind);
  self->object = g_strdup (header->object);
  self->number = header->revision;
  self->text = text;
  g_mutex_init (&self->lock);
  return self;
}

static void
clear (gpointer proof)
{
  TonusProof *self = proof;

  tonus_schema_unref (self->schema);
  g_free (self->kind);
  g_free (self->object);
  g_mutex_clear (&self->lock);
  g_free (self->file);
  tonus_revision_name_free (self->name);
  tonus_facts_free (self->facts);
  g_clear_error (&self->refusal);
}

void
tonus_proof_unref (TonusProof *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static TonusRecord *
read_back (TonusProof *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (TonusRecord) again = tonus_record_from_text (
      self->schema, self->text->str, self->text->len, TONUS_READ_KEEP, NULL, &local);

  if (again != NULL)
    {
      GString *same = tonus_record_to_text (again);
      gboolean is_same = g_string_equal (same, self->text);
      g_string_free (same, TRUE);
      if (is_same)
        return g_steal_pointer (&again);
    }
  g_set_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED,
               _ ("This record was not saved, because its text would not read back as it is: %s. "
                  "Undo the last change, then save again."),
               local != NULL ? local->message : _ ("a value comes back different"));
  return NULL;
}

static void
work_out (TonusProof *self)
{
  g_autofree char *hash = tonus_hash_of (self->text->str, self->text->len);
  g_autoptr (TonusRecord) again = read_back (self, &self->refusal);

  if (again == NULL)
    return;
  self->file = tonus_revision_name_format (self->kind, self->object, self->number, hash);
  self->name = tonus_revision_name_parse (self->file);
  self->facts = tonus_facts_new (self->name, again);
}

static void
require (TonusProof *self)
{
  if (g_atomic_int_get (&self->is_done))
    return;
  g_mutex_lock (&self->lock);
  if (!g_atomic_int_get (&self->is_done))
    {
      work_out (self);
      g_atomic_int_set (&self->is_done, 1);
    }
  g_mutex_unlock (&self->lock);
}

static void
run (gpointer proof, gpointer unused)
{
  require (proof);
  tonus_proof_unref (proof);
}

/* A pool's thread waits a while for the next save; to start one would cost a tenth of this one. */
void
tonus_proof_begin (TonusProof *self)
{
  static GThreadPool *pool;

  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, g_thread_pool_new (run, NULL, 1, FALSE, NULL));
  /* Without a thread the work is pushed all the same, and done by who asks. */
  g_thread_pool_push (pool, g_atomic_rc_box_acquire (self), NULL);
}

const char *
tonus_proof_find_file (TonusProof *self, GError **error)
{
  require (self);
  if (self->refusal != NULL && error != NULL)
    *error = g_error_copy (self->refusal);
  return self->file;
}

const char *
tonus_proof_peek_file (TonusProof *self)
{
  return g_atomic_int_get (&self->is_done) ? self->file : NULL;
}

const TonusRevisionName *
tonus_proof_find_name (TonusProof *self)
{
  require (self);
  return self->name;
}

TonusFacts *
tonus_proof_take_facts (TonusProof *self)
{
  require (self);
  return g_steal_pointer (&self->facts);
}
