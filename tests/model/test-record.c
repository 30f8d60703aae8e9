/* test-record.c - changing records: all or nothing, announced, undone, compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "plain-schema.h"
#include "random-record.h"
#include "tonus-record-text.h"

static TonusRecord *
new_visit (void)
{
  g_autoptr (TonusSchema) schema = plain_schema_new ();

  return tonus_record_new (schema, "visit", PLAIN_OBJECT);
}

static void
set (TonusRecord *record, const char *path, const char *text)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();
  g_autoptr (GError) error = NULL;

  tonus_changeset_set (changes, tonus_record_get_object (record), path, text);
  tonus_record_apply (record, changes, &error);
  g_assert_no_error (error);
}

static char *
text_of (TonusRecord *record)
{
  return g_string_free (tonus_record_to_text (record), FALSE);
}

/* Applying @changes must fail, name @path and change nothing. */
static void
assert_refused (TonusRecord *record, TonusChangeset *changes, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = text_of (record);
  gboolean is_applied = tonus_record_apply (record, changes, &error);
  g_autofree char *after = text_of (record);

  g_assert_false (is_applied);
  g_assert_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, message));
  g_assert_cmpstr (before, ==, after);
}

static void
test_changeset (void)
{
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();

  tonus_changeset_set (changes, "o", "a/b", "1");
  g_assert_true (tonus_changeset_is_only (changes, "o", "a/b"));
  g_assert_false (tonus_changeset_is_only (changes, "o", "a/c"));
  g_assert_false (tonus_changeset_is_only (changes, "p", "a/b"));
  tonus_changeset_add (changes, "o", "a/c", "2", NULL);
  g_assert_false (tonus_changeset_is_only (changes, "o", "a/b"));

  g_autoptr (TonusChangeset) inverse = tonus_changeset_invert (changes);
  g_autoptr (TonusChangeset) copy = tonus_changeset_copy (inverse);
  g_assert_cmpuint (tonus_changeset_get_size (copy), ==, 2);
  g_assert_cmpstr (tonus_changeset_get (copy, 0)->path, ==, "a/c");
  g_assert_cmpstr (tonus_changeset_get (copy, 0)->new_text, ==, "2");
  g_assert_null (tonus_changeset_get (copy, 0)->old_text);
  g_assert_cmpstr (tonus_changeset_get (copy, 1)->old_text, ==, "1");
  g_assert_null (tonus_changeset_get (copy, 1)->new_text);
}

static void
test_get (void)
{
  g_autoptr (TonusRecord) record = new_visit ();
  const TonusSection *rom = tonus_schema_find_section (tonus_record_get_schema (record), "rom");

  g_assert_null (tonus_record_get (record, "pain/now"));
  set (record, "pain/now", "0");
  set (record, "rom/hip-flexion.right/value", "95");
  g_assert_cmpstr (tonus_record_get (record, "pain/now"), ==, "0");
  g_assert_cmpstr (tonus_record_get (record, "complaint/now"), ==, "0");
  g_assert_cmpstr (tonus_record_get_at (record, "rom", "hip-flexion.right", "value"), ==, "95");
  g_assert_cmpstr (tonus_record_get (record, "rom/hip-flexion.right/side"), ==, "right");
  g_assert_cmpstr (
      tonus_record_get_field (record, tonus_section_lookup (rom, "motion"), "hip-flexion.right"),
      ==, "hip-flexion");
  g_assert_null (tonus_record_get (record, "rom/hip-flexion.left/side"));
  g_assert_null (tonus_record_get (record, "rom/hip-flexion.left/value"));
  g_assert_null (tonus_record_get (record, "rom/value"));
  g_assert_null (tonus_record_get (record, "no/such"));
  g_assert_null (tonus_record_get (record, "pain"));
  g_assert_null (tonus_record_get (record, ""));
  g_assert_null (tonus_record_get_at (record, "no", NULL, "such"));
  g_assert_true (tonus_record_has_section (record, "pain"));
  g_assert_false (tonus_record_has_section (record, "event"));
}

static void
test_rows (void)
{
  g_autoptr (TonusRecord) record = new_visit ();

  set (record, "event/bbbbbbbb/note", "first");
  set (record, "event/aaaaaaaa/note", "second");
  set (record, "event/cccccccc/note", "third");
  set (record, "event/aaaaaaaa/note", NULL);
  g_autoptr (GPtrArray) rows = tonus_record_get_rows (record, "event");
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (rows->pdata[1], ==, "cccccccc");
  g_assert_false (tonus_record_has_row (record, "event", "aaaaaaaa"));

  /* What is removed and comes back stands where it stood. */
  set (record, "event/aaaaaaaa/note", "second");
  g_autoptr (GPtrArray) again = tonus_record_get_rows (record, "event");
  g_assert_cmpuint (again->len, ==, 3);
  g_assert_cmpstr (again->pdata[1], ==, "aaaaaaaa");
  g_assert_true (tonus_record_has_row (record, "event", "aaaaaaaa"));
  g_autoptr (GPtrArray) none = tonus_record_get_rows (record, "pain");
  g_assert_cmpuint (none->len, ==, 0);
}

static const struct
{
  const char *path;
  const char *text;
  const char *message;
} refusals[] = {
  { "pain/now", "11", "pain/now: " },
  { "pain/now", "", "pain/now: " },
  { "pain/now", "7.0", "pain/now: " },
  { "pain/now", "~because", "pain/now: " },
  { "pain/weight", "7.50", "pain/weight: " },
  { "complaint/now", "11", "pain/now: " },
  { "pain/nose", "1", "pain/nose: no such field" },
  { "nose/now", "1", "nose/now: no such field" },
  { "nose/now", NULL, "nose/now: no such field" },
  { "pain/row/now", "1", "pain/row/now: no such field" },
  { "rom/value", "1", "rom/value: no such field" },
  { "rom/hip-flexion/value", "1", "rom/hip-flexion/value: no such field" },
  { "rom/hip-flexion.up/value", "1", "rom/hip-flexion.up/value: no such field" },
  { "rom/hip-flexion.left/value", "161", "rom/hip-flexion.left/value: " },
  { "rom/knee-extension.left/value", "21", "rom/knee-extension.left/value: " },
  { "rom/hip-flexion.left/side", "left", "rom/hip-flexion.left/side: is told by" },
  { "event/x/note", "n", "event/x/note: no such field" },
  { "event/aaaaaaaa/score", "1001", "event/aaaaaaaa/score: " },
  { "pain/words", "a\nb", "pain/words: " },
  { "pain/words", "bad \xff", "pain/words: " },
  { "pain/night", "true", "pain/night: " },
  { "", "1", ": no such field" },
};

static void
test_refusals (void)
{
  g_autoptr (TonusRecord) record = new_visit ();

  set (record, "pain/site", "back");
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (TonusChangeset) changes = tonus_changeset_new ();

      tonus_changeset_set (changes, PLAIN_OBJECT, "pain/night", "yes");
      tonus_changeset_set (changes, PLAIN_OBJECT, refusals[i].path, refusals[i].text);
      tonus_changeset_set (changes, PLAIN_OBJECT, "pain/site", NULL);
      assert_refused (record, changes, refusals[i].message);
      g_assert_false (tonus_record_check (record, refusals[i].path, refusals[i].text, NULL));
    }
  g_assert_true (tonus_record_check (record, "pain/now", "7", NULL));
  g_assert_null (tonus_record_get (record, "pain/now"));
}

static void
test_not_held (void)
{
  g_autoptr (TonusSchema) schema = plain_schema_new ();
  g_autoptr (TonusRecord) record = tonus_record_new (schema, "episode", PLAIN_OBJECT);
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();

  set (record, "event/aaaaaaaa/note", "held by both");
  tonus_changeset_set (changes, PLAIN_OBJECT, "pain/now", "1");
  assert_refused (record, changes, "pain/now: no such field: a record of kind “episode”");
}

/* The limits of a score hang on the choice beside it, whichever comes first. */
static void
test_chosen_limits (void)
{
  g_autoptr (TonusRecord) record = new_visit ();
  g_autoptr (TonusChangeset) both = tonus_changeset_new ();
  g_autoptr (TonusChangeset) lower = tonus_changeset_new ();
  g_autoptr (TonusChangeset) change_twice = tonus_changeset_new ();
  g_autoptr (GError) error = NULL;

  tonus_changeset_set (both, PLAIN_OBJECT, "event/aaaaaaaa/score", "70");
  tonus_changeset_set (both, PLAIN_OBJECT, "event/aaaaaaaa/measure", "odi");
  g_assert_true (tonus_record_apply (record, both, &error));
  g_assert_no_error (error);

  tonus_changeset_set (lower, PLAIN_OBJECT, "event/aaaaaaaa/measure", "psfs");
  assert_refused (record, lower, "event/aaaaaaaa/score: ");

  tonus_changeset_set (change_twice, PLAIN_OBJECT, "event/aaaaaaaa/score", "90");
  tonus_changeset_set (change_twice, PLAIN_OBJECT, "event/aaaaaaaa/measure", "psfs");
  tonus_changeset_set (change_twice, PLAIN_OBJECT, "event/aaaaaaaa/score", "9");
  g_assert_true (tonus_record_apply (record, change_twice, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tonus_record_get (record, "event/aaaaaaaa/score"), ==, "9");
}

static void
count_cb (TonusRecord *record, const char *path, gpointer data)
{
  GString *heard = data;
  const char *value = tonus_record_get (record, path);

  g_string_append_printf (heard, "%s=%s ", path, value == NULL ? "-" : value);
}

static void
test_announced (void)
{
  g_autoptr (TonusRecord) record = new_visit ();
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (TonusChangeset) changes = tonus_changeset_new ();

  g_signal_connect (record, "changed", G_CALLBACK (count_cb), all);
  g_signal_connect (record, "changed::rom/value", G_CALLBACK (count_cb), values);
  tonus_changeset_set (changes, PLAIN_OBJECT, "complaint/now", "7");
  tonus_changeset_set (changes, PLAIN_OBJECT, "rom/hip-flexion.left/value", "95");
  tonus_changeset_set (changes, PLAIN_OBJECT, "rom/hip-flexion.left/pain", NULL);
  tonus_changeset_set (changes, PLAIN_OTHER, "pain/site", "back");
  tonus_changeset_set (changes, PLAIN_OBJECT, "pain/now", "8");
  g_assert_true (tonus_record_apply (record, changes, NULL));
  /* Listeners see the record as it is after all changes. */
  g_assert_cmpstr (all->str, ==, "pain/now=8 rom/hip-flexion.left/value=95 pain/now=8 ");
  g_assert_cmpstr (values->str, ==, "rom/hip-flexion.left/value=95 ");
  g_assert_cmpstr (tonus_changeset_get (changes, 4)->old_text, ==, "7");
  g_assert_null (tonus_changeset_get (changes, 0)->old_text);
  g_assert_null (tonus_record_get (record, "pain/site"));

  g_string_truncate (all, 0);
  set (record, "pain/now", "8");
  g_assert_cmpstr (all->str, ==, "");
}

static void
test_unread (void)
{
  g_autoptr (TonusRecord) record = new_visit ();
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autofree char *huge = g_strnfill (100000, '\t');
  GHashTable *unread = tonus_record_get_unread (record);

  g_signal_connect (record, "changed::pain/now", G_CALLBACK (count_cb), heard);
  tonus_record_set_unread (record, "pain/now", "seven");
  tonus_record_set_unread (record, "pain/now", "seven");
  g_assert_cmpstr (g_hash_table_lookup (unread, "pain/now"), ==, "seven");
  set (record, "pain/now", "7");
  g_assert_cmpuint (g_hash_table_size (unread), ==, 0);
  tonus_record_set_unread (record, "pain/now", "ten");
  tonus_record_set_unread (record, "pain/now", NULL);
  g_assert_cmpuint (g_hash_table_size (unread), ==, 0);
  g_assert_cmpstr (heard->str, ==, "pain/now=- pain/now=7 pain/now=7 pain/now=7 ");

  /* The text stays one that can be read again. */
  tonus_record_set_unread (record, "pain/story", huge);
  tonus_record_set_unread (record, "pain/words", "\f\xff ok");
  g_autofree char *text = text_of (record);
  g_autoptr (TonusRecord) again = tonus_record_from_text (
      tonus_record_get_schema (record), text, strlen (text), TONUS_READ_KEEP, NULL, NULL);
  g_assert_nonnull (again);
  g_autofree char *same = text_of (again);
  g_assert_cmpstr (same, ==, text);
  g_assert_cmpstr (g_hash_table_lookup (tonus_record_get_unread (again), "pain/words"), ==,
                   "\xef\xbf\xbd ok");
}

static void
test_shows (void)
{
  g_autoptr (TonusRecord) record = new_visit ();
  const TonusSection *pain = tonus_schema_find_section (tonus_record_get_schema (record), "pain");
  const TonusField *words = tonus_section_lookup (pain, "words");

  g_assert_false (tonus_record_shows (record, words, NULL));
  g_assert_true (tonus_record_shows (record, tonus_section_lookup (pain, "now"), NULL));
  set (record, "pain/now", "7");
  g_assert_true (tonus_record_shows (record, words, NULL));
  set (record, "pain/now", "6");
  g_assert_false (tonus_record_shows (record, words, NULL));
}

static void
test_signed (void)
{
  static const char text[] =
      "[Tonus]\nKind=episode\nObject=" PLAIN_OBJECT "\n[signature]\ntime=now\n";
  g_autoptr (TonusRecord) record = new_visit ();
  g_autoptr (TonusRecord) later = tonus_record_from_text (
      tonus_record_get_schema (record), text, strlen (text), TONUS_READ_KEEP, NULL, NULL);

  g_assert_false (tonus_record_is_signed (record));
  set (record, "signature/time", "2026-11-23T10:42:07+01:00");
  g_assert_true (tonus_record_is_signed (record));
  g_assert_true (tonus_record_is_signed (later));
}

static void
test_header (void)
{
  g_autoptr (TonusRecord) record = new_visit ();
  TonusHeader header = *tonus_record_get_header (record);
  char *context[] = { (char *) "0123456789012345678901234567890123456789", NULL };

  header.revision = 5;
  header.context = context;
  tonus_record_set_header (record, &header);
  tonus_record_set_header (record, tonus_record_get_header (record));
  g_assert_cmpuint (tonus_record_get_header (record)->revision, ==, 5);
  g_assert_cmpstr (tonus_record_get_header (record)->context[0], ==, context[0]);
  g_assert_cmpstr (tonus_record_get_object (record), ==, PLAIN_OBJECT);
  g_assert_cmpstr (tonus_record_get_kind (record), ==, "visit");
}

static gboolean
stop_cb (TonusRecord *record, const TonusSection *section, const char *row, gpointer data)
{
  g_string_append_printf (data, "%s ", row == NULL ? section->id : row);
  return row == NULL;
}

static void
test_foreach (void)
{
  g_autoptr (TonusRecord) record = new_visit ();
  g_autoptr (GString) seen = g_string_new (NULL);

  set (record, "event/aaaaaaaa/note", "n");
  set (record, "rom/hip-flexion.left/value", "1");
  set (record, "signature/time", "t");
  set (record, "pain/now", "1");
  set (record, "pain/now", NULL);
  set (record, "pain/site", "back");
  tonus_record_foreach_group (record, stop_cb, seen);
  g_assert_cmpstr (seen->str, ==, "pain hip-flexion.left ");
}

static void
check_algebra (GRand *rand, TonusSchema *schema, const char *kind)
{
  g_autoptr (TonusRecord) a = random_record (rand, schema, kind, 40);
  g_autoptr (TonusRecord) b = tonus_record_copy (a);
  g_autofree char *before = text_of (a);
  g_autoptr (TonusChangeset) edits = random_changes (rand, b, 40);
  g_autoptr (GError) error = NULL;

  tonus_record_apply (b, edits, &error);
  g_assert_no_error (error);
  g_autofree char *after = text_of (b);

  /* diff, then apply, is identity */
  g_autoptr (TonusRecord) c = tonus_record_copy (a);
  g_autoptr (TonusChangeset) difference = tonus_record_diff (a, b);
  tonus_record_apply (c, difference, &error);
  g_assert_no_error (error);
  g_autoptr (TonusChangeset) nothing = tonus_record_diff (c, b);
  g_assert_cmpuint (tonus_changeset_get_size (nothing), ==, 0);

  /* undone and done again, to the byte */
  g_autoptr (TonusChangeset) inverse = tonus_changeset_invert (edits);
  tonus_record_apply (b, inverse, &error);
  g_assert_no_error (error);
  g_autofree char *undone = text_of (b);
  g_assert_cmpstr (undone, ==, before);
  tonus_record_apply (b, edits, &error);
  g_assert_no_error (error);
  g_autofree char *redone = text_of (b);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_algebra (void)
{
  g_autoptr (TonusSchema) schema = plain_schema_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < 300; i++)
    check_algebra (rand, schema, "visit");
  for (guint i = 0; i < 5; i++)
    for (guint k = 0; record_kinds[k] != NULL; k++)
      check_algebra (rand, tonus_schema_get_default (), record_kinds[k]);
}

/* A record read with another schema is compared all the same. */
static void
test_diff_across_schemas (void)
{
  g_autoptr (TonusRecord) a = new_visit ();
  g_autoptr (TonusRecord) b = new_visit ();

  set (a, "pain/now", "7");
  set (b, "pain/now", "7");
  set (b, "rom/hip-flexion.left/value", "1");
  g_autoptr (TonusChangeset) difference = tonus_record_diff (a, b);
  g_assert_cmpuint (tonus_changeset_get_size (difference), ==, 1);
  g_assert_cmpstr (tonus_changeset_get (difference, 0)->path, ==, "rom/hip-flexion.left/value");
  g_assert_true (tonus_record_apply (a, difference, NULL));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changeset", test_changeset);
  g_test_add_func ("/record/get", test_get);
  g_test_add_func ("/record/rows", test_rows);
  g_test_add_func ("/record/refusals", test_refusals);
  g_test_add_func ("/record/not-held", test_not_held);
  g_test_add_func ("/record/chosen-limits", test_chosen_limits);
  g_test_add_func ("/record/announced", test_announced);
  g_test_add_func ("/record/unread", test_unread);
  g_test_add_func ("/record/shows", test_shows);
  g_test_add_func ("/record/signed", test_signed);
  g_test_add_func ("/record/header", test_header);
  g_test_add_func ("/record/foreach", test_foreach);
  g_test_add_func ("/record/algebra", test_algebra);
  g_test_add_func ("/record/diff-across-schemas", test_diff_across_schemas);
  return g_test_run ();
}
