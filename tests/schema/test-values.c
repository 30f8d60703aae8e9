/* test-values.c - the grammar of values: what each kind accepts, refuses and shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema.h"

#include <locale.h>
#include <string.h>

#include "fixture.h"

#define OID "mzxw6ytboi4dcmrtgq2tmnzyhe"

static const struct
{
  const char *path;
  const char *text;
  const char *shown; /* NULL: as it is */
} good_cases[] = {
  { "pain/now", "0", NULL },
  { "pain/now", "10", NULL },
  { "pain/count", "-12", NULL },
  { "pain/count", "999999999999999", NULL },
  { "pain/colder", "-5", NULL },
  { "pain/weight", "0.5", NULL },
  { "pain/weight", "72.5", NULL },
  { "pain/weight", "400", NULL },
  { "pain/exact", "-0.001", NULL },
  { "pain/index", "33.3", NULL },
  { "pain/whole", "33", NULL },
  { "pain/at-night", "yes", NULL },
  { "pain/at-night", "no", NULL },
  { "pain/site", "left", "Left" },
  { "pain/site", "midline", "Midline" },
  { "pain/sites", "hip-flexion;reach;", "Hip flexion, Reach, standing" },
  { "pain/sites", "reach;", "Reach, standing" },
  { "pain/strength", "4-", "4−" },
  { "pain/strength", "skoda", "Škoda" },
  { "pain/words", "on stairs", NULL },
  { "pain/words", "~~5 minutes", "~5 minutes" },
  { "pain/words", "~~", "~" },
  { "pain/words", "ÄÖÜäöüßÄÖÜäöüßÄÖÜäöü", NULL },
  { "pain/note", "one\n\n  two; [three]=\\n #", NULL },
  { "pain/note", "مرحبا 👩‍🔬", NULL },
  { "pain/since", "2026-11-23", "23 Nov 2026" },
  { "pain/hour", "09:05", NULL },
  { "pain/why", OID, NULL },
  { "pain/why", OID "#rom/hip-flexion.right", NULL },
  { "pain/why", OID "#goal/mzxw6ytb", NULL },
  { "goal/mzxw6ytb/visit", OID "#rom/reach.both", NULL },
  { "pain/now", "~refused", "not tested: refused" },
  { "pain/note", "~unable pain", "not tested: unable (pain)" },
  { "pain/site", "~other it was late", "not tested: other (it was late)" },
  { "pain/since", "~unsafe", "not tested: unsafe" },
};

static const struct
{
  const char *path;
  const char *text;
  const char *message;
} bad_cases[] = {
  { "pain/now", "", "is empty" },
  { "pain/now", "11", "11 is outside 0–10" },
  { "pain/now", "-1", "-1 is outside 0–10" },
  { "pain/now", "7.5", "“7.5” is not a whole number" },
  { "pain/now", "7.0", "“7.0” is not a whole number" },
  { "pain/now", "07", "“07” is not a number" },
  { "pain/now", "-0", "“-0” is written “0”" },
  { "pain/now", "+7", "“+7” is not a number" },
  { "pain/now", " 7", "“ 7” is not a number" },
  { "pain/now", "seven", "“seven” is not a number" },
  { "pain/now", "\xff", "is not UTF-8" },
  { "pain/colder", "-4", "-4 is refused: at most -5" },
  { "pain/count", "1234567890123456", "“1234567890123456” is not a number" },
  { "pain/weight", "0.4", "0.4 is outside 0.5–400 kg" },
  { "pain/weight", "400.1", "400.1 is outside 0.5–400 kg" },
  { "pain/weight", "72.50", "“72.50” has more than 1 decimals" },
  { "pain/weight", "72.0", "“72.0” is written “72”" },
  { "pain/weight", "72,5", "“72,5” is not a number" },
  { "pain/weight", "7e1", "“7e1” is not a number" },
  { "pain/weight", "nan", "“nan” is not a number" },
  { "pain/exact", "1.2340", "“1.2340” has more than 3 decimals" },
  { "pain/exact", "1.230", "“1.230” is written “1.23”" },
  { "pain/whole", "33.3", "“33.3” is not a whole number" },
  { "pain/at-night", "Yes", "“Yes” is neither yes nor no" },
  { "pain/at-night", "true", "“true” is neither" },
  { "pain/site", "Left", "“Left” is not in the list “side”" },
  { "pain/site", "left;", "“left;” is not in the list" },
  { "pain/sites", "reach", "“reach” is no list" },
  { "pain/sites", ";", "“” is not in the list" },
  { "pain/sites", "reach;hip-flexion;", "“hip-flexion” stands twice or out of order" },
  { "pain/sites", "reach;reach;", "“reach” stands twice" },
  { "pain/sites", "reach; hip-flexion;", "“ hip-flexion” is not in the list" },
  { "pain/sites", "up;", "“up” is not in the list “motion”" },
  { "pain/words", " ", "is empty" },
  { "pain/words", "a\nb", "has more than one line" },
  { "pain/words", "a ", "has blanks at an end" },
  { "pain/words", "a\tb", "has tabs" },
  { "pain/words",
    "a\x01"
    "b",
    "has blanks at an end or characters that no one can see" },
  { "pain/words",
    "\xe2\x80\xae"
    "drow",
    "has blanks at an end or characters that no one can see" },
  { "pain/words", "e\xcc\x81", "has" },
  { "pain/words", "twenty-one characters", "has 21 characters; at most 20 fit" },
  { "pain/note", "a\r\nb", "has" },
  { "pain/note", "\n", "is empty" },
  { "pain/since", "23.11.2026", "“23.11.2026” is no date" },
  { "pain/since", "2026-02-30", "“2026-02-30” is no date" },
  { "pain/hour", "9:05", "“9:05” is no time" },
  { "pain/hour", "24:00", "“24:00” is no time" },
  { "pain/why", "short", "“short” is no object's id" },
  { "pain/why", OID "x", "“" OID "x” is no object's id" },
  { "pain/why", OID "#", "“” names no row of: episode, rom, goal" },
  { "pain/why", OID "#pain/now", "“pain/now” names no row of" },
  { "pain/why", OID "#rom/up", "“rom/up” names no row of" },
  { "pain/why", OID "#goal/1", "“goal/1” names no row of" },
  { "pain/why", OID "#episode/x", "“episode/x” names no row of" },
  { "pain/why", OID "#rom/reach.left/value", "“rom/reach.left/value” names no row of" },
  { "goal/mzxw6ytb/visit", OID, "names an object but no row of it" },
  { "pain/now", "~", "“” is no reason" },
  { "pain/now", "~tired", "“tired” is no reason" },
  { "pain/now", "~Refused", "“Refused” is no reason" },
  { "pain/now", "~equipment", "“equipment” is no reason" },
  { "pain/now", "~refused ", "the words after “~refused” are not plain" },
  { "pain/now", "~refused  twice", "the words after “~refused” are not plain" },
  { "pain/now", "~refused a\nb", "the words after “~refused” are not plain" },
  { "pain/now", "~refused\nb", "“refused\nb” is no reason" },
  { "pain/now", "~~5", "“~~5” is not a number" },
};

static void
test_good (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();

  for (guint i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      const TonusField *field = fixture_field (schema, good_cases[i].path);
      const char *text = good_cases[i].text;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s=%s", good_cases[i].path, text);
      g_assert_true (tonus_field_check (field, NULL, NULL, text, &error));
      g_assert_no_error (error);

      g_autofree char *shown = tonus_field_display (field, text);
      g_assert_cmpstr (shown, ==, good_cases[i].shown != NULL ? good_cases[i].shown : text);

      g_autofree char *edited = tonus_field_edit_text (field, text);
      g_autofree char *again = tonus_field_read_typed (field, NULL, NULL, edited, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (again, ==, text);
    }
}

static void
test_bad (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();

  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      const TonusField *field = fixture_field (schema, bad_cases[i].path);
      g_autoptr (GError) error = NULL;

      g_assert_false (tonus_field_check (field, NULL, NULL, bad_cases[i].text, &error));
      g_test_message ("want “%s”, have “%s”", bad_cases[i].message, error->message);
      g_assert_error (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_VALUE);
      g_assert_true (g_str_has_prefix (error->message, bad_cases[i].message));
      g_assert_false (tonus_field_check (field, NULL, NULL, bad_cases[i].text, NULL));
    }
}

/* What could not be read is still shown, as it stands. */
static void
test_display_of_nonsense (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();

  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      const TonusField *field = fixture_field (schema, bad_cases[i].path);
      g_autofree char *shown = tonus_field_display (field, bad_cases[i].text);
      g_autofree char *edited = tonus_field_edit_text (field, bad_cases[i].text);

      g_assert_nonnull (shown);
      g_assert_nonnull (edited);
    }

  g_autofree char *nothing = tonus_field_display (fixture_field (schema, "pain/now"), NULL);
  g_autofree char *nothing_to_edit =
      tonus_field_edit_text (fixture_field (schema, "pain/now"), NULL);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (nothing_to_edit, ==, "");
}

static void
test_limits (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();
  const TonusField *value = fixture_field (schema, "rom/hip-flexion.right/value");
  const TonusField *reached = fixture_field (schema, "pain/reached");
  g_autoptr (GError) error = NULL;

  TonusLimits limits = tonus_field_get_limits (value, "hip-extension.left", NULL);
  g_assert_cmpfloat (limits.min, ==, -20);
  g_assert_cmpstr (limits.unit, ==, "°");

  g_assert_true (tonus_field_check (value, "hip-flexion.right", NULL, "160", NULL));
  g_assert_false (tonus_field_check (value, "hip-flexion.right", NULL, "205", &error));
  g_assert_cmpstr (error->message, ==, "205 is outside 0–160 °");
  g_clear_error (&error);
  g_assert_false (tonus_field_check (value, "hip-extension.right", NULL, "-21", &error));
  g_assert_cmpstr (error->message, ==, "-21 is outside -20 to 60 °");
  g_clear_error (&error);

  /* By a plain choice of the same section; not yet chosen, its own limits hold. */
  g_assert_true (tonus_field_check (reached, NULL, "reach", "12.25", NULL));
  g_assert_false (tonus_field_check (reached, NULL, "reach", "200.01", &error));
  g_assert_cmpstr (error->message, ==, "200.01 is refused: at most 200 cm");
  g_assert_true (tonus_field_check (reached, NULL, NULL, "1000.5", NULL));
  g_assert_false (tonus_field_check (reached, NULL, NULL, "12.25", NULL));
  g_assert_true (tonus_field_check (reached, NULL, "nothing", "1000.5", NULL));
}

static void
test_remarks (void)
{
  static const struct
  {
    const char *path;
    const char *row;
    const char *text;
    const char *remark;
  } cases[] = {
    { "pain/now", NULL, "8", NULL },
    { "pain/now", NULL, "9", "9 is above the usual 8" },
    { "pain/weight", NULL, "30", NULL },
    { "pain/weight", NULL, "29.9", "29.9 is below the usual 30 kg" },
    { "pain/weight", NULL, "200.1", "200.1 is above the usual 200 kg" },
    { "pain/weight", NULL, "~refused", NULL },
    { "pain/weight", NULL, "nonsense", NULL },
    { "pain/words", NULL, "999", NULL },
    { "rom/hip-flexion.right/value", "hip-flexion.right", "141", "141 is above the usual 140 °" },
    { "rom/hip-extension.right/value", "hip-extension.right", "59", NULL },
  };
  g_autoptr (TonusSchema) schema = fixture_schema ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *remark = tonus_field_remark (fixture_field (schema, cases[i].path),
                                                    cases[i].row, NULL, cases[i].text);
      g_assert_cmpstr (remark, ==, cases[i].remark);
    }
}

static void
test_words (void)
{
  static const char *const words[] = { "plain", "~approx 5", "~~5", "~", "a~b", "~refused" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *value = tonus_value_from_words (words[i]);
      g_autofree char *again = tonus_value_to_words (value);
      g_assert_cmpstr (again, ==, words[i]);
      g_assert_false (tonus_value_is_not_tested (value));
    }
  g_assert_true (tonus_value_is_not_tested ("~refused"));
  g_assert_true (tonus_value_is_not_tested ("~"));
  g_assert_false (tonus_value_is_not_tested ("~~refused"));
  g_assert_false (tonus_value_is_not_tested (""));
  g_assert_false (tonus_value_is_not_tested (NULL));
}

/* A schema without the catalogue knows the reasons by heart. */
static void
test_reasons_without_catalogue (void)
{
  static const TonusSchemaSource source = {
    "f", "[s]\nLabel=S\nholds=visit;\n[s/f]\nkind=integer\nLabel=F\n"
  };
  g_autoptr (TonusSchema) schema = tonus_schema_new (&source, 1, NULL);
  const TonusField *field = fixture_field (schema, "s/f");
  g_autofree char *shown = tonus_field_display (field, "~equipment");
  g_autofree char *typed =
      tonus_field_read_typed (field, NULL, NULL, "~deferred next week", 0, NULL);

  g_assert_true (tonus_field_check (field, NULL, NULL, "~equipment", NULL));
  g_assert_false (tonus_field_check (field, NULL, NULL, "~tired", NULL));
  g_assert_cmpstr (shown, ==, "not tested: equipment");
  g_assert_cmpstr (typed, ==, "~deferred next week");
}

static void
test_reason_lengths (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();
  const TonusField *field = fixture_field (schema, "pain/now");
  g_autoptr (GString) text = g_string_new ("~unable ");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "é");
  g_assert_true (tonus_field_check (field, NULL, NULL, text->str, NULL));
  g_string_append (text, "é");
  g_assert_false (tonus_field_check (field, NULL, NULL, text->str, &error));
  g_assert_cmpstr (error->message, ==,
                   "the words after “~unable” are too long; at most 200 characters fit");
}

/* A schema of 64 KiB notes: what fits in characters may not fit in bytes. */
static void
test_bytes (void)
{
  static const TonusSchemaSource source = {
    "f", "[s]\nLabel=S\nholds=visit;\n[s/f]\nkind=note\nlength=60000\nLabel=F\n"
  };
  g_autoptr (TonusSchema) schema = tonus_schema_new (&source, 1, NULL);
  const TonusField *field = fixture_field (schema, "s/f");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 21845; i++)
    g_string_append (text, "漢");
  g_assert_true (tonus_field_check (field, NULL, NULL, text->str, NULL));
  g_string_append (text, "漢");
  g_assert_false (tonus_field_check (field, NULL, NULL, text->str, &error));
  g_assert_error (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_VALUE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/values/good", test_good);
  g_test_add_func ("/schema/values/bad", test_bad);
  g_test_add_func ("/schema/values/nonsense", test_display_of_nonsense);
  g_test_add_func ("/schema/values/limits", test_limits);
  g_test_add_func ("/schema/values/remarks", test_remarks);
  g_test_add_func ("/schema/values/words", test_words);
  g_test_add_func ("/schema/values/reasons", test_reasons_without_catalogue);
  g_test_add_func ("/schema/values/reason-lengths", test_reason_lengths);
  g_test_add_func ("/schema/values/bytes", test_bytes);
  return g_test_run ();
}
