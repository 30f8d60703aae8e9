/* tonus-import-work.c - an exercise library read and recorded beside the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <string.h>
#include "tonus-import-work.h"
#include "tonus-import.h"

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
count (TonusImportWork *self, const TonusImport *import)
{
  self->n_passed_over = import->n_passed_over;
  self->n_images = import->n_images_refused;
  for (guint i = 0; i < import->exercises->len; i++)
    self->n_images +=
        ((TonusImportExercise *) g_ptr_array_index (import->exercises, i))->images->len;
  g_free (self->source);
  self->source = g_strdup (import->source);
}

static void
add (TonusImportWork *self, TonusPractice *practice)
{
  g_autoptr (TonusImport) import = read_library (self);
  g_autoptr (GPtrArray) texts = NULL;

  if (!import)
    return;
  set_percent (self, 50);
  count (self, import);
  texts = tonus_import_make_catalogues (import, tonus_practice_get_schema (practice), &self->n_new,
                                        &self->n_known);
  for (guint i = 0; i < texts->len; i++)
    {
      set_percent (self, 60 + 40 * i / texts->len);
      if ((i == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, &self->error)) ||
          !record (self, practice, g_ptr_array_index (texts, i)))
        return;
    }
}

static void
retire (TonusImportWork *self, TonusPractice *practice)
{
  g_autoptr (GPtrArray) ids =
      tonus_practice_list_objects (practice, NULL, "catalogue", &self->error);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autoptr (GBytes) bytes =
          tonus_practice_load_bytes (practice, g_ptr_array_index (ids, i), NULL, NULL);
      g_autofree char *text =
          bytes ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
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
