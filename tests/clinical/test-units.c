/* test-units.c - the 8-minute rule and the midpoint rule against published examples and brute force
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-units.h"

#include <glib.h>

#define MOST 4

typedef struct
{
  const char *name;
  guint n;
  guint minutes[MOST];
  guint cms[MOST], midpoint[MOST];
  gboolean is_tied;
} Example;

/* CMS Claims Processing Manual (Pub. 100-04) ch. 5 §20.2, and the midpoint rule beside it.  Where
 * the manual leaves a tie to the therapist, ours goes to more minutes, then to list order. */
static const Example published[] = {
  { "1", 2, { 24, 23 }, { 2, 1 }, { 2, 2 }, FALSE },
  { "2", 2, { 20, 20 }, { 2, 1 }, { 1, 1 }, TRUE },
  { "3", 2, { 33, 7 }, { 2, 1 }, { 2, 0 }, FALSE },
  { "4", 4, { 18, 13, 10, 8 }, { 1, 1, 1, 0 }, { 1, 1, 1, 1 }, FALSE },
  { "5", 3, { 7, 7, 7 }, { 1, 0, 0 }, { 0, 0, 0 }, TRUE },
  { "6", 3, { 25, 12, 8 }, { 2, 1, 0 }, { 2, 1, 1 }, FALSE },
  { "7", 3, { 8, 8, 8 }, { 1, 1, 0 }, { 1, 1, 1 }, TRUE },
  { "8", 2, { 19, 4 }, { 2, 0 }, { 1, 0 }, TRUE },
  { "9", 3, { 23, 5, 10 }, { 2, 0, 1 }, { 2, 0, 1 }, FALSE },
  { "10", 2, { 15, 7 }, { 1, 0 }, { 1, 0 }, FALSE },
  { "11", 2, { 15, 8 }, { 1, 1 }, { 1, 1 }, FALSE },
  { "12", 1, { 7 }, { 0 }, { 0 }, FALSE },
  { "13", 3, { 12, 12, 14 }, { 1, 1, 1 }, { 1, 1, 1 }, FALSE },
  { "14", 1, { 38 }, { 3 }, { 3 }, FALSE },
};

static guint
allocate (TonusUnitRule rule, const Example *example, TonusServiceUnits *services)
{
  for (guint i = 0; i < example->n; i++)
    services[i] = (TonusServiceUnits){ .minutes = example->minutes[i], .is_timed = TRUE };
  return tonus_units_allocate (rule, services, example->n);
}

static void
check_units (const Example *example, TonusUnitRule rule, const guint *expected)
{
  TonusServiceUnits services[MOST];
  guint total = allocate (rule, example, services), sum = 0;

  for (guint i = 0; i < example->n; i++)
    {
      g_test_message ("example %s, service %u: %u units", example->name, i, services[i].units);
      g_assert_cmpuint (services[i].units, ==, expected[i]);
      sum += services[i].units;
    }
  g_assert_cmpuint (total, ==, sum);
}

static void
test_published (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      check_units (&published[i], TONUS_UNIT_RULE_CMS, published[i].cms);
      check_units (&published[i], TONUS_UNIT_RULE_MIDPOINT, published[i].midpoint);
    }
}

static void
test_ties (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      TonusServiceUnits services[MOST];
      gboolean is_tied = FALSE;

      allocate (TONUS_UNIT_RULE_CMS, &published[i], services);
      for (guint k = 0; k < published[i].n; k++)
        is_tied |= services[k].is_tied;
      g_test_message ("example %s", published[i].name);
      g_assert_cmpint (is_tied, ==, published[i].is_tied);
      allocate (TONUS_UNIT_RULE_MIDPOINT, &published[i], services);
      for (guint k = 0; k < published[i].n; k++)
        g_assert_false (services[k].is_tied);
    }
}

/* The founding case, visit by visit: units by the midpoint rule and by CMS. */
static void
test_case_a (void)
{
  static const struct
  {
    const char *visit;
    guint n;
    guint minutes[MOST];
    guint midpoint, cms;
  } visits[] = {
    { "evaluation", 1, { 10 }, 1, 1 }, { "2", 3, { 15, 20, 8 }, 3, 3 },
    { "3", 3, { 18, 12, 12 }, 3, 3 },  { "4", 3, { 23, 10, 12 }, 4, 3 },
    { "5", 3, { 25, 8, 12 }, 4, 3 },   { "6", 3, { 16, 20, 8 }, 3, 3 },
    { "7", 3, { 26, 12, 10 }, 4, 3 },  { "8", 3, { 24, 8, 15 }, 4, 3 },
    { "9", 3, { 20, 15, 7 }, 2, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    {
      Example example = { .n = visits[i].n };
      TonusServiceUnits services[MOST];

      for (guint k = 0; k < MOST; k++)
        example.minutes[k] = visits[i].minutes[k];
      g_test_message ("visit %s", visits[i].visit);
      g_assert_cmpuint (allocate (TONUS_UNIT_RULE_MIDPOINT, &example, services), ==,
                        visits[i].midpoint);
      g_assert_cmpuint (allocate (TONUS_UNIT_RULE_CMS, &example, services), ==, visits[i].cms);
    }
}

static void
test_table_of_the_manual (void)
{
  static const guint first_minute[] = { 0, 8, 23, 38, 53, 68, 83, 98, 113, 128 };

  for (guint minutes = 0; minutes < 128; minutes++)
    {
      guint units = 0;

      while (first_minute[units + 1] <= minutes)
        units++;
      g_assert_cmpuint (tonus_units_of_minutes (minutes), ==, units);
    }
  g_assert_cmpuint (tonus_units_of_minutes (G_MAXUINT), ==, G_MAXUINT / 15);
}

static void
test_untimed_has_no_units (void)
{
  TonusServiceUnits services[] = { { .minutes = 45, .is_timed = FALSE },
                                   { .minutes = 15, .is_timed = TRUE } };

  g_assert_cmpuint (tonus_units_allocate (TONUS_UNIT_RULE_CMS, services, 2), ==, 1);
  g_assert_cmpuint (services[0].units, ==, 0);
  g_assert_cmpuint (services[1].units, ==, 1);
  g_assert_cmpuint (tonus_units_allocate (TONUS_UNIT_RULE_MIDPOINT, services, 2), ==, 1);
  g_assert_cmpuint (services[0].units, ==, 0);
  g_assert_cmpuint (tonus_units_allocate (TONUS_UNIT_RULE_NONE, services, 2), ==, 0);
  g_assert_cmpuint (services[1].units, ==, 0);
  g_assert_cmpuint (tonus_units_allocate (TONUS_UNIT_RULE_CMS, NULL, 0), ==, 0);
}

/* --- slow and obvious: hand out minute by minute ------------------------------------------- */

/* Every way of giving @left extra units to services with a remainder, at most one each: the best is
 * the one whose remainders sum highest, then whose minutes do, then which comes first in the list.
 */
static guint
find_best_extras (const TonusServiceUnits *services, guint n, guint left)
{
  guint best = 0;
  gint64 best_worth = -1;

  for (guint set = 0; set < 1u << n; set++)
    {
      gint64 worth = 0;
      gboolean is_allowed = TRUE;
      guint count = 0;

      for (guint i = 0; i < n; i++)
        {
          guint remainder = services[i].minutes % 15;

          if ((set >> i & 1) == 0)
            continue;
          count++;
          is_allowed = is_allowed && services[i].is_timed && remainder > 0;
          worth +=
              (gint64) remainder * 100000000 + (gint64) services[i].minutes * 1000 + (1 << (n - i));
        }
      if (is_allowed && count == left && worth > best_worth)
        {
          best = set;
          best_worth = worth;
        }
    }
  g_assert_cmpint (best_worth, >=, 0);
  return best;
}

static guint
count_slowly (guint minutes)
{
  guint units = 0;

  for (guint next = 8; next <= minutes; next += 15)
    units++;
  return units;
}

static void
check_day (const TonusServiceUnits *services, guint n)
{
  guint total = 0, units, left, extras, sum = 0;

  for (guint i = 0; i < n; i++)
    total += services[i].is_timed ? services[i].minutes : 0;
  left = units = count_slowly (total);
  for (guint i = 0; i < n; i++)
    left -= services[i].is_timed ? services[i].minutes / 15 : 0;
  extras = find_best_extras (services, n, left);
  for (guint i = 0; i < n; i++)
    {
      guint expected = services[i].is_timed ? services[i].minutes / 15 + (extras >> i & 1) : 0;

      g_assert_cmpuint (services[i].units, ==, expected);
      sum += services[i].units;
    }
  g_assert_cmpuint (sum, ==, units);
}

static void
test_against_brute_force (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint day = 0; day < 20000; day++)
    {
      TonusServiceUnits services[7];
      guint n = (guint) g_rand_int_range (random, 1, 8), sum = 0;

      for (guint i = 0; i < n; i++)
        services[i] = (TonusServiceUnits){ .minutes = (guint) g_rand_int_range (random, 0, 61),
                                           .is_timed = g_rand_int_range (random, 0, 6) > 0 };
      tonus_units_allocate (TONUS_UNIT_RULE_CMS, services, n);
      check_day (services, n);
      for (guint i = 0; i < n; i++)
        sum += services[i].is_timed ? count_slowly (services[i].minutes) : 0;
      g_assert_cmpuint (tonus_units_allocate (TONUS_UNIT_RULE_MIDPOINT, services, n), ==, sum);
    }
}

static void
test_rule_ids (void)
{
  g_assert_cmpint (tonus_unit_rule_from_id ("cms"), ==, TONUS_UNIT_RULE_CMS);
  g_assert_cmpint (tonus_unit_rule_from_id ("midpoint"), ==, TONUS_UNIT_RULE_MIDPOINT);
  g_assert_cmpint (tonus_unit_rule_from_id ("none"), ==, TONUS_UNIT_RULE_NONE);
  g_assert_cmpint (tonus_unit_rule_from_id ("~refused"), ==, TONUS_UNIT_RULE_NONE);
  g_assert_cmpint (tonus_unit_rule_from_id (NULL), ==, TONUS_UNIT_RULE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/units/published-examples", test_published);
  g_test_add_func ("/units/ties-are-flagged", test_ties);
  g_test_add_func ("/units/case-a", test_case_a);
  g_test_add_func ("/units/table-of-the-manual", test_table_of_the_manual);
  g_test_add_func ("/units/untimed", test_untimed_has_no_units);
  g_test_add_func ("/units/brute-force", test_against_brute_force);
  g_test_add_func ("/units/rule-ids", test_rule_ids);
  return g_test_run ();
}
