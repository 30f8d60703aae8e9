/* test-import-pictures.c - pictures of a library's folder: taken clean, or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "picture-maker.h"
#include "tonus-id.h"
#include "tonus-image.h"
#include "tonus-import-pictures.h"

/* A library on disk, and what was kept of it. */
typedef struct
{
  char *root;
  GPtrArray *kept; /* (element-type GBytes) */
  guint n_allowed; /* then the disk is full */
  guint n_told;
  TonusImportPictures pictures;
} Library;

static const char json[] =
    "[{\"id\":\"Both\",\"name\":\"Both\",\"instructions\":[\"Go.\"],\"images\":[\"Both/0.jpg\","
    "\"Both/1.jpg\",\"Both/0.jpg\"]},"
    "{\"id\":\"Half\",\"name\":\"Half\",\"instructions\":[\"Go.\"],\"images\":[\"Half/0.jpg\","
    "\"Half/1.jpg\"]},"
    "{\"id\":\"Bad\",\"name\":\"Bad\",\"instructions\":[\"Go.\"],\"images\":[\"Bad/linked.jpg\","
    "\"Linked/0.jpg\"]},"
    "{\"id\":\"Odd\",\"name\":\"Odd\",\"instructions\":[\"Go.\"],\"images\":[\"Bad/pipe.jpg\","
    "\"Bad\"]},"
    "{\"id\":\"None\",\"name\":\"None\",\"instructions\":[\"Go.\"],\"images\":[]}]";

static char *
keep (GBytes *jpeg, gpointer data, GError **error)
{
  Library *library = data;
  gsize size;
  const void *bytes = g_bytes_get_data (jpeg, &size);
  g_autofree char *hash = tonus_hash_of (bytes, size);

  if (library->kept->len >= library->n_allowed)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return NULL;
    }
  g_ptr_array_add (library->kept, g_bytes_ref (jpeg));
  return g_strconcat (hash, ".jpg", NULL);
}

static void
tell (guint n_done, guint n_all, gpointer data)
{
  Library *library = data;

  g_assert_cmpuint (n_done, <, n_all);
  library->n_told++;
}

static char *
make_path (Library *library, const char *name)
{
  char *path = g_build_filename (library->root, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  return path;
}

static void
write_bytes (Library *library, const char *name, GBytes *bytes)
{
  g_autofree char *path = make_path (library, name);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

static void
write_photo (Library *library, const char *name, guint width)
{
  g_autoptr (GBytes) photo = picture_make_jpeg (width, 100, 6);

  write_bytes (library, name, photo);
}

static void
library_init (Library *self)
{
  g_autoptr (GBytes) list = g_bytes_new_static (json, strlen (json));
  g_autoptr (GBytes) whole = picture_make_jpeg (90, 60, 0), part = picture_cut (whole, 500);
  g_autofree char *linked = NULL, *linked_folder = NULL, *secret = NULL, *outside = NULL;
  g_autofree char *pipe = NULL;

  self->root = g_dir_make_tmp ("tonus-library-XXXXXX", NULL);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->n_allowed = G_MAXUINT;
  self->pictures = (TonusImportPictures){ .keep = keep, .tell = tell, .data = self };
  write_bytes (self, "dist/exercises.json", list);
  write_photo (self, "exercises/Both/0.jpg", 1500);
  write_photo (self, "exercises/Both/1.jpg", 1400);
  write_bytes (self, "exercises/Half/0.jpg", part);
  write_photo (self, "exercises/Half/1.jpg", 200);
  write_photo (self, "elsewhere/0.jpg", 300);
  secret = make_path (self, "elsewhere/0.jpg");
  outside = make_path (self, "elsewhere");
  linked = make_path (self, "exercises/Bad/linked.jpg");
  linked_folder = make_path (self, "exercises/Linked");
  pipe = make_path (self, "exercises/Bad/pipe.jpg");
  g_assert_cmpint (symlink (secret, linked), ==, 0);
  g_assert_cmpint (symlink (outside, linked_folder), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
}

static void
library_clear (Library *self)
{
  const char *const argv[] = { "rm", "-rf", self->root, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
  g_ptr_array_unref (self->kept);
  g_free (self->root);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Library, library_clear)

static TonusImport *
read_library (Library *library)
{
  const char *const paths[] = { library->root, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = tonus_import_open (paths, NULL, &error);
  TonusImport *import = files != NULL ? tonus_import_read (files, NULL, &error) : NULL;

  g_assert_no_error (error);
  return import;
}

static gboolean
take (Library *library,
      TonusImport *import,
      TonusSchema *schema,
      GCancellable *cancellable,
      GError **error)
{
  const char *const paths[] = { library->root, NULL };
  g_autofree char *folder = tonus_import_find_pictures (paths);

  g_assert_nonnull (folder);
  return tonus_import_take_pictures (import, folder, schema, &library->pictures, cancellable,
                                     error);
}

static const char *
get_picture (TonusImport *import, guint index)
{
  return ((TonusImportExercise *) g_ptr_array_index (import->exercises, index))->picture;
}

static void
check_clean (GBytes *jpeg)
{
  gsize size;
  const char *data = g_bytes_get_data (jpeg, &size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusImage) image = tonus_image_new_from_bytes (jpeg, "kept", G_MAXUINT, &error);

  g_assert_no_error (error);
  g_assert_null (memmem (data, size, "Exif", 4));
  g_assert_cmpuint (tonus_image_get_height (image), <=, TONUS_IMAGE_KEPT_SIDE);
  /* The camera was held upright. */
  g_assert_cmpuint (tonus_image_get_height (image), >, tonus_image_get_width (image));
}

/* Start and end; one of them; none through a link, out of a pipe, of a folder. */
static void
test_taken (void)
{
  g_auto (Library) library = { NULL };
  g_autoptr (TonusImport) import = NULL;
  g_autoptr (GError) error = NULL;

  library_init (&library);
  import = read_library (&library);
  g_assert_true (take (&library, import, tonus_schema_get_default (), NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (get_picture (import, 0)), ==,
                    2 * (TONUS_HASH_LENGTH + strlen (".jpg;")));
  g_assert_cmpuint (strlen (get_picture (import, 1)), ==, TONUS_HASH_LENGTH + strlen (".jpg;"));
  for (guint i = 2; i < 5; i++)
    g_assert_null (get_picture (import, i));
  g_assert_cmpuint (library.pictures.n_taken, ==, 3);
  g_assert_cmpuint (library.pictures.n_failed, ==, 5);
  g_assert_cmpuint (library.n_told, >, 0);
  for (guint i = 0; i < library.kept->len; i++)
    check_clean (g_ptr_array_index (library.kept, i));
}

/* (transfer full) */
static char *
make_catalogue (TonusImport *import)
{
  guint n_new, n_known;
  g_autoptr (GPtrArray) texts =
      tonus_import_make_catalogues (import, tonus_schema_get_default (), &n_new, &n_known);

  g_assert_cmpuint (texts->len, ==, 1);
  return g_strdup (g_ptr_array_index (texts, 0));
}

static TonusSchema *
extend (const char *text)
{
  TonusSchemaSource source = { "import", strstr (text, "\n[exercise]") };
  g_autoptr (GError) error = NULL;
  TonusSchema *schema = tonus_schema_new_extended (&source, 1, &error);

  g_assert_no_error (error);
  return schema;
}

static const char *
look_up (TonusSchema *schema, const char *id)
{
  const TonusEntry *entry =
      tonus_catalogue_lookup (tonus_schema_find_catalogue (schema, "exercise"), id);

  g_assert_nonnull (entry);
  return tonus_entry_get (entry, "picture");
}

/* The id of the first exercise, as the row has it. */
static const char *
get_id (TonusImport *import, guint index)
{
  return ((TonusImportExercise *) g_ptr_array_index (import->exercises, index))->id;
}

static void
test_rows (void)
{
  g_auto (Library) library = { NULL };
  g_autoptr (TonusImport) import = NULL;
  g_autoptr (TonusSchema) schema = NULL;
  g_autofree char *text = NULL;

  library_init (&library);
  import = read_library (&library);
  g_assert_true (take (&library, import, tonus_schema_get_default (), NULL, NULL));
  text = make_catalogue (import);
  schema = extend (text);
  g_assert_cmpstr (look_up (schema, get_id (import, 0)), ==, get_picture (import, 0));
  g_assert_null (look_up (schema, get_id (import, 2)));
  /* What has its picture is not looked at again. */
  library.pictures.n_taken = 0;
  g_assert_true (take (&library, import, schema, NULL, NULL));
  g_assert_cmpuint (library.pictures.n_taken, ==, 0);
}

/* Imported without pictures before, they have them now, and nothing else changes. */
static void
test_later (void)
{
  g_auto (Library) library = { NULL };
  g_autoptr (TonusImport) import = NULL;
  g_autoptr (TonusSchema) before = NULL, after = NULL;
  g_autofree char *text = NULL, *changed = NULL, *again = NULL;
  g_autofree char *expected = NULL;
  guint n = 0;

  library_init (&library);
  import = read_library (&library);
  text = make_catalogue (import);
  before = extend (text);
  g_assert_null (tonus_import_illustrate (import, text, &n));
  g_assert_true (take (&library, import, before, NULL, NULL));
  changed = tonus_import_illustrate (import, text, &n);
  g_assert_nonnull (changed);
  after = extend (changed);
  g_assert_cmpstr (look_up (after, get_id (import, 0)), ==, get_picture (import, 0));
  g_assert_cmpstr (look_up (after, get_id (import, 1)), ==, get_picture (import, 1));
  g_assert_null (look_up (after, get_id (import, 4)));
  expected = g_strdup_printf ("picture=%s\n", get_picture (import, 0));
  g_assert_nonnull (strstr (changed, expected));
  g_assert_cmpuint (n, ==, 2);
  again = tonus_import_illustrate (import, changed, &n);
  g_assert_null (again);
}

static void
test_stopped (void)
{
  g_auto (Library) library = { NULL };
  g_autoptr (TonusImport) import = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL, full = NULL;

  library_init (&library);
  import = read_library (&library);
  g_cancellable_cancel (cancellable);
  g_assert_false (take (&library, import, tonus_schema_get_default (), cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (library.kept->len, ==, 0);
  library.n_allowed = 1;
  g_assert_false (take (&library, import, tonus_schema_get_default (), NULL, &full));
  g_assert_error (full, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_null (get_picture (import, 0));
}

static void
test_folder (void)
{
  g_auto (Library) library = { NULL };
  g_autofree char *file = NULL, *below = NULL, *found = NULL, *itself = NULL, *none = NULL;

  library_init (&library);
  file = make_path (&library, "dist/exercises.json");
  below = make_path (&library, "exercises");
  {
    const char *const files[] = { file, NULL };
    const char *const roots[] = { file, library.root, NULL };
    const char *const pictures[] = { below, NULL };

    none = tonus_import_find_pictures (files);
    found = tonus_import_find_pictures (roots);
    itself = tonus_import_find_pictures (pictures);
  }
  g_assert_null (none);
  g_assert_cmpstr (found, ==, below);
  g_assert_cmpstr (itself, ==, below);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-pictures/taken", test_taken);
  g_test_add_func ("/import-pictures/rows", test_rows);
  g_test_add_func ("/import-pictures/later", test_later);
  g_test_add_func ("/import-pictures/stopped", test_stopped);
  g_test_add_func ("/import-pictures/folder", test_folder);
  return g_test_run ();
}
