/* test-own.c - a practice adds rows and fields under names of its own, and changes nothing of ours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema-load.h"

#include "fixture.h"

static TonusSchema *
load (const char *own, GError **error)
{
  TonusSchemaSource source = { "practice", own };

  return tonus_schema_load (fixture_sources, G_N_ELEMENTS (fixture_sources), &source, 1, NULL,
                            error);
}

static void
test_adds (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusSchema) schema =
      load ("[motion]\n"
            "[motion/x-jaw]\nLabel=Jaw opening\nunit=mm\nmax=70\n"
            "[side]\n"
            "[side/x-middle]\nLabel=Midline\n"
            "[pain]\n"
            "[pain/x-mood]\nkind=choice\nLabel=Mood\nchoices=x-mood\n"
            "[x-mood]\nLabel=Mood\n"
            "[x-mood/x-good]\nLabel=Good\n"
            "[x-lab]\nLabel=Lab\nholds=visit;\npage=pain\n"
            "[x-lab/x-crp]\nkind=decimal\nLabel=CRP\nunit=mg/l\nmin=0\n",
            &error);

  g_assert_no_error (error);
  g_assert_nonnull (schema);

  const TonusField *value = fixture_field (schema, "rom/x-jaw.left/value");
  g_assert_true (tonus_field_check (value, "x-jaw.left", NULL, "45", NULL));
  g_assert_false (tonus_field_check (value, "x-jaw.left", NULL, "71", &error));
  g_assert_cmpstr (error->message, ==, "71 is refused: at most 70 mm");

  const TonusField *mood = fixture_field (schema, "pain/x-mood");
  g_assert_true (tonus_field_check (mood, NULL, NULL, "x-good", NULL));
  g_assert_cmpuint (mood->index, ==, mood->section->fields->len - 1);
  g_assert_true (
      tonus_field_check (fixture_field (schema, "x-lab/x-crp"), NULL, NULL, "4.2", NULL));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *own;
    const char *message;
  } cases[] = {
    { "[motion]\n[motion/jaw]\nLabel=Jaw\n",
      "practice: [motion/jaw]: a practice's own id begins “x-”" },
    { "[motion]\n[motion/hip-flexion]\nLabel=Mine\n",
      "practice: [motion/hip-flexion]: a practice's own id" },
    { "[motion]\nLabel=Mine\n[motion/x-jaw]\nLabel=Jaw\n",
      "practice: [motion]: a practice's own id begins" },
    { "[pain]\n[pain/mood]\nkind=text\nLabel=Mood\n",
      "practice: [pain/mood]: a practice's own id begins" },
    { "[pain]\n[pain/now]\nkind=text\nLabel=Mood\n",
      "practice: [pain/now]: a practice's own id begins" },
    { "[pain]\nLabel=Ache\nholds=visit;\n", "practice: [pain]: a practice's own id begins" },
    { "[mood]\nLabel=Mood\n", "practice: [mood]: a practice's own id begins" },
    { "[x-s]\nLabel=S\nholds=visit;\n[x-s/f]\nkind=text\nLabel=F\n",
      "practice: [x-s/f]: a practice's own id" },
    { "[x-c]\nLabel=C\n[x-c/a]\nLabel=A\n", "practice: [x-c/a]: a practice's own id begins" },
    { "[nothing]\n[nothing/x-a]\nLabel=A\n",
      "practice: [nothing]: there is no such section or catalogue" },
    { "[motion]\n[motion/x-jaw]\nLabel=Hip flexion\n",
      "practice: [motion/x-jaw] Label: “Hip flexion” is a name of" },
    { "[motion]\n[motion/x-jaw]\nLabel=Jaw\nwhere=head\n",
      "practice: [motion/x-jaw] where: is not in" },
    { "[motion]\n[motion/x-jaw]\nLabel=J\n[motion/x-jaw]\nLabel=K\n",
      "practice: [motion/x-jaw]: this row is there" },
    { "[pain/x-f]\nkind=text\nLabel=F\n", "practice: [pain/x-f]: does not follow its heading" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TonusSchema *schema = load (cases[i].own, &error);

      g_test_message ("want “%s”, have “%s”", cases[i].message,
                      error != NULL ? error->message : "");
      g_assert_null (schema);
      g_assert_error (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

/* A section and a list of one id: what an item says of itself tells them apart. */
static void
test_adds_to_twins (void)
{
  static const TonusSchemaSource built_in = {
    "f", "[twin]\nLabel=S\nholds=visit;\n[twin/f]\nkind=text\nLabel=F\n"
         "[twin]\nLabel=C\n[twin/a]\nLabel=A\n"
  };
  static const TonusSchemaSource own = {
    "practice", "[twin]\n[twin/x-b]\nLabel=B\n[twin/x-g]\nkind=note\nLabel=G\n"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusSchema) schema = tonus_schema_load (&built_in, 1, &own, 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (tonus_catalogue_lookup (tonus_schema_find_catalogue (schema, "twin"), "x-b"));
  g_assert_cmpint (fixture_field (schema, "twin/x-g")->kind, ==, TONUS_KIND_NOTE);
  g_assert_cmpuint (tonus_schema_find_section (schema, "twin")->fields->len, ==, 2);
}

/* The same through the public door, over what the program was built with. */
static void
test_extends_default (void)
{
  static const TonusSchemaSource own = { "practice", "[x-c]\nLabel=C\n[x-c/x-a]\nLabel=A\n" };
  static const TonusSchemaSource bad = { "practice", "[c]\nLabel=C\n" };
  TonusSchema *built_in = tonus_schema_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusSchema) schema = tonus_schema_new_extended (&own, 1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (tonus_schema_find_catalogue (schema, "x-c"));
  g_assert_null (tonus_schema_find_catalogue (built_in, "x-c"));
  g_assert_cmpuint (tonus_schema_get_sections (schema)->len, ==,
                    tonus_schema_get_sections (built_in)->len);
  g_assert_true (built_in == tonus_schema_get_default ());

  g_assert_null (tonus_schema_new_extended (&bad, 1, &error));
  g_assert_error (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_SYNTAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/own/adds", test_adds);
  g_test_add_func ("/schema/own/adds-to-twins", test_adds_to_twins);
  g_test_add_func ("/schema/own/refused", test_refused);
  g_test_add_func ("/schema/own/extends-default", test_extends_default);
  return g_test_run ();
}
