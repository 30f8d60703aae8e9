/* damage-body.c - the practice under the knife: its visit has two revisions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "damage.h"
#include "tonus-id.h"
#include "tonus-revision.h"

GBytes *
body_read_new (Body *body)
{
  return scratch_read (body->new_path);
}

/* Another file under a name that is right for its bytes. */
char *
body_put_revision (Body *body,
                   const char *folder,
                   const char *kind,
                   const char *object,
                   guint64 number,
                   const char *text)
{
  g_autofree char *hash = tonus_hash_of (text, strlen (text));
  g_autofree char *name = tonus_revision_name_format (kind, object, number, hash);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  scratch_write (path, text, strlen (text));
  return g_steal_pointer (&hash);
}

/* The new revision's text with @from replaced by @to. */
char *
body_edit_new (Body *body, const char *from, const char *to)
{
  g_autoptr (GBytes) bytes = body_read_new (body);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GString) edited = g_string_new (text);

  g_assert_cmpuint (g_string_replace (edited, from, to, 1), ==, 1);
  return g_strdup (edited->str);
}

void
body_put_edited (Body *body, guint64 number, const char *from, const char *to)
{
  g_autofree char *text = body_edit_new (body, from, to);

  g_free (body_put_revision (body, body->shelf, "visit", body->fixture->visit, number, text));
}

char *
body_sign (const char *text, const char *time)
{
  return g_strdup_printf ("%s\n[signature]\nname=Ana\ntime=%s\n", text, time);
}

Body *
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

void
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
