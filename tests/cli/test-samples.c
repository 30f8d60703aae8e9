/* test-samples.c - made-up values are values: every field of the schema accepts what is drawn for
 * it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "tonus-people.h"
#include "tonus-sample.h"
#include "tonus-sheet.h"
#include "tonus-suggest.h"

#define DRAWS 20
#define SHEETS 200

static char *
draw_row (const TonusSection *section, const TonusChance *chance)
{
  return section->repeat != TONUS_REPEAT_NONE ? tonus_sample_row (section, chance) : NULL;
}

static void
check_field (const TonusField *field, const TonusChance *chance)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *row = draw_row (field->section, chance);
  g_autofree char *chosen = field->limits != NULL && field->limits->key_index < 0
                                ? tonus_sample_value (field->limits, row, NULL, chance)
                                : NULL;
  g_autofree char *text = tonus_sample_value (field, row, chosen, chance);

  g_assert_true (field->section->repeat == TONUS_REPEAT_NONE ||
                 tonus_section_row_is_valid (field->section, row));
  g_assert_cmpint (text == NULL, ==, field->kind == TONUS_KIND_REF);
  if (text == NULL)
    return;
  if (!tonus_field_check (field, row, chosen, text, &error))
    g_error ("%s is “%s”: %s", field->path, text, error->message);

  /* Nobody would look twice at it. */
  g_autofree char *remark = tonus_field_remark (field, row, chosen, text);
  g_assert_cmpstr (remark, ==, NULL);
}

static void
test_fields (void)
{
  GPtrArray *sections = tonus_schema_get_sections (tonus_schema_get_default ());
  static const char *const regions[] = { NULL, "lumbar", "knee" };
  TonusChance chance = { .io = tonus_io_seeded (7, 0) };
  guint n_fields = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      for (guint j = 0; j < section->fields->len; j++, n_fields++)
        for (guint k = 0; k < DRAWS; k++)
          {
            chance.region = regions[k % G_N_ELEMENTS (regions)];
            check_field (g_ptr_array_index (section->fields, j), &chance);
          }
    }
  tonus_io_seeded_free (chance.io);
  g_assert_cmpuint (n_fields, >, 300);
}

/* Fields depend on each other; filled in together they must still make a record. */
static void
test_sheets (void)
{
  TonusSchema *schema = tonus_schema_get_default ();
  GPtrArray *sections = tonus_schema_get_sections (schema);
  const TonusChance chance = { .io = tonus_io_seeded (8, 0), .region = "shoulder" };

  for (guint i = 0; i < sections->len; i++)
    for (guint k = 0; k < SHEETS; k++)
      {
        const TonusSection *section = g_ptr_array_index (sections, i);
        g_autoptr (GError) error = NULL;
        g_autofree char *id = tonus_io_new_id (chance.io);
        g_autofree char *row = draw_row (section, &chance);
        g_autoptr (TonusSheet) sheet = tonus_sheet_new (schema, section->holds[0], id, NULL);

        tonus_sheet_fill (sheet, section, row, 5 + k * 95 / SHEETS, &chance);
        TonusRecord *record = tonus_sheet_finish (sheet, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (tonus_record_get_object (record), ==, id);
      }
  tonus_io_seeded_free (chance.io);
}

/* What is drawn for a region is about it, and sides fit what is measured. */
static void
test_region (void)
{
  TonusSchema *schema = tonus_schema_get_default ();
  const TonusSection *rom = tonus_schema_find_section (schema, "rom");
  const TonusField *motion = tonus_section_lookup (rom, "motion");
  const TonusField *side = tonus_section_lookup (rom, "side");
  const TonusChance chance = { .io = tonus_io_seeded (9, 0), .region = "neck" };

  for (guint i = 0; i < DRAWS; i++)
    {
      g_autofree char *row = tonus_sample_row (rom, &chance);
      const TonusEntry *entry = tonus_section_row_entry (rom, row, motion);
      gboolean is_midline = g_strcmp0 (tonus_entry_get (entry, "sides"), "midline") == 0;
      g_assert_cmpstr (tonus_entry_get (entry, "region"), ==, "neck");
      g_assert_cmpint (g_str_equal (tonus_section_row_entry (rom, row, side)->id, "midline"), ==,
                       is_midline);
    }
  tonus_io_seeded_free (chance.io);
}

static void
test_people (void)
{
  const TonusField *given =
      tonus_schema_resolve (tonus_schema_get_default (), "patient/given", NULL, NULL);
  TonusCatalogue *regions = tonus_schema_find_catalogue (tonus_schema_get_default (), "region");
  const TonusChance chance = { .io = tonus_io_seeded (10, 0) };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 500; i++)
    {
      TonusPerson person = tonus_people_draw (&chance);
      g_assert_true (tonus_field_check (given, NULL, NULL, person.given, NULL));
      g_assert_true (tonus_field_check (given, NULL, NULL, person.family, NULL));
      g_assert_nonnull (tonus_catalogue_lookup (regions, tonus_complaint_draw (&chance)->region));
      g_hash_table_add (names, g_strconcat (person.given, " ", person.family, NULL));
    }
  tonus_io_seeded_free (chance.io);
  g_assert_cmpuint (g_hash_table_size (names), >, 200);
}

/* --- near misses --- */

static void
assert_suggestions (const char *wanted, const char *sentence)
{
  static const char *const names[] = {
    "pain/now", "pain/best", "rom", "rom/value", "list", "note"
  };
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (candidates, (gpointer) names[i]);
  g_autofree char *got = tonus_suggest_sentence (wanted, candidates);
  g_assert_cmpstr (got, ==, sentence);
}

static void
test_suggestions (void)
{
  assert_suggestions ("pian/now", "; did you mean “pain/now”?");
  assert_suggestions ("pain", "; did you mean “pain/now” or “pain/best”?");
  assert_suggestions ("lst", "; did you mean “list”?");
  assert_suggestions ("value", "; did you mean “rom/value”?");
  assert_suggestions ("weather-forecast", "");
  g_autofree char *endless = g_strnfill (4000, 'a');
  assert_suggestions (endless, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/samples/fields", test_fields);
  g_test_add_func ("/cli/samples/sheets", test_sheets);
  g_test_add_func ("/cli/samples/region", test_region);
  g_test_add_func ("/cli/samples/people", test_people);
  g_test_add_func ("/cli/suggestions", test_suggestions);
  return g_test_run ();
}
