/* test-damage.c - damaged practices: everything else opens, and what is wrong is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"
#include "tonus-check.h"
#include "tonus-id.h"
#include "tonus-index.h"
#include "tonus-revision.h"

/* What is left of the visit. */
typedef enum
{
  LEFT_NEW,    /* its second revision, as before */
  LEFT_OLD,    /* the first one */
  LEFT_NONE,   /* it cannot be loaded */
  LEFT_LOCKED  /* no practice can be opened */
} Left;

/* The practice under the knife: its visit has two revisions. */
typedef struct
{
  Fixture *fixture;
  char *old_path;
  char *new_path;
  char *old_hash;
  char *new_hash;
  char *shelf;  /* the patient's folder */
} Body;

typedef struct
{
  const char *name;
  void (*harm) (Body *body);
  Left left;
  TonusFindingLevel level;  /* the worst that check says */
  const char *word;         /* in some finding of that level */
} Case;

static GBytes *
read_new (Body *body)
{
  return scratch_read (body->new_path);
}

/* Another file under a name that is right for its bytes. */
static char *
put_revision (
    Body *body, const char *folder, const char *kind, const char *object, guint64 number, const char *text)
{
  g_autofree char *hash = tonus_hash_of (text, strlen (text));
  g_autofree char *name = tonus_revision_name_format (kind, object, number, hash);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  scratch_write (path, text, strlen (text));
  return g_steal_pointer (&hash);
}

/* The new revision's text with @from replaced by @to. */
static char *
edit_new (Body *body, const char *from, const char *to)
{
  g_autoptr (GBytes) bytes = read_new (body);
  g_autofree char *text =
      g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GString) edited = g_string_new (text);

  g_assert_cmpuint (g_string_replace (edited, from, to, 1), ==, 1);
  return g_strdup (edited->str);
}

static void
put_edited (Body *body, guint64 number, const char *from, const char *to)
{
  g_autofree char *text = edit_new (body, from, to);

  g_free (put_revision (body, body->shelf, "visit", body->fixture->visit, number, text));
}

static void
harm_empty (Body *body)
{
  scratch_write (body->new_path, "", 0);
}

static void
harm_nul_filled (Body *body)
{
  g_autoptr (GBytes) bytes = read_new (body);
  g_autofree char *nuls = g_malloc0 (g_bytes_get_size (bytes));

  scratch_write (body->new_path, nuls, g_bytes_get_size (bytes));
}

static void
harm_half (Body *body)
{
  g_autoptr (GBytes) bytes = read_new (body);

  scratch_write (body->new_path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) / 2);
}

static void
harm_nul_tail (Body *body)
{
  g_autoptr (GBytes) bytes = read_new (body);
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *text = g_memdup2 (g_bytes_get_data (bytes, NULL), length);

  memset (text + length - 100, 0, 100);
  scratch_write (body->new_path, text, length);
}

static void
harm_longer (Body *body)
{
  g_autoptr (GBytes) bytes = read_new (body);
  g_autoptr (GString) text =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_string_append (text, "[pain]\nworst=9\n");
  scratch_write (body->new_path, text->str, text->len);
}

static void
harm_bit (Body *body)
{
  g_autoptr (GBytes) bytes = read_new (body);
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *text = g_memdup2 (g_bytes_get_data (bytes, NULL), length);

  text[length / 3] ^= 4;
  scratch_write (body->new_path, text, length);
}

static void
harm_swapped (Body *body)
{
  g_autoptr (GBytes) bytes = scratch_read (body->old_path);

  scratch_write (body->new_path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
harm_huge (Body *body)
{
  unlink (body->new_path);
  scratch_write (body->new_path, "", 0);
  g_assert_cmpint (truncate (body->new_path, 3 << 20), ==, 0);
}

static void
harm_link (Body *body)
{
  g_autofree char *elsewhere = g_build_filename (body->fixture->folder, "elsewhere", NULL);

  g_assert_cmpint (rename (body->new_path, elsewhere), ==, 0);
  g_assert_cmpint (symlink (elsewhere, body->new_path), ==, 0);
}

static void
harm_dangling (Body *body)
{
  unlink (body->new_path);
  g_assert_cmpint (symlink ("/nowhere/at/all", body->new_path), ==, 0);
}

static void
harm_fifo (Body *body)
{
  unlink (body->new_path);
  g_assert_cmpint (mkfifo (body->new_path, 0600), ==, 0);
}

static void
harm_directory (Body *body)
{
  unlink (body->new_path);
  g_assert_cmpint (mkdir (body->new_path, 0700), ==, 0);
}

static void
harm_gone (Body *body)
{
  unlink (body->new_path);
}

static void
harm_parent_gone (Body *body)
{
  unlink (body->old_path);
}

static void
harm_parent_cut (Body *body)
{
  scratch_write (body->old_path, "cut", 3);
}

static void
harm_both (Body *body)
{
  scratch_write (body->old_path, "", 0);
  scratch_write (body->new_path, "", 0);
}

static void
harm_conflict_copy (Body *body)
{
  g_autofree char *stem = g_strndup (body->new_path, strlen (body->new_path) - strlen (".keyfile"));
  g_autofree char *copy = g_strconcat (stem, " (conflicted copy).keyfile", NULL);
  g_autoptr (GBytes) bytes = read_new (body);

  scratch_write (copy, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The only copy of the new revision has a sync program's name. */
static void
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

static void
harm_foreign (Body *body)
{
  put_foreign (body, "Thumbs.db");
}

static void
harm_old_temporary (Body *body)
{
  put_foreign (body, ".tmp-abcdef");
}

static void
harm_name_without_hash (Body *body)
{
  put_foreign (body, "visit.keyfile");
}

static void
harm_name_with_newline (Body *body)
{
  put_foreign (body, "visit\n-.keyfile");
}

static void
harm_name_not_utf8 (Body *body)
{
  put_foreign (body, "visit-\xff\xfe.keyfile");
}

static void
harm_other_patient (Body *body)
{
  g_autofree char *folder =
      g_build_filename (body->fixture->folder, "patients", "aaaaaaaaaaaaaaaaaaaaaaaaaa", NULL);
  g_autofree char *name = g_path_get_basename (body->new_path);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (rename (body->new_path, path), ==, 0);
}

static void
harm_in_practice (Body *body)
{
  g_autofree char *name = g_path_get_basename (body->new_path);
  g_autofree char *path = g_build_filename (body->fixture->folder, "practice", name, NULL);
  g_autoptr (GBytes) bytes = read_new (body);

  scratch_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
harm_renumbered (Body *body)
{
  g_autofree char *name =
      tonus_revision_name_format ("visit", body->fixture->visit, 7, body->new_hash);
  g_autofree char *path = g_build_filename (body->shelf, name, NULL);

  g_assert_cmpint (rename (body->new_path, path), ==, 0);
}

static void
harm_other_kind (Body *body)
{
  g_autofree char *name =
      tonus_revision_name_format ("addendum", body->fixture->visit, 2, body->new_hash);
  g_autofree char *path = g_build_filename (body->shelf, name, NULL);

  g_assert_cmpint (rename (body->new_path, path), ==, 0);
}

static void
harm_wrong_object (Body *body)
{
  put_edited (body, 3, body->fixture->visit, "bbbbbbbbbbbbbbbbbbbbbbbbbb");
}

static void
harm_newer_format (Body *body)
{
  g_autofree char *parent = g_strdup_printf ("Parents=%s;", body->old_hash);
  g_autofree char *next = g_strdup_printf ("Parents=%s;", body->new_hash);
  g_autofree char *text = edit_new (body, "Format=1", "Format=2");
  g_autoptr (GString) edited = g_string_new (text);

  g_string_replace (edited, "Revision=2", "Revision=3", 1);
  g_string_replace (edited, parent, next, 1);
  g_free (put_revision (body, body->shelf, "visit", body->fixture->visit, 3, edited->str));
}

static void
harm_absent_parent (Body *body)
{
  g_autofree char *parent = g_strdup_printf ("Parents=%s;", body->old_hash);
  g_autofree char *text =
      edit_new (body, parent, "Parents=0123456789abcdef0123456789abcdef01234567;");

  unlink (body->new_path);
  g_free (put_revision (body, body->shelf, "visit", body->fixture->visit, 2, text));
}

static void
harm_fork (Body *body)
{
  put_edited (body, 2, "now=1", "now=2");
}

static char *
sign (const char *text, const char *time)
{
  return g_strdup_printf ("%s\n[signature]\nname=Ana\ntime=%s\n", text, time);
}

static void
harm_two_signed (Body *body)
{
  g_autofree char *text = edit_new (body, "now=1", "now=2");
  g_autofree char *one = sign (text, "2026-11-02T11:00:00+01:00");
  g_autofree char *two = sign (text, "2026-11-02T12:00:00+01:00");

  g_free (put_revision (body, body->shelf, "visit", body->fixture->visit, 2, one));
  g_free (put_revision (body, body->shelf, "visit", body->fixture->visit, 2, two));
  unlink (body->new_path);
}

static void
harm_changed_after_signing (Body *body)
{
  g_autofree char *text = edit_new (body, "now=1", "now=2");
  g_autofree char *signed_text = sign (text, "2026-11-02T11:00:00+01:00");
  g_autofree char *hash =
      put_revision (body, body->shelf, "visit", body->fixture->visit, 2, signed_text);
  g_autofree char *parent = g_strdup_printf ("Parents=%s;", body->old_hash);
  g_autofree char *next = g_strdup_printf ("Parents=%s;", hash);
  g_autofree char *after = edit_new (body, parent, next);
  g_autoptr (GString) edited = g_string_new (after);

  g_string_replace (edited, "Revision=2", "Revision=3", 1);
  unlink (body->new_path);
  g_free (put_revision (body, body->shelf, "visit", body->fixture->visit, 3, edited->str));
}

/* Real circles would need a broken SHA-256; names that a revision is its own follower's follower can only
 * be tried by numbers. */
static void
harm_number_backwards (Body *body)
{
  g_autofree char *parent = g_strdup_printf ("Parents=%s;", body->old_hash);
  g_autofree char *next = g_strdup_printf ("Parents=%s;", body->new_hash);
  g_autofree char *text = edit_new (body, parent, next);
  g_autoptr (GString) edited = g_string_new (text);

  g_string_replace (edited, "Revision=2", "Revision=1", 1);
  g_free (put_revision (body, body->shelf, "visit", body->fixture->visit, 1, edited->str));
}

static void
put_written (Body *body, const char *written)
{
  g_autoptr (GBytes) bytes = read_new (body);
  g_autofree char *text =
      g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *at = strstr (text, "Written=");
  char *end = strchr (at, '\n');
  g_autofree char *before = g_strndup (text, (gsize) (at - text));
  g_autofree char *whole = g_strdup_printf ("%sWritten=%s%s", before, written, end);

  unlink (body->new_path);
  g_free (put_revision (body, body->shelf, "visit", body->fixture->visit, 2, whole));
}

static void
harm_clock_1970 (Body *body)
{
  put_written (body, "1970-01-01T00:00:00+00:00");
}

static void
harm_clock_2099 (Body *body)
{
  put_written (body, "2099-01-01T00:00:00+00:00");
}

static void
harm_clock_nonsense (Body *body)
{
  put_written (body, "yesterday");
}

static void
harm_patient_gone (Body *body)
{
  g_autofree char *path =
      fixture_path_of (body->fixture, body->fixture->patient, body->fixture->patient, NULL);

  unlink (path);
}

static void
harm_episode_cut (Body *body)
{
  g_autofree char *path =
      fixture_path_of (body->fixture, body->fixture->patient, body->fixture->episode, NULL);

  scratch_write (path, "[Tonus]\n", 8);
}

static void
harm_therapist_gone (Body *body)
{
  g_autofree char *path = fixture_path_of (body->fixture, NULL, body->fixture->therapist, NULL);

  unlink (path);
}

static void
harm_therapist_cut (Body *body)
{
  g_autofree char *path = fixture_path_of (body->fixture, NULL, body->fixture->therapist, NULL);

  scratch_write (path, "", 0);
}

static void
harm_unread (Body *body)
{
  put_edited (body, 2, "now=1", "now=unclear");
  unlink (body->new_path);
}

static void
harm_duplicate_key (Body *body)
{
  put_edited (body, 2, "now=1", "now=1\nnow=2");
}

static void
harm_no_header (Body *body)
{
  g_free (put_revision (body, body->shelf, "visit", body->fixture->visit, 3, "[pain]\nnow=3\n"));
}

static void
harm_not_utf8 (Body *body)
{
  put_edited (body, 2, "now=1", "now=\xff\xfe");
}

static void
harm_patient_link (Body *body)
{
  g_autofree char *link =
      g_build_filename (body->fixture->folder, "patients", "bbbbbbbbbbbbbbbbbbbbbbbbbb", NULL);

  g_assert_cmpint (symlink (body->shelf, link), ==, 0);
}

static void
harm_patient_file (Body *body)
{
  g_autofree char *file =
      g_build_filename (body->fixture->folder, "patients", "cccccccccccccccccccccccccc", NULL);

  scratch_write (file, "x", 1);
}

static void
harm_patient_name (Body *body)
{
  g_autofree char *folder = g_build_filename (body->fixture->folder, "patients", "New folder", NULL);

  g_assert_cmpint (mkdir (folder, 0700), ==, 0);
}

static void
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

static void
harm_keyfile_empty (Body *body)
{
  write_practice_file (body, "");
}

static void
harm_keyfile_without_id (Body *body)
{
  write_practice_file (body, "[Tonus]\nFormat=1\n");
}

static void
harm_keyfile_nonsense (Body *body)
{
  write_practice_file (body, "hello");
}

static void
harm_keyfile_newer (Body *body)
{
  g_autofree char *text = g_strdup_printf ("[Tonus]\nFormat=2\nPractice=%s\n",
                                           tonus_practice_get_id (body->fixture->practice));

  write_practice_file (body, text);
}

static void
harm_keyfile_gone (Body *body)
{
  g_autofree char *file = g_build_filename (body->fixture->folder, "practice.keyfile", NULL);

  unlink (file);
}

static void
harm_own_folder_gone (Body *body)
{
  g_autofree char *own = g_build_filename (body->fixture->folder, "practice", NULL);
  g_autofree char *away = g_build_filename (body->fixture->folder, "practice-moved", NULL);

  g_assert_cmpint (rename (own, away), ==, 0);
}

#define DAMAGE TONUS_FINDING_DAMAGE
#define WARNING TONUS_FINDING_WARNING
#define NOTE TONUS_FINDING_NOTE

static const Case cases[] = {
  { "empty", harm_empty, LEFT_OLD, DAMAGE, "promises" },
  { "nul-filled", harm_nul_filled, LEFT_OLD, DAMAGE, "promises" },
  { "half-copied", harm_half, LEFT_OLD, DAMAGE, "promises" },
  { "nul-tail", harm_nul_tail, LEFT_OLD, DAMAGE, "promises" },
  { "longer", harm_longer, LEFT_OLD, DAMAGE, "promises" },
  { "one-bit", harm_bit, LEFT_OLD, DAMAGE, "promises" },
  { "swapped", harm_swapped, LEFT_OLD, DAMAGE, "promises" },
  { "huge", harm_huge, LEFT_OLD, DAMAGE, "larger" },
  { "link", harm_link, LEFT_OLD, DAMAGE, "link" },
  { "dangling-link", harm_dangling, LEFT_OLD, DAMAGE, "link" },
  { "fifo", harm_fifo, LEFT_OLD, DAMAGE, "no plain file" },
  { "directory", harm_directory, LEFT_OLD, DAMAGE, "no plain file" },
  { "gone", harm_gone, LEFT_OLD, NOTE, NULL },
  { "parent-gone", harm_parent_gone, LEFT_NEW, WARNING, "incomplete" },
  { "parent-cut", harm_parent_cut, LEFT_NEW, DAMAGE, "promises" },
  { "both-empty", harm_both, LEFT_NONE, DAMAGE, "promises" },
  { "conflict-copy", harm_conflict_copy, LEFT_NEW, WARNING, "sync program" },
  { "renamed-by-sync", harm_renamed, LEFT_OLD, NOTE, "nothing of Tonus" },
  { "foreign", harm_foreign, LEFT_NEW, NOTE, "nothing of Tonus" },
  { "temporary", harm_old_temporary, LEFT_NEW, NOTE, ".tmp-" },
  { "name-without-hash", harm_name_without_hash, LEFT_NEW, WARNING, "not the name" },
  { "name-with-newline", harm_name_with_newline, LEFT_NEW, WARNING, "not the name" },
  { "name-not-utf8", harm_name_not_utf8, LEFT_NEW, WARNING, "not the name" },
  { "other-patients-folder", harm_other_patient, LEFT_OLD, DAMAGE, "Patient" },
  { "in-practice-folder", harm_in_practice, LEFT_NEW, DAMAGE, "Patient" },
  { "renumbered", harm_renumbered, LEFT_OLD, DAMAGE, "Revision" },
  { "other-kind", harm_other_kind, LEFT_OLD, DAMAGE, "Kind" },
  { "wrong-object", harm_wrong_object, LEFT_NEW, DAMAGE, "Object" },
  { "newer-format", harm_newer_format, LEFT_NEW, NOTE, "newer Tonus" },
  { "absent-parent", harm_absent_parent, LEFT_NEW, WARNING, "incomplete" },
  { "fork", harm_fork, LEFT_NEW, NOTE, "versions" },
  { "two-signed", harm_two_signed, LEFT_NEW, WARNING, "signed" },
  { "changed-after-signing", harm_changed_after_signing, LEFT_NEW, WARNING, "signed" },
  { "number-backwards", harm_number_backwards, LEFT_NEW, NOTE, "number" },
  { "clock-1970", harm_clock_1970, LEFT_NEW, NOTE, "clock" },
  { "clock-2099", harm_clock_2099, LEFT_NEW, NOTE, "clock" },
  { "clock-nonsense", harm_clock_nonsense, LEFT_OLD, DAMAGE, "no record" },
  { "patient-gone", harm_patient_gone, LEFT_NEW, WARNING, "patient's own" },
  { "episode-cut", harm_episode_cut, LEFT_NEW, DAMAGE, "promises" },
  { "therapist-gone", harm_therapist_gone, LEFT_NEW, WARNING, "points at" },
  { "therapist-cut", harm_therapist_cut, LEFT_NEW, DAMAGE, "promises" },
  { "unread-value", harm_unread, LEFT_NEW, WARNING, "could not be read" },
  { "duplicate-key", harm_duplicate_key, LEFT_NEW, DAMAGE, "twice" },
  { "no-header", harm_no_header, LEFT_NEW, DAMAGE, "no record" },
  { "not-utf8", harm_not_utf8, LEFT_NEW, DAMAGE, "UTF-8" },
  { "patient-link", harm_patient_link, LEFT_NEW, DAMAGE, "no folder" },
  { "patient-file", harm_patient_file, LEFT_NEW, DAMAGE, "no folder" },
  { "patient-name", harm_patient_name, LEFT_NEW, NOTE, "no patient's folder" },
  { "readme-gone", harm_readme_gone, LEFT_NEW, NOTE, "missing" },
  { "keyfile-empty", harm_keyfile_empty, LEFT_LOCKED, DAMAGE, "practice.keyfile" },
  { "keyfile-without-id", harm_keyfile_without_id, LEFT_LOCKED, DAMAGE, "practice.keyfile" },
  { "keyfile-nonsense", harm_keyfile_nonsense, LEFT_LOCKED, DAMAGE, "practice.keyfile" },
  { "keyfile-gone", harm_keyfile_gone, LEFT_LOCKED, DAMAGE, "practice.keyfile" },
  { "keyfile-newer", harm_keyfile_newer, LEFT_NEW, NOTE, "newer Tonus" },
  { "own-folder-gone", harm_own_folder_gone, LEFT_NEW, DAMAGE, "practice" },
};

static Body *
body_new (void)
{
  Body *body = g_new0 (Body, 1);
  Fixture *fixture = body->fixture = fixture_new_on_disk ();

  body->old_path = fixture_path_of (fixture, fixture->patient, fixture->visit, NULL);
  body->new_hash =
      fixture_change (fixture->practice, fixture->visit, "pain/now", "1", fixture->therapist, NULL);
  body->new_path = fixture_path_of (fixture, fixture->patient, fixture->visit, body->new_hash);
  body->shelf = g_path_get_dirname (body->new_path);
  g_autoptr (GBytes) old = scratch_read (body->old_path);
  body->old_hash = tonus_hash_of (g_bytes_get_data (old, NULL), g_bytes_get_size (old));
  return body;
}

static void
body_free (Body *body)
{
  fixture_free (body->fixture);
  g_free (body->old_path);
  g_free (body->new_path);
  g_free (body->old_hash);
  g_free (body->new_hash);
  g_free (body->shelf);
  g_free (body);
}

static void
check_findings (const Case *item, TonusPractice *practice)
{
  g_autoptr (GPtrArray) findings = tonus_check_practice (practice, NULL, NULL);
  TonusFindingLevel worst = NOTE;
  gboolean is_named = item->word == NULL;

  g_assert_nonnull (findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const TonusFinding *finding = findings->pdata[i];
      worst = MAX (worst, finding->level);
      is_named = is_named || (finding->level == item->level && strstr (finding->message, item->word) != NULL);
      g_assert_cmpuint (strlen (finding->place), >, 0);
    }
  if (worst != item->level || !is_named)
    for (guint i = 0; i < findings->len; i++)
      {
        const TonusFinding *finding = findings->pdata[i];
        g_test_message ("%u %s: %s", finding->level, finding->place, finding->message);
      }
  g_assert_cmpint (worst, ==, item->level);
  g_assert_true (is_named);
}

static void
check_locked (Body *body, const Case *item)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tonus_practice_open (tonus_io_real (), body->fixture->folder, &error));
  g_assert_nonnull (strstr (error->message, item->word));
  g_assert_nonnull (strstr (error->message, body->fixture->folder));
  /* A window that has it open says so too. */
  g_assert_false (tonus_practice_is_available (body->fixture->practice, NULL));
}

static void
check_left (Body *body, const Case *item, TonusPractice *practice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) visit =
      tonus_practice_load (practice, body->fixture->visit, NULL, &error);
  const char *now = visit != NULL ? tonus_record_get (visit, "pain/now") : NULL;

  if (item->left == LEFT_OLD)
    g_assert_cmpstr (now, ==, "4");
  if (item->left == LEFT_NEW)
    g_assert_true (visit != NULL && g_strcmp0 (now, "4") != 0);
  if (item->left != LEFT_NONE)
    return;
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_DAMAGED);
}

/* Whatever happened to one file, the others open, and the next record can be saved. */
static void
check_rest (Body *body, TonusPractice *practice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) program =
      tonus_practice_load (practice, body->fixture->program, NULL, &error);
  g_autoptr (GPtrArray) entries = tonus_index_load (practice, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >=, 1);
  if (tonus_practice_is_read_only (practice))
    return;
  fixture_set (program, "program/advice", "Walk");
  g_assert_true (tonus_practice_save (practice, program, NULL, body->fixture->therapist, NULL, &error));
  g_assert_no_error (error);
}

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  Body *body = body_new ();

  item->harm (body);
  if (item->left == LEFT_LOCKED)
    check_locked (body, item);
  else
    {
      g_autoptr (TonusPractice) practice = fixture_open (body->fixture);
      check_findings (item, practice);
      check_left (body, item, practice);
      check_rest (body, practice);
      /* Nor is the window surprised that has had it open all the time. */
      g_autoptr (TonusRecord) visit =
          tonus_practice_load (body->fixture->practice, body->fixture->visit, NULL, NULL);
      g_assert_true (visit != NULL || item->left == LEFT_NONE);
    }
  body_free (body);
}

/* --- objects that may be read only -------------------------------------------------------------------------- */

static void
test_newer (void)
{
  Body *body = body_new ();
  g_autoptr (GError) error = NULL;

  harm_newer_format (body);
  g_autoptr (TonusPractice) practice = fixture_open (body->fixture);
  g_autofree char *hash = fixture_change (practice, body->fixture->visit, "pain/now", "0", NULL, &error);
  g_assert_null (hash);
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NEWER);
  g_clear_error (&error);

  harm_keyfile_newer (body);
  g_autoptr (TonusPractice) locked = fixture_open (body->fixture);
  g_assert_true (tonus_practice_is_read_only (locked));
  g_assert_cmpuint (tonus_practice_get_remarks (locked)->len, ==, 1);
  g_autofree char *none =
      fixture_change (locked, body->fixture->program, "program/advice", "x", NULL, &error);
  g_assert_null (none);
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_NEWER);
  body_free (body);
}

static void
test_forked_signature (void)
{
  Body *body = body_new ();
  g_autofree char *text = edit_new (body, "now=1", "now=3");
  g_autofree char *signed_text = sign (text, "2026-11-02T11:00:00+01:00");
  g_autoptr (GError) error = NULL;

  /* Another device signed while this one went on: the signed one is the record. */
  g_free (put_revision (body, body->shelf, "visit", body->fixture->visit, 2, signed_text));
  g_autoptr (TonusPractice) practice = fixture_open (body->fixture);
  g_autoptr (TonusObject) visit = tonus_practice_get_object (practice, body->fixture->visit, NULL);
  g_assert_cmpuint (visit->heads->len, ==, 2);
  g_assert_true (((TonusRevision *) visit->heads->pdata[0])->is_signed);
  g_autoptr (TonusRecord) record =
      tonus_practice_load (practice, body->fixture->visit, body->new_hash, NULL);
  g_assert_false (tonus_practice_save (practice, record, NULL, NULL, NULL, &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_SIGNED);
  body_free (body);
}

/* --- every bit, every length --------------------------------------------------------------------------------- */

static gboolean
is_noticed (Body *body)
{
  g_autoptr (TonusPractice) practice = fixture_open (body->fixture);
  g_autoptr (TonusObject) visit = tonus_practice_get_object (practice, body->fixture->visit, NULL);

  return visit != NULL && visit->damaged->len == 1 && visit->revisions->len == 1;
}

static void
test_every_bit (void)
{
  Body *body = body_new ();
  g_autoptr (GBytes) bytes = read_new (body);
  gsize length = g_bytes_get_size (bytes);
  guint n = 0;

  for (gsize bit = 0; bit < length * 8; bit++)
    {
      g_autofree char *text = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      text[bit / 8] ^= (char) (1 << (bit % 8));
      scratch_write (body->new_path, text, length);
      g_assert_true (is_noticed (body));
      n++;
    }
  for (gsize cut = 0; cut < length; cut++)
    {
      scratch_write (body->new_path, g_bytes_get_data (bytes, NULL), cut);
      g_assert_true (is_noticed (body));
      n++;
    }
  g_test_message ("%u bit flips and truncations, all noticed", n);
  body_free (body);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/damage/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/damage/newer", test_newer);
  g_test_add_func ("/damage/forked-signature", test_forked_signature);
  g_test_add_func ("/damage/every-bit", test_every_bit);
  return g_test_run ();
}
