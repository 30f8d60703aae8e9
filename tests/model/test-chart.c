/* test-chart.c - records open together: all or nothing, steps of undo, what is announced
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>

#include "plain-schema.h"
#include "random-record.h"
#include "tonus-chart.h"
#include "tonus-record-text.h"

typedef struct
{
  TonusSchema *schema;
  TonusChart *chart;
  TonusRecord *one;
  TonusRecord *two;
  GString *heard;
} Fixture;

static void
edited_cb (TonusChart *chart, const char *object, gpointer data)
{
  g_string_append_c (data, object[0]);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->schema = plain_schema_new ();
  self->chart = tonus_chart_new ();
  self->one = tonus_record_new (self->schema, "visit", PLAIN_OBJECT);
  self->two = tonus_record_new (self->schema, "episode", PLAIN_OTHER);
  self->heard = g_string_new (NULL);
  tonus_chart_add (self->chart, self->one);
  tonus_chart_add (self->chart, self->two);
  g_signal_connect (self->chart, "edited", G_CALLBACK (edited_cb), self->heard);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->chart);
  g_assert_finalize_object (self->one);
  g_assert_finalize_object (self->two);
  tonus_schema_unref (self->schema);
  g_string_free (self->heard, TRUE);
}

static void
set (Fixture *self, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  tonus_chart_set (self->chart, PLAIN_OBJECT, path, text, &error);
  g_assert_no_error (error);
}

static const char *
now (Fixture *self)
{
  return tonus_record_get (self->one, "pain/now");
}

static void
test_typing_is_one_step (Fixture *self, gconstpointer data)
{
  set (self, "pain/words", "d");
  set (self, "pain/words", "du");
  set (self, "pain/words", "dull");
  set (self, "pain/now", "7");
  const TonusChangeset *undone = tonus_chart_undo (self->chart);
  g_assert_true (tonus_changeset_is_only (undone, PLAIN_OBJECT, "pain/now"));
  g_assert_null (now (self));
  tonus_chart_undo (self->chart);
  g_assert_null (tonus_record_get (self->one, "pain/words"));
  g_assert_false (tonus_chart_can_undo (self->chart));
  g_assert_null (tonus_chart_undo (self->chart));
  tonus_chart_redo (self->chart);
  g_assert_cmpstr (tonus_record_get (self->one, "pain/words"), ==, "dull");
  g_assert_true (tonus_chart_can_redo (self->chart));
}

static void
test_barrier (Fixture *self, gconstpointer data)
{
  set (self, "pain/now", "1");
  tonus_chart_barrier (self->chart);
  set (self, "pain/now", "2");
  set (self, "pain/now", "3");
  tonus_chart_undo (self->chart);
  g_assert_cmpstr (now (self), ==, "1");
  tonus_chart_undo (self->chart);
  g_assert_null (now (self));
}

/* What has been undone or redone is done with: the next change is a step of its own. */
static void
test_sealed_by_undo (Fixture *self, gconstpointer data)
{
  set (self, "pain/now", "1");
  tonus_chart_barrier (self->chart);
  set (self, "pain/now", "2");
  tonus_chart_undo (self->chart);
  set (self, "pain/now", "3");
  g_assert_false (tonus_chart_can_redo (self->chart));
  tonus_chart_undo (self->chart);
  g_assert_cmpstr (now (self), ==, "1");
  tonus_chart_redo (self->chart);
  set (self, "pain/now", "4");
  tonus_chart_undo (self->chart);
  g_assert_cmpstr (now (self), ==, "3");
}

static void
test_typed_and_taken_back (Fixture *self, gconstpointer data)
{
  set (self, "pain/now", "1");
  tonus_chart_barrier (self->chart);
  set (self, "pain/now", "2");
  set (self, "pain/now", "1");
  set (self, "pain/now", "3");
  tonus_chart_undo (self->chart);
  g_assert_cmpstr (now (self), ==, "1");
  tonus_chart_undo (self->chart);
  g_assert_null (now (self));
  g_assert_false (tonus_chart_can_undo (self->chart));
}

static void
test_taken_back_is_no_step (Fixture *self, gconstpointer data)
{
  set (self, "pain/site", "back");
  set (self, "pain/now", "2");
  set (self, "pain/now", NULL);
  tonus_chart_undo (self->chart);
  g_assert_null (tonus_record_get (self->one, "pain/site"));
  g_assert_false (tonus_chart_can_undo (self->chart));
}

static void
test_same_value_is_no_step (Fixture *self, gconstpointer data)
{
  set (self, "pain/now", "1");
  tonus_chart_undo (self->chart);
  set (self, "pain/site", NULL);
  g_assert_true (tonus_chart_can_redo (self->chart));
  g_assert_false (tonus_chart_can_undo (self->chart));
  g_assert_cmpstr (self->heard->str, ==, "aa");
}

static TonusChangeset *
change_both (const char *now_text)
{
  TonusChangeset *changes = tonus_changeset_new ();

  tonus_changeset_set (changes, PLAIN_OTHER, "event/aaaaaaaa/note", "in the episode");
  tonus_changeset_set (changes, PLAIN_OBJECT, "pain/now", now_text);
  tonus_changeset_set (changes, PLAIN_OTHER, "event/bbbbbbbb/note", "again");
  return changes;
}

static void
test_two_records (Fixture *self, gconstpointer data)
{
  g_autoptr (TonusChangeset) good = change_both ("7");
  g_autoptr (TonusChangeset) bad = change_both ("11");
  g_autoptr (GError) error = NULL;

  g_assert_false (tonus_chart_apply (self->chart, bad, &error));
  g_assert_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED);
  g_assert_false (tonus_record_has_section (self->two, "event"));
  g_assert_false (tonus_chart_can_undo (self->chart));
  g_assert_cmpstr (self->heard->str, ==, "");

  g_assert_true (tonus_chart_apply (self->chart, good, NULL));
  g_assert_cmpstr (self->heard->str, ==, "ba");
  g_assert_cmpstr (now (self), ==, "7");
  tonus_chart_undo (self->chart);
  g_assert_null (now (self));
  g_assert_false (tonus_record_has_section (self->two, "event"));
  tonus_chart_redo (self->chart);
  g_assert_cmpstr (now (self), ==, "7");
  g_assert_true (tonus_record_has_row (self->two, "event", "bbbbbbbb"));
}

static void
test_not_open (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tonus_chart_set (self->chart, "nobody", "pain/now", "1", &error));
  g_assert_error (error, TONUS_MODEL_ERROR, TONUS_MODEL_ERROR_REFUSED);
  g_assert_null (tonus_chart_get (self->chart, "nobody"));
  g_assert_true (tonus_chart_get (self->chart, PLAIN_OBJECT) == self->one);
}

/* A record that goes takes its part of every step with it, and leaves the others theirs. */
static void
test_removed_record (Fixture *self, gconstpointer data)
{
  g_autoptr (TonusChangeset) both = change_both ("7");

  set (self, "pain/site", "back");
  g_assert_true (tonus_chart_apply (self->chart, both, NULL));
  g_assert_true (tonus_chart_set (self->chart, PLAIN_OTHER, "event/cccccccc/note", "alone", NULL));
  tonus_chart_remove (self->chart, PLAIN_OTHER);
  g_assert_null (tonus_chart_get (self->chart, PLAIN_OTHER));
  tonus_chart_undo (self->chart);
  g_assert_null (now (self));
  g_assert_true (tonus_record_has_row (self->two, "event", "cccccccc"));
  g_assert_cmpstr (tonus_record_get (self->one, "pain/site"), ==, "back");
}

static void
test_replaced_record (Fixture *self, gconstpointer data)
{
  g_autoptr (TonusRecord) again = tonus_record_copy (self->one);

  set (self, "pain/now", "7");
  tonus_chart_add (self->chart, self->one);
  g_assert_true (tonus_chart_can_undo (self->chart));
  tonus_chart_add (self->chart, again);
  g_assert_false (tonus_chart_can_undo (self->chart));
  g_assert_true (tonus_chart_get (self->chart, PLAIN_OBJECT) == again);
}

/* Changed behind the chart's back so that the step cannot be undone: it goes, nothing else happens.
 */
static void
test_stale_step (Fixture *self, gconstpointer data)
{
  g_autoptr (TonusChangeset) behind = tonus_changeset_new ();

  set (self, "event/aaaaaaaa/measure", "odi");
  set (self, "event/aaaaaaaa/score", "70");
  set (self, "event/aaaaaaaa/score", NULL);
  set (self, "event/aaaaaaaa/score", "80");
  set (self, "event/aaaaaaaa/note", "n");
  tonus_chart_barrier (self->chart);
  set (self, "event/aaaaaaaa/score", "9");
  tonus_changeset_set (behind, PLAIN_OBJECT, "event/aaaaaaaa/measure", "psfs");
  g_assert_true (tonus_record_apply (self->one, behind, NULL));
  g_assert_null (tonus_chart_undo (self->chart));
  g_assert_cmpstr (tonus_record_get (self->one, "event/aaaaaaaa/score"), ==, "9");
  g_assert_nonnull (tonus_chart_undo (self->chart));
  g_assert_null (tonus_record_get (self->one, "event/aaaaaaaa/note"));
}

static void
test_described (Fixture *self, gconstpointer data)
{
  g_autoptr (TonusChangeset) both = change_both ("7");

  g_assert_null (tonus_chart_describe_undo (self->chart));
  set (self, "pain/now", "7");
  g_autofree char *one = tonus_chart_describe_undo (self->chart);
  g_assert_cmpstr (one, ==, "Pain now");
  tonus_chart_undo (self->chart);
  g_autofree char *again = tonus_chart_describe_redo (self->chart);
  g_assert_cmpstr (again, ==, "Pain now");
  g_assert_null (tonus_chart_describe_undo (self->chart));
  g_assert_true (tonus_chart_apply (self->chart, both, NULL));
  g_autofree char *several = tonus_chart_describe_undo (self->chart);
  g_assert_cmpstr (several, ==, "Event");
}

/* Undo all is empty, redo all is full, to the byte. */
static void
test_by_chance (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (TonusChart) chart = tonus_chart_new ();
      g_autoptr (TonusRecord) record = random_record (rand, self->schema, "visit", 20);
      g_autoptr (GString) empty = tonus_record_to_text (record);

      tonus_chart_add (chart, record);
      for (guint i = 0; i < 60; i++)
        {
          g_autoptr (TonusChangeset) changes =
              random_changes (rand, record, (guint) g_rand_int_range (rand, 1, 4));

          g_assert_true (tonus_chart_apply (chart, changes, NULL));
          for (int back = g_rand_int_range (rand, -6, 4); back > 0; back--)
            tonus_chart_undo (chart);
          for (int forth = g_rand_int_range (rand, -6, 4); forth > 0; forth--)
            tonus_chart_redo (chart);
        }
      g_autoptr (GString) full = tonus_record_to_text (record);
      guint n_undone = 0;
      guint n_redone = 0;
      while (tonus_chart_can_redo (chart))
        g_assert_nonnull (tonus_chart_redo (chart));
      g_string_free (full, TRUE);
      full = tonus_record_to_text (record);
      for (; tonus_chart_can_undo (chart); n_undone++)
        g_assert_nonnull (tonus_chart_undo (chart));
      g_autoptr (GString) undone = tonus_record_to_text (record);
      for (; tonus_chart_can_redo (chart); n_redone++)
        g_assert_nonnull (tonus_chart_redo (chart));
      g_autoptr (GString) redone = tonus_record_to_text (record);

      g_assert_cmpuint (n_undone, >, 10);
      g_assert_cmpuint (n_undone, ==, n_redone);
      g_assert_cmpstr (undone->str, ==, empty->str);
      g_assert_cmpstr (redone->str, ==, full->str);
    }
}

/* The same records read anew: what could be undone still can, but for a record that is not there.
 */
static void
test_take_steps (Fixture *self, gconstpointer data)
{
  g_autoptr (TonusChart) again = tonus_chart_new ();
  g_autoptr (TonusRecord) one = NULL;

  set (self, "pain/now", "3");
  tonus_chart_barrier (self->chart);
  tonus_chart_set (self->chart, PLAIN_OTHER, "episode/title", "Knee", NULL);
  set (self, "pain/now", "4");
  tonus_chart_undo (self->chart);
  one = tonus_record_copy (self->one);
  tonus_chart_add (again, one);
  tonus_chart_take_steps (again, self->chart);
  g_assert_false (tonus_chart_can_undo (self->chart));
  g_assert_nonnull (tonus_chart_redo (again));
  g_assert_cmpstr (tonus_record_get (one, "pain/now"), ==, "4");
  tonus_chart_undo (again);
  tonus_chart_undo (again);
  g_assert_null (tonus_record_get (one, "pain/now"));
  g_assert_false (tonus_chart_can_undo (again));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/chart/typing-is-one-step", test_typing_is_one_step },
    { "/chart/barrier", test_barrier },
    { "/chart/sealed-by-undo", test_sealed_by_undo },
    { "/chart/typed-and-taken-back", test_typed_and_taken_back },
    { "/chart/taken-back-is-no-step", test_taken_back_is_no_step },
    { "/chart/same-value-is-no-step", test_same_value_is_no_step },
    { "/chart/two-records", test_two_records },
    { "/chart/not-open", test_not_open },
    { "/chart/removed-record", test_removed_record },
    { "/chart/replaced-record", test_replaced_record },
    { "/chart/stale-step", test_stale_step },
    { "/chart/take-steps", test_take_steps },
    { "/chart/described", test_described },
    { "/chart/by-chance", test_by_chance },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
