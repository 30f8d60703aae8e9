/* tonus-pending.c - a revision between the record in memory and the file on the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pending revision is shared by the practice, on its own thread, and whoever saves it, on any.
 * What both look at while it is being saved is the atomic "is_saved" and the proof, which is made
 * for that.
 */
#include "config.h"

#include "tonus-practice-private.h"

#include <string.h>

#include "tonus-proof.h"
#include "tonus-record-text.h"

struct _TonusPending
{
  gatomicrefcount references;
  int is_saved; /* atomic */

  /* Set before it is shared, never changed */
  TonusIo *io;
  char *folder;
  GString *text;
  TonusProof *proof;
  guint64 number;
  gboolean is_synced;
};

typedef struct
{
  TonusPending *pending;
  GWeakRef record;
  TonusHeader header;
} Outstanding;

void
tonus_pending_free (TonusPending *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->folder);
  tonus_proof_unref (self->proof);
  g_string_free (self->text, TRUE);
  g_free (self);
}

const char *
tonus_pending_get_hash (TonusPending *self)
{
  const TonusRevisionName *name = tonus_proof_find_name (self->proof);

  return name != NULL ? name->hash : NULL;
}

guint64
tonus_pending_get_number (TonusPending *self)
{
  return self->number;
}

static void
begin_proof (gpointer data)
{
  tonus_proof_begin (((TonusPending *) data)->proof);
}

static const char *
find_file (gpointer data, GError **error)
{
  return tonus_proof_find_file (((TonusPending *) data)->proof, error);
}

gboolean
tonus_pending_save (TonusPending *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  const TonusNaming naming = { begin_proof, find_file, self };
  gboolean done = tonus_save_new_named (self->io, self->folder, &naming, self->text->str,
                                        self->text->len, self->is_synced, &local);

  /* Uncertain is there all the same, and what comes next must follow it. */
  if (done || g_error_matches (local, TONUS_STORE_ERROR, TONUS_STORE_ERROR_UNCERTAIN))
    g_atomic_int_set (&self->is_saved, 1);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&local));
  return done;
}

void
tonus_outstanding_free (gpointer data)
{
  Outstanding *self = data;

  tonus_pending_free (self->pending);
  g_weak_ref_clear (&self->record);
  tonus_header_clear (&self->header);
  g_free (self);
}

/* The file is there: the practice, its lists and the record learn of it. */
static void
note_saved (TonusPractice *self, Outstanding *saved)
{
  TonusProof *proof = saved->pending->proof;
  const TonusRevisionName *name = tonus_proof_find_name (proof);
  const char *patient = saved->header.patient;
  TonusShelf *shelf = g_hash_table_lookup (self->shelves, patient != NULL ? patient : "");
  g_autoptr (TonusRecord) record = g_weak_ref_get (&saved->record);

  if (shelf != NULL)
    tonus_shelf_add (shelf, name);
  tonus_practice_note_written (self, tonus_proof_find_file (proof, NULL), patient);
  g_hash_table_insert (self->homes, g_strdup (name->object),
                       g_strdup (patient != NULL ? patient : ""));
  if (!g_hash_table_contains (self->facts, name->hash))
    {
      TonusFacts *facts = tonus_proof_take_facts (proof);
      g_hash_table_insert (self->facts, facts->name->hash, facts);
    }
  if (record != NULL)
    {
      tonus_record_set_header (record, &saved->header);
      tonus_practice_note_hash (record, name->hash);
    }
  if (strcmp (name->kind, "catalogue") == 0)
    tonus_practice_renew_schema (self);
}

void
tonus_practice_settle (TonusPractice *self)
{
  for (guint i = 0; i < self->outstanding->len;)
    {
      Outstanding *item = self->outstanding->pdata[i];
      gboolean is_saved = g_atomic_int_get (&item->pending->is_saved) != 0;
      gboolean is_given_up = g_atomic_ref_count_compare (&item->pending->references, 1);
      if (!is_saved && !is_given_up)
        {
          i++;
          continue;
        }
      g_ptr_array_steal_index (self->outstanding, i);
      /* Saved between the two looks above? Then it is saved. */
      if (g_atomic_int_get (&item->pending->is_saved) != 0)
        note_saved (self, item);
      tonus_outstanding_free (item);
    }
}

gboolean
tonus_practice_is_writing (TonusPractice *self, const char *name)
{
  for (guint i = 0; i < self->outstanding->len; i++)
    {
      const Outstanding *item = self->outstanding->pdata[i];
      /* A file that has no name yet is not on the disk either. */
      if (g_strcmp0 (tonus_proof_peek_file (item->pending->proof), name) == 0 ||
          g_strcmp0 (item->header.patient, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static TonusPending *
pending_new (TonusPractice *self, TonusRecord *record, const TonusHeader *header)
{
  TonusPending *pending = g_new0 (TonusPending, 1);

  g_atomic_ref_count_init (&pending->references);
  pending->io = self->io;
  pending->folder = tonus_practice_build_shelf_path (self, header->patient);
  pending->text = tonus_practice_write_text (record, header);
  pending->proof = tonus_proof_new (tonus_record_get_schema (record), header, pending->text);
  pending->number = header->revision;
  pending->is_synced = !self->is_bulk;
  return pending;
}

TonusPending *
tonus_practice_begin_pending (TonusPractice *self, TonusRecord *record, TonusHeader *header)
{
  TonusPending *pending = pending_new (self, record, header);
  Outstanding *outstanding = g_new0 (Outstanding, 1);

  g_atomic_ref_count_inc (&pending->references);
  outstanding->pending = pending;
  outstanding->header = *header;
  *header = (TonusHeader){ 0 };
  g_weak_ref_init (&outstanding->record, record);
  g_ptr_array_add (self->outstanding, outstanding);
  return pending;
}
