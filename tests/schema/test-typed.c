/* test-typed.c - what people type becomes what they meant, or is refused; never something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema.h"

#include <locale.h>
#include <math.h>

#include "fixture.h"

#include "tonus-date.h"
#include "tonus-text.h"

static const struct
{
  const char *path;
  const char *typed;
  const char *value; /* NULL: not recorded */
} good_cases[] = {
  { "pain/now", "", NULL },
  { "pain/now", "  \n", NULL },
  { "pain/note", "\t", NULL },
  { "pain/now", " 7 ", "7" },
  { "pain/now", "07", "7" },
  { "pain/now", "+7", "7" },
  { "pain/count", "−4", "-4" },
  { "pain/count", "-0", "0" },
  { "pain/weight", "72,5", "72.5" },
  { "pain/weight", "72.5", "72.5" },
  { "pain/weight", "72.50", "72.5" },
  { "pain/weight", "72,0", "72" },
  { "pain/weight", ",5", "0.5" },
  { "pain/exact", "1.234", "1.234" },
  { "pain/exact", "0,125", "0.125" },
  { "pain/whole", "33", "33" },
  { "pain/whole", "33.0", "33" },
  { "pain/at-night", "Y", "yes" },
  { "pain/at-night", "NO", "no" },
  { "pain/at-night", "n", "no" },
  { "pain/site", "left", "left" },
  { "pain/site", "LEFT", "left" },
  { "pain/site", "b", "both" },
  { "pain/site", "Both sides", "both" },
  { "pain/strength", "skoda", "skoda" },
  { "pain/strength", "4", "4" },
  { "pain/sites", "reach", "reach;" },
  { "pain/sites", "r, hip f", "hip-flexion;reach;" },
  { "pain/sites", "Reach, standing", "reach;" },
  { "pain/sites", "Reach, standing; hip flexion", "hip-flexion;reach;" },
  { "pain/sites", "reach;hip-flexion;", "hip-flexion;reach;" },
  { "pain/sites", "reach,,reach,", "reach;" },
  { "pain/words", " on  stairs\t", "on  stairs" },
  { "pain/words", "two\nlines", "two lines" },
  { "pain/words", "~5 minutes", "~~5 minutes" },
  { "pain/words", "~~5 minutes", "~~5 minutes" },
  { "pain/words", "~un", "~~un" },
  { "pain/words", "~ref 3 of 5", "~~ref 3 of 5" },
  { "pain/words", "~refused", "~refused" },
  { "pain/words", "e\xcc\x81t\xc3\xa9", "été" },
  { "pain/note", "a\r\nb\r\n", "a\nb" },
  { "pain/since", "23.11.2026", "2026-11-23" },
  { "pain/since", "today", "2026-11-23" },
  { "pain/since", "-7", "2026-11-16" },
  { "pain/since", "23/11/2026", "2026-11-23" },
  { "pain/hour", "9:05 pm", "21:05" },
  { "pain/hour", "0905", "09:05" },
  { "pain/why", " mzxw6ytboi4dcmrtgq2tmnzyhe ", "mzxw6ytboi4dcmrtgq2tmnzyhe" },
  { "pain/now", "~refused", "~refused" },
  { "pain/now", "~Refused", "~refused" },
  { "pain/now", "~ref", "~refused" },
  { "pain/now", "~unable: pain", "~unable pain" },
  { "pain/now", "~unable   pain ", "~unable pain" },
};

static const struct
{
  const char *path;
  const char *typed;
} bad_cases[] = {
  { "pain/now", "7,5" },         { "pain/now", "7." },
  { "pain/now", "11" },          { "pain/now", "seven" },
  { "pain/now", "7 of 10" },     { "pain/now", "7/10" },
  { "pain/now", "1 0" },         { "pain/now", "7x" },
  { "pain/now", "~tired" },      { "pain/now", "~un" },
  { "pain/now", "~" },           { "pain/now", "~~7" },
  { "pain/count", "1,000" },     { "pain/count", "1.000" },
  { "pain/weight", "12,5x" },    { "pain/weight", "1,000" },
  { "pain/weight", "1.000" },    { "pain/weight", "72.55" },
  { "pain/weight", "72kg" },     { "pain/weight", "7e1" },
  { "pain/weight", "401" },      { "pain/exact", "1,234" },
  { "pain/exact", "1.2345" },    { "pain/whole", "33.5" },
  { "pain/at-night", "1" },      { "pain/at-night", "true" },
  { "pain/at-night", "yes no" }, { "pain/site", "up" },
  { "pain/site", "left right" }, { "pain/site", "mid" },
  { "pain/sites", "hip" },       { "pain/sites", "reach, up" },
  { "pain/sites", "," },         { "pain/words", "twenty-one characters" },
  { "pain/since", "3/4" },       { "pain/since", "2026-02-30" },
  { "pain/since", "23.11.26" },  { "pain/hour", "25:00" },
  { "pain/hour", "9" },          { "pain/why", "someone" },
};

static void
test_good (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();
  guint32 today = tonus_date_parse ("2026-11-23");

  for (guint i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      const TonusField *field = fixture_field (schema, good_cases[i].path);
      g_autoptr (GError) error = NULL;
      g_autofree char *value =
          tonus_field_read_typed (field, NULL, NULL, good_cases[i].typed, today, &error);

      g_test_message ("%s: “%s”", good_cases[i].path, good_cases[i].typed);
      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, good_cases[i].value);
    }
}

static void
test_bad (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();
  guint32 today = tonus_date_parse ("2026-11-23");

  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      const TonusField *field = fixture_field (schema, bad_cases[i].path);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s: “%s”", bad_cases[i].path, bad_cases[i].typed);
      g_assert_null (tonus_field_read_typed (field, NULL, NULL, bad_cases[i].typed, today, &error));
      g_assert_error (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_VALUE);
      g_assert_cmpstr (error->message, !=, "");
    }
}

/* min−1 … max+1 of a field, typed with a point and with a comma. */
static void
test_boundaries (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();
  const TonusField *weight = fixture_field (schema, "pain/weight");

  for (int tenths = -20; tenths <= 4020; tenths++)
    {
      g_autofree char *text = tonus_number_format (tenths / 10.0, 1);
      g_autofree char *typed = g_strdup (text);
      g_autofree char *value = NULL;

      value = tonus_field_read_typed (weight, NULL, NULL, g_strdelimit (typed, ".", ','), 0, NULL);
      gboolean is_within = tenths >= 5 && tenths <= 4000;
      g_assert_cmpint (tonus_field_check (weight, NULL, NULL, text, NULL), ==, is_within);
      g_assert_cmpstr (value, ==, is_within ? text : NULL);
    }
}

/* Any typed text: NULL, or a value that the field accepts and that an editor gives back. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "7",   ",",    ".", "-", " ",  "~",    "refused", "left", "hip",       "reach", ";",
    "yes", "2026", "/", ":", "pm", "\xff", "é",       "\n",   "e\xcc\x81", "today", "\xe2\x80\xae"
  };
  g_autoptr (TonusSchema) schema = fixture_schema ();
  const TonusSection *pain = tonus_schema_find_section (schema, "pain");
  guint n_values = 0;

  for (guint round = 0; round < 20000; round++)
    {
      const TonusField *field = g_ptr_array_index (
          pain->fields, (guint) g_test_rand_int_range (0, (gint32) pain->fields->len));
      g_autoptr (GString) typed = g_string_new (NULL);
      for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
        g_string_append (typed, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      g_autofree char *value = tonus_field_read_typed (field, NULL, NULL, typed->str, 739000, NULL);
      if (value == NULL)
        continue;

      g_autoptr (GError) error = NULL;
      g_test_message ("%s: “%s” is “%s”", field->path, typed->str, value);
      g_assert_true (tonus_field_check (field, NULL, NULL, value, &error));
      g_autofree char *edited = tonus_field_edit_text (field, value);
      g_autofree char *again = tonus_field_read_typed (field, NULL, NULL, edited, 739000, NULL);
      g_assert_cmpstr (again, ==, value);
      n_values++;
    }
  g_assert_cmpuint (n_values, >, 1000);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/typed/good", test_good);
  g_test_add_func ("/schema/typed/bad", test_bad);
  g_test_add_func ("/schema/typed/boundaries", test_boundaries);
  g_test_add_func ("/schema/typed/random", test_random);
  return g_test_run ();
}
