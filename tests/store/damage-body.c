/* damage-body.c - the practice under the knife: one object of it has two revisions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <glib.h>

#include "damage.h"
#include "tonus-id.h"
#include "tonus-revision.h"

/* What the second revision of each kind changes: @text and the digit 1. */
typedef struct
{
  const char *kind;
  const char *path; /* NULL: written as text */
  const char *text;
} Specimen;

static const Specimen specimens[] = {
  { "patient", "contact/phone", "555 010" },
  { "episode", "episode/title", "Left knee " },
  { "program", "program/advice", "Walk, kilometres: " },
  { "visit", "pain/now", "" },
  { "addendum", "addendum/text", "What was forgotten " },
  { "void", "void/note", "Wrong patient " },
  { "attachment", "attachment/title", "Letter " },
  { "clinic", "clinic/phone", "555 020" },
  { "therapist", "therapist/licence", "PT 100" },
  { "payer", "payer/name", "North Fund " },
  { "catalogue", NULL, "Label=Good " },
  { "snippet", "snippet/text", "Ice " },
};

const char *const all_kinds[] = { "patient",   "episode",    "program", "visit",     "addendum",
                                  "void",      "attachment", "clinic",  "therapist", "payer",
                                  "catalogue", "snippet",    NULL };

GBytes *
body_read_new (Body *body)
{
  return scratch_read (body->new_path);
}

char *
body_put_revision (Body *body, guint64 number, const char *text)
{
  g_autofree char *hash = tonus_hash_of (text, strlen (text));
  g_autofree char *name = tonus_revision_name_format (body->kind, body->object, number, hash);
  g_autofree char *path = g_build_filename (body->shelf, name, NULL);

  scratch_write (path, text, strlen (text));
  return g_steal_pointer (&hash);
}

static char *
replace_once (const char *text, const char *from, const char *to)
{
  g_autoptr (GString) edited = g_string_new (text);

  g_assert_cmpuint (g_string_replace (edited, from, to, 1), ==, 1);
  return g_strdup (edited->str);
}

char *
body_edit_new (Body *body, const char *from, const char *to)
{
  g_autoptr (GBytes) bytes = body_read_new (body);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return replace_once (text, from, to);
}

void
body_put_edited (Body *body, guint64 number, const char *from, const char *to)
{
  g_autofree char *text = body_edit_new (body, from, to);

  g_free (body_put_revision (body, number, text));
}

char *
body_follow (Body *body, const char *text, guint64 number, const char *parent)
{
  g_autofree char *old_parent = g_strdup_printf ("Parents=%s;", body->old_hash);
  g_autofree char *new_parent = g_strdup_printf ("Parents=%s;", parent);
  g_autofree char *revision = g_strdup_printf ("Revision=%" G_GUINT64_FORMAT, number);
  g_autofree char *numbered = replace_once (text, "Revision=2", revision);

  return replace_once (numbered, old_parent, new_parent);
}

char *
body_sign (const char *text, const char *time)
{
  return g_strdup_printf ("%s\n[signature]\nname=Ana\ntime=%s\n", text, time);
}

/* The object of this kind that the practice has anyway.  (transfer full) (nullable) */
static char *
find_object (Fixture *fixture, const char *kind)
{
  const char *patient = tonus_schema_kind_is_clinical (kind) ? fixture->patient : NULL;
  g_autoptr (GPtrArray) ids = tonus_practice_list_objects (fixture->practice, patient, kind, NULL);

  g_assert_nonnull (ids);
  return ids->len > 0 ? g_strdup (ids->pdata[0]) : NULL;
}

/* The catalogue with @line; @object NULL: a new one.  (transfer full): its id */
static char *
put_catalogue (Fixture *fixture, const char *object, const char *line)
{
  g_autofree char *named = object != NULL ? g_strconcat ("Object=", object, "\n", NULL) : NULL;
  g_autofree char *text =
      g_strdup_printf ("[Tonus]\nKind=catalogue\n%s[x-mood]\nLabel=Mood\n[x-mood/x-good]\n%s\n",
                       named != NULL ? named : "", line);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) record = tonus_practice_record_text (
      fixture->practice, text, strlen (text), fixture->therapist, NULL, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (tonus_record_get_object (record));
}

/* The first revision, unless the practice has such an object anyway. */
static char *
make_object (Fixture *fixture, const Specimen *specimen)
{
  gboolean is_clinical = tonus_schema_kind_is_clinical (specimen->kind);
  g_autofree char *text = g_strconcat (specimen->text, "4", NULL);
  char *there = find_object (fixture, specimen->kind);

  if (there != NULL)
    return there;
  if (specimen->path == NULL)
    return put_catalogue (fixture, NULL, text);
  return fixture_add (fixture->practice, specimen->kind, is_clinical ? fixture->patient : NULL,
                      fixture->therapist, specimen->path, text, NULL);
}

static void
change_object (Body *body, const Specimen *specimen)
{
  Fixture *fixture = body->fixture;
  g_autofree char *text = g_strconcat (specimen->text, "1", NULL);
  g_autoptr (GError) error = NULL;

  if (specimen->path == NULL)
    g_free (put_catalogue (fixture, body->object, text));
  else
    g_free (fixture_change (fixture->practice, body->object, specimen->path, text,
                            fixture->therapist, &error));
  g_assert_no_error (error);
}

static char *
find_head (Body *body, char **hash)
{
  const char *patient = tonus_schema_kind_is_clinical (body->kind) ? body->fixture->patient : NULL;
  char *path = fixture_path_of (body->fixture, patient, body->object, NULL);
  g_autoptr (GBytes) bytes = scratch_read (path);

  *hash = tonus_hash_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return path;
}

static const Specimen *
find_specimen (const char *kind)
{
  guint i = 0;

  while (strcmp (specimens[i].kind, kind) != 0)
    g_assert_cmpuint (++i, <, G_N_ELEMENTS (specimens));
  return &specimens[i];
}

Body *
body_new (const char *kind)
{
  Body *body = g_new0 (Body, 1);
  const Specimen *specimen = find_specimen (kind);
  const char *key = specimen->path != NULL ? strchr (specimen->path, '/') + 1 : NULL;
  g_autofree char *start = g_strconcat (key != NULL ? key : "", key != NULL ? "=" : "", NULL);

  body->fixture = fixture_new_on_disk ();
  body->kind = specimen->kind;
  body->object = make_object (body->fixture, specimen);
  body->new_line = g_strconcat (start, specimen->text, "1", NULL);
  body->next_line = g_strconcat (start, specimen->text, "2", NULL);
  body->old_path = find_head (body, &body->old_hash);
  change_object (body, specimen);
  body->new_path = find_head (body, &body->new_hash);
  body->shelf = g_path_get_dirname (body->new_path);
  return body;
}

void
body_free (Body *body)
{
  fixture_free (body->fixture);
  g_free (body->object);
  g_free (body->new_line);
  g_free (body->next_line);
  g_free (body->old_path);
  g_free (body->new_path);
  g_free (body->old_hash);
  g_free (body->new_hash);
  g_free (body->shelf);
  g_free (body);
}
