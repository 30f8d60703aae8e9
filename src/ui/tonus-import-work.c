/* tonus-import-work.c - an exercise library read and recorded beside the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "tonus-import-work.h"
#include "tonus-import-pictures.h"
#include "tonus-practice-pictures.h"

TonusImportWork *
tonus_import_work_new (TonusPractice *practice, const char *author)
{
  TonusImportWork *self = g_new0 (TonusImportWork, 1);

  self->io = tonus_practice_get_io (practice);
  self->folder = g_strdup (tonus_practice_get_folder (practice));
  self->author = g_strdup (author);
  self->cancellable = g_cancellable_new ();
  return self;
}

static void
set_percent (TonusImportWork *self, guint percent)
{
  g_atomic_int_set (&self->percent, (int) percent);
}

int
tonus_import_work_get_percent (TonusImportWork *self)
{
  return g_atomic_int_get (&self->percent);
}

static gboolean
record (TonusImportWork *self, TonusPractice *practice, const char *text)
{
  g_autoptr (TonusRecord) saved = tonus_practice_record_text (
      practice, text, strlen (text), self->author, NULL, NULL, &self->error);

  return saved != NULL;
}

static TonusImport *
read_library (TonusImportWork *self)
{
  g_autoptr (GPtrArray) files =
      tonus_import_open ((const char *const *) self->paths, self->cancellable, &self->error);

  set_percent (self, 20);
  return files ? tonus_import_read (files, self->cancellable, &self->error) : NULL;
}

static void
count (TonusImportWork *self, const TonusImport *import, gboolean has_folder)
{
  self->n_passed_over = import->n_passed_over;
  self->n_pictures_failed = has_folder ? import->n_images_refused : 0;
  for (guint i = 0; i < import->exercises->len && !has_folder; i++)
    {
      const TonusImportExercise *exercise = g_ptr_array_index (import->exercises, i);

      self->has_left_pictures = self->has_left_pictures || exercise->images->len > 0;
    }
  g_free (self->source);
  self->source = g_strdup (import->source);
}

/* --- pictures --- */

typedef struct
{
  TonusImportWork *work;
  TonusPractice *practice;
} Shelf;

static char *
keep_picture (GBytes *jpeg, gpointer data, GError **error)
{
  Shelf *shelf = data;
  char *name = NULL;

  return tonus_practice_keep_picture (shelf->practice, jpeg, "jpg", &name, error) ? name : NULL;
}

static void
tell_percent (guint n_done, guint n_all, gpointer data)
{
  Shelf *shelf = data;

  set_percent (shelf->work, 20 + 70 * n_done / n_all);
}

/* All of them are on the disk for good before a row names one. */
static gboolean
take_pictures (TonusImportWork *self, TonusPractice *practice, TonusImport *import)
{
  g_autofree char *folder = tonus_import_find_pictures ((const char *const *) self->paths);
  Shelf shelf = { self, practice };
  TonusImportPictures pictures = { .keep = keep_picture, .tell = tell_percent, .data = &shelf };
  gboolean is_taken, is_kept;

  count (self, import, folder != NULL);
  if (!folder)
    return TRUE;
  tonus_practice_begin_bulk (practice);
  is_taken = tonus_import_take_pictures (import, folder, tonus_practice_get_schema (practice),
                                         &pictures, self->cancellable, &self->error);
  is_kept = tonus_practice_end_bulk (practice, is_taken ? &self->error : NULL);
  self->n_pictures = pictures.n_taken;
  self->n_pictures_failed += pictures.n_failed;
  return is_taken && is_kept;
}

/* --- rows --- */

/* A catalogue object's text.  (transfer full) (nullable) */
static char *
load_text (TonusPractice *practice, const char *id)
{
  g_autoptr (GBytes) bytes = tonus_practice_load_bytes (practice, id, NULL, NULL);

  return bytes ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

/* Exercises that were imported before, without pictures. */
static gboolean
illustrate (TonusImportWork *self, TonusPractice *practice, TonusImport *import)
{
  g_autoptr (GPtrArray) ids =
      tonus_practice_list_objects (practice, NULL, "catalogue", &self->error);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autofree char *text = load_text (practice, g_ptr_array_index (ids, i));
      g_autofree char *changed =
          text ? tonus_import_illustrate (import, text, &self->n_illustrated) : NULL;

      if (changed && !record (self, practice, changed))
        return FALSE;
    }
  return ids != NULL;
}

static void
add (TonusImportWork *self, TonusPractice *practice)
{
  g_autoptr (TonusImport) import = read_library (self);
  g_autoptr (GPtrArray) texts = NULL;

  if (!import || !take_pictures (self, practice, import) ||
      g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    return;
  set_percent (self, 90);
  texts = tonus_import_make_catalogues (import, tonus_practice_get_schema (practice), &self->n_new,
                                        &self->n_known);
  if (self->n_known > 0 && self->n_pictures > 0 && !illustrate (self, practice, import))
    return;
  for (guint i = 0; i < texts->len; i++)
    if (!record (self, practice, g_ptr_array_index (texts, i)))
      return;
}

static void
retire (TonusImportWork *self, TonusPractice *practice)
{
  g_autoptr (GPtrArray) ids =
      tonus_practice_list_objects (practice, NULL, "catalogue", &self->error);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autofree char *text = load_text (practice, g_ptr_array_index (ids, i));
      g_autofree char *changed =
          text
              ? tonus_import_retire (text, self->source, self->kind == TONUS_IMPORT_WORK_BRING_BACK)
              : NULL;

      set_percent (self, 10 + 90 * i / ids->len);
      if (changed && !record (self, practice, changed))
        return;
      self->n_new += changed != NULL;
    }
}

static gboolean
done_cb (gpointer data)
{
  TonusImportWork *self = data;

  /* Joined first: the thread may still be about to note the id. */
  g_clear_pointer (&self->thread, g_thread_join);
  self->idle = 0;
  self->done (self, self->data);
  return G_SOURCE_REMOVE;
}

static gpointer
run (gpointer data)
{
  TonusImportWork *self = data;
  g_autoptr (TonusPractice) practice = tonus_practice_open (self->io, self->folder, &self->error);

  set_percent (self, 10);
  if (practice && self->kind == TONUS_IMPORT_WORK_ADD)
    add (self, practice);
  else if (practice)
    retire (self, practice);
  set_percent (self, 100);
  self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, done_cb, self, NULL);
  return NULL;
}

void
tonus_import_work_start (TonusImportWork *self,
                         void (*done) (TonusImportWork *self, gpointer data),
                         gpointer data)
{
  self->done = done;
  self->data = data;
  self->thread = g_thread_new ("import", run, self);
}

void
tonus_import_work_cancel (TonusImportWork *self)
{
  g_cancellable_cancel (self->cancellable);
}

void
tonus_import_work_free (TonusImportWork *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_object_unref (self->cancellable);
  g_clear_error (&self->error);
  g_strfreev (self->paths);
  g_free (self->source);
  g_free (self->folder);
  g_free (self->author);
  g_free (self);
}
