/* test-handout-words.c - the handout's own words are there in every language it is written in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "tonus-handout-words.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout-words/complete", test_complete);
  g_test_add_func ("/handout-words/counts", test_counts);
  return g_test_run ();
}
