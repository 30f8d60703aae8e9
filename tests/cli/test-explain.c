/* test-explain.c - everything the schema names can be explained
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "terminal.h"
#include "tonus-schema.h"

/* Explains @name, and the explanation has a line for each word. */
static void
assert_explained (Terminal *terminal, const char *name, const char *const *words)
{
  terminal_do (terminal, NULL, "explain", name, NULL);
  g_assert_true (g_utf8_validate (terminal->out->str, -1, NULL));
  g_assert_true (g_str_has_suffix (terminal->out->str, "\n"));
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *in_between = g_strdup_printf ("\n%s:", words[i]);
      gboolean has_word = g_str_has_prefix (terminal->out->str, in_between + 1) ||
                          strstr (terminal->out->str, in_between) != NULL;
      if (!has_word)
        g_error ("%s: no line “%s” in:\n%s", name, words[i], terminal->out->str);
    }
}

static void
test_fields (void)
{
  static const char *const words[] = { "field", "label",   "section", "kind",    "stored",
                                       "typed", "handout", "window",  "example", NULL };
  GPtrArray *sections = tonus_schema_get_sections (tonus_schema_get_default ());
  g_autoptr (Terminal) terminal = terminal_new ();

  for (guint i = 0; i < sections->len; i++)
    {
      const TonusSection *section = g_ptr_array_index (sections, i);
      for (guint j = 0; j < section->fields->len; j++)
        {
          const TonusField *field = g_ptr_array_index (section->fields, j);
          assert_explained (terminal, field->path, words);
          g_assert_nonnull (strstr (terminal->out->str, field->label));
          g_assert_cmpint (strstr (terminal->out->str, "\nnote:") != NULL, ==,
                           tonus_section_is_held_by (section, "visit"));
        }
    }
}

static void
test_sections_and_lists (void)
{
  static const char *const section_words[] = { "section", "label", "records", "repeats",
                                               "window",  "field", NULL };
  static const char *const list_words[] = { "list", "rows", "used by", NULL };
  GPtrArray *sections = tonus_schema_get_sections (tonus_schema_get_default ());
  GPtrArray *catalogues = tonus_schema_get_catalogues (tonus_schema_get_default ());
  g_autoptr (Terminal) terminal = terminal_new ();

  for (guint i = 0; i < sections->len; i++)
    assert_explained (terminal, ((TonusSection *) g_ptr_array_index (sections, i))->id,
                      section_words);
  for (guint i = 0; i < catalogues->len; i++)
    assert_explained (terminal, tonus_catalogue_get_id (g_ptr_array_index (catalogues, i)),
                      list_words);
}

/* With a row in the path, its own limits. */
static void
test_row (void)
{
  static const char *const words[] = { "field", "row", "limits", "unit", NULL };
  static const char *const row_words[] = { "section", "row", NULL };
  static const char *const entry_words[] = { "row", "label", "region", NULL };
  g_autoptr (Terminal) terminal = terminal_new ();

  assert_explained (terminal, "rom/hip-flexion.right.passive/value", words);
  g_assert_nonnull (strstr (terminal->out->str, "[rom/hip-flexion.right.passive], key value="));
  g_assert_nonnull (strstr (terminal->out->str, "°"));
  assert_explained (terminal, "rom/hip-flexion.right.passive", row_words);
  assert_explained (terminal, "motion/hip-flexion", entry_words);
}

/* What a practice added is explained by the same code. */
static void
test_own (void)
{
  static const char *const words[] = { "field", "label", "choices", "stored", NULL };
  g_autoptr (Terminal) terminal = terminal_new ();
  g_autofree char *therapist = terminal_new_practice (terminal);
  const char *own = "[Tonus]\nKind=catalogue\n\n"
                    "[x-mood]\nLabel=Mood\n\n[x-mood/x-good]\nLabel=Good\n\n"
                    "[x-extra]\nLabel=Extra\nholds=visit;\n\n"
                    "[x-extra/x-mood]\nkind=choice\nLabel=Mood today\nchoices=x-mood\n";

  terminal_do (terminal, own, "record", "p", "-", NULL);
  terminal_run (terminal, NULL, "explain", "x-extra/x-mood", NULL);
  g_assert_cmpint (terminal->status, ==, 3);
  terminal_do (terminal, NULL, "explain", "--practice", "p", "x-extra/x-mood", NULL);
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_nonnull (strstr (terminal->out->str, words[i]));
  g_assert_nonnull (strstr (terminal->out->str, "x-good (Good)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/explain/fields", test_fields);
  g_test_add_func ("/cli/explain/sections-and-lists", test_sections_and_lists);
  g_test_add_func ("/cli/explain/row", test_row);
  g_test_add_func ("/cli/explain/own", test_own);
  return g_test_run ();
}
