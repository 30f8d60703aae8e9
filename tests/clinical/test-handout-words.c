/* test-handout-words.c - the handout's own words are there in every language it is written in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "tonus-handout-words.h"
#include "tonus-record-text.h"

static const char *const languages[] = { "es", "de" };

static TonusCatalogue *
words (void)
{
  return tonus_schema_find_catalogue (tonus_schema_get_default (), "handout-words");
}

/* The column in @language itself, without falling back.  (nullable) */
static const char *
get (const TonusEntry *entry, const char *column, const char *language)
{
  g_autofree char *key = g_strdup_printf ("%s[%s]", column, language);

  return tonus_entry_get (entry, key);
}

/* The places to fill, in their order: "%d %s". */
static char *
list_places (const char *text)
{
  GString *places = g_string_new (NULL);

  for (const char *at = strchr (text, '%'); at != NULL; at = strchr (at + 1, '%'))
    g_string_append_len (places, at, 2);
  return g_string_free (places, FALSE);
}

static void
check_column (const TonusEntry *entry, const char *column)
{
  const char *english = tonus_entry_get (entry, column);
  g_autofree char *places = list_places (english);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *text = get (entry, column, languages[i]);
      g_autofree char *same = NULL;

      g_test_message ("%s: %s in %s", entry->id, column, languages[i]);
      g_assert_nonnull (text);
      same = list_places (text);
      g_assert_cmpstr (same, ==, places);
    }
}

/* A word is a text, or counts: then it knows one and many. */
static void
test_complete (void)
{
  GPtrArray *entries = tonus_catalogue_get_entries (words ());

  g_assert_cmpuint (entries->len, >, 80);
  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);
      gboolean counts = tonus_entry_get (entry, "text") == NULL;

      if (counts)
        {
          check_column (entry, "one");
          check_column (entry, "many");
        }
      else
        {
          g_assert_null (tonus_entry_get (entry, "one"));
          check_column (entry, "text");
        }
    }
}

static void
test_counts (void)
{
  static const struct
  {
    const char *language, *id;
    int number;
    const char *text;
  } counts[] = {
    { "en", "times", 1, "1 time" },
    { "en", "times", 2, "2 times" },
    { "es", "times", 1, "1 vez" },
    { "es", "times", 2, "2 veces" },
    { "de", "sets", 1, "1 Satz" },
    { "de", "sets", 2, "2 Sätze" },
    { "de", "hold", 1, "1 Sekunde halten" },
    { "de", "hold", 30, "30 Sekunden halten" },
    { "de", "days-a-week", 1, "1 Tag pro Woche" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      TonusHandoutWords self =
          tonus_handout_words_find (tonus_schema_get_default (), counts[i].language);
      g_autofree char *text = tonus_handout_word_count_int (&self, counts[i].id, counts[i].number);

      g_assert_cmpstr (text, ==, counts[i].text);
    }
}

/* Everything there are texts in can be chosen for a patient, and stands before the rest. */
static void
test_languages (void)
{
  TonusSchema *schema = tonus_schema_get_default ();
  TonusCatalogue *catalogue = tonus_schema_find_catalogue (schema, "language");
  g_auto (GStrv) tags = tonus_handout_words_list_languages (schema);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      const TonusEntry *entry = tonus_catalogue_lookup (catalogue, tags[i]);

      g_assert_nonnull (entry);
      g_assert_cmpuint (entry->index, <, g_strv_length (tags));
    }
  g_assert_cmpstr (tonus_handout_words_name_language (schema, "es"), ==, "Spanish");
  g_assert_cmpstr (tonus_handout_words_name_language (schema, "qq"), ==, "qq");
}

/* It was free words once: a name reads as the language it names, and what names none is kept. */
static void
test_old_languages (void)
{
  static const struct
  {
    const char *stored, *value, *unread;
  } cases[] = { { "es", "es", NULL },
                { "Spanish", "es", NULL },
                { "DE", "de", NULL },
                { "Klingon", NULL, "Klingon" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("[Tonus]\nFormat=1\nKind=patient\nObject=aaaaaaaaaaaaaaaaaaaaaaaaaa\n"
                           "[patient]\nlanguage=%s\n",
                           cases[i].stored);
      g_autoptr (TonusRecord) record = tonus_record_from_text (
          tonus_schema_get_default (), text, strlen (text), TONUS_READ_KEEP, NULL, NULL);

      g_assert_cmpstr (tonus_record_get (record, "patient/language"), ==, cases[i].value);
      g_assert_cmpstr (g_hash_table_lookup (tonus_record_get_unread (record), "patient/language"),
                       ==, cases[i].unread);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout-words/complete", test_complete);
  g_test_add_func ("/handout-words/counts", test_counts);
  g_test_add_func ("/handout-words/languages", test_languages);
  g_test_add_func ("/handout-words/old-languages", test_old_languages);
  return g_test_run ();
}
