/* test-demo.c - every template of the demo practice is a record, dated around today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib.h>

#include "fixture.h"
#include "tonus-check.h"
#include "tonus-date.h"
#include "tonus-demo.h"
#include "tonus-index.h"

static TonusPractice *
create (const char *folder, guint until)
{
  g_autoptr (GError) error = NULL;
  TonusPractice *practice =
      tonus_demo_create (tonus_io_real (), folder, until, tonus_date_parse ("2026-11-23"), &error);

  g_assert_no_error (error);
  return practice;
}

static guint
count_visits (TonusPractice *practice)
{
  g_autoptr (GPtrArray) patients = tonus_practice_list_patients (practice, NULL);
  guint count = 0;

  for (guint i = 0; i < patients->len; i++)
    {
      g_autoptr (GPtrArray) visits =
          tonus_practice_list_objects (practice, patients->pdata[i], "visit", NULL);
      count += visits->len;
    }
  return count;
}

static void
test_whole (void)
{
  g_autofree char *parent = scratch_make ();
  g_autofree char *folder = g_build_filename (parent, "demo", NULL);
  g_autoptr (TonusPractice) practice = create (folder, 0);
  g_autoptr (TonusPractice) opened = tonus_practice_open (tonus_io_real (), folder, NULL);
  guint n_files = 0;
  g_autoptr (GPtrArray) findings = tonus_check_practice (opened, &n_files, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TonusFinding *finding = findings->pdata[i];
      g_test_message ("%s: %s", finding->place, finding->message);
    }
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (n_files, >, 20);
  g_assert_cmpuint (tonus_practice_get_remarks (opened)->len, ==, 0);
  g_assert_cmpuint (count_visits (opened), >=, 9);
  g_test_message ("%u files, %u visits", n_files, count_visits (opened));

  g_autoptr (GPtrArray) index = tonus_index_load (opened, NULL);
  const TonusIndexEntry *first = index->pdata[0];
  g_assert_cmpstr (first->last_visit, ==, "2026-11-16");
  scratch_remove (parent);
}

static void
test_until (void)
{
  g_autofree char *parent = scratch_make ();
  g_autofree char *one = g_build_filename (parent, "one", NULL);
  g_autofree char *two = g_build_filename (parent, "two", NULL);
  g_autoptr (TonusPractice) first = create (one, 1);
  g_autoptr (TonusPractice) second = create (two, 2);
  g_autoptr (GPtrArray) index = tonus_index_load (first, NULL);
  g_autoptr (GPtrArray) patients_one = tonus_practice_list_patients (first, NULL);
  g_autoptr (GPtrArray) patients_two = tonus_practice_list_patients (second, NULL);
  const TonusIndexEntry *entry = index->pdata[0];

  g_assert_cmpuint (count_visits (first), ==, patients_one->len);
  g_assert_cmpuint (count_visits (second), ==, 2 * patients_two->len);
  /* The next visit, day 3, is today. */
  g_assert_cmpstr (entry->last_visit, ==, "2026-11-20");
  g_assert_cmpstr (entry->next_visit, ==, "2026-11-23");
  /* Objects have the same ids everywhere, practices do not. */
  g_assert_cmpstr (patients_one->pdata[0], ==, patients_two->pdata[0]);
  g_assert_cmpstr (tonus_practice_get_id (first), !=, tonus_practice_get_id (second));
  scratch_remove (parent);
}

static void
test_occupied (void)
{
  g_autofree char *parent = scratch_make ();
  g_autofree char *file = g_build_filename (parent, "mine", NULL);
  g_autoptr (GError) error = NULL;

  scratch_write (file, "x", 1);
  g_assert_null (tonus_demo_create (tonus_io_real (), parent, 0, tonus_date_today (), &error));
  g_assert_error (error, TONUS_STORE_ERROR, TONUS_STORE_ERROR_EXISTS);
  g_assert_cmpuint (scratch_count (parent), ==, 1);
  scratch_remove (parent);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/demo/whole", test_whole);
  g_test_add_func ("/demo/until", test_until);
  g_test_add_func ("/demo/occupied", test_occupied);
  return g_test_run ();
}
