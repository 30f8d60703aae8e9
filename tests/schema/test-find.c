/* test-find.c - paths, rows, entries and kinds are found, under the names they had before, too
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema.h"

#include <math.h>

#include "fixture.h"

static void
test_resolve (void)
{
  static const struct
  {
    const char *path;
    const char *found; /* the field's present path */
    const char *row;
  } cases[] = {
    { "pain/now", "pain/now", NULL },
    { "pain/old", "pain/old", NULL },
    { "rom/hip-flexion.right/value", "rom/value", "hip-flexion.right" },
    { "rom/hip-flexion.midline/value", "rom/value", "hip-flexion.midline" },
    { "rom/hip-flexion.right/motion", "rom/motion", "hip-flexion.right" },
    { "goal/mzxw6ytb/text", "goal/text", "mzxw6ytb" },
    /* was= */
    { "complaint/location", "pain/words", NULL },
    { "joint-range/hip-flexion.left/value", "rom/value", "hip-flexion.left" },
  };
  g_autoptr (TonusSchema) schema = fixture_schema ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *row = NULL;
      const TonusField *field = tonus_schema_resolve (schema, cases[i].path, &row, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (field->path, ==, cases[i].found);
      g_assert_cmpstr (row, ==, cases[i].row);
      g_assert_true (field == tonus_schema_resolve (schema, cases[i].path, NULL, NULL));
    }
}

static void
test_resolve_refused (void)
{
  static const struct
  {
    const char *path;
    const char *message;
  } cases[] = {
    { "", "a path is" },
    { "pain", "a path is" },
    { "pain/a/b/c", "a path is" },
    { "pain/", "section “pain” has no field “”" },
    { "/now", "there is no section “”" },
    { "nothing/now", "there is no section “nothing”" },
    { "pain/nothing", "section “pain” has no field “nothing”" },
    { "complaint/now", "there is no section “complaint”" },
    { "pain/row/now", "section “pain” has no rows, and no “row”" },
    { "pain//now", "section “pain” has no rows" },
    { "rom/value", "section “rom” repeats" },
    { "rom/hip-flexion/value", "“hip-flexion” names no row of “rom”" },
    { "rom/right.hip-flexion/value", "“right.hip-flexion” names no row" },
    { "rom/hip-flexion.right.passive/value", "“hip-flexion.right.passive” names no row" },
    { "rom/hip-flexion.up/value", "“hip-flexion.up” names no row" },
    { "rom/hip-flexion..right/value", "“hip-flexion..right” names no row" },
    { "rom//value", "“” names no row" },
    { "joint-range/hip-flexion/value", "“hip-flexion” names no row of “rom”" },
    { "goal/text", "section “goal” repeats" },
    { "goal/1/text", "“1” names no row of “goal”" },
    { "goal/../text", "“..” names no row" },
  };
  g_autoptr (TonusSchema) schema = fixture_schema ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      char *row = (char *) "untouched";

      g_assert_null (tonus_schema_resolve (schema, cases[i].path, &row, &error));
      g_test_message ("%s: %s", cases[i].path, error->message);
      g_assert_error (error, TONUS_SCHEMA_ERROR, TONUS_SCHEMA_ERROR_PATH);
      g_assert_true (g_str_has_prefix (error->message, cases[i].message));
      g_assert_null (row);
    }
}

static void
test_sections (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();
  const TonusSection *pain = tonus_schema_find_section (schema, "pain");
  const TonusSection *rom = tonus_schema_find_section (schema, "rom");
  const TonusSection *goal = tonus_schema_find_section (schema, "goal");

  g_assert_cmpuint (pain->index, ==, 0);
  g_assert_cmpuint (goal->index, ==, 2);
  g_assert_cmpstr (tonus_section_label (rom), ==, "Range of motion");
  g_assert_cmpstr (pain->help, ==, "As the patient says");
  g_assert_cmpstr (pain->page->id, ==, "pain");
  g_assert_null (goal->page);
  g_assert_true (tonus_section_is_held_by (pain, "visit"));
  g_assert_false (tonus_section_is_held_by (pain, "episode"));
  g_assert_true (tonus_section_row_is_valid (pain, NULL));
  g_assert_false (tonus_section_row_is_valid (pain, "x"));
  g_assert_false (tonus_section_row_is_valid (rom, NULL));
  g_assert_false (tonus_section_row_is_valid (goal, NULL));

  /* Keys are in the order of the row's id, not of the screen. */
  const TonusField *motion = tonus_section_lookup (rom, "motion");
  const TonusField *side = tonus_section_lookup (rom, "side");
  g_assert_true (g_ptr_array_index (rom->keys, 0) == motion);
  g_assert_cmpint (motion->key_index, ==, 0);
  g_assert_cmpint (side->key_index, ==, 1);
  g_assert_cmpuint (side->index, ==, 0);
  g_assert_cmpint (tonus_section_lookup (rom, "value")->key_index, ==, -1);
  g_assert_cmpstr (tonus_section_row_entry (rom, "hip-flexion.left", side)->id, ==, "left");
  g_assert_cmpstr (tonus_section_row_entry (rom, "hip-flexion.left", motion)->id, ==,
                   "hip-flexion");
  g_assert_null (tonus_section_row_entry (rom, "hip-flexion", motion));

  g_autofree char *label = tonus_section_row_label (rom, "hip-flexion.right");
  g_assert_cmpstr (label, ==, "Hip flexion, Right");
  g_assert_null (tonus_section_row_label (goal, "mzxw6ytb"));
  g_assert_null (tonus_section_row_label (rom, "nonsense"));
}

static void
test_field_attributes (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();
  const TonusField *now = fixture_field (schema, "pain/now");
  const TonusField *note = fixture_field (schema, "pain/note");
  const TonusField *wakes = fixture_field (schema, "pain/wakes");

  g_assert_cmpstr (tonus_field_label (now), ==, "Pain now");
  g_assert_cmpstr (tonus_field_help (now), ==, "0 is none");
  g_assert_null (tonus_field_help (note));
  g_assert_cmpfloat (now->max, ==, 10);
  g_assert_true (isinf (now->warn_min));
  g_assert_true (now->is_printed);
  g_assert_false (note->is_printed);
  g_assert_true (note->is_private);
  g_assert_cmpuint (note->width, ==, 60);
  g_assert_cmpuint (note->length, ==, 8000);
  g_assert_cmpuint (fixture_field (schema, "goal/mzxw6ytb/text")->length, ==, 500);
  g_assert_cmpuint (fixture_field (schema, "pain/weight")->digits, ==, 1);
  g_assert_true (fixture_field (schema, "pain/old")->is_retired);
  g_assert_true (wakes->show_if == fixture_field (schema, "pain/at-night"));
  g_assert_cmpstr (wakes->show_if_values[0], ==, "yes");
  g_assert_cmpstr (fixture_field (schema, "pain/words")->was, ==, "complaint/location");
}

static void
test_kinds (void)
{
  g_assert_true (tonus_schema_has_kind ("visit"));
  g_assert_true (tonus_schema_has_kind ("snippet"));
  g_assert_false (tonus_schema_has_kind ("visits"));
  g_assert_false (tonus_schema_has_kind (NULL));
  g_assert_true (tonus_schema_kind_is_clinical ("visit"));
  g_assert_true (tonus_schema_kind_is_clinical ("void"));
  g_assert_false (tonus_schema_kind_is_clinical ("therapist"));
  g_assert_false (tonus_schema_kind_is_clinical ("nothing"));

  for (guint kind = 0; kind < TONUS_N_KINDS; kind++)
    g_assert_nonnull (tonus_kind_name ((TonusKind) kind));
  g_assert_cmpstr (tonus_kind_name (TONUS_KIND_REF), ==, "ref");
  g_assert_true (tonus_kind_is_number (TONUS_KIND_SCORE));
  g_assert_false (tonus_kind_is_number (TONUS_KIND_GRADE));
}

static void
test_entries (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();
  TonusCatalogue *motion = tonus_schema_find_catalogue (schema, "motion");
  TonusCatalogue *side = tonus_schema_find_catalogue (schema, "side");
  const TonusEntry *flexion = tonus_catalogue_lookup (motion, "hip-flexion");

  g_assert_cmpstr (tonus_catalogue_get_id (motion), ==, "motion");
  g_assert_cmpstr (tonus_catalogue_get_label (motion), ==, "Motion");
  g_assert_cmpuint (tonus_catalogue_get_entries (side)->len, ==, 4);
  g_assert_cmpuint (tonus_catalogue_lookup (side, "both")->index, ==, 2);
  g_assert_true (tonus_catalogue_lookup (side, "midline")->is_retired);
  g_assert_null (tonus_catalogue_lookup (side, "Right"));
  g_assert_null (tonus_catalogue_lookup (side, NULL));
  g_assert_null (tonus_catalogue_lookup (side, "right")->attributes);

  g_assert_cmpstr (tonus_entry_get (flexion, "unit"), ==, "°");
  g_assert_null (tonus_entry_get (flexion, "digits"));
  g_assert_cmpfloat (tonus_entry_get_number (flexion, "max", -1), ==, 160);
  g_assert_cmpfloat (tonus_entry_get_number (flexion, "digits", -1), ==, -1);
}

static void
test_languages (void)
{
  g_autoptr (TonusSchema) schema = fixture_schema ();
  TonusCatalogue *exercises = tonus_schema_find_catalogue (schema, "exercise");
  const TonusEntry *bridge = tonus_catalogue_lookup (exercises, "bridge");
  const TonusEntry *plank = tonus_catalogue_lookup (exercises, "plank");

  g_assert_cmpstr (tonus_entry_get_local (bridge, "name", "es"), ==, "El puente");
  g_assert_cmpstr (tonus_entry_get_local (bridge, "name", "es-mx"), ==, "El puente");
  g_assert_cmpstr (tonus_entry_get_local (bridge, "name", "fr"), ==, "The bridge");
  g_assert_cmpstr (tonus_entry_get_local (bridge, "name", NULL), ==, "The bridge");
  g_assert_cmpstr (tonus_entry_get_local (bridge, "step1", "pt-br"), ==, "Deite.");
  g_assert_cmpstr (tonus_entry_get_local (bridge, "step1", "pt_BR"), ==, "Deite.");
  g_assert_cmpstr (tonus_entry_get_local (bridge, "step1", "pt"), ==, "Deite-se.");
  g_assert_null (tonus_entry_get_local (plank, "name", "es"));
}

static void
test_find_typed (void)
{
  static const struct
  {
    const char *catalogue;
    const char *typed;
    const char *id; /* NULL: none */
  } cases[] = {
    { "side", "right", "right" },
    { "side", "RIGHT", "right" },
    { "side", " r ", "right" },
    { "side", "Both sides", "both" },
    { "side", "b", "both" },
    { "side", "x", NULL },
    { "side", "", NULL },
    { "side", " ", NULL },
    { "side", "mid", NULL },
    { "side", "midline", "midline" },
    { "motion", "hip", NULL },
    { "motion", "hip f", "hip-flexion" },
    { "motion", "hip-e", "hip-extension" },
    { "grade", "4", "4" },
    { "grade", "4-", "4-" },
    { "grade", "4+", "4+" },
    { "grade", "skoda", "skoda" },
    { "grade", "S\xcc\x8ckoda", "skoda" },
    { "grade", "5", NULL },
    { "side", "left right", NULL },
    { "side", "\xff", NULL },
  };
  g_autoptr (TonusSchema) schema = fixture_schema ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TonusCatalogue *catalogue = tonus_schema_find_catalogue (schema, cases[i].catalogue);
      const TonusEntry *entry = tonus_catalogue_find_typed (catalogue, cases[i].typed);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpstr (entry != NULL ? entry->id : NULL, ==, cases[i].id);
    }
}

/* With the built-in lists: letters of the words find what only one row has, and never a grade. */
static void
test_find_words (void)
{
  static const struct
  {
    const char *catalogue;
    const char *typed;
    const char *id;
  } cases[] = {
    { "muscle", "glut med", "gluteus-medius" },
    { "muscle", "glut", NULL },
    { "muscle", "medius", "gluteus-medius" },
    { "glide", "pa", NULL }, /* central, unilateral, rib, sacral; and palmar begins so */
    { "glide", "palm", "palmar" },
    { "glide", "central", "central-pa" },
    { "reflex-grade", "2-", NULL },
    { "reflex-grade", "2+", "2+" },
    { "mmt", "4-", "4-" },
  };
  TonusSchema *schema = tonus_schema_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TonusCatalogue *catalogue = tonus_schema_find_catalogue (schema, cases[i].catalogue);
      const TonusEntry *entry = tonus_catalogue_find_typed (catalogue, cases[i].typed);

      g_test_message ("%s “%s”", cases[i].catalogue, cases[i].typed);
      g_assert_cmpstr (entry != NULL ? entry->id : NULL, ==, cases[i].id);
    }
}

static void
test_references (void)
{
  TonusSchema *schema = fixture_schema ();

  g_assert_true (tonus_schema_ref (schema) == schema);
  tonus_schema_unref (schema);
  g_assert_cmpuint (tonus_schema_get_sections (schema)->len, ==, 3);
  tonus_schema_unref (schema);
}

/* What is one of a pair is offered right and left, what is on the midline there; all are valid. */
static void
test_offered (void)
{
  static const struct
  {
    const char *section;
    const char *row;
    gboolean is_offered;
  } cases[] = {
    { "rom", "hip-flexion.right.passive", TRUE },
    { "rom", "hip-flexion.midline.passive", FALSE },
    { "rom", "lumbar-flexion.midline.active", TRUE },
    { "rom", "lumbar-flexion.left.active", FALSE },
    { "rom", "no-such-motion.left.active", FALSE },
    { "special-test", "slump.left", TRUE },
    { "special-test", "slump.both", FALSE },
    { "special-test", "prone-instability.midline", TRUE },
    { "outcome", "odi", TRUE },
  };
  TonusSchema *schema = tonus_schema_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TonusSection *section = tonus_schema_find_section (schema, cases[i].section);

      g_assert_nonnull (section);
      g_assert_cmpint (tonus_section_offers_row (section, cases[i].row), ==, cases[i].is_offered);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/find/resolve", test_resolve);
  g_test_add_func ("/schema/find/resolve-refused", test_resolve_refused);
  g_test_add_func ("/schema/find/sections", test_sections);
  g_test_add_func ("/schema/find/field-attributes", test_field_attributes);
  g_test_add_func ("/schema/find/kinds", test_kinds);
  g_test_add_func ("/schema/find/entries", test_entries);
  g_test_add_func ("/schema/find/languages", test_languages);
  g_test_add_func ("/schema/find/typed", test_find_typed);
  g_test_add_func ("/schema/find/words", test_find_words);
  g_test_add_func ("/schema/find/references", test_references);
  g_test_add_func ("/schema/find/offered", test_offered);
  return g_test_run ();
}
