/* tonus-draft.c - what has been typed and is not yet a revision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-date.h"
#include "tonus-id.h"
#include "tonus-practice-private.h"
#include "tonus-record-text.h"

#define SUFFIX ".keyfile"

struct _TonusPendingDraft
{
  TonusIo *io;
  char *folder;
  char *path;
  GString *text;
};

void
tonus_draft_free (TonusDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->object);
  g_free (self->kind);
  g_free (self->patient);
  g_free (self->written);
  g_free (self->base);
  g_clear_object (&self->record);
  g_free (self);
}

static char *
build_folder (TonusPractice *practice)
{
  return g_build_filename (practice->state_folder, "drafts", NULL);
}

static char *
build_path (TonusPractice *practice, const char *object)
{
  g_autofree char *folder = build_folder (practice);
  g_autofree char *name = g_strconcat (object, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

TonusPendingDraft *
tonus_draft_prepare (TonusPractice *practice, TonusRecord *record, const char *author)
{
  const TonusHeader *given = tonus_record_get_header (record);
  const char *base = tonus_practice_hash_of (practice, record);
  const char *parents[] = { base, NULL };
  g_autofree char *written = tonus_moment_format (practice->io->clock (practice->io));
  TonusHeader header = *given;
  TonusPendingDraft *self = g_new0 (TonusPendingDraft, 1);

  header.format = TONUS_FORMAT;
  header.schema = TONUS_SCHEMA_VERSION;
  header.parents = (GStrv) parents;
  header.author = (char *) author;
  header.written = written;
  header.context = NULL;
  self->io = practice->io;
  self->folder = build_folder (practice);
  self->path = build_path (practice, given->object);
  self->text = tonus_practice_write_text (record, &header);
  return self;
}

gboolean
tonus_pending_draft_save (TonusPendingDraft *self, GError **error)
{
  return tonus_make_folder (self->io, self->folder, error) &&
         tonus_save_replacing (self->io, self->path, self->text->str, self->text->len, error);
}

void
tonus_pending_draft_free (TonusPendingDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->folder);
  g_free (self->path);
  g_string_free (self->text, TRUE);
  g_free (self);
}

gboolean
tonus_draft_remove (TonusPractice *practice, const char *object, GError **error)
{
  g_return_val_if_fail (tonus_id_is_valid (object), FALSE);
  g_autofree char *path = build_path (practice, object);

  return tonus_delete_file (practice->io, path, error);
}

/* Everything a record says but its header. */
static GString *
write_values (TonusRecord *record)
{
  const TonusHeader *header = tonus_record_get_header (record);
  TonusHeader plain = { .kind = header->kind, .object = header->object };

  return tonus_practice_write_text (record, &plain);
}

/* Does some revision of its object hold just this? */
static gboolean
is_saved (TonusPractice *practice, TonusRecord *draft)
{
  TonusShelf *shelf = tonus_practice_find_shelf (practice, tonus_record_get_object (draft), NULL);

  if (shelf == NULL)
    return FALSE;
  g_autoptr (GPtrArray) valid =
      tonus_practice_collect_valid (practice, shelf, tonus_record_get_object (draft), NULL);
  g_autoptr (GString) typed = write_values (draft);
  for (guint i = 0; i < valid->len; i++)
    {
      const TonusFacts *facts = valid->pdata[i];
      g_autoptr (TonusRecord) record =
          tonus_practice_load_revision (practice, shelf, facts->name, NULL);
      g_autoptr (GString) kept = record != NULL ? write_values (record) : NULL;
      if (kept != NULL && g_string_equal (kept, typed))
        return TRUE;
    }
  return FALSE;
}

static TonusDraft *
draft_new (TonusRecord *record)
{
  const TonusHeader *header = tonus_record_get_header (record);
  TonusDraft *self = g_new0 (TonusDraft, 1);

  self->object = g_strdup (header->object);
  self->kind = g_strdup (header->kind);
  self->patient = g_strdup (header->patient);
  self->written = g_strdup (header->written);
  self->base = g_strdup (header->parents != NULL ? header->parents[0] : NULL);
  self->record = g_object_ref (record);
  /* Saved again, it follows the revision it was typed on. */
  if (self->base != NULL)
    tonus_practice_note_hash (record, self->base);
  return self;
}

/* The record in the draft file @name, NULL when that is no draft or cannot be read. */
static TonusRecord *
read_draft (TonusPractice *practice, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *object =
      g_str_has_suffix (name, SUFFIX) ? g_strndup (name, strlen (name) - strlen (SUFFIX)) : NULL;
  g_autoptr (GError) error = NULL;

  if (!tonus_id_is_valid (object))
    return NULL;
  g_autoptr (GBytes) bytes = tonus_read_file (practice->io, path, TONUS_RECORD_FILE_MAX, &error);
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autoptr (TonusRecord) record =
      bytes != NULL
          ? tonus_record_from_text (practice->schema, text, length, TONUS_READ_KEEP, NULL, &error)
          : NULL;
  if (record != NULL && g_strcmp0 (tonus_record_get_object (record), object) == 0)
    return g_steal_pointer (&record);
  tonus_practice_remark (practice,
                         _ ("The draft “%s” cannot be read and was passed over: %s. What was saved "
                            "before is not touched."),
                         path, error != NULL ? error->message : _ ("it is of another record"));
  return NULL;
}

GPtrArray *
tonus_draft_list (TonusPractice *practice)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) tonus_draft_free);
  g_autofree char *folder = build_folder (practice);
  g_autoptr (GPtrArray) names = tonus_read_folder (practice->io, folder, NULL);

  tonus_practice_settle (practice);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autoptr (TonusRecord) record = read_draft (practice, folder, names->pdata[i]);
      if (record == NULL)
        continue;
      if (is_saved (practice, record))
        tonus_draft_remove (practice, tonus_record_get_object (record), NULL);
      else
        g_ptr_array_add (drafts, draft_new (record));
    }
  if (names != NULL)
    tonus_sweep_folder (practice->io, folder);
  return drafts;
}
