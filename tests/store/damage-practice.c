/* damage-practice.c - what befalls the practice around it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "damage.h"

void
harm_conflict_copy (Body *body)
{
  g_autofree char *stem = g_strndup (body->new_path, strlen (body->new_path) - strlen (".keyfile"));
  g_autofree char *copy = g_strconcat (stem, " (conflicted copy).keyfile", NULL);
  g_autoptr (GBytes) bytes = body_read_new (body);

  scratch_write (copy, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The only copy of the new revision has a sync program's name. */
void
harm_renamed (Body *body)
{
  g_autofree char *copy = g_strconcat (body->new_path, ".sync-conflict-20261123", NULL);

  g_assert_cmpint (rename (body->new_path, copy), ==, 0);
}

static void
put_foreign (Body *body, const char *name)
{
  g_autofree char *path = g_build_filename (body->shelf, name, NULL);

  scratch_write (path, "x", 1);
}

void
harm_foreign (Body *body)
{
  put_foreign (body, "Thumbs.db");
}

void
harm_old_temporary (Body *body)
{
  put_foreign (body, ".tmp-abcdef");
}

void
harm_name_without_hash (Body *body)
{
  put_foreign (body, "visit.keyfile");
}

void
harm_name_with_newline (Body *body)
{
  put_foreign (body, "visit\n-.keyfile");
}

void
harm_name_not_utf8 (Body *body)
{
  put_foreign (body, "visit-\xff\xfe.keyfile");
}

void
harm_other_patient (Body *body)
{
  g_autofree char *folder =
      g_build_filename (body->fixture->folder, "patients", "aaaaaaaaaaaaaaaaaaaaaaaaaa", NULL);
  g_autofree char *name = g_path_get_basename (body->new_path);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (rename (body->new_path, path), ==, 0);
}

void
harm_patient_gone (Body *body)
{
  g_autofree char *path =
      fixture_path_of (body->fixture, body->fixture->patient, body->fixture->patient, NULL);

  unlink (path);
}

void
harm_episode_cut (Body *body)
{
  g_autofree char *path =
      fixture_path_of (body->fixture, body->fixture->patient, body->fixture->episode, NULL);

  scratch_write (path, "[Tonus]\n", 8);
}

void
harm_therapist_gone (Body *body)
{
  g_autofree char *path = fixture_path_of (body->fixture, NULL, body->fixture->therapist, NULL);

  unlink (path);
}

void
harm_therapist_cut (Body *body)
{
  g_autofree char *path = fixture_path_of (body->fixture, NULL, body->fixture->therapist, NULL);

  scratch_write (path, "", 0);
}

void
harm_patient_link (Body *body)
{
  g_autofree char *link =
      g_build_filename (body->fixture->folder, "patients", "bbbbbbbbbbbbbbbbbbbbbbbbbb", NULL);

  g_assert_cmpint (symlink (body->shelf, link), ==, 0);
}

void
harm_patient_file (Body *body)
{
  g_autofree char *file =
      g_build_filename (body->fixture->folder, "patients", "cccccccccccccccccccccccccc", NULL);

  scratch_write (file, "x", 1);
}

void
harm_patient_name (Body *body)
{
  g_autofree char *folder =
      g_build_filename (body->fixture->folder, "patients", "New folder", NULL);

  g_assert_cmpint (mkdir (folder, 0700), ==, 0);
}

void
harm_readme_gone (Body *body)
{
  g_autofree char *file = g_build_filename (body->fixture->folder, "README.txt", NULL);

  unlink (file);
}

static void
write_practice_file (Body *body, const char *text)
{
  g_autofree char *file = g_build_filename (body->fixture->folder, "practice.keyfile", NULL);

  scratch_write (file, text, strlen (text));
}

void
harm_keyfile_empty (Body *body)
{
  write_practice_file (body, "");
}

void
harm_keyfile_without_id (Body *body)
{
  write_practice_file (body, "[Tonus]\nFormat=1\n");
}

void
harm_keyfile_nonsense (Body *body)
{
  write_practice_file (body, "hello");
}

void
harm_keyfile_newer (Body *body)
{
  g_autofree char *text = g_strdup_printf ("[Tonus]\nFormat=2\nPractice=%s\n",
                                           tonus_practice_get_id (body->fixture->practice));

  write_practice_file (body, text);
}

void
harm_keyfile_gone (Body *body)
{
  g_autofree char *file = g_build_filename (body->fixture->folder, "practice.keyfile", NULL);

  unlink (file);
}

void
harm_own_folder_gone (Body *body)
{
  g_autofree char *own = g_build_filename (body->fixture->folder, "practice", NULL);
  g_autofree char *away = g_build_filename (body->fixture->folder, "practice-moved", NULL);

  g_assert_cmpint (rename (own, away), ==, 0);
}
