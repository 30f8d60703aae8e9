/* damage-history.c - what befalls the revisions of one object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "damage.h"
#include "tonus-id.h"
#include "tonus-revision.h"

/* The new revision's bytes under another name of a record. */
static void
rename_new (Body *body, const char *kind, guint64 number)
{
  g_autofree char *name = tonus_revision_name_format (kind, body->object, number, body->new_hash);
  g_autofree char *path = g_build_filename (body->shelf, name, NULL);

  g_assert_cmpint (rename (body->new_path, path), ==, 0);
}

void
harm_renumbered (Body *body)
{
  rename_new (body, body->kind, 7);
}

void
harm_other_kind (Body *body)
{
  gboolean is_clinical = tonus_schema_kind_is_clinical (body->kind);
  const char *other = is_clinical ? "addendum" : "payer";
  const char *another = is_clinical ? "void" : "snippet";

  rename_new (body, strcmp (body->kind, other) != 0 ? other : another, 2);
}

/* A patient's record among the practice's own, or the other way round. */
void
harm_other_shelf (Body *body)
{
  g_autofree char *name = g_path_get_basename (body->new_path);
  g_autofree char *path = tonus_schema_kind_is_clinical (body->kind)
                              ? g_build_filename (body->fixture->folder, "practice", name, NULL)
                              : g_build_filename (body->fixture->folder, "patients",
                                                  body->fixture->patient, name, NULL);
  g_autoptr (GBytes) bytes = body_read_new (body);

  scratch_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

void
harm_wrong_object (Body *body)
{
  g_autofree char *right = g_strdup_printf ("Object=%s", body->object);

  body_put_edited (body, 3, right, "Object=bbbbbbbbbbbbbbbbbbbbbbbbbb");
}

void
harm_newer_format (Body *body)
{
  g_autofree char *text = body_edit_new (body, "Format=1", "Format=2");
  g_autofree char *next = body_follow (body, text, 3, body->new_hash);

  g_free (body_put_revision (body, 3, next));
}

static void
put_after (Body *body, const char *parent)
{
  g_autoptr (GBytes) bytes = body_read_new (body);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *next = body_follow (body, text, 2, parent);

  unlink (body->new_path);
  g_free (body_put_revision (body, 2, next));
}

void
harm_absent_parent (Body *body)
{
  put_after (body, "0123456789abcdef0123456789abcdef01234567");
}

/* It says that it follows another object. */
void
harm_strange_parent (Body *body)
{
  gboolean is_program = strcmp (body->kind, "program") == 0;
  const char *other = is_program ? body->fixture->episode : body->fixture->program;
  g_autofree char *path = fixture_path_of (body->fixture, body->fixture->patient, other, NULL);
  g_autoptr (GBytes) bytes = scratch_read (path);
  g_autofree char *hash = tonus_hash_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  put_after (body, hash);
}

void
harm_fork (Body *body)
{
  body_put_edited (body, 2, body->new_line, body->next_line);
}

void
harm_two_signed (Body *body)
{
  g_autofree char *text = body_edit_new (body, body->new_line, body->next_line);
  g_autofree char *one = body_sign (text, "2026-11-02T11:00:00+01:00");
  g_autofree char *two = body_sign (text, "2026-11-02T12:00:00+01:00");

  g_free (body_put_revision (body, 2, one));
  g_free (body_put_revision (body, 2, two));
  unlink (body->new_path);
}

void
harm_changed_after_signing (Body *body)
{
  g_autoptr (GBytes) bytes = body_read_new (body);
  g_autofree char *last = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *text = body_edit_new (body, body->new_line, body->next_line);
  g_autofree char *signed_text = body_sign (text, "2026-11-02T11:00:00+01:00");
  g_autofree char *hash = body_put_revision (body, 2, signed_text);
  g_autofree char *after = body_follow (body, last, 3, hash);

  unlink (body->new_path);
  g_free (body_put_revision (body, 3, after));
}

/* Real circles would need a broken SHA-256; that a revision is its own follower's follower can only
 * be tried by numbers. */
void
harm_number_backwards (Body *body)
{
  g_autofree char *text = body_edit_new (body, body->new_line, body->next_line);
  g_autofree char *next = body_follow (body, text, 1, body->new_hash);

  g_free (body_put_revision (body, 1, next));
}

static void
put_written (Body *body, const char *written)
{
  g_autoptr (GBytes) bytes = body_read_new (body);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *at = strstr (text, "Written=");
  char *end = strchr (at, '\n');
  g_autofree char *before = g_strndup (text, (gsize) (at - text));
  g_autofree char *whole = g_strdup_printf ("%sWritten=%s%s", before, written, end);

  unlink (body->new_path);
  g_free (body_put_revision (body, 2, whole));
}

void
harm_clock_1970 (Body *body)
{
  put_written (body, "1970-01-01T00:00:00+00:00");
}

void
harm_clock_2099 (Body *body)
{
  put_written (body, "2099-01-01T00:00:00+00:00");
}

void
harm_clock_nonsense (Body *body)
{
  put_written (body, "yesterday");
}

void
harm_duplicate_key (Body *body)
{
  g_autofree char *twice = g_strconcat (body->new_line, "\n", body->next_line, NULL);

  body_put_edited (body, 2, body->new_line, twice);
}

void
harm_no_header (Body *body)
{
  g_autofree char *text = g_strdup_printf ("[pain]\n%s\n", body->next_line);

  g_free (body_put_revision (body, 3, text));
}

void
harm_not_utf8 (Body *body)
{
  g_autofree char *line = g_strconcat (body->new_line, "\xff\xfe", NULL);

  body_put_edited (body, 2, body->new_line, line);
}

/* Only of a visit: what could not be read in one version is right in the next. */
void
harm_settled (Body *body)
{
  g_autofree char *text = body_edit_new (body, "now=1", "now=unclear");
  g_autofree char *right = body_edit_new (body, "now=1", "now=3");
  g_autofree char *parent = body_put_revision (body, 2, text);
  g_autofree char *follows = body_follow (body, right, 3, parent);

  g_free (body_put_revision (body, 3, follows));
  unlink (body->new_path);
}

/* Only of a visit. */
void
harm_unread (Body *body)
{
  body_put_edited (body, 2, "now=1", "now=unclear");
  unlink (body->new_path);
}
