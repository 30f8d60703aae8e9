/* test-save.c - putting bytes on the disk, reading what may be anything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "scratch.h"
#include "tonus-io-seeded.h"
#include "tonus-save.h"

typedef struct
{
  char *folder;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  place->folder = scratch_make ();
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  scratch_remove (place->folder);
  g_free (place->folder);
}

static char *
read_text (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = tonus_read_file (tonus_io_real (), path, 1 << 20, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : NULL;
}

static gboolean
save_new (const char *folder, const char *name, const char *text, GError **error)
{
  return tonus_save_new (tonus_io_real (), folder, name, text, strlen (text), error);
}

static void
test_new (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (save_new (place->folder, "a", "one\n", &error));
  g_assert_no_error (error);
  g_autofree char *text = read_text (place->folder, "a");
  g_assert_cmpstr (text, ==, "one\n");
  g_autofree char *path = g_build_filename (place->folder, "a", NULL);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  /* The same bytes again are no news, other bytes are never put over them. */
  g_assert_true (save_new (place->folder, "a", "one\n", &error));
  g_assert_false (save_new (place->folder, "a", "two\n", &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED);
  g_autofree char *still = read_text (place->folder, "a");
  g_assert_cmpstr (still, ==, "one\n");
  g_assert_cmpuint (scratch_count (place->folder), ==, 1);
}

static void
test_new_folder (Place *place, gconstpointer data)
{
  g_autofree char *one = g_build_filename (place->folder, "one", NULL);
  g_autofree char *two = g_build_filename (one, "two", NULL);
  g_autoptr (GError) error = NULL;

  /* Only the last part is made on the way. */
  g_assert_false (save_new (two, "a", "x", &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DISK);
  g_clear_error (&error);
  g_assert_true (save_new (one, "a", "x", &error));
  g_assert_true (save_new (two, "a", "", &error));
  g_assert_no_error (error);
  g_autofree char *text = read_text (two, "a");
  g_assert_cmpstr (text, ==, "");

  g_autofree char *deep = g_build_filename (place->folder, "p", "q", "r", NULL);
  g_assert_true (tonus_make_folder (tonus_io_real (), deep, &error));
  g_assert_true (tonus_make_folder (tonus_io_real (), deep, &error));
  g_assert_true (g_file_test (deep, G_FILE_TEST_IS_DIR));
}

static void
test_linked_folder (Place *place, gconstpointer data)
{
  g_autofree char *real = g_build_filename (place->folder, "real", NULL);
  g_autofree char *link = g_build_filename (place->folder, "link", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tonus_make_folder (tonus_io_real (), real, NULL));
  g_assert_cmpint (symlink (real, link), ==, 0);
  g_assert_false (save_new (link, "a", "x", &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DISK);
  g_assert_cmpuint (scratch_count (real), ==, 0);

  /* What the user chose for a document is another matter. */
  g_autofree char *path = g_build_filename (link, "note.pdf", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("pdf", 3);
  g_clear_error (&error);
  g_assert_true (tonus_export (tonus_io_real (), path, bytes, &error));
  g_autofree char *text = read_text (real, "note.pdf");
  g_assert_cmpstr (text, ==, "pdf");
}

static void
test_replacing (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "draft", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tonus_save_replacing (tonus_io_real (), path, "one", 3, &error));
  g_assert_true (tonus_save_replacing (tonus_io_real (), path, "three", 5, &error));
  g_autofree char *text = read_text (place->folder, "draft");
  g_assert_cmpstr (text, ==, "three");
  g_assert_true (tonus_delete_file (tonus_io_real (), path, &error));
  g_assert_true (tonus_delete_file (tonus_io_real (), path, &error));
  g_assert_cmpuint (scratch_count (place->folder), ==, 0);
}

static void
check_unreadable (const char *folder, const char *name, TonusStoreError expected)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tonus_read_file (tonus_io_real (), path, 100, &error);

  g_assert_null (bytes);
  g_assert_error (error, TONUS_STORE_ERROR, (int) expected);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, folder));
}

static void
test_read_hostile (Place *place, gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (place->folder, "fifo", NULL);
  g_autofree char *link = g_build_filename (place->folder, "link", NULL);
  g_autofree char *sub = g_build_filename (place->folder, "sub", NULL);
  g_autofree char *large = g_strnfill (101, 'x');
  g_autofree char *fitting = g_strnfill (100, 'x');

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (mkdir (sub, 0700), ==, 0);
  g_assert_true (save_new (place->folder, "fitting", fitting, NULL));
  g_assert_true (save_new (place->folder, "large", large, NULL));
  g_assert_cmpint (symlink ("fitting", link), ==, 0);
  check_unreadable (place->folder, "fifo", TONUS_STORE_ERROR_DAMAGED);
  check_unreadable (place->folder, "link", TONUS_STORE_ERROR_DAMAGED);
  check_unreadable (place->folder, "sub", TONUS_STORE_ERROR_DAMAGED);
  check_unreadable (place->folder, "large", TONUS_STORE_ERROR_DAMAGED);
  check_unreadable (place->folder, "absent", TONUS_STORE_ERROR_NOT_FOUND);
  g_autofree char *text = read_text (place->folder, "fitting");
  g_assert_cmpstr (text, ==, fitting);
}

static void
test_folder_listing (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *absent = g_build_filename (place->folder, "absent", NULL);

  save_new (place->folder, "b", "x", NULL);
  save_new (place->folder, "a", "x", NULL);
  g_autoptr (GPtrArray) names = tonus_read_folder (tonus_io_real (), place->folder, &error);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (names->pdata[0], ==, "a");
  g_assert_cmpstr (names->pdata[1], ==, "b");
  g_assert_null (tonus_read_folder (tonus_io_real (), absent, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NOT_FOUND);
}

static void
test_sweep (Place *place, gconstpointer data)
{
  static const char *const names[] = { ".tmp-old", ".tmp-new", "old-record" };
  struct timespec old[2] = { { time (NULL) - 25 * 3600, 0 }, { time (NULL) - 25 * 3600, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (save_new (place->folder, names[i], "x", NULL));
      g_autofree char *path = g_build_filename (place->folder, names[i], NULL);
      if (strstr (names[i], "old") != NULL)
        g_assert_cmpint (utimensat (AT_FDCWD, path, old, 0), ==, 0);
    }
  tonus_sweep_folder (tonus_io_real (), place->folder);
  g_autoptr (GPtrArray) left = tonus_read_folder (tonus_io_real (), place->folder, NULL);
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_cmpstr (left->pdata[0], ==, ".tmp-new");
  g_assert_cmpstr (left->pdata[1], ==, "old-record");
}

static int
refuse_flags (
    TonusIo *io, int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
  if (flags != 0)
    {
      errno = EINVAL;
      return -1;
    }
  return tonus_io_real ()->renameat2 (io, from_dir, from, to_dir, to, flags);
}

/* A file system without RENAME_NOREPLACE, fallocate and folder sync is still one. */
static int
refuse_size (TonusIo *io, int fd, off_t size)
{
  errno = EOPNOTSUPP;
  return -1;
}

static int
refuse_folder_sync (TonusIo *io, int fd)
{
  struct stat status;

  if (fstat (fd, &status) == 0 && S_ISDIR (status.st_mode))
    {
      errno = EINVAL;
      return -1;
    }
  return fsync (fd);
}

static void
test_poor_file_system (Place *place, gconstpointer data)
{
  TonusIo io = *tonus_io_real ();
  g_autofree char *sub = g_build_filename (place->folder, "sub", NULL);
  g_autoptr (GError) error = NULL;

  io.renameat2 = refuse_flags;
  io.fallocate = refuse_size;
  io.fsync = refuse_folder_sync;
  g_assert_true (tonus_save_new (&io, sub, "a", "one", 3, &error));
  g_assert_no_error (error);
  g_assert_true (tonus_save_new (&io, sub, "a", "one", 3, &error));
  g_assert_false (tonus_save_new (&io, sub, "a", "two", 3, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED);
  g_assert_cmpuint (scratch_count (sub), ==, 1);
}

static int
fail_folder_sync (TonusIo *io, int fd)
{
  struct stat status;

  if (fstat (fd, &status) == 0 && S_ISDIR (status.st_mode))
    {
      errno = EIO;
      return -1;
    }
  return fsync (fd);
}

static void
test_uncertain (Place *place, gconstpointer data)
{
  TonusIo io = *tonus_io_real ();
  g_autoptr (GError) error = NULL;

  io.fsync = fail_folder_sync;
  g_assert_false (tonus_save_new (&io, place->folder, "a", "one", 3, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_UNCERTAIN);
  g_autofree char *text = read_text (place->folder, "a");
  g_assert_cmpstr (text, ==, "one");
  /* Saving once more makes it certain. */
  g_assert_true (save_new (place->folder, "a", "one", NULL));

  /* A folder whose parent did not sync is taken back, or nobody would ever sync it. */
  g_autofree char *sub = g_build_filename (place->folder, "sub", NULL);
  g_clear_error (&error);
  g_assert_false (tonus_save_new (&io, sub, "a", "one", 3, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DISK);
  g_assert_false (g_file_test (sub, G_FILE_TEST_EXISTS));
}

static guint n_syncs, n_failing_syncs, n_closes, n_failing_closes;

/* Of files only; folders are none of this. */
static gboolean
is_file (int fd)
{
  struct stat status;

  return fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
}

static int
failing_fsync (TonusIo *io, int fd)
{
  if (!is_file (fd) || ++n_syncs > n_failing_syncs)
    return fsync (fd);
  errno = EIO;
  return -1;
}

static int
failing_close (TonusIo *io, int fd)
{
  gboolean is_failing = is_file (fd) && ++n_closes <= n_failing_closes;

  close (fd);
  errno = EIO;
  return is_failing ? -1 : 0;
}

/* An error of fsync or close is one: the file is written anew once, never synced again. */
static void
test_doubtful (Place *place, gconstpointer data)
{
  for (guint n_failing = 1; n_failing <= 2; n_failing++)
    for (guint is_close = 0; is_close < 2; is_close++)
      {
        TonusIo io = *tonus_io_real ();
        g_autofree char *name = g_strdup_printf ("a%u%u", n_failing, is_close);
        g_autoptr (GError) error = NULL;

        io.fsync = failing_fsync;
        io.close = failing_close;
        n_syncs = n_closes = 0;
        n_failing_syncs = is_close ? 0 : n_failing;
        n_failing_closes = is_close ? n_failing : 0;
        gboolean done = tonus_save_new (&io, place->folder, name, "one", 3, &error);
        g_assert_cmpint (done, ==, n_failing == 1);
        g_assert_cmpuint (n_closes, ==, 2);
        if (!done)
          g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DISK);
      }
  /* Of the two that went wrong nothing is left. */
  g_assert_cmpuint (scratch_count (place->folder), ==, 2);
}

/* The clock and the ids of a generated practice repeat. */
static void
test_seeded (void)
{
  TonusIo *one = tonus_io_seeded (7, 1000);
  TonusIo *two = tonus_io_seeded (7, 1000);
  TonusIo *other = tonus_io_seeded (8, 1000);
  g_autofree char *id_one = tonus_io_new_id (one);
  g_autofree char *id_two = tonus_io_new_id (two);
  g_autofree char *id_other = tonus_io_new_id (other);
  g_autofree char *row_one = tonus_io_new_row_id (one);
  g_autofree char *row_two = tonus_io_new_row_id (two);

  g_assert_cmpstr (id_one, ==, id_two);
  g_assert_cmpstr (row_one, ==, row_two);
  g_assert_cmpstr (id_one, !=, id_other);
  g_assert_cmpint (one->clock (one), ==, 1000);
  g_assert_cmpint (one->clock (one), ==, 1001);
  tonus_io_seeded_set_clock (one, 5000);
  g_assert_cmpint (one->clock (one), ==, 5000);
  g_assert_cmpuint (tonus_io_seeded_next (one, 10), <, 10);
  tonus_io_seeded_free (one);
  tonus_io_seeded_free (two);
  tonus_io_seeded_free (other);
}

#define ADD(path, function) g_test_add (path, Place, NULL, place_set_up, function, place_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/save/new", test_new);
  ADD ("/save/new-folder", test_new_folder);
  ADD ("/save/linked-folder", test_linked_folder);
  ADD ("/save/replacing", test_replacing);
  ADD ("/save/read-hostile", test_read_hostile);
  ADD ("/save/listing", test_folder_listing);
  ADD ("/save/sweep", test_sweep);
  ADD ("/save/poor-file-system", test_poor_file_system);
  ADD ("/save/uncertain", test_uncertain);
  ADD ("/save/doubtful", test_doubtful);
  g_test_add_func ("/save/seeded", test_seeded);
  return g_test_run ();
}
