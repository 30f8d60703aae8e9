/* test-record-text.c - records as text: round trips, hostile texts, and GKeyFile as the judge
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "keyfile-oracle.h"
#include "plain-schema.h"
#include "random-record.h"
#include "tonus-record-lines.h"
#include "tonus-record-text.h"

#define HEAD "[Tonus]\nFormat=1\nKind=visit\nObject=" PLAIN_OBJECT "\n"
#define HASH_A "0123456789012345678901234567890123456789"

static TonusRecord *
read_plain (const char *text, TonusReadMode mode, GPtrArray *refusals, GError **error)
{
  g_autoptr (TonusSchema) schema = plain_schema_new ();

  return tonus_record_from_text (schema, text, strlen (text), mode, refusals, error);
}

static TonusRecord *
keep (const char *text)
{
  g_autoptr (GError) error = NULL;
  TonusRecord *record = read_plain (text, TONUS_READ_KEEP, NULL, &error);

  g_assert_no_error (error);
  return record;
}

static void
assert_text (TonusRecord *record, const char *expected)
{
  g_autoptr (GString) text = tonus_record_to_text (record);

  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (text->len, ==, strlen (expected));
}

static void
check_random_records (TonusSchema *schema, guint rounds, guint n_values)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);

  for (guint i = 0; i < rounds; i++)
    for (guint k = 0; record_kinds[k] != NULL; k++)
      {
        g_autoptr (TonusRecord) record = random_record (
            rand, schema, record_kinds[k], (guint) g_rand_int_range (rand, 0, (int) n_values));

        keyfile_oracle_check_record (record);
      }
}

static void
test_round_trip_plain (void)
{
  g_autoptr (TonusSchema) schema = plain_schema_new ();

  check_random_records (schema, 100, 60);
}

static void
test_round_trip_default (void)
{
  check_random_records (tonus_schema_get_default (), 10, 120);
}

static void
check_full_records (TonusSchema *schema)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20; i++)
    for (guint k = 0; record_kinds[k] != NULL; k++)
      {
        g_autoptr (TonusRecord) record = full_record (rand, schema, record_kinds[k]);
        g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
        g_autoptr (GString) text = tonus_record_to_text (record);
        g_autoptr (GError) error = NULL;

        keyfile_oracle_check_record (record);
        g_autoptr (TonusRecord) strict = tonus_record_from_text (
            schema, text->str, text->len, TONUS_READ_STRICT, refusals, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (refusals->len, ==, 0);
        assert_text (strict, text->str);
      }
}

static void
test_every_field (void)
{
  g_autoptr (TonusSchema) schema = plain_schema_new ();

  check_full_records (schema);
  check_full_records (tonus_schema_get_default ());
}

static void
test_same_bytes (void)
{
  g_autoptr (TonusRecord) record =
      keep ("[Tonus]\nContext=" HASH_A ";\nKind=visit\nParents=" HASH_A ";" HASH_A
            ";\nRevision=4\nWritten="
            "2026-11-23T10:42:07+01:00\nAuthor=" PLAIN_OTHER "\nPatient=" PLAIN_OTHER
            "\nObject=" PLAIN_OBJECT "\nSchema=3\nnews=from later\n"
            "[unread]\npain/weight=heavy\n[later/thing]\nb=\\s2\na=1\n"
            "[event/bbbbbbbb]\nnote=n\n[rom/knee-extension.left]\npain=2\nvalue=0\n"
            "[rom/hip-flexion.right]\nvalue=95\n[event/"
            "aaaaaaaa]\nnote=m\n[pain]\nsites=back;knee;\nnews=x\nnow=7\n");

  assert_text (record,
               "[Tonus]\nFormat=1\nKind=visit\nObject=" PLAIN_OBJECT "\nPatient=" PLAIN_OTHER
               "\nRevision=4\nParents=" HASH_A ";" HASH_A ";\nAuthor=" PLAIN_OTHER
               "\nWritten=2026-11-23T10:42:07+01:00\nSchema=3\nContext=" HASH_A
               ";\nnews=from later\n"
               "\n[pain]\nnow=7\nsites=back;knee;\nnews=x\n"
               "\n[rom/knee-extension.left]\nvalue=0\npain=2\n"
               "\n[rom/hip-flexion.right]\nvalue=95\n"
               "\n[event/bbbbbbbb]\nnote=n\n"
               "\n[event/aaaaaaaa]\nnote=m\n"
               "\n[later/thing]\nb=\\s2\na=1\n"
               "\n[unread]\npain/weight=heavy\n");
}

static const char *const escape_samples[] = {
  "",
  " ",
  "  a",
  "\ta",
  "a\tb",
  "a ",
  "\n",
  "\n a",
  "a\n b",
  "\r\n",
  "\\",
  "\\n",
  "a\\",
  ";",
  "a;b;",
  "#x",
  "[x]",
  "=",
  "~",
  "\x01\x1f",
  "\n\n  \t \n x ",
  "é 日本 😀",
  " \\ \n\\",
  "\xc2\xa0 x",
  "\xe2\x80\xa8",
};

static void
test_escapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (escape_samples); i++)
    {
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_autoptr (GString) ours = g_string_new (NULL);

      g_key_file_set_string (file, "g", "k", escape_samples[i]);
      tonus_raw_append_escaped (ours, escape_samples[i]);
      g_autofree char *theirs = g_key_file_get_value (file, "g", "k", NULL);
      g_autofree char *back = tonus_raw_unescape (ours->str, ours->len);
      g_assert_cmpstr (ours->str, ==, theirs);
      g_assert_cmpstr (back, ==, escape_samples[i]);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  gsize length;      /* 0: strlen */
  const char *error; /* part of the message; NULL: it is read */
  const char *path;  /* then this path … */
  const char *value; /* … has this value, or unread text, or raw foreign text */
} Hostile;

static const Hostile hostile[] = {
  { "empty", "", 0, "line 1: a record begins with", NULL, NULL },
  { "only blanks", "  \n\n\t\n", 0, "a record begins with", NULL, NULL },
  { "only a comment", "# hello\n", 0, "a record begins with", NULL, NULL },
  { "nul bytes", "\0\0\0\0\0\0\0\0", 8, "line 1: a NUL byte", NULL, NULL },
  { "nul in a value", HEAD "[pain]\nwords=a\0b\n", sizeof (HEAD "[pain]\nwords=a\0b\n") - 1,
    "line 6: a NUL byte", NULL, NULL },
  { "nul at the end", HEAD "\0", sizeof (HEAD "\0") - 1, "line 5: a NUL byte", NULL, NULL },
  { "byte order mark", "\xef\xbb\xbf" HEAD, 0, "byte order mark", NULL, NULL },
  { "utf-16", "\xff\xfe[\0T\0", 6, "not valid UTF-8", NULL, NULL },
  { "bad utf-8 in a value", HEAD "[pain]\nwords=M\xfcller\n", 0, "line 6: not valid UTF-8", NULL,
    NULL },
  { "cut utf-8", HEAD "[pain]\nwords=M\xc3", 0, "line 6: not valid UTF-8", NULL, NULL },
  { "overlong utf-8", HEAD "[pain]\nwords=\xc0\xaf\n", 0, "not valid UTF-8", NULL, NULL },
  { "surrogate", HEAD "[pain]\nwords=\xed\xa0\x80\n", 0, "not valid UTF-8", NULL, NULL },
  { "text before the first group", "x=1\n" HEAD, 0, "line 1: text before the first group", NULL,
    NULL },
  { "other first group", "[pain]\nnow=7\n" HEAD, 0, "line 1: a record begins with", NULL, NULL },
  { "no kind", "[Tonus]\nFormat=1\n[pain]\nnow=7\n", 0, "line 1: Kind: missing", NULL, NULL },
  { "unknown kind", "[Tonus]\nKind=dragon\n", 0, "“dragon” is no kind", NULL, NULL },
  { "kind is no word", "[Tonus]\nKind=../etc\n", 0, "line 2: Kind: not a word", NULL, NULL },
  { "object is no id", "[Tonus]\nKind=visit\nObject=../../etc/passwd\n", 0, "line 3: Object", NULL,
    NULL },
  { "patient in capitals", "[Tonus]\nKind=visit\nPatient=AAAAAAAAAAAAAAAAAAAAAAAAAA\n", 0,
    "line 3: Patient", NULL, NULL },
  { "revision zero", "[Tonus]\nKind=visit\nRevision=0\n", 0, "line 3: Revision", NULL, NULL },
  { "revision negative", "[Tonus]\nKind=visit\nRevision=-1\n", 0, "line 3: Revision", NULL, NULL },
  { "revision too large", "[Tonus]\nKind=visit\nRevision=99999999999999999999\n", 0,
    "line 3: Revision", NULL, NULL },
  { "format is no number", "[Tonus]\nFormat=one\nKind=visit\n", 0, "line 2: Format", NULL, NULL },
  { "parents are no hashes", "[Tonus]\nKind=visit\nParents=abc;\n", 0, "line 3: Parents", NULL,
    NULL },
  { "parents with a hole", "[Tonus]\nKind=visit\nParents=" HASH_A ";;\n", 0, "line 3: Parents",
    NULL, NULL },
  { "context is no hash", "[Tonus]\nKind=visit\nContext=x;\n", 0, "line 3: Context", NULL, NULL },
  { "written is no moment", "[Tonus]\nKind=visit\nWritten=yesterday\n", 0, "line 3: Written", NULL,
    NULL },
  { "header twice", HEAD "[pain]\nnow=7\n[Tonus]\nKind=void\n", 0, "[Tonus] is there twice", NULL,
    NULL },
  { "header key twice", "[Tonus]\nKind=visit\nKind=void\n", 0, "“Kind” is there twice", NULL,
    NULL },
  { "group twice", HEAD "[pain]\nnow=7\n[x]\na=1\n[pain]\nnow=8\n", 0, "[pain] is there twice",
    NULL, NULL },
  { "unknown group twice", HEAD "[x]\na=1\n[x]\na=2\n", 0, "[x] is there twice", NULL, NULL },
  { "key twice", HEAD "[pain]\nnow=7\nnow=8\n", 0, "line 7: the key “now” is there twice", NULL,
    NULL },
  { "bad value, then the key again", HEAD "[pain]\nnow=x\nnow=8\n", 0, "“now” is there twice", NULL,
    NULL },
  { "unknown key twice", HEAD "[x]\na=1\na=1\n", 0, "“a” is there twice", NULL, NULL },
  { "key twice with blanks", HEAD "[x]\na=1\n a =1\n", 0, "“a” is there twice", NULL, NULL },
  { "unread twice", HEAD "[unread]\npain/now=x\npain/now=y\n", 0, "is there twice", NULL, NULL },
  { "unknown escape", HEAD "[pain]\nwords=C:\\dir\n", 0, "line 6: an escape", NULL, NULL },
  { "escaped separator", HEAD "[pain]\nsites=a\\;b;\n", 0, "line 6: an escape", NULL, NULL },
  { "escape at the end", HEAD "[pain]\nwords=abc\\\n", 0, "in the middle of an escape", NULL,
    NULL },
  { "escape at the end of the text", HEAD "[pain]\nwords=abc\\", 0, "in the middle of an escape",
    NULL, NULL },
  { "bad escape in the unknown", HEAD "[x]\na=\\x41\n", 0, "an escape", NULL, NULL },
  { "encoding", HEAD "Encoding=ISO-8859-1\n", 0, "“Encoding”", NULL, NULL },
  { "encoding elsewhere", HEAD "[pain]\nEncoding=UTF-8\n", 0, "“Encoding”", NULL, NULL },
  { "group with a tail", HEAD "[pain] x\nnow=7\n", 0, "line 5: text behind", NULL, NULL },
  { "group not closed", HEAD "[pain\nnow=7\n", 0, "without its closing bracket", NULL, NULL },
  { "group in a group", HEAD "[[pain]]\nnow=7\n", 0, "text behind", NULL, NULL },
  { "group without a name", HEAD "[]\nnow=7\n", 0, "a group's name", NULL, NULL },
  { "group in capitals", HEAD "[Pain]\nnow=7\n", 0, "a group's name", NULL, NULL },
  { "group with a blank", HEAD "[pain ]\nnow=7\n", 0, "a group's name", NULL, NULL },
  { "group with an accent", HEAD "[douleur-é]\nnow=7\n", 0, "a group's name", NULL, NULL },
  { "key without value", HEAD "[pain]\nnow\n", 0, "line 6: neither", NULL, NULL },
  { "key without a name", HEAD "[pain]\n=7\n", 0, "a key's name", NULL, NULL },
  { "key with a blank", HEAD "[pain]\nright now=7\n", 0, "a key's name", NULL, NULL },
  { "key in capitals", HEAD "[pain]\nNow=7\n", 0, "a key's name", NULL, NULL },
  { "key with an open bracket", HEAD "[x]\na[es=7\n", 0, "a key's name", NULL, NULL },
  { "key with an empty locale", HEAD "[x]\na[]=7\n", 0, "a key's name", NULL, NULL },
  { "key with a tail", HEAD "[x]\na[es]b=7\n", 0, "a key's name", NULL, NULL },
  { "key with only a locale", HEAD "[x]\n[es]=7\n", 0, "text behind", NULL, NULL },
  { "semicolon comment", HEAD "; old style\n", 0, "neither", NULL, NULL },
  { "carriage returns alone", "[Tonus]\rKind=visit\r", 0, "text behind", NULL, NULL },
  { "carriage return in a value", HEAD "[pain]\nwords=a\rb\n", 0, "a carriage return", NULL, NULL },
  { "binary",
    "\x7f"
    "ELF\x02\x01\x01",
    0, "line 1: neither", NULL, NULL },

  { "carriage returns and newlines", "[Tonus]\r\nKind=visit\r\n\r\n[pain]\r\nnow=7\r\n", 0, NULL,
    "pain/now", "7" },
  { "no last newline", HEAD "[pain]\nnow=7", 0, NULL, "pain/now", "7" },
  { "comments and blanks", "# x\n\n" HEAD "  # y\n [pain] \n\tnow =  7\n", 0, NULL, "pain/now",
    "7" },
  { "no format", "[Tonus]\nKind=visit\n[pain]\nnow=7\n", 0, NULL, "pain/now", "7" },
  { "empty value", HEAD "[pain]\nnow=\nsite=back\n", 0, NULL, "pain/now", NULL },
  { "not tested", HEAD "[pain]\nnow=~refused\n", 0, NULL, "pain/now", "~refused" },
  { "doubled tilde", HEAD "[pain]\nwords=~~ 3 weeks\n", 0, NULL, "pain/words", "~~ 3 weeks" },
  { "retired entry", HEAD "[pain]\nsite=toe\n", 0, NULL, "pain/site", "toe" },
  { "retired field", HEAD "[pain]\nold=x\n", 0, NULL, "pain/old", "x" },
  { "moved field", HEAD "[vitals]\nweight=70.5\n", 0, NULL, "pain/weight", "70.5" },
  { "moved section", HEAD "[complaint]\nnow=7\n", 0, NULL, "pain/now", "7" },
  { "another spelling", HEAD "[pain]\nweight=70.50\n", 0, NULL, "pain/weight", "70.5" },
  { "accents apart", HEAD "[pain]\nwords=Zoe\xcc\x88\n", 0, NULL, "pain/words", "Zo\xc3\xab" },
  { "newlines in a note", HEAD "[pain]\nstory=a\\n[b]\\nc=1\n", 0, NULL, "pain/story",
    "a\n[b]\nc=1" },
  { "limits of the row", HEAD "[rom/hip-flexion.right]\nvalue=160\n", 0, NULL,
    "rom/hip-flexion.right/value", "160" },
  { "limits of a later choice", HEAD "[event/aaaaaaaa]\nscore=70\nmeasure=odi\n", 0, NULL,
    "event/aaaaaaaa/score", "70" },
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      const Hostile *row = &hostile[i];
      g_autoptr (TonusSchema) schema = plain_schema_new ();
      g_autoptr (GError) error = NULL;
      gsize length = row->length > 0 ? row->length : strlen (row->text);
      g_autoptr (TonusRecord) record =
          tonus_record_from_text (schema, row->text, length, TONUS_READ_KEEP, NULL, &error);

      g_test_message ("%s: %s", row->name, error == NULL ? "read" : error->message);
      g_assert_cmpint (record == NULL, ==, error != NULL);
      g_assert_cmpint (row->error != NULL, ==, error != NULL);
      if (error != NULL)
        {
          g_assert_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_TEXT);
          g_assert_nonnull (strstr (error->message, row->error));
          continue;
        }
      g_assert_cmpstr (tonus_record_get (record, row->path), ==, row->value);
      g_assert_cmpuint (g_hash_table_size (tonus_record_get_unread (record)), ==, 0);
      keyfile_oracle_check_text (row->text, length);
      keyfile_oracle_check_record (record);
    }
}

/* A text made of @n times @line (with the number in it) behind the header. */
static char *
repeat_line (const char *before, const char *line, guint n)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) parts = g_strsplit (line, "@", 2);

      g_string_append_printf (text, "%s%u%s", parts[0], i, parts[1]);
    }
  return g_string_free (text, FALSE);
}

static void
assert_scan (const char *text, const char *problem)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) same = NULL;
  gboolean is_sound = tonus_record_text_scan (text, strlen (text), &error);
  g_autoptr (TonusRecord) record = read_plain (text, TONUS_READ_KEEP, NULL, &same);

  g_assert_cmpint (is_sound, ==, problem == NULL);
  g_assert_cmpint (is_sound, ==, error == NULL);
  g_assert_cmpint (record != NULL, ==, problem == NULL);
  if (problem == NULL)
    return;
  g_assert_nonnull (strstr (error->message, problem));
  g_assert_cmpstr (error->message, ==, same->message);
}

static void
test_limits (void)
{
  g_autofree char *groups = repeat_line (HEAD, "[x@]\na=1\n", 4096);
  g_autofree char *more_groups = repeat_line (groups, "[y@]\na=1\n", 1);
  g_autofree char *keys = repeat_line (HEAD "[x]\n", "a@=1\n", 20000);
  g_autofree char *more_keys = repeat_line (keys, "b@=1\n", 1);
  g_autofree char *lines = repeat_line (HEAD "[x]\na=1\n", "#@\n", 40000 - 6);
  g_autofree char *more_lines = repeat_line (lines, "b@=1\n", 1);
  g_autofree char *header_keys = repeat_line (HEAD, "x@=1\n", 64);

  assert_scan (groups, NULL);
  assert_scan (more_groups, "more than 4096 groups");
  assert_scan (keys, NULL);
  assert_scan (more_keys, "more than 20000 keys");
  assert_scan (lines, NULL);
  assert_scan (more_lines, "more than 40000 lines");
  assert_scan (header_keys, "more than 64 keys in [Tonus]");
}

static void
test_sizes (void)
{
  g_autofree char *long_value = g_strnfill (64 * 1024, 'v');
  g_autofree char *longer_value = g_strnfill (64 * 1024 + 1, 'v');
  g_autofree char *long_name = g_strnfill (96, 'n');
  g_autofree char *longer_name = g_strnfill (97, 'n');
  g_autofree char *large = g_strnfill (1024 * 1024 + 1, '#');
  g_autofree char *value = g_strconcat (HEAD "[x]\na=", long_value, "\n", NULL);
  g_autofree char *too_long_value = g_strconcat (HEAD "[x]\na=", longer_value, "\n", NULL);
  g_autofree char *key = g_strconcat (HEAD "[x]\n", long_name, "=1\n", NULL);
  g_autofree char *too_long_key = g_strconcat (HEAD "[x]\n", longer_name, "=1\n", NULL);
  g_autofree char *group = g_strconcat (HEAD "[", long_name, "]\na=1\n", NULL);
  g_autofree char *too_long_group = g_strconcat (HEAD "[", longer_name, "]\na=1\n", NULL);

  assert_scan (value, NULL);
  assert_scan (too_long_value, "line 6: a value larger than 64 KiB");
  assert_scan (key, NULL);
  assert_scan (too_long_key, "line 6: a key's name");
  assert_scan (group, NULL);
  assert_scan (too_long_group, "line 5: a group's name");
  assert_scan (large, "larger than 1 MiB");
}

/* Every text cut anywhere is either refused or read like GKeyFile would. */
static void
test_cut_anywhere (void)
{
  g_autoptr (TonusSchema) schema = plain_schema_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (TonusRecord) record = full_record (rand, schema, "visit");
  g_autoptr (GString) text = tonus_record_to_text (record);
  guint n_read = 0;

  for (gsize length = 0; length < text->len; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *cut = g_strndup (text->str, length);
      g_autoptr (TonusRecord) read =
          tonus_record_from_text (schema, cut, length, TONUS_READ_KEEP, NULL, &error);

      g_assert_cmpint (read == NULL, ==, error != NULL);
      if (read == NULL)
        continue;
      keyfile_oracle_check_text (cut, length);
      keyfile_oracle_check_record (read);
      n_read++;
    }
  g_assert_cmpuint (n_read, >, 20);
  g_assert_cmpuint (n_read, <, text->len);
}

static void
assert_unread (TonusRecord *record, const char *path, const char *raw)
{
  g_assert_cmpstr (g_hash_table_lookup (tonus_record_get_unread (record), path), ==, raw);
  g_assert_null (tonus_record_get (record, path));
}

static void
test_unread_is_kept (void)
{
  static const char *const values[] = {
    "now=11",           "now=-1",     "now=7.5",          "now=seven",    "now=07",
    "since=2026-02-30", "hour=25:00", "night=maybe",      "site=nose",    "sites=knee;back;",
    "sites=knee",       "weight=1e3", "weight=1.2345678", "cause=nobody", "now=~because",
    "words=a\\nb",      "grade=3",    "old=\\s ",         "words=\\ttab"
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = g_strconcat (HEAD "[pain]\n", values[i], "\n", NULL);
      g_auto (GStrv) parts = g_strsplit (values[i], "=", 2);
      g_autofree char *path = g_strconcat ("pain/", parts[0], NULL);
      g_autofree char *words = tonus_raw_unescape (parts[1], strlen (parts[1]));
      g_autoptr (TonusRecord) record = keep (text);

      assert_unread (record, path, words);
      g_autoptr (GString) rewritten = tonus_record_to_text (record);
      g_autoptr (TonusRecord) again = keep (rewritten->str);
      assert_unread (again, path, words);
      assert_text (again, rewritten->str);
      g_assert_nonnull (strstr (rewritten->str, "[unread]\npain/"));
    }
}

static void
test_unread_of_rows (void)
{
  g_autoptr (TonusRecord) record =
      keep (HEAD "[rom/hip-flexion.right]\nvalue=161\n[event/aaaaaaaa]\nmeasure=psfs\nscore=70\n"
                 "[unread]\nevent/aaaaaaaa/score=older\n");

  assert_unread (record, "rom/hip-flexion.right/value", "161");
  g_assert_false (tonus_record_has_row (record, "rom", "hip-flexion.right"));
  /* Two texts for one place: neither is lost. */
  assert_unread (record, "event/aaaaaaaa/score", "older\n70");
  keyfile_oracle_check_record (record);
}

static void
test_unread_moves (void)
{
  g_autoptr (TonusRecord) record = keep (HEAD "[unread]\nvitals/weight=heavy\nlater/thing=x\n");

  assert_unread (record, "pain/weight", "heavy");
  assert_unread (record, "later/thing", "x");
}

static void
test_both_names (void)
{
  g_autoptr (TonusRecord) record = keep (HEAD "[vitals]\nweight=60\n[pain]\nweight=70\nnow=1\n");

  g_assert_cmpstr (tonus_record_get (record, "pain/weight"), ==, "60");
  g_assert_cmpstr (g_hash_table_lookup (tonus_record_get_unread (record), "pain/weight"), ==, "70");
}

static void
test_unknown_is_kept (void)
{
  static const char *const texts[] = {
    HEAD "\n[later]\n\n[later/row]\na=\\s1\nb[es]=dos\nLabel=x\n",
    HEAD "more=1\n\n[pain]\nnow=7\nlater=a;b;\n",
    HEAD "\n[pain]\nlater=only\n",
    HEAD "\n[rom/no-such.row]\nvalue=95\n",
    HEAD "\n[rom]\nvalue=95\n",
    HEAD "\n[rom/hip-flexion.right]\nvalue=95\nmotion=hip-flexion\n",
    HEAD "\n[event/short]\nnote=n\n",
    HEAD "\n[pain/row]\nnow=1\n",
    HEAD "\n[event/aaaaaaaa/more]\nnote=n\n",
    "[Tonus]\nFormat=1\nKind=episode\nObject=" PLAIN_OBJECT "\n\n[pain]\nnow=7\n",
    "[Tonus]\nFormat=1\nKind=catalogue\nObject=" PLAIN_OBJECT
    "\n\n[x-tests]\nLabel=Ours\n\n[x-tests/"
    "x-a]\nLabel=A\nLabel[es]=Á\nHelp=\\sb\n\n[pain]\nnow=99\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TonusRecord) record = keep (texts[i]);
      g_autoptr (TonusRecord) copy = tonus_record_copy (record);

      assert_text (record, texts[i]);
      assert_text (copy, texts[i]);
      keyfile_oracle_check_record (record);
    }
}

static void
test_newer_format (void)
{
  g_autoptr (TonusRecord) record =
      keep ("[Tonus]\nFormat=2\nKind=teleport\nObject=short\n\n[pain]\nnow=7\n");
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tonus_record_get_header (record)->format, ==, 2);
  assert_text (record, "[Tonus]\nFormat=2\nKind=teleport\nObject=short\n\n[pain]\nnow=7\n");
  g_assert_null (
      read_plain ("[Tonus]\nFormat=2\nKind=visit\n", TONUS_READ_STRICT, refusals, &error));
  g_assert_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED);
}

static gboolean
has_refusal (GPtrArray *refusals, const char *path, const char *why)
{
  for (guint i = 0; i < refusals->len; i++)
    if (g_str_has_prefix (refusals->pdata[i], path) && strstr (refusals->pdata[i], why) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_strict_names_everything (void)
{
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusRecord) record =
      read_plain ("[Tonus]\nKind=visit\nObject=me\nmore=1\n[pain]\nnow=11\nnose=1\nsite=back\n["
                  "nowhere]\na=1\nb=2\n"
                  "[rom/hip-flexion.up]\nvalue=1\n[rom/hip-flexion.left]\nvalue=161\nside=left\n"
                  "[event/aaaaaaaa]\nscore=11\nmeasure=psfs\n[unread]\npain/now=x\nno/such=y\n",
                  TONUS_READ_STRICT, refusals, &error);

  g_assert_null (record);
  g_assert_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED);
  g_assert_cmpuint (refusals->len, ==, 11);
  g_assert_true (has_refusal (refusals, "Tonus/Object: ", "not an id"));
  g_assert_true (has_refusal (refusals, "Tonus/more: ", "no such field"));
  g_assert_true (has_refusal (refusals, "pain/now: ", "11"));
  g_assert_true (has_refusal (refusals, "pain/nose: ", "no such field"));
  g_assert_true (has_refusal (refusals, "nowhere/a: ", "no such field"));
  g_assert_true (has_refusal (refusals, "nowhere/b: ", "no such field"));
  g_assert_true (has_refusal (refusals, "rom/hip-flexion.up/value: ", "no such field"));
  g_assert_true (has_refusal (refusals, "rom/hip-flexion.left/value: ", "161"));
  g_assert_true (has_refusal (refusals, "rom/hip-flexion.left/side: ", "name of the row"));
  g_assert_true (has_refusal (refusals, "event/aaaaaaaa/score: ", "11"));
  g_assert_true (has_refusal (refusals, "no/such: ", "no such field"));
  g_assert_true (g_str_has_prefix (error->message, refusals->pdata[0]));
  g_assert_true (g_str_has_suffix (error->message, "(and 10 more)"));
}

typedef struct
{
  const char *text;
  const char *refusal; /* NULL: accepted */
} Strict;

static const Strict strict_texts[] = {
  { "[Tonus]\nFormat=1\n", "Tonus/Kind: missing" },
  { "[Tonus]\nKind=dragon\n[pain]\nnow=7\n", "Tonus/Kind: “dragon”" },
  { "[Tonus]\nKind=episode\n[pain]\nnow=7\n",
    "pain/now: no such field: a record of kind “episode”" },
  { HEAD "[vitals]\nweight=60\n[pain]\nweight=70\n", "pain/weight: is there twice" },
  { HEAD "[pain]\nnow=~maybe\n", "pain/now: " },
  { HEAD "[pain]\nnow=+7\n", "pain/now: " },
  { HEAD "[pain]\nwords= \\s\n", "pain/words: " },
  { HEAD "[pain]\nnow=7\n[x]\n", NULL },
  { HEAD "[pain]\nnow=7\n[unread]\npain/weight=heavy\n", NULL },
  { "\xef\xbb\xbf" HEAD "[pain]\r\nnow=7\r\n", NULL },
  { HEAD "[pain]\nweight=7.50\n[vitals]\n", NULL },
  { HEAD "[pain]\nnow=\n", "pain/now: is empty" },
  { "[Tonus]\nKind=catalogue\n[x-a]\nLabel=A\n[x-a/x-b]\nanything=1\n", NULL },
};

static void
test_strict_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strict_texts); i++)
    {
      const Strict *row = &strict_texts[i];
      g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (TonusRecord) record = read_plain (row->text, TONUS_READ_STRICT, refusals, &error);
      g_autoptr (TonusRecord) same = read_plain (row->text, TONUS_READ_STRICT, NULL, NULL);

      g_assert_cmpint (record == NULL, ==, row->refusal != NULL);
      g_assert_cmpint (same == NULL, ==, record == NULL);
      g_assert_cmpint (refusals->len > 0, ==, row->refusal != NULL);
      if (row->refusal == NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED);
      g_assert_true (has_refusal (refusals, row->refusal, ""));
      g_assert_cmpstr (error->message, ==, refusals->pdata[0]);
    }
}

static void
test_header_alone (void)
{
  static const char text[] = "[Tonus]\nFormat=1\nKind=visit\nObject=" PLAIN_OBJECT
                             "\nRevision=3\nParents=" HASH_A ";\n[pain]\nnow now now\n";
  TonusHeader header;
  g_autoptr (GError) error = NULL;

  g_assert_true (tonus_header_from_text (text, strlen (text), &header, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (header.kind, ==, "visit");
  g_assert_cmpstr (header.object, ==, PLAIN_OBJECT);
  g_assert_null (header.patient);
  g_assert_cmpuint (header.revision, ==, 3);
  g_assert_cmpuint (g_strv_length (header.parents), ==, 1);
  tonus_header_clear (&header);
  g_assert_null (header.kind);

  g_assert_false (tonus_header_from_text ("[Tonus]\nKind=x\n", 15, &header, &error));
  g_assert_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_TEXT);
  g_assert_null (header.kind);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-text/round-trip/plain", test_round_trip_plain);
  g_test_add_func ("/record-text/round-trip/default", test_round_trip_default);
  g_test_add_func ("/record-text/round-trip/every-field", test_every_field);
  g_test_add_func ("/record-text/same-bytes", test_same_bytes);
  g_test_add_func ("/record-text/escapes", test_escapes);
  g_test_add_func ("/record-text/hostile", test_hostile);
  g_test_add_func ("/record-text/limits", test_limits);
  g_test_add_func ("/record-text/sizes", test_sizes);
  g_test_add_func ("/record-text/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/record-text/unread/kept", test_unread_is_kept);
  g_test_add_func ("/record-text/unread/rows", test_unread_of_rows);
  g_test_add_func ("/record-text/unread/moves", test_unread_moves);
  g_test_add_func ("/record-text/both-names", test_both_names);
  g_test_add_func ("/record-text/unknown", test_unknown_is_kept);
  g_test_add_func ("/record-text/newer-format", test_newer_format);
  g_test_add_func ("/record-text/strict/everything", test_strict_names_everything);
  g_test_add_func ("/record-text/strict/table", test_strict_table);
  g_test_add_func ("/record-text/header", test_header_alone);
  return g_test_run ();
}
