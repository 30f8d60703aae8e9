/* test-text.c - our reader of schema files and GKeyFile's agree wherever both accept a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema-text.h"

#include "fixture.h"

/* Holds what we read against what GKeyFile reads of the same text. */
static void
assert_like_key_file (const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusSchemaText) ours = tonus_schema_text_new (name, text, &error);
  g_autoptr (GKeyFile) theirs = g_key_file_new ();

  g_assert_no_error (error);
  g_key_file_load_from_data (theirs, text, (gsize) -1, G_KEY_FILE_KEEP_TRANSLATIONS, &error);
  g_assert_no_error (error);

  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (theirs, &n_groups);
  g_assert_cmpuint (ours->groups->len, ==, n_groups);

  for (guint i = 0; i < n_groups; i++)
    {
      const TonusSchemaGroup *group = &g_array_index (ours->groups, TonusSchemaGroup, i);
      gsize n_keys;
      g_auto (GStrv) keys = g_key_file_get_keys (theirs, groups[i], &n_keys, NULL);

      g_assert_cmpstr (group->name, ==, groups[i]);
      g_assert_cmpuint (group->n_keys, ==, n_keys);
      for (guint j = 0; j < n_keys; j++)
        {
          g_autofree char *value = g_key_file_get_string (theirs, groups[i], keys[j], NULL);
          g_assert_cmpstr (group->keys[j].name, ==, keys[j]);
          g_assert_cmpstr (group->keys[j].value, ==, value);
        }
    }
}

static void
test_like_key_file (void)
{
  assert_like_key_file ("sections", fixture_sections);
  assert_like_key_file ("lists", fixture_catalogues);
  assert_like_key_file (
      "escapes", "[a]\nx=one\\ntwo\\ttab\\s\\\\end\ny =  spaced out\n# z=1\n\n[a/b]\nz=\"[c]\"=;#");
}

/* Everything that the program was built with. */
static void
test_built_in_like_key_file (void)
{
  g_autoptr (GBytes) list = NULL;

  tonus_schema_get_default ();
  list = g_resources_lookup_data ("/io/github/tonus/Tonus/schema.list", 0, NULL);
  g_assert_nonnull (list);

  g_autofree char *names_text = g_strndup (g_bytes_get_data (list, NULL), g_bytes_get_size (list));
  g_auto (GStrv) names = g_strsplit (names_text, "\n", -1);
  g_assert_cmpuint (g_strv_length (names), >, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/io/github/tonus/Tonus/", names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
      g_assert_nonnull (bytes);
      assert_like_key_file (names[i], g_bytes_get_data (bytes, NULL));
    }
}

static void
test_lines (void)
{
  g_autoptr (TonusSchemaText) text =
      tonus_schema_text_new ("f", "# one\n\n[a]\nx=1\n\n[a/b]\ny=2", NULL);
  const TonusSchemaGroup *second = &g_array_index (text->groups, TonusSchemaGroup, 1);

  g_assert_cmpuint (second->line, ==, 6);
  g_assert_cmpstr (second->item, ==, "b");
  g_assert_cmpuint (second->keys[0].line, ==, 7);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "x=1", "f: line 1: a value before the first" },
    { "[a]\nx", "f: line 2: neither “[heading]”" },
    { "[a]\nx=", "f: line 2: nothing after “=”" },
    { "[a]\nx=  ", "f: line 2: nothing after “=”" },
    { "[a]\nx=1 ", "f: line 2: blanks at the end" },
    { "[a]\r\nx=1\r\n", "f: line 1: a heading is written" },
    { "[a]\nx=1\r\n", "f: line 2: blanks at the end" },
    { "[a]\n=1", "f: line 2: the name before “=”" },
    { "[a]\nx y=1", "f: line 2: the name before “=”" },
    { "[a]\nx[]=1", "f: line 2: the name before “=”" },
    { "[a]\nx[E]=1", "f: line 2: the name before “=”" },
    { "[a]\nx[es]y=1", "f: line 2: the name before “=”" },
    { "[a]\nx[es=1", "f: line 2: the name before “=”" },
    { "[a]\n x=1", "f: line 2: the name before “=”" },
    { "[a]\nx=\\q", "f: line 2: “\\” begins" },
    { "[a]\nx=1\\", "f: line 2: “\\” begins" },
    { "[", "f: line 1: a heading is written" },
    { "[]", "f: line 1: a heading is written" },
    { "[a", "f: line 1: a heading is written" },
    { "[a] b", "f: line 1: a heading is written" },
    { "[a[b]]", "f: line 1: a heading is written" },
    { "\xef\xbb\xbf[a]", "f: line 1: neither “[heading]”" },
    { "[a]\nx=\xff", "f: line 1: the file is not UTF-8" },
    { "nonsense", "f: line 1: neither “[heading]”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TonusSchemaText *text = tonus_schema_text_new ("f", cases[i].text, &error);

      g_test_message ("%s", cases[i].message);
      g_assert_null (text);
      g_assert_error (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("[a]\n");

  while (text->len <= 1024 * 1024)
    g_string_append (text, "# padding padding padding padding padding\n");
  g_assert_null (tonus_schema_text_new ("f", text->str, &error));
  g_assert_error (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_SYNTAX);
}

/* Damage at random: refused or read, never more. */
static void
test_damaged (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *text = g_strdup (fixture_sections);
      gsize length = sizeof fixture_sections - 1;

      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        text[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 128);

      g_autoptr (GError) error = NULL;
      g_autoptr (TonusSchemaText) read = tonus_schema_text_new ("f", text, &error);
      g_assert_true ((read == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/text/like-key-file", test_like_key_file);
  g_test_add_func ("/schema/text/built-in-like-key-file", test_built_in_like_key_file);
  g_test_add_func ("/schema/text/lines", test_lines);
  g_test_add_func ("/schema/text/refused", test_refused);
  g_test_add_func ("/schema/text/too-large", test_too_large);
  g_test_add_func ("/schema/text/damaged", test_damaged);
  return g_test_run ();
}
