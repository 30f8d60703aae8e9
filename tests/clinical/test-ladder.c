/* test-ladder.c - easier and harder exercises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-ladder.h"
#include "tonus-schema.h"

static const char own[] = "[exercise]\nLabel=Exercise\ncolumns=ladder;level;\n\n"
                          "[exercise/squeeze]\nLabel=Squeeze\nlevel=1\n\n"
                          "[exercise/lift]\nLabel=Lift\nlevel=2\nladder=squeeze\nretired=true\n\n"
                          "[exercise/hop]\nLabel=Hop\nlevel=5\nladder=lift\n\n"
                          "[exercise/step]\nLabel=Step\nlevel=3\nladder=lift\n\n"
                          "[exercise/stair]\nLabel=Stair\nlevel=3\nladder=squeeze\n\n"
                          "[exercise/lost]\nLabel=Lost\nladder=nowhere\n\n"
                          "[exercise/egg]\nLabel=Egg\nladder=hen\n\n"
                          "[exercise/hen]\nLabel=Hen\nladder=egg\n\n"
                          "[exercise/self]\nLabel=Self\nladder=self\n\n"
                          "[exercise/chick]\nLabel=Chick\nladder=ghost\n\n"
                          "[exercise/ghost]\nLabel=Ghost\nladder=shade\nretired=true\n\n"
                          "[exercise/shade]\nLabel=Shade\nladder=ghost\nretired=true\n";

static TonusSchema *
make (void)
{
  TonusSchemaSource source = { "own", own };
  g_autoptr (GError) error = NULL;
  TonusSchema *schema = tonus_schema_new (&source, 1, &error);

  g_assert_no_error (error);
  return schema;
}

static void
assert_easier (const TonusCatalogue *exercises, const char *id, const char *expected)
{
  const TonusEntry *easier = tonus_ladder_get_easier (exercises, id);

  g_assert_cmpstr (easier != NULL ? easier->id : NULL, ==, expected);
}

static void
assert_harder (const TonusCatalogue *exercises, const char *id, const char *expected)
{
  g_autoptr (GPtrArray) harder = tonus_ladder_get_harder (exercises, id);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < harder->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (harder, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", entry->id);
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_shipped (void)
{
  const TonusCatalogue *exercises =
      tonus_schema_find_catalogue (tonus_schema_get_default (), "exercise");

  assert_easier (exercises, "bridge", "glute-set");
  assert_easier (exercises, "glute-set", NULL);
  assert_easier (exercises, "no-such-exercise", NULL);
  assert_easier (exercises, NULL, NULL);
  assert_harder (exercises, "bridge", "bridge-band bridge-march bridge-feet-up");
  assert_harder (exercises, "glute-set", "bridge prone-donkey");
  assert_harder (exercises, "nordic", "");
  assert_harder (exercises, "no-such-exercise", "");
  g_assert_true (tonus_ladder_leads (exercises, "glute-set", "bridge-single-up"));
  g_assert_false (tonus_ladder_leads (exercises, "bridge-single-up", "glute-set"));
  g_assert_false (tonus_ladder_leads (exercises, "bridge", "bridge"));
  g_assert_false (tonus_ladder_leads (exercises, "clam", "bridge"));
  g_assert_false (tonus_ladder_leads (exercises, NULL, "bridge"));
}

static void
test_retired_is_stepped_over (void)
{
  g_autoptr (TonusSchema) schema = make ();
  const TonusCatalogue *exercises = tonus_schema_find_catalogue (schema, "exercise");

  assert_easier (exercises, "step", "squeeze");
  assert_harder (exercises, "squeeze", "step stair hop");
  /* Who still does what is no longer offered goes on from there. */
  assert_easier (exercises, "lift", "squeeze");
  g_assert_true (tonus_ladder_leads (exercises, "squeeze", "hop"));
  g_assert_true (tonus_ladder_leads (exercises, "lift", "hop"));
}

/* What a practice wrote may be wrong: it ends. */
static void
test_broken_ladders_end (void)
{
  g_autoptr (TonusSchema) schema = make ();
  const TonusCatalogue *exercises = tonus_schema_find_catalogue (schema, "exercise");

  assert_easier (exercises, "lost", NULL);
  assert_easier (exercises, "egg", "hen");
  assert_easier (exercises, "self", NULL);
  assert_harder (exercises, "self", "");
  assert_harder (exercises, "egg", "hen");
  assert_easier (exercises, "chick", NULL);
  g_assert_false (tonus_ladder_leads (exercises, "squeeze", "egg"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ladder/shipped", test_shipped);
  g_test_add_func ("/ladder/retired", test_retired_is_stepped_over);
  g_test_add_func ("/ladder/broken", test_broken_ladders_end);
  return g_test_run ();
}
