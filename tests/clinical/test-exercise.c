/* test-exercise.c - reading an exercise: lists, where a program starts, in which language it is
 * written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-exercise.h"

static const char own[] = "[exercise]\n\n"
                          "[exercise/x-chair-twist]\nLabel=Chair twist\ntype=mobility\n\n"
                          "[exercise/x-hold]\nLabel=Hold it\ntype=strength\ndose-hold=20\n"
                          "dose-days-a-week=5\nname=Hold\nstep1=Hold.\nfeel=it\n\n"
                          "[exercise/x-bare]\nLabel=Bare\n\n"
                          "[exercise/x-odd]\nLabel=Odd\ntype=unheard-of\nequipment=band;gone;;\n"
                          "reviewed=no\n";

static TonusSchema *
make (void)
{
  TonusSchemaSource source = { "own", own };
  g_autoptr (GError) error = NULL;
  TonusSchema *schema = tonus_schema_new_extended (&source, 1, &error);

  g_assert_no_error (error);
  return schema;
}

static const TonusEntry *
find (TonusSchema *schema, const char *id)
{
  const TonusEntry *entry =
      tonus_catalogue_lookup (tonus_schema_find_catalogue (schema, "exercise"), id);

  g_assert_nonnull (entry);
  return entry;
}

static void
test_lists (void)
{
  g_autoptr (TonusSchema) schema = make ();
  const TonusEntry *glute_set = find (schema, "glute-set");
  g_autoptr (GPtrArray) positions = tonus_exercise_list (schema, glute_set, "position");
  g_autoptr (GPtrArray) targets =
      tonus_exercise_list (schema, find (schema, "brace-supine"), "targets");
  g_autoptr (GPtrArray) unknown = tonus_exercise_list (schema, find (schema, "x-odd"), "equipment");
  g_autoptr (GPtrArray) none = tonus_exercise_list (schema, glute_set, "equipment");
  g_autoptr (GPtrArray) no_list = tonus_exercise_list (schema, glute_set, "name");

  g_assert_cmpuint (positions->len, ==, 2);
  g_assert_cmpstr (((TonusEntry *) positions->pdata[0])->id, ==, "prone");
  g_assert_cmpstr (((TonusEntry *) positions->pdata[1])->id, ==, "supine");
  g_assert_cmpuint (targets->len, ==, 2); /* a target and a muscle */
  g_assert_cmpuint (unknown->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (no_list->len, ==, 0);
  g_assert_true (tonus_exercise_has (glute_set, "position", "supine"));
  g_assert_false (tonus_exercise_has (glute_set, "position", "sup"));
  g_assert_false (tonus_exercise_has (glute_set, "position", ""));
  g_assert_false (tonus_exercise_has (glute_set, "position", NULL));
  g_assert_false (tonus_exercise_has (glute_set, "equipment", "band"));
  g_assert_true (tonus_exercise_has (glute_set, "region", "hip"));
}

static void
test_doses (void)
{
  static const struct
  {
    const char *exercise, *field, *value;
  } doses[] = {
    { "bridge", "sets", "2" },
    { "bridge", "days-a-week", "7" },
    { "bridge", "effort", "7" }, /* its type's */
    { "bridge", "distance", NULL },
    { "lat-band-walk", "distance", "8" },
    { "lat-band-walk", "reps", NULL }, /* a distance instead */
    { "heel-drop-ecc", "pain-limit", "4" },
    { "x-chair-twist", "reps", "10" },
    { "x-chair-twist", "times-a-day", "2" },
    { "x-hold", "hold", "20" },
    { "x-hold", "reps", NULL },
    { "x-hold", "days-a-week", "5" },
    { "x-hold", "pain-limit", NULL }, /* nobody wrote one */
    { "x-bare", "sets", NULL },
    { "x-odd", "sets", NULL },
  };
  g_autoptr (TonusSchema) schema = make ();

  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    {
      g_test_message ("%s, %s", doses[i].exercise, doses[i].field);
      g_assert_cmpstr (
          tonus_exercise_get_dose (schema, find (schema, doses[i].exercise), doses[i].field), ==,
          doses[i].value);
    }
}

static void
test_languages (void)
{
  g_autoptr (TonusSchema) schema = make ();
  const TonusEntry *bridge = find (schema, "bridge");
  const TonusEntry *hold = find (schema, "x-hold");

  g_assert_true (tonus_exercise_is_written_in (bridge, "es-mx"));
  g_assert_true (tonus_exercise_is_written_in (bridge, "de"));
  g_assert_true (tonus_exercise_is_written_in (bridge, "en-gb"));
  g_assert_true (tonus_exercise_is_written_in (bridge, NULL));
  g_assert_false (tonus_exercise_is_written_in (bridge, "xx"));
  g_assert_true (tonus_exercise_is_written_in (hold, "en"));
  g_assert_false (tonus_exercise_is_written_in (hold, "es"));
  g_assert_false (tonus_exercise_is_written_in (find (schema, "x-bare"), "en"));
}

static void
test_text (void)
{
  g_autoptr (TonusSchema) schema = make ();
  g_autofree char *hold = tonus_exercise_make_text (find (schema, "x-hold"));
  g_autofree char *bare = tonus_exercise_make_text (find (schema, "x-bare"));

  g_assert_cmpstr (hold, ==, "Hold.\nFeel: it\n");
  g_assert_cmpstr (bare, ==, "");
}

static void
test_reviewed (void)
{
  g_autoptr (TonusSchema) schema = make ();

  g_assert_false (tonus_exercise_is_reviewed (find (schema, "bridge")));
  g_assert_false (tonus_exercise_is_reviewed (find (schema, "x-odd")));
  g_assert_true (tonus_exercise_is_reviewed (find (schema, "x-hold")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exercise/lists", test_lists);
  g_test_add_func ("/exercise/doses", test_doses);
  g_test_add_func ("/exercise/languages", test_languages);
  g_test_add_func ("/exercise/text", test_text);
  g_test_add_func ("/exercise/reviewed", test_reviewed);
  return g_test_run ();
}
