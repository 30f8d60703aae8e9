/* test-copy.c - a sound practice is found sound, and its copy is the same byte for byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-check.h"

typedef Fixture *Place;

static void
set_up (Place *place, gconstpointer data)
{
  *place = fixture_new_on_disk ();
}

static void
tear_down (Place *place, gconstpointer data)
{
  fixture_free (*place);
}

static char *
build_target (Fixture *self)
{
  g_autofree char *parent = g_path_get_dirname (self->folder);

  return g_build_filename (parent, "copy", NULL);
}

/* Everything in @from is in @to with the same bytes. */
static guint
compare_folders (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *a = g_build_filename (from, name, NULL);
      g_autofree char *b = g_build_filename (to, name, NULL);
      if (g_file_test (a, G_FILE_TEST_IS_DIR) && !g_file_test (a, G_FILE_TEST_IS_SYMLINK))
        {
          n += compare_folders (a, b);
          continue;
        }
      if (!g_file_test (a, G_FILE_TEST_IS_REGULAR) || g_file_test (a, G_FILE_TEST_IS_SYMLINK))
        continue;
      g_autoptr (GBytes) one = scratch_read (a);
      g_autoptr (GBytes) two = scratch_read (b);
      g_assert_true (g_bytes_equal (one, two));
      n++;
    }
  return n;
}

static void
test_check_sound (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusPractice) practice = fixture_open (self);
  guint n_files = 0;
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, &n_files, NULL);

  g_assert_cmpuint (findings->len, ==, 0);
  /* practice.keyfile, clinic, therapist, patient, episode, program, visit */
  g_assert_cmpuint (n_files, ==, 7);
}

static void
test_copy (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *target = build_target (self);
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint n_files = 0;

  g_assert_true (tonus_copy_practice (self->practice, target, &n_files, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (compare_folders (self->folder, target), ==, n_files);
  g_assert_cmpuint (n_files, ==, 8);
  g_autoptr (TonusPractice) copy = tonus_practice_open (tonus_io_real (), target, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tonus_practice_get_id (copy), ==, tonus_practice_get_id (self->practice));

  g_assert_false (tonus_copy_practice (self->practice, target, NULL, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_EXISTS);
}

static void
test_copy_into_itself (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *inside = g_build_filename (self->folder, "backup", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tonus_copy_practice (self->practice, inside, NULL, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_EXISTS);
  g_assert_false (g_file_test (inside, G_FILE_TEST_EXISTS));
}

/* What is damaged or foreign is copied too and named; what is no file is named only. */
static void
test_copy_damage (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *target = build_target (self);
  g_autofree char *visit = fixture_path_of (self, self->patient, self->visit, NULL);
  g_autofree char *folder = g_path_get_dirname (visit);
  g_autofree char *foreign = g_build_filename (folder, "letter.pdf", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *fifo = g_build_filename (self->folder, "pipe", NULL);
  g_autofree char *temporary = g_build_filename (folder, ".tmp-aaaa", NULL);
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint n_files = 0;

  scratch_write (visit, "cut", 3);
  scratch_write (foreign, "pdf", 3);
  scratch_write (temporary, "x", 1);
  g_assert_cmpint (symlink (visit, link), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_true (tonus_copy_practice (self->practice, target, &n_files, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_files, ==, 9);
  guint n_damaged = 0, n_left = 0;
  for (guint i = 0; i < findings->len; i++)
    {
      const TonusFinding *finding = findings->pdata[i];
      n_damaged += finding->level == TONUS_FINDING_DAMAGE;
      n_left += finding->level == TONUS_FINDING_WARNING;
    }
  g_assert_cmpuint (n_damaged, ==, 1);
  g_assert_cmpuint (n_left, ==, 2);
  g_assert_cmpint (unlink (temporary), ==, 0);
  g_assert_cmpuint (compare_folders (self->folder, target), ==, n_files);
}

/* A disk that gives back other bytes than it got is found out. */
static ssize_t
lying_read (TonusIo *io, int fd, void *buffer, size_t size)
{
  ssize_t n = read (fd, buffer, size);
  char path[4096] = "";
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);

  g_assert_cmpint (readlink (link, path, sizeof path - 1), >, 0);
  if (n > 10 && strstr (path, "/copy/") != NULL)
    ((char *) buffer)[5] ^= 1;
  return n;
}

static void
test_copy_verified (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autofree char *target = build_target (self);
  TonusIo io = *tonus_io_real ();
  g_autoptr (GError) error = NULL;

  io.read = lying_read;
  g_autoptr (TonusPractice) practice = tonus_practice_open (&io, self->folder, NULL);
  g_assert_false (tonus_copy_practice (practice, target, NULL, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DISK);
  g_assert_null (tonus_practice_open (tonus_io_real (), target, NULL));
}

#define ADD(path, function) g_test_add (path, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/check/sound", test_check_sound);
  ADD ("/copy/whole", test_copy);
  ADD ("/copy/into-itself", test_copy_into_itself);
  ADD ("/copy/damage", test_copy_damage);
  ADD ("/copy/verified", test_copy_verified);
  return g_test_run ();
}
