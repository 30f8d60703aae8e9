/* test-fields.c - every field that Tonus has, and every one that it will have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-schema.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "fixture.h"

#include "tonus-text.h"

#define OID "mzxw6ytboi4dcmrtgq2tmnzyhe"

typedef void (*FieldTest) (const TonusField *field, const char *row);

/* A row of @section whose key @varied is the entry @at; the other keys have their first.
 * NULL: the section has no rows.  (transfer full) */
static char *
row_with (const TonusSection *section, const TonusField *varied, guint at)
{
  g_autoptr (GString) row = g_string_new (NULL);

  if (section->repeat == TONUS_REPEAT_NONE)
    return NULL;
  if (section->repeat == TONUS_REPEAT_EVENT)
    return g_strdup ("mzxw6ytb");

  for (guint i = 0; i < section->keys->len; i++)
    {
      const TonusField *key = g_ptr_array_index (section->keys, i);
      GPtrArray *entries = tonus_catalogue_get_entries (key->choices);
      const TonusEntry *entry = g_ptr_array_index (entries, key == varied ? at : 0);
      g_string_append_printf (row, "%s%s", i > 0 ? "." : "", entry->id);
    }
  return g_string_free (g_steal_pointer (&row), FALSE);
}

/* Runs @test for every field, in every row whose limits may differ. */
static void
for_each_field (FieldTest test)
{
  GPtrArray *sections = tonus_schema_get_sections (tonus_schema_get_default ());

  g_assert_cmpuint (sections->len, >, 0);
  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      for (guint j = 0; j < section->fields->len; j++)
        {
          const TonusField *field = g_ptr_array_index (section->fields, j);
          gboolean varies = field->limits != NULL && field->limits->key_index >= 0;
          guint n_rows = varies ? tonus_catalogue_get_entries (field->limits->choices)->len : 1;

          for (guint at = 0; at < n_rows; at++)
            {
              g_autofree char *row = row_with (section, varies ? field->limits : NULL, at);
              g_test_message ("%s in %s", field->path, row != NULL ? row : "its section");
              test (field, row);
            }
        }
    }
}

static void
assert_returns (const TonusField *field, const char *row, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = tonus_field_display (field, value);
  g_autofree char *edited = tonus_field_edit_text (field, value);
  g_autofree char *again = NULL;

  g_assert_true (tonus_field_check (field, row, NULL, value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (shown, !=, "");
  again = tonus_field_read_typed (field, row, NULL, edited, 739000, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, value);
}

/* A number of the field between its limits. */
static char *
some_number (const TonusField *field, const char *row)
{
  TonusLimits limits = tonus_field_get_limits (field, row, NULL);
  double value = isfinite (limits.min) ? limits.min : isfinite (limits.max) ? limits.max : 7;

  return tonus_number_format (value, 6);
}

static char *
all_choices (const TonusField *field)
{
  GString *text = g_string_new (NULL);
  GPtrArray *entries = tonus_catalogue_get_entries (field->choices);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s;", ((TonusEntry *) g_ptr_array_index (entries, i))->id);
  return g_string_free (text, FALSE);
}

/* Something the field may point at: an object, or a row of the first section it names. */
static char *
some_reference (const TonusField *field)
{
  for (guint i = 0; field->to[i] != NULL; i++)
    {
      const TonusSection *section =
          tonus_schema_find_section (tonus_schema_get_default (), field->to[i]);
      if (tonus_schema_has_kind (field->to[i]))
        return g_strdup (OID);
      g_assert_nonnull (section);

      g_autofree char *row = row_with (section, NULL, 0);
      return g_strconcat (OID "#", section->id, "/", row, NULL);
    }
  g_assert_not_reached ();
}

static void
test_value_returns (const TonusField *field, const char *row)
{
  g_autofree char *value = NULL;

  switch (field->kind)
    {
    case TONUS_KIND_TEXT:
    case TONUS_KIND_NOTE:
      value = g_strdup ("éß");
      break;
    case TONUS_KIND_INTEGER:
    case TONUS_KIND_DECIMAL:
    case TONUS_KIND_SCORE:
      value = some_number (field, row);
      break;
    case TONUS_KIND_BOOLEAN:
      value = g_strdup ("no");
      break;
    case TONUS_KIND_DATE:
      value = g_strdup ("2026-11-23");
      break;
    case TONUS_KIND_TIME:
      value = g_strdup ("09:05");
      break;
    case TONUS_KIND_CHOICE:
    case TONUS_KIND_GRADE:
      value = g_strdup (
          ((TonusEntry *) g_ptr_array_index (tonus_catalogue_get_entries (field->choices), 0))->id);
      break;
    case TONUS_KIND_CHOICES:
      value = all_choices (field);
      break;
    case TONUS_KIND_REF:
      value = some_reference (field);
      break;
    case TONUS_N_KINDS:
      g_assert_not_reached ();
    }
  assert_returns (field, row, value);
}

static void
test_round_trip (void)
{
  for_each_field (test_value_returns);
}

static void
test_every_choice_returns (const TonusField *field, const char *row)
{
  if (field->kind != TONUS_KIND_CHOICE && field->kind != TONUS_KIND_GRADE)
    return;

  GPtrArray *entries = tonus_catalogue_get_entries (field->choices);
  g_assert_cmpuint (entries->len, >, 0);
  for (guint i = 0; i < entries->len; i++)
    assert_returns (field, row, ((TonusEntry *) g_ptr_array_index (entries, i))->id);
}

static void
test_choices (void)
{
  for_each_field (test_every_choice_returns);
}

static void
test_reasons_return (const TonusField *field, const char *row)
{
  TonusCatalogue *reasons = tonus_schema_find_catalogue (tonus_schema_get_default (), "not-tested");
  GPtrArray *entries;

  g_assert_nonnull (reasons);
  entries = tonus_catalogue_get_entries (reasons);
  g_assert_cmpuint (entries->len, >, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *reason = g_ptr_array_index (entries, i);
      g_autofree char *plain = g_strconcat ("~", reason->id, NULL);
      g_autofree char *with_words = g_strconcat ("~", reason->id, " too sore (both)", NULL);

      assert_returns (field, row, plain);
      assert_returns (field, row, with_words);
    }
  g_assert_false (tonus_field_check (field, row, NULL, "~nonsense", NULL));
  g_assert_false (tonus_field_check (field, row, NULL, "", NULL));
}

static void
test_not_tested (void)
{
  for_each_field (test_reasons_return);
}

/* One step of the field's last decimal, at and beyond a limit. */
static void
assert_boundary (const TonusField *field, const char *row, double limit, int outward)
{
  TonusLimits limits = tonus_field_get_limits (field, row, NULL);
  double step = field->kind == TONUS_KIND_INTEGER ? 1 : pow (10, -(double) limits.digits);

  if (!isfinite (limit))
    return;
  for (int steps = -1; steps <= 1; steps++)
    {
      double value = limit + steps * step;
      g_autofree char *text = tonus_number_format (value, 6);
      g_autofree char *typed = g_strdelimit (g_strdup (text), ".", ',');
      g_autofree char *read = tonus_field_read_typed (field, row, NULL, typed, 0, NULL);
      gboolean is_within = steps * outward <= 0 && value >= limits.min && value <= limits.max;

      g_assert_cmpint (tonus_field_check (field, row, NULL, text, NULL), ==, is_within);
      /* With three decimals a comma might part thousands; then nothing is read. */
      if (limits.digits < 3 || !is_within)
        g_assert_cmpstr (read, ==, is_within ? text : NULL);
    }
}

static void
test_limits_hold (const TonusField *field, const char *row)
{
  if (!tonus_kind_is_number (field->kind))
    return;

  TonusLimits limits = tonus_field_get_limits (field, row, NULL);
  assert_boundary (field, row, limits.min, -1);
  assert_boundary (field, row, limits.max, 1);
  g_assert_true (limits.min <= limits.warn_max && limits.warn_min <= limits.max);
}

static void
test_boundaries (void)
{
  for_each_field (test_limits_hold);
}

static void
test_is_hostile_proof (const TonusField *field, const char *row)
{
  static const char *const hostile[] = {
    "[evil]",         "x=1",        "a;b;c;",        "# no remark",    "back\\slash\\n",
    "~tilde",         "~~two",      "%s%n%d",        "<b>&amp;</b>",   "../../etc/passwd",
    "“quoted” – 95°", "\"quoted\"", "مرحبا بالعالم", "👩‍🔬 ok", "'; drop table"
  };

  if (field->kind != TONUS_KIND_TEXT && field->kind != TONUS_KIND_NOTE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *words = g_str_has_prefix (hostile[i], "~~") ? hostile[i] + 1 : hostile[i];
      gboolean fits = g_utf8_strlen (words, -1) <= (glong) field->length;
      g_autofree char *value = tonus_field_read_typed (field, row, NULL, hostile[i], 0, &error);
      g_autofree char *shown = NULL;

      g_assert_true (fits == (value != NULL));
      if (!fits)
        continue;
      assert_returns (field, row, value);

      /* What is read back is what was typed; only "~~" was the grammar's already. */
      shown = tonus_field_display (field, value);
      g_assert_cmpstr (shown, ==, words);
    }
  g_assert_false (tonus_field_check (field, row, NULL, "nul\x01", NULL));
  g_assert_false (tonus_field_check (field, row, NULL, "\xff", NULL));
}

static void
test_hostile (void)
{
  for_each_field (test_is_hostile_proof);
}

static void
test_length_holds (const TonusField *field, const char *row)
{
  if (field->kind != TONUS_KIND_TEXT && field->kind != TONUS_KIND_NOTE)
    return;

  g_autofree char *full = g_strnfill (field->length, 'x');
  g_autofree char *over = g_strnfill (field->length + 1, 'x');
  g_assert_cmpuint (field->length, >, 0);
  g_assert_true (tonus_field_check (field, row, NULL, full, NULL));
  g_assert_false (tonus_field_check (field, row, NULL, over, NULL));
}

static void
test_lengths (void)
{
  for_each_field (test_length_holds);
}

static void
test_is_found (const TonusField *field, const char *row)
{
  g_autofree char *path = row != NULL
                              ? g_strconcat (field->section->id, "/", row, "/", field->id, NULL)
                              : g_strdup (field->path);
  g_autofree char *found_row = NULL;
  g_autoptr (GError) error = NULL;
  const TonusField *found =
      tonus_schema_resolve (tonus_schema_get_default (), path, &found_row, &error);

  g_assert_no_error (error);
  g_assert_true (found == field);
  g_assert_cmpstr (found_row, ==, row);
  g_assert_cmpuint (strlen (path), <=, 96);
  g_assert_cmpstr (tonus_field_label (field), !=, "");
  g_assert_cmpstr (tonus_section_label (field->section), !=, "");
  if (field->key_index >= 0)
    g_assert_nonnull (tonus_section_row_entry (field->section, row, field));
}

static void
test_paths (void)
{
  for_each_field (test_is_found);
}

static void
test_entries (void)
{
  GPtrArray *catalogues = tonus_schema_get_catalogues (tonus_schema_get_default ());

  g_assert_cmpuint (catalogues->len, >, 0);
  for (guint i = 0; i < catalogues->len; i++)
    {
      TonusCatalogue *catalogue = g_ptr_array_index (catalogues, i);
      GPtrArray *entries = tonus_catalogue_get_entries (catalogue);

      for (guint j = 0; j < entries->len; j++)
        {
          const TonusEntry *entry = g_ptr_array_index (entries, j);

          g_test_message ("%s/%s", tonus_catalogue_get_id (catalogue), entry->id);
          g_assert_cmpuint (entry->index, ==, j);
          g_assert_cmpstr (tonus_entry_label (entry), !=, "");
          g_assert_true (tonus_catalogue_find_typed (catalogue, entry->id) == entry);
          if (!entry->is_retired)
            g_assert_true (tonus_catalogue_find_typed (catalogue, entry->label) == entry);
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/fields/round-trip", test_round_trip);
  g_test_add_func ("/schema/fields/choices", test_choices);
  g_test_add_func ("/schema/fields/not-tested", test_not_tested);
  g_test_add_func ("/schema/fields/boundaries", test_boundaries);
  g_test_add_func ("/schema/fields/hostile", test_hostile);
  g_test_add_func ("/schema/fields/lengths", test_lengths);
  g_test_add_func ("/schema/fields/paths", test_paths);
  g_test_add_func ("/schema/fields/entries", test_entries);
  return g_test_run ();
}
