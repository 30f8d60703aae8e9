/* test-lint.c - a schema that breaks docs/schema.md is refused, with the place and the remedy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema-load.h"

#include <string.h>

#include "fixture.h"

/* A section to hang a field on. */
#define S                                                                                          \
  "[s]\nLabel=S\nholds=visit;\n[s/n]\nkind=integer\nLabel=N\n[s/"                                  \
  "c]\nkind=choice\nLabel=C\nchoices=side\n"
#define F S "[s/f]\nLabel=F\n"
#define LONG "abcdefghijklmnopqrstuvwxyz-abcdefghijklm"

typedef struct
{
  const char *text;    /* read after the fixture */
  const char *message; /* what the first problem begins with */
} LintCase;

static const LintCase cases[] = {
  /* Sections */
  { "[s]\nLabel=S\nrepeat=event\n[s/f]\nkind=text\nLabel=F\n", "bad: [s] holds: is missing" },
  { "[s]\nholds=visit;\n[s/f]\nkind=text\nLabel=F\n", "bad: [s] Label: is missing" },
  { "[s]\nLabel=S\nholds=visit;\n", "bad: [s]: has no field" },
  { "[s]\nLabel=S\nholds=visits;\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] holds: “visits” is no kind" },
  { "[s]\nLabel=S\nholds=visit;visit;\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] holds: “visit” stands twice" },
  { "[s]\nLabel=S\nholds=visit;;\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] holds: an item is empty" },
  { "[s]\nLabel=S\nholds=visit;\ncolour=red\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] colour: is no attribute" },
  { "[s]\nLabel=S\nholds=visit;\nLabel[de]=S\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] Label[de]: is no attribute" },
  { "[s]\nLabel=S\nLabel=S\nholds=visit;\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] Label: is given twice" },
  { "[s]\nLabel=S\nholds=visit;\npage=nowhere\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] page: “nowhere” is no row" },
  { "[s]\nLabel=S\nholds=patient;\nfirst-in=evaluation;\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] first-in: only goes with holds=visit" },
  { "[s]\nLabel=S\nholds=visit;\nfirst-in=picnic;\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] first-in: “picnic” is no row" },
  { "[s]\nLabel=S\nholds=visit;\nrepeat=often\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] repeat: is “measure”" },
  { "[s]\nLabel=S\nholds=visit;\nrepeat=measure\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] key: is missing" },
  { "[s]\nLabel=S\nholds=visit;\nkey=f;\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] key: only goes with repeat=measure" },
  { "[s]\nLabel=S\nholds=visit;\nrepeat=event\nkey=f;\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] key: only goes with" },
  { "[s]\nLabel=S\nholds=visit;\nrepeat=measure\nkey=g;\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] key: there is no field “g”" },
  { "[s]\nLabel=S\nholds=visit;\nrepeat=measure\nkey=f;\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] key: “f” is not of the kind choice" },
  { "[s]\nLabel=S\nholds=visit;\nrepeat=measure\nkey=c;\n[s/"
    "c]\nkind=choice\nchoices=side\nLabel=C\n",
    "bad: [s]: has no field that holds a value" },
  { "[s]\nLabel=S\nholds=visit;\nretired=yes\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] retired: is “true” or left out" },
  { "[pain]\nLabel=S\nholds=visit;\n[pain/f]\nkind=text\nLabel=F\n",
    "bad: [pain]: this section is there already" },
  { "[S]\nLabel=S\nholds=visit;\n[S/f]\nkind=text\nLabel=F\n", "bad: [S]: “S” is no id" },
  { "[1s]\nLabel=S\nholds=visit;\n[1s/f]\nkind=text\nLabel=F\n", "bad: [1s]: “1s” is no id" },
  { "[s.t]\nLabel=S\nholds=visit;\n[s.t/f]\nkind=text\nLabel=F\n", "bad: [s.t]: “s.t” is no id" },
  { "[" LONG "x]\nLabel=S\nholds=visit;\n", "bad: [" LONG "x]: “" LONG "x” is no id" },
  { "[x-s]\nLabel=S\nholds=visit;\n[x-s/f]\nkind=text\nLabel=F\n",
    "bad: [x-s]: “x-” is kept for the practices" },
  { "[s]\nLabel=S\nholds=visit;\nwas=pain\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] was: section “pain” still exists" },
  { "[s]\nLabel=S\nholds=visit;\nwas=joint-range\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] was: “joint-range” became another" },
  { "[s]\nLabel=S\nholds=visit;\nwas=a/b\n[s/f]\nkind=text\nLabel=F\n",
    "bad: [s] was: “a/b” is no section's id" },

  /* Fields: attributes of all kinds */
  { S "[s/f]\nLabel=F\n", "bad: [s/f] kind: is missing" },
  { F "kind=number\n", "bad: [s/f] kind: “number” is no kind" },
  { S "[s/f]\nkind=text\n", "bad: [s/f] Label: is missing" },
  { F "kind=text\ncolour=red\n", "bad: [s/f] colour: is no attribute" },
  { F "kind=text\nkind=text\n", "bad: [s/f] kind: is given twice" },
  { S "[s/n]\nkind=text\nLabel=N\n", "bad: [s/n]: this field is there already" },
  { S "[s/N]\nkind=text\nLabel=N\n", "bad: [s/N]: “N” is no id" },
  { S "[s/a/b]\nkind=text\nLabel=N\n", "bad: [s/a/b]: “a/b” is no id" },
  { S "[s/]\nkind=text\nLabel=N\n", "bad: [s/]: “” is no id" },
  { S "[s/4-]\nkind=text\nLabel=N\n", "bad: [s/4-]: “4-” is no id" },
  { S "[s/x-f]\nkind=text\nLabel=F\n", "bad: [s/x-f]: “x-” is kept" },
  { S "[t/f]\nkind=text\nLabel=F\n", "bad: [t/f]: does not follow its heading" },
  { "[s/f]\nkind=text\nLabel=F\n", "bad: [s/f]: does not follow its heading" },
  { F "kind=text\nprint=yes\n", "bad: [s/f] print: is “no” or left out" },
  { F "kind=text\nprivate=yes\n", "bad: [s/f] private: is “true”" },
  { F "kind=text\nretired=no\n", "bad: [s/f] retired: is “true”" },
  { F "kind=text\nwidth=wide\n", "bad: [s/f] width: “wide” is not a whole number" },
  { F "kind=text\nwidth=201\n", "bad: [s/f] width: “201” is not a whole number from 0 to 200" },
  { F "kind=text\nlength=-1\n", "bad: [s/f] length: “-1” is not" },
  { F "kind=note\nlength=99999\n", "bad: [s/f] length: “99999” is not" },
  { F "kind=text\nwas=location\n", "bad: [s/f] was: is written" },
  { F "kind=text\nwas=pain/now\n", "bad: [s/f] was: field “pain/now” still exists" },
  { F "kind=text\nwas=complaint/location\n",
    "bad: [s/f] was: “complaint/location” became another" },

  /* Fields: what goes with which kind */
  { F "kind=integer\nchoices=side\n", "bad: [s/f] choices: does not go with the kind integer" },
  { F "kind=text\nmin=0\n", "bad: [s/f] min: does not go with the kind text" },
  { F "kind=choice\nchoices=side\nmax=3\n", "bad: [s/f] max: does not go with the kind choice" },
  { F "kind=date\nunit=days\n", "bad: [s/f] unit: does not go with the kind date" },
  { F "kind=boolean\nwarn-min=1\n", "bad: [s/f] warn-min: does not go with the kind boolean" },
  { F "kind=integer\ndigits=0\n", "bad: [s/f] digits: does not go with the kind integer" },
  { F "kind=decimal\nlength=5\n", "bad: [s/f] length: does not go with the kind decimal" },
  { F "kind=text\nto=visit;\n", "bad: [s/f] to: does not go with the kind text" },
  { F "kind=text\nlimits=c\n", "bad: [s/f] limits: does not go with the kind text" },
  { F "kind=decimal\ndigits=7\n", "bad: [s/f] digits: “7” is not a whole number from 0 to 6" },
  { F "kind=integer\nmin=1.5\n", "bad: [s/f] min: “1.5” is not a whole number" },
  { F "kind=decimal\nmax=1,5\n", "bad: [s/f] max: “1,5” is not a number" },
  { F "kind=decimal\nmax=1e3\n", "bad: [s/f] max: “1e3” is not a number" },
  { F "kind=integer\nmin=5\nmax=4\n", "bad: [s/f] min: is more than max" },
  { F "kind=integer\nmin=5\nwarn-min=4\n", "bad: [s/f] min: is more than warn-min" },
  { F "kind=integer\nwarn-min=5\nwarn-max=4\n", "bad: [s/f] warn-min: is more than warn-max" },
  { F "kind=integer\nwarn-max=5\nmax=4\n", "bad: [s/f] warn-max: is more than max" },
  { F "kind=integer\nmin=5\nwarn-max=4\n", "bad: [s/f] min: is more than warn-max" },

  /* Fields: what they name */
  { F "kind=choice\n", "bad: [s/f] choices: is missing" },
  { F "kind=choices\n", "bad: [s/f] choices: is missing" },
  { F "kind=grade\n", "bad: [s/f] choices: is missing" },
  { F "kind=choice\nchoices=colours\n", "bad: [s/f] choices: there is no catalogue “colours”" },
  { "[none]\nLabel=None\n" F "kind=choice\nchoices=none\n",
    "bad: [s/f] choices: the catalogue “none” has no rows" },
  { F "kind=integer\nlimits=g\n", "bad: [s/f] limits: there is no field “g”" },
  { F "kind=integer\nlimits=n\n", "bad: [s/f] limits: “n” is not of the kind choice" },
  { F "kind=integer\nlimits=c\n", "bad: [s/f] limits: the catalogue “side” has no column" },
  { F "kind=ref\n", "bad: [s/f] to: is missing" },
  { F "kind=ref\nto=visit;nothing;\n", "bad: [s/f] to: “nothing” is neither" },
  { F "kind=ref\nto=pain;\n", "bad: [s/f] to: section “pain” has no rows" },
  { F "kind=text\nshow-if=s/n\n", "bad: [s/f] show-if: is written" },
  { F "kind=text\nshow-if=s/n=\n", "bad: [s/f] show-if: is written" },
  { F "kind=text\nshow-if=n=1;\n", "bad: [s/f] show-if: there is no field “n”" },
  { F "kind=text\nshow-if=s/g=1;\n", "bad: [s/f] show-if: there is no field “s/g”" },
  { F "kind=text\nshow-if=s/f=1;\n", "bad: [s/f] show-if: “s/f” does not come before it" },
  { F "kind=text\nshow-if=s/c=up;\n", "bad: [s/f] show-if: “up” is no value of “s/c”" },
  { F "kind=text\nshow-if=s/c=left;left;\n", "bad: [s/f] show-if: “left” stands twice" },
  { F "kind=text\nshow-if=s/n=one;\n", "bad: [s/f] show-if: “one” is no value of “s/n”" },
  { F "kind=text\nshow-if=pain/now=11;\n", "bad: [s/f] show-if: “11” is no value of “pain/now”" },
  { F "kind=text\nshow-if=pain/at-night=true;\n", "bad: [s/f] show-if: “true” is no value of" },
  { F "kind=text\nshow-if=pain/words=x;\n",
    "bad: [s/f] show-if: “pain/words” is no choice, boolean or integer" },
  { F "kind=text\nshow-if=rom/pain=3;\n",
    "bad: [s/f] show-if: “rom/pain” is in a section that repeats" },
  { "[s]\nLabel=S\nholds=visit;episode;\n[s/f]\nLabel=F\nkind=text\nshow-if=pain/now=3;\n",
    "bad: [s/f] show-if: “pain/now” is not in the same record" },
  { "[s]\nLabel=S\nholds=visit;\nrepeat=measure\nkey=c;\n[s/b]\nkind=boolean\nLabel=B\n[s/"
    "c]\nkind=choice\nLabel=C\nchoices=side\nshow-if=s/b=yes;\n",
    "bad: [s/c] show-if: a key field is always shown" },
  { "[a]\nLabel=A\n[a/" LONG "]\nLabel=A\n[s]\nLabel=S\nholds=visit;\nrepeat=measure\nkey=c;d;\n"
    "[s/c]\nkind=choice\nLabel=C\nchoices=a\n[s/d]\nkind=choice\nLabel=D\nchoices=a\n[s/"
    "abcdefghijklmnop]\nkind=text\nLabel=F\n",
    "bad: [s]: a path to “abcdefghijklmnop” may have 100 bytes; 96 are the most" },

  { "[a]\nLabel=A\n[a/" LONG "]\nLabel=A\n[" LONG
    "]\nLabel=S\nholds=visit;\nrepeat=measure\nkey=c;\n"
    "[" LONG "/c]\nkind=choice\nLabel=C\nchoices=a\n[" LONG
    "/abcdefghijklmnop]\nkind=text\nLabel=F\n",
    "bad: [" LONG "]: a path to “abcdefghijklmnop” may have 98 bytes; 96 are the most" },

  /* Catalogues */
  { "[c]\n[c/a]\nLabel=A\n", "bad: [c] Label: is missing" },
  { "[c]\nLabel=C\n[c/a]\n", "bad: [c/a] Label: is missing" },
  { "[c]\nLabel=C\ncolour=red\n", "bad: [c] colour: is no attribute" },
  { "[side]\nLabel=C\n", "bad: [side]: this catalogue is there already" },
  { "[c]\nLabel=C\n[c/a]\nLabel=A\n[c/a]\nLabel=B\n", "bad: [c/a]: this row is there already" },
  { "[c]\nLabel=C\n[c/a.b]\nLabel=A\n", "bad: [c/a.b]: “a.b” is no id" },
  { "[c]\nLabel=C\n[c/a;b]\nLabel=A\n", "bad: [c/a;b]: “a;b” is no id" },
  { "[c]\nLabel=C\n[c/+a]\nLabel=A\n", "bad: [c/+a]: “+a” is no id" },
  { "[c]\nLabel=C\n[c/x-a]\nLabel=A\n", "bad: [c/x-a]: “x-” is kept" },
  { "[c]\nLabel=C\n[c/a]\nLabel=A\nunit=cm\n",
    "bad: [c/a] unit: is not in this catalogue's “columns”" },
  { "[c]\nLabel=C\ncolumns=unit;\n[c/a]\nLabel=A\nunit=cm\nunit=m\n",
    "bad: [c/a] unit: is given twice" },
  { "[c]\nLabel=C\n[c/a]\nLabel=A\nLabel=B\n", "bad: [c/a] Label: is given twice" },
  { "[c]\nLabel=C\ncolumns=unit;\n[c/a]\nLabel=A\nunit[es]=cm\n",
    "bad: [c/a] unit[es]: only a column that “patient” lists" },
  { "[c]\nLabel=C\n[c/a]\nLabel=A\nLabel[es]=A\n",
    "bad: [c/a] Label[es]: only a column that “patient” lists" },
  { "[c]\nLabel=C\ncolumns=max;\n[c/a]\nLabel=A\nmax=tall\n",
    "bad: [c/a] max: “tall” is not a number" },
  { "[c]\nLabel=C\ncolumns=min;max;\n[c/a]\nLabel=A\nmin=3\nmax=2\n",
    "bad: [c/a] min: is more than max" },
  { "[c]\nLabel=C\ncolumns=digits;\n[c/a]\nLabel=A\ndigits=1.5\n",
    "bad: [c/a] digits: is a whole number from 0 to 6" },
  { "[c]\nLabel=C\ncolumns=Unit;\n[c/a]\nLabel=A\n",
    "bad: [c] columns: “Unit” is no column's name" },
  { "[c]\nLabel=C\ncolumns=retired;\n[c/a]\nLabel=A\n",
    "bad: [c] columns: “retired” is no column's name" },
  { "[c]\nLabel=C\n[c/a]\nLabel=A\nretired=1\n", "bad: [c/a] retired: is “true”" },
  { "[c]\nLabel=C\n[c/a]\nLabel=One\n[c/b]\nLabel=one\n",
    "bad: [c/b] Label: “one” is a name of the row “a”, too" },
  { "[c]\nLabel=C\n[c/a]\nLabel=B\n[c/b]\nLabel=One\n",
    "bad: [c/b] Label: “b” is a name of the row “a”, too" },

  /* Text */
  { "[s\n", "bad: line 1: a heading is written" },
};

static void
test_bad (void)
{
  TonusSchemaSource sources[G_N_ELEMENTS (fixture_sources) + 1];

  memcpy (sources, fixture_sources, sizeof fixture_sources);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TonusSchema *schema;

      sources[G_N_ELEMENTS (fixture_sources)] = (TonusSchemaSource){ "bad", cases[i].text };
      schema = tonus_schema_new (sources, G_N_ELEMENTS (sources), &error);
      g_test_message ("%u: want “%s”, have “%s”", i, cases[i].message,
                      error != NULL ? error->message : "no error");
      g_assert_null (schema);
      g_assert_error (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

/* What only looks like a breach. */
static const char *const fine_cases[] = {
  "# nothing but a remark\n",
  "[c]\nLabel=C\n",
  /* A retired row leaves its name to the one that came after. */
  "[c]\nLabel=C\n[c/a]\nLabel=One\nretired=true\n[c/b]\nLabel=One\n",
  "[c]\nLabel=C\n[c/a]\nLabel=One\n[c/b]\nLabel=One\nretired=true\n",
  "[c]\nLabel=C\n[c/a]\nLabel=A\n[c/b]\nLabel=b\n",
  "[c]\nLabel=C\ncolumns=say;\npatient=say;\n[c/a]\nLabel=A\nsay=Yes\nsay[es]=Sí\n",
  F "kind=text\nshow-if=s/c=left;both\n",
  F "kind=text\nshow-if=pain/sites=reach;\n",
  F "kind=text\nshow-if=pain/strength=4-;skoda;\n",
  F "kind=integer\nmin=4\nwarn-min=4\nwarn-max=4\nmax=4\n",
  F "kind=ref\nto=visit;rom;goal;\n",
  F "kind=text\nwas=pain/gone\n",
  F "kind=choice\nchoices=side\nretired=true\nHelp=H\nwidth=12\nprint=no\n",
};

static void
test_fine (void)
{
  TonusSchemaSource sources[G_N_ELEMENTS (fixture_sources) + 1];

  memcpy (sources, fixture_sources, sizeof fixture_sources);
  for (guint i = 0; i < G_N_ELEMENTS (fine_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TonusSchema) schema = NULL;

      sources[G_N_ELEMENTS (fixture_sources)] = (TonusSchemaSource){ "fine", fine_cases[i] };
      schema = tonus_schema_new (sources, G_N_ELEMENTS (sources), &error);
      g_assert_no_error (error);
      g_assert_nonnull (schema);
    }
}

/* Someone who writes a schema wants all the problems, not one a build. */
static void
test_every_problem_is_told (void)
{
  static const TonusSchemaSource sources[] = {
    { "one", "[s]\nholds=visit;\n[s/f]\nkind=what\nLabel=F\n" },
    { "two", "[c]\nLabel=C\n[c/a]\n[c/a]\nLabel=A\n" },
  };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_null (tonus_schema_load (sources, 2, NULL, 0, problems, &error));
  g_assert_cmpuint (problems->len, ==, 4);
  g_assert_cmpstr (error->message, ==, g_ptr_array_index (problems, 0));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 3), "two: [c/a]: this row"));
}

static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusSchema) schema = tonus_schema_new (NULL, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tonus_schema_get_sections (schema)->len, ==, 0);
  g_assert_cmpuint (tonus_schema_get_catalogues (schema)->len, ==, 0);
  g_assert_null (tonus_schema_find_section (schema, "pain"));
}

/* Every truncation and many a damage of the fixture: a schema or an error, never a crash. */
static void
test_damaged (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autofree char *text = g_strdup (round % 2 != 0 ? fixture_sections : fixture_catalogues);
      gsize length = strlen (text);
      g_autoptr (GError) error = NULL;

      if (round % 3 == 0)
        text[g_test_rand_int_range (0, (gint32) length)] = '\0';
      else
        text[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (1, 128);

      TonusSchemaSource sources[] = { { "sections", fixture_sections },
                                      { "lists", fixture_catalogues } };
      sources[round % 2 != 0 ? 0 : 1].text = text;
      g_autoptr (TonusSchema) schema = tonus_schema_new (sources, 2, &error);
      g_assert_true ((schema == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/lint/bad", test_bad);
  g_test_add_func ("/schema/lint/fine", test_fine);
  g_test_add_func ("/schema/lint/every-problem", test_every_problem_is_told);
  g_test_add_func ("/schema/lint/empty", test_empty);
  g_test_add_func ("/schema/lint/damaged", test_damaged);
  return g_test_run ();
}
