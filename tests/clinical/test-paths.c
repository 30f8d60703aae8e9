/* test-paths.c - every path that C names is in the built-in schema, with the kind C expects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-paths.h"

static void
test_exist (void)
{
  TonusSchema *schema = tonus_schema_get_default ();

  g_assert_cmpuint (TONUS_N_PATHS, >, 40);
  for (TonusPath path = 0; path < TONUS_N_PATHS; path++)
    {
      const char *id = tonus_path_get_section (path);
      const TonusSection *section = tonus_schema_find_section (schema, id);
      const TonusField *field;

      g_test_message ("%s/%s", id, tonus_path_get_field (path));
      g_assert_nonnull (section);
      g_assert_false (section->is_retired);
      field = tonus_section_lookup (section, tonus_path_get_field (path));
      g_assert_nonnull (field);
      g_assert_false (field->is_retired);
      g_assert_cmpstr (tonus_kind_name (field->kind), ==,
                       tonus_kind_name (tonus_path_get_kind (path)));
      g_assert_true ((field->kind == TONUS_KIND_CHOICE) == (field->choices != NULL));
    }
}

static void
test_named_once (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (TonusPath path = 0; path < TONUS_N_PATHS; path++)
    g_assert_true (g_hash_table_add (
        seen, tonus_path_join (tonus_path_get_section (path), NULL, tonus_path_get_field (path))));
}

static void
assert_has_entry (const char *catalogue, const char *id)
{
  TonusCatalogue *found = tonus_schema_find_catalogue (tonus_schema_get_default (), catalogue);

  g_test_message ("%s: %s", catalogue, id);
  g_assert_nonnull (found);
  g_assert_nonnull (tonus_catalogue_lookup (found, id));
}

/* Choices whose ids C compares with. */
static void
test_choices (void)
{
  static const struct
  {
    TonusPath path;
    const char *id;
  } choices[] = {
    { TONUS_PATH_PAYER_UNIT_RULE, "cms" },      { TONUS_PATH_PAYER_UNIT_RULE, "midpoint" },
    { TONUS_PATH_PAYER_UNIT_RULE, "none" },     { TONUS_PATH_HOME_STATE, "stopped" },
    { TONUS_PATH_HOME_SIDE, "both" },           { TONUS_PATH_HOME_SIDE, "right" },
    { TONUS_PATH_HOME_SIDE, "left" },           { TONUS_PATH_HOME_LOAD_UNIT, "bodyweight" },
    { TONUS_PATH_HOME_LOAD_UNIT, "machine" },   { TONUS_PATH_VISIT_KIND, "evaluation" },
    { TONUS_PATH_VISIT_KIND, "re-evaluation" }, { TONUS_PATH_VISIT_KIND, "progress-report" },
    { TONUS_PATH_VISIT_KIND, "discharge" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const TonusSection *section = tonus_schema_find_section (
          tonus_schema_get_default (), tonus_path_get_section (choices[i].path));
      const TonusField *field =
          tonus_section_lookup (section, tonus_path_get_field (choices[i].path));

      assert_has_entry (tonus_catalogue_get_id (field->choices), choices[i].id);
    }
}

/* Every service says whether its minutes are timed: a service that does not would silently lose
 * units. */
static void
test_services_are_timed_or_not (void)
{
  TonusCatalogue *services = tonus_schema_find_catalogue (tonus_schema_get_default (), "service");
  GPtrArray *entries = tonus_catalogue_get_entries (services);

  g_assert_cmpuint (entries->len, >, 10);
  for (guint i = 0; i < entries->len; i++)
    {
      const TonusEntry *entry = g_ptr_array_index (entries, i);
      const char *timed = tonus_entry_get (entry, "timed");

      g_test_message ("%s", entry->id);
      g_assert_true (g_strcmp0 (timed, "yes") == 0 || g_strcmp0 (timed, "no") == 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths/exist", test_exist);
  g_test_add_func ("/paths/named-once", test_named_once);
  g_test_add_func ("/paths/choices", test_choices);
  g_test_add_func ("/paths/services", test_services_are_timed_or_not);
  return g_test_run ();
}
