/* tonus-import-pictures.c - the pictures of an exercise library, made fit to be kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-import-pictures.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "tonus-image.h"
#include "tonus-import-private.h"

/* Start and end. */
#define IMAGES_MAX 2
/* So many are decoded while nobody looks whether it was cancelled. */
#define EXERCISES_AT_ONCE 16
#define THREADS_MAX 4

/* One picture: read and written anew on some thread. */
typedef struct
{
  const char *folder, *name;
  GBytes *jpeg; /* (nullable): it cannot be used */
} Job;

/* What the threads share. */
typedef struct
{
  GThreadPool *pool;
  GAsyncQueue *done; /* (element-type Job) */
  Job jobs[EXERCISES_AT_ONCE][IMAGES_MAX];
} Workshop;

/* --- reading one --- */

static gboolean
is_folder (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0 && S_ISDIR (status.st_mode);
}

/* Every folder on the way is one, and no link out of here.  (transfer full) (nullable) */
static char *
find_file (const char *folder, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);
  char *path = g_strdup (folder);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *above = path;

      if (!is_folder (above))
        return NULL;
      path = g_build_filename (above, parts[i], NULL);
    }
  return path;
}

static void
make_photo (gpointer data, gpointer user)
{
  Job *job = data;
  g_autofree char *path = find_file (job->folder, job->name);
  g_autoptr (GBytes) bytes = path != NULL ? tonus_image_read_file (path, FALSE, NULL) : NULL;
  g_autoptr (TonusImage) image =
      bytes != NULL ? tonus_image_new_from_bytes (bytes, job->name, TONUS_IMAGE_KEPT_SIDE, NULL)
                    : NULL;

  job->jpeg = image != NULL ? tonus_image_make_jpeg (image, FALSE, NULL) : NULL;
  g_async_queue_push (user, job);
}

/* --- all of them --- */

/* Those that are new, or are here without a picture.  (transfer container) */
static GPtrArray *
list_wanting (TonusImport *self, TonusSchema *schema)
{
  TonusCatalogue *catalogue = tonus_schema_find_catalogue (schema, "exercise");
  GPtrArray *wanting = g_ptr_array_new ();

  for (guint i = 0; i < self->exercises->len; i++)
    {
      TonusImportExercise *exercise = g_ptr_array_index (self->exercises, i);
      const TonusEntry *known = tonus_catalogue_lookup (catalogue, exercise->id);

      if (exercise->images->len > 0 &&
          (known == NULL || tonus_entry_get (known, "picture") == NULL))
        g_ptr_array_add (wanting, exercise);
    }
  return wanting;
}

static guint
count_images (const TonusImportExercise *exercise)
{
  return MIN (exercise->images->len, IMAGES_MAX);
}

static void
make_photos (Workshop *workshop, const char *folder, TonusImportExercise **exercises, guint n)
{
  guint n_jobs = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < count_images (exercises[i]); j++)
      {
        Job *job = &workshop->jobs[i][j];

        *job = (Job){ folder, g_ptr_array_index (exercises[i]->images, j), NULL };
        g_thread_pool_push (workshop->pool, job, NULL);
        n_jobs++;
      }
  while (n_jobs-- > 0)
    g_async_queue_pop (workshop->done);
}

/* What could be used of the pictures of @exercise, in their order. */
static gboolean
keep_photos (TonusImportExercise *exercise,
             Job *jobs,
             TonusImportPictures *pictures,
             GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean is_kept = TRUE;

  for (guint i = 0; i < count_images (exercise); i++)
    {
      g_autoptr (GBytes) jpeg = g_steal_pointer (&jobs[i].jpeg);
      g_autofree char *name = NULL;

      pictures->n_failed += jpeg == NULL;
      if (jpeg == NULL || !is_kept)
        continue;
      name = pictures->keep (jpeg, pictures->data, error);
      is_kept = name != NULL;
      if (is_kept)
        g_string_append_printf (names, "%s;", name);
      pictures->n_taken += is_kept;
    }
  if (is_kept && names->len > 0)
    exercise->picture = g_strdup (names->str);
  return is_kept;
}

static gboolean
take_some (Workshop *workshop,
           const char *folder,
           TonusImportExercise **exercises,
           guint n,
           TonusImportPictures *pictures,
           GError **error)
{
  gboolean is_kept = TRUE;

  make_photos (workshop, folder, exercises, n);
  for (guint i = 0; i < n; i++)
    if (is_kept)
      is_kept = keep_photos (exercises[i], workshop->jobs[i], pictures, error);
    else
      for (guint j = 0; j < count_images (exercises[i]); j++)
        g_clear_pointer (&workshop->jobs[i][j].jpeg, g_bytes_unref);
  return is_kept;
}

gboolean
tonus_import_take_pictures (TonusImport *self,
                            const char *folder,
                            TonusSchema *schema,
                            TonusImportPictures *pictures,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GPtrArray) wanting = list_wanting (self, schema);
  g_autofree Workshop *workshop = g_new0 (Workshop, 1);
  gboolean is_kept = TRUE;

  workshop->done = g_async_queue_new ();
  workshop->pool = g_thread_pool_new (
      make_photo, workshop->done, (int) MIN (g_get_num_processors (), THREADS_MAX), FALSE, NULL);
  for (guint i = 0; is_kept && i < wanting->len; i += EXERCISES_AT_ONCE)
    {
      if (pictures->tell != NULL)
        pictures->tell (i, wanting->len, pictures->data);
      is_kept = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
                take_some (workshop, folder, (TonusImportExercise **) wanting->pdata + i,
                           MIN (wanting->len - i, EXERCISES_AT_ONCE), pictures, error);
    }
  g_thread_pool_free (workshop->pool, FALSE, TRUE);
  g_async_queue_unref (workshop->done);
  return is_kept;
}

/* free-exercise-db has them in "exercises", beside "dist"; somebody may have chosen that folder. */
char *
tonus_import_find_pictures (const char *const *paths)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *below = g_build_filename (paths[i], "exercises", NULL);

      if (g_file_test (paths[i], G_FILE_TEST_IS_DIR))
        return is_folder (below) ? g_steal_pointer (&below) : g_strdup (paths[i]);
    }
  return NULL;
}

/* --- rows that were here before --- */

/* "[exercise/x-fed-squat]" → the one of that id.  (nullable) */
static const TonusImportExercise *
find_by_heading (GHashTable *by_id, const char *line)
{
  g_autofree char *id = NULL;

  if (!g_str_has_prefix (line, "[exercise/") || !g_str_has_suffix (line, "]"))
    return NULL;
  id = g_strndup (line + strlen ("[exercise/"), strlen (line) - strlen ("[exercise/]"));
  return g_hash_table_lookup (by_id, id);
}

/* Has the row that begins at @lines a picture already? */
static gboolean
has_picture (char **lines)
{
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '['; i++)
    if (g_str_has_prefix (lines[i], "picture="))
      return TRUE;
  return FALSE;
}

/* (element-type utf8 TonusImportExercise): those that have a picture now. */
static GHashTable *
index_pictures (TonusImport *self)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->exercises->len; i++)
    {
      TonusImportExercise *exercise = g_ptr_array_index (self->exercises, i);

      if (exercise->picture != NULL)
        g_hash_table_insert (by_id, exercise->id, exercise);
    }
  return by_id;
}

char *
tonus_import_illustrate (TonusImport *self, const char *text, guint *n)
{
  g_autoptr (GHashTable) by_id = index_pictures (self);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *changed = g_string_new (NULL);
  gboolean is_header = FALSE;
  guint n_before = *n;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const TonusImportExercise *exercise = find_by_heading (by_id, lines[i]);

      if (lines[i][0] == '[')
        is_header = g_str_has_prefix (lines[i], "[Tonus]");
      if (is_header && !tonus_import_is_kept_in_header (lines[i]))
        continue;
      g_string_append (changed, lines[i]);
      if (lines[i + 1] != NULL)
        g_string_append_c (changed, '\n');
      if (exercise == NULL || has_picture (lines + i))
        continue;
      g_string_append_printf (changed, "picture=%s\n", exercise->picture);
      ++*n;
    }
  return g_string_free (changed, *n == n_before);
}
