/* test-intake.c - a person's record file: taken as meant, or refused line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>
#include <unistd.h>

#include <glib.h>

#include "fixture.h"

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

static TonusRecord *record_text (
    Fixture *self, GPtrArray *refusals, char **hash, GError **error, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

static TonusRecord *
record_text (
    Fixture *self, GPtrArray *refusals, char **hash, GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return tonus_practice_record_text (self->practice, text, strlen (text), self->therapist, refusals,
                                     hash, error);
}

static void
test_intake (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *next = NULL;
  g_autoptr (TonusRecord) patient = record_text (
      self, NULL, NULL, &error, "[Tonus]\nKind=patient\n[patient]\ngiven=Jo\nfamily=Nowak\n");

  g_assert_no_error (error);
  const char *id = tonus_record_get_object (patient);
  g_assert_cmpstr (tonus_record_get_header (patient)->patient, ==, id);
  g_autoptr (TonusRecord) episode =
      record_text (self, NULL, &hash, &error,
                   "\xef\xbb\xbf[Tonus]\nKind=episode\nPatient=%s\n[episode]\ntitle=Knee\n", id);
  g_assert_no_error (error);
  g_assert_cmpstr (tonus_practice_hash_of (self->practice, episode), ==, hash);
  const char *object = tonus_record_get_object (episode);

  /* The next revision, with and without Parents. */
  g_autoptr (TonusRecord) second = record_text (
      self, NULL, &next, &error,
      "[Tonus]\nKind=episode\nPatient=%s\nObject=%s\n[episode]\ntitle=Left knee\n", id, object);
  g_assert_no_error (error);
  g_assert_cmpuint (tonus_record_get_header (second)->revision, ==, 2);
  g_autoptr (TonusRecord) third = record_text (
      self, NULL, NULL, &error,
      "[Tonus]\nKind=episode\nPatient=%s\nObject=%s\nParents=%s;\n[episode]\ntitle=Knee, left\n",
      id, object, next);
  g_assert_no_error (error);
  g_assert_cmpuint (tonus_record_get_header (third)->revision, ==, 3);
  g_assert_null (record_text (
      self, NULL, NULL, &error,
      "[Tonus]\nKind=episode\nPatient=%s\nObject=%s\nParents=%s;\n[episode]\ntitle=Old\n", id,
      object, hash));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_STALE);
}

/* What one is shown, changes and gives back: accepted while it is the latest, refused when it no
 * longer is, whatever Parents it came with. */
static void
test_copies (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) first =
      record_text (self, NULL, NULL, &error,
                   "[Tonus]\nKind=episode\nPatient=%s\n[episode]\ntitle=Knee\n", self->patient);
  g_assert_no_error (error);
  const char *object = tonus_record_get_object (first);

  for (guint64 revision = 1; revision <= 3; revision++)
    {
      g_autoptr (GBytes) shown = tonus_practice_load_bytes (self->practice, object, NULL, &error);
      g_autofree char *text = g_strndup (g_bytes_get_data (shown, NULL), g_bytes_get_size (shown));
      g_autoptr (TonusRecord) next = record_text (self, NULL, NULL, &error, "%s", text);
      g_assert_no_error (error);
      g_assert_cmpuint (tonus_record_get_header (next)->revision, ==, revision + 1);

      g_assert_null (record_text (self, NULL, NULL, &error, "%s", text));
      g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_STALE);
      g_assert_nonnull (strstr (error->message, "copy of revision"));
      g_clear_error (&error);
    }
}

static void
test_intake_refuses (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) before =
      tonus_practice_list_objects (self->practice, self->patient, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (
      record_text (self, refusals, NULL, &error,
                   "[Tonus]\nKind=visit\nPatient=%s\n[visit]\nkind=treatment\n[pain]\nnow=11\n"
                   "later=3\n",
                   self->patient));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
  g_assert_cmpuint (refusals->len, ==, 2);
  g_assert_true (g_str_has_prefix (refusals->pdata[0], "pain/now: "));
  g_assert_true (g_str_has_prefix (refusals->pdata[1], "pain/later: "));

  g_ptr_array_set_size (refusals, 0);
  g_clear_error (&error);
  g_assert_null (record_text (self, refusals, NULL, &error, "Kind=visit\n"));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
  g_assert_cmpuint (refusals->len, ==, 1);

  g_ptr_array_set_size (refusals, 0);
  g_clear_error (&error);
  g_assert_null (record_text (self, refusals, NULL, &error,
                              "[Tonus]\nKind=visit\nPatient=%s\n[visit]\nepisode=%s\n",
                              self->patient, self->visit));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
  g_assert_cmpuint (refusals->len, ==, 1);
  g_assert_true (g_str_has_prefix (refusals->pdata[0], "visit/episode: "));

  g_clear_error (&error);
  g_assert_null (record_text (self, NULL, NULL, &error,
                              "[Tonus]\nKind=episode\nPatient=%s\nObject=%s\n[episode]\ntitle=x\n",
                              self->patient, self->visit));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
  tonus_practice_refresh (self->practice);
  g_autoptr (GPtrArray) after =
      tonus_practice_list_objects (self->practice, self->patient, NULL, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
}

#define OWN_CATALOGUE                                                                              \
  "[Tonus]\nKind=catalogue\n[x-mood]\nLabel=Mood\n[x-mood/x-good]\nLabel=Good\n[x-mood/"           \
  "x-bad]\nLabel=Bad\n"
#define OWN_SECTION                                                                                \
  "[Tonus]\nKind=catalogue\n[x-extra]\nLabel=Extra\nholds=visit;\n[x-extra/x-mood]\nkind=choice\n" \
  "Label=Mood\nchoices=x-mood\n"

static void
test_own_catalogue (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  /* A section that needs a catalogue nobody has is refused, with its place. */
  g_assert_null (record_text (self, refusals, NULL, &error, OWN_SECTION));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_REFUSED);
  g_assert_cmpuint (refusals->len, ==, 1);
  g_assert_nonnull (strstr (refusals->pdata[0], "x-mood"));
  g_clear_error (&error);

  g_autoptr (TonusRecord) mood = record_text (self, NULL, NULL, &error, OWN_CATALOGUE);
  g_assert_no_error (error);
  g_autoptr (TonusRecord) section = record_text (self, NULL, NULL, &error, OWN_SECTION);
  g_assert_no_error (error);
  g_assert_nonnull (
      tonus_schema_find_section (tonus_practice_get_schema (self->practice), "x-extra"));

  g_autofree char *hash = fixture_change (self->practice, self->visit, "x-extra/x-mood", "x-good",
                                          self->therapist, &error);
  g_assert_no_error (error);
  g_autoptr (TonusPractice) other = fixture_open (self);
  g_autoptr (TonusRecord) visit = tonus_practice_load (other, self->visit, hash, NULL);
  g_assert_cmpstr (tonus_record_get (visit, "x-extra/x-mood"), ==, "x-good");
  g_assert_cmpuint (tonus_practice_get_remarks (other)->len, ==, 0);
}

/* A catalogue that stops linting is left out and named; the rest works, and what it described is
 * kept. */
static void
test_broken_catalogue (Place *place, gconstpointer data)
{
  Fixture *self = *place;
  g_autoptr (TonusRecord) mood = record_text (self, NULL, NULL, NULL, OWN_CATALOGUE);
  g_autoptr (TonusRecord) section = record_text (self, NULL, NULL, NULL, OWN_SECTION);
  g_autofree char *path = fixture_path_of (self, NULL, tonus_record_get_object (mood), NULL);
  g_autofree char *hash = fixture_change (self->practice, self->visit, "x-extra/x-mood", "x-good",
                                          self->therapist, NULL);

  g_assert_nonnull (hash);
  g_assert_cmpint (unlink (path), ==, 0);
  g_autoptr (TonusPractice) other = fixture_open (self);
  g_assert_cmpuint (tonus_practice_get_remarks (other)->len, ==, 1);
  g_assert_null (tonus_schema_find_section (tonus_practice_get_schema (other), "x-extra"));
  g_autofree char *next =
      fixture_change (other, self->visit, "pain/now", "1", self->therapist, NULL);
  g_autoptr (GBytes) bytes = tonus_practice_load_bytes (other, self->visit, next, NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                  "[x-extra]\nx-mood=x-good"));
}

#define ADD(path, function) g_test_add (path, Place, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/intake/revisions", test_intake);
  ADD ("/intake/copies", test_copies);
  ADD ("/intake/refuses", test_intake_refuses);
  ADD ("/intake/own-catalogue", test_own_catalogue);
  ADD ("/intake/broken-catalogue", test_broken_catalogue);
  return g_test_run ();
}
