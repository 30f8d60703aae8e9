/* fixture.c - a small practice to work on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"

#include <stdarg.h>
#include <string.h>

#include "tonus-id.h"
#include "tonus-practice.h"
#include "tonus-revision.h"

void
fixture_set (TonusRecord *record, const char *path, const char *text)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autoptr (GError) error = NULL;

  tonus_changeset_set (changes, tonus_record_get_object (record), path, text);
  tonus_record_apply (record, changes, &error);
  g_assert_no_error (error);
}

char *
fixture_add (
    TonusPractice *practice, const char *kind, const char *patient, const char *author, ...)
{
  g_autofree char *id = tonus_io_new_id (tonus_practice_get_io (practice));
  g_autoptr (TonusRecord) record =
      tonus_record_new (tonus_practice_get_schema (practice), kind, id);
  g_autoptr (GError) error = NULL;
  const char *path;
  va_list pairs;

  if (patient != NULL)
    {
      TonusHeader header = {
        .format = TONUS_FORMAT, .kind = (char *) kind, .object = id, .patient = (char *) patient
      };
      tonus_record_set_header (record, &header);
    }
  va_start (pairs, author);
  while ((path = va_arg (pairs, const char *)) != NULL)
    fixture_set (record, path, va_arg (pairs, const char *));
  va_end (pairs);
  tonus_practice_save (practice, record, NULL, author, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&id);
}

char *
fixture_change (TonusPractice *practice,
                const char *object,
                const char *path,
                const char *text,
                const char *author,
                GError **error)
{
  g_autoptr (TonusRecord) record = tonus_practice_load (practice, object, NULL, error);
  char *hash = NULL;

  if (record == NULL)
    return NULL;
  fixture_set (record, path, text);
  return tonus_practice_save (practice, record, NULL, author, &hash, error) ? hash : NULL;
}

Fixture *
fixture_new (TonusIo *io, const char *folder)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_strdup (folder);
  self->practice =
      tonus_practice_create (io, folder, "Hillside", "Ana Reyes", "PT", &self->therapist, &error);
  g_assert_no_error (error);
  self->patient = fixture_add (self->practice, "patient", NULL, self->therapist, "patient/given",
                               "Maria", "patient/family", "Škoda", "patient/born", "1988-05-03",
                               "contact/phone", "555 0100", NULL);
  self->episode = fixture_add (self->practice, "episode", self->patient, self->therapist,
                               "episode/title", "Right hip", "episode/start", "2026-11-02", NULL);
  self->program =
      fixture_add (self->practice, "program", self->patient, self->therapist, "program/episode",
                   self->episode, "program/date", "2026-11-02", "program/version", "1", NULL);
  self->visit =
      fixture_add (self->practice, "visit", self->patient, self->therapist, "visit/kind",
                   "evaluation", "visit/episode", self->episode, "visit/date", "2026-11-02",
                   "visit/therapist", self->therapist, "pain/now", "4", NULL);
  return self;
}

Fixture *
fixture_new_on_disk (void)
{
  g_autofree char *parent = scratch_make ();
  g_autofree char *folder = g_build_filename (parent, "practice", NULL);

  return fixture_new (tonus_io_real (), folder);
}

void
fixture_free (Fixture *self)
{
  g_autofree char *parent = g_path_get_dirname (self->folder);

  g_clear_object (&self->practice);
  if (g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    scratch_remove (parent);
  g_free (self->folder);
  g_free (self->therapist);
  g_free (self->patient);
  g_free (self->episode);
  g_free (self->program);
  g_free (self->visit);
  g_free (self);
}

TonusPractice *
fixture_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  TonusPractice *practice =
      tonus_practice_open (tonus_practice_get_io (self->practice), self->folder, &error);

  g_assert_no_error (error);
  return practice;
}

/* A text that @field takes, or NULL. */
static const char *
find_value (const TonusField *field)
{
  switch (field->kind)
    {
    case TONUS_KIND_TEXT:
      return "palpation tender over the greater trochanter";
    case TONUS_KIND_NOTE:
      return "Better since the last visit; walks 20 minutes.\nStairs one at a time, no night pain.";
    case TONUS_KIND_INTEGER:
    case TONUS_KIND_DECIMAL:
    case TONUS_KIND_SCORE:
      return "2";
    case TONUS_KIND_BOOLEAN:
      return "yes";
    case TONUS_KIND_DATE:
      return "2026-11-02";
    case TONUS_KIND_TIME:
      return "10:30";
    case TONUS_KIND_CHOICE:
    case TONUS_KIND_GRADE:
      return ((TonusEntry *) tonus_catalogue_get_entries (field->choices)->pdata[0])->id;
    case TONUS_KIND_CHOICES:
    case TONUS_KIND_REF:
    case TONUS_N_KINDS:
      return NULL;
    }
  return NULL;
}

/* The id of the @nth row of @section.  (transfer full) */
static char *
build_row (const TonusSection *section, guint nth)
{
  g_autoptr (GString) row = g_string_new (NULL);

  if (section->repeat == TONUS_REPEAT_NONE)
    return NULL;
  if (section->repeat == TONUS_REPEAT_EVENT)
    return g_strdup_printf ("aaaaaa%c%c", 'a' + (int) (nth / 26), 'a' + (int) (nth % 26));
  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusField *key = section->keys->pdata[i];
      GPtrArray *entries = tonus_catalogue_get_entries (key->choices);
      const TonusEntry *entry = entries->pdata[nth % entries->len];
      g_string_append_printf (row, "%s%s", i > 0 ? "." : "", entry->id);
      nth /= entries->len;
    }
  return g_strdup (row->str);
}

/* What the schema does not take is left out. */
static gsize
fill_section (TonusRecord *visit, const TonusSection *section, guint nth)
{
  g_autofree char *row = build_row (section, nth);
  gsize length = 0;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = section->fields->pdata[i];
      g_autofree char *path = tonus_path_join (section->id, row, field->id);
      const char *text = find_value (field);
      if (text == NULL || field->key_index >= 0 || strcmp (section->id, "visit") == 0 ||
          !tonus_record_check (visit, path, text, NULL))
        continue;
      fixture_set (visit, path, text);
      length += strlen (field->id) + strlen (text) + 2;
    }
  return length;
}

void
fixture_fill_visit (TonusRecord *visit, gsize bytes)
{
  GPtrArray *sections = tonus_schema_get_sections (tonus_record_get_schema (visit));
  gsize length = 0;

  for (guint nth = 0; length < bytes; nth++)
    for (guint i = 0; i < sections->len && length < bytes; i++)
      {
        const TonusSection *section = sections->pdata[i];
        if (tonus_section_is_held_by (section, "visit") && strcmp (section->id, "signature") != 0 &&
            (nth == 0 || section->repeat != TONUS_REPEAT_NONE))
          length += fill_section (visit, section, nth);
      }
}

char *
fixture_path_of (Fixture *self, const char *patient, const char *object, const char *hash)
{
  g_autoptr (TonusPractice) practice = fixture_open (self);
  g_autoptr (TonusObject) found = tonus_practice_get_object (practice, object, NULL);

  g_assert_nonnull (found);
  for (guint i = 0; i < found->revisions->len; i++)
    {
      const TonusRevision *revision = found->revisions->pdata[i];
      const TonusRevision *head = found->heads->pdata[0];
      if (strcmp (revision->hash, hash != NULL ? hash : head->hash) != 0)
        continue;
      g_autofree char *name =
          tonus_revision_name_format (found->kind, object, revision->number, revision->hash);
      return patient != NULL ? g_build_filename (self->folder, "patients", patient, name, NULL)
                             : g_build_filename (self->folder, "practice", name, NULL);
    }
  return NULL;
}

void
fixture_sign (TonusRecord *visit, const char *signer)
{
  fixture_set (visit, "signature/signer", signer);
  fixture_set (visit, "signature/name", "Ana Reyes");
  fixture_set (visit, "signature/time", "2026-11-02T11:00:00+01:00");
}
