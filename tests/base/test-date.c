/* test-date.c - dates are days that exist, and nothing that could be two
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-date.h"

#include <locale.h>
#include <string.h>

static void
test_parse (void)
{
  static const char *const good[] = { "2026-11-23", "1800-01-01", "2199-12-31", "2024-02-29",
                                      "2000-02-29" };
  static const char *const bad[] = {
    "",
    "2026",
    "2026-11",
    "2026-11-2",
    "2026-1-23",
    "26-11-23",
    "2026-11-31",
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "1799-12-31",
    "2200-01-01",
    "2026-11-23 ",
    " 2026-11-23",
    "2026-11-23x",
    "2026/11/23",
    "02026-11-23",
    "2026-11-023",
    "+026-11-23",
    "2026--1-23",
    "20261123",
    "9999-99-99",
    "0000-00-00",
    "2026-11-2\xc3\xa9",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      guint32 day = tonus_date_parse (good[i]);
      g_assert_cmpuint (day, >, 0);
      g_autofree char *text = tonus_date_format (day);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s”", bad[i]);
      g_assert_cmpuint (tonus_date_parse (bad[i]), ==, 0);
    }
  g_assert_cmpuint (tonus_date_parse (NULL), ==, 0);
}

static void
test_days_count (void)
{
  g_assert_cmpuint (tonus_date_parse ("1970-01-01"), ==, 719163);
  g_assert_cmpuint (tonus_date_parse ("2024-03-01") - tonus_date_parse ("2024-02-28"), ==, 2);

  for (guint32 day = tonus_date_parse ("1800-01-01"); day <= tonus_date_parse ("2199-12-31"); day++)
    {
      g_autofree char *text = tonus_date_format (day);
      g_assert_cmpuint (tonus_date_parse (text), ==, day);
    }
}

static void
test_display (void)
{
  g_autofree char *november = tonus_date_display (tonus_date_parse ("2026-11-23"));
  g_autofree char *march = tonus_date_display (tonus_date_parse ("2026-03-05"));
  gboolean is_german = g_getenv ("TONUS_TEST_COMMA") != NULL;

  g_assert_cmpstr (november, ==, "23 Nov 2026");
  g_assert_cmpstr (march, ==, is_german ? "5 M\xc3\xa4r 2026" : "5 Mar 2026");
}

static void
test_typed (void)
{
  static const struct
  {
    const char *typed;
    const char *date; /* NULL: none */
  } cases[] = {
    { "2026-11-23", "2026-11-23" },
    { " 2026-11-23 ", "2026-11-23" },
    { "23.11.2026", "2026-11-23" },
    { "3.4.2026", "2026-04-03" },
    { "23/11/2026", "2026-11-23" },
    { "11/23/2026", "2026-11-23" },
    { "5/5/2026", "2026-05-05" },
    { "today", "2026-11-23" },
    { "Today", "2026-11-23" },
    { "+3", "2026-11-26" },
    { "-7", "2026-11-16" },
    { "+0", "2026-11-23" },
    { "-23", "2026-10-31" },
    { "", NULL },
    { "31.11.2026", NULL },
    { "13/13/2026", NULL },
    { "11.23.2026", NULL },
    { "23.11.26", NULL },
    { "23.11", NULL },
    { "23.11/2026", NULL },
    { "23-11-2026", NULL },
    { "2026", NULL },
    { "tomorrow", NULL },
    { "+", NULL },
    { "-", NULL },
    { "+3d", NULL },
    { "--3", NULL },
    { "+999999", NULL },
    { "-99999", NULL },
    { "23.11.2026x", NULL },
    { "32.1.2026", NULL },
    { "1.1.1799", NULL },
  };
  guint32 today = tonus_date_parse ("2026-11-23");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpuint (tonus_date_read_typed (cases[i].typed, today), ==,
                        tonus_date_parse (cases[i].date));
    }
  g_assert_cmpuint (tonus_date_read_typed (NULL, today), ==, 0);
}

/* 3/4 is in March or in April: only a locale may say, and the C locale does not. */
static void
test_typed_ambiguous (void)
{
  gboolean is_german = g_getenv ("TONUS_TEST_COMMA") != NULL;

  g_assert_cmpuint (tonus_date_read_typed ("3/4/2026", 1), ==,
                    is_german ? tonus_date_parse ("2026-04-03") : 0);
}

/* Both days can be named to the one who typed it. */
static void
test_could_be_two (void)
{
  gboolean is_german = g_getenv ("TONUS_TEST_COMMA") != NULL;
  guint32 day_first = 0, month_first = 0;

  g_assert_cmpint (tonus_date_could_be_two (" 3/4/1961", &day_first, &month_first), ==, !is_german);
  g_assert_cmpuint (day_first, ==, is_german ? 0 : tonus_date_parse ("1961-04-03"));
  g_assert_cmpuint (month_first, ==, is_german ? 0 : tonus_date_parse ("1961-03-04"));
  g_assert_false (tonus_date_could_be_two ("13/4/1961", &day_first, &month_first));
  g_assert_false (tonus_date_could_be_two ("3.4.1961", &day_first, &month_first));
  g_assert_false (tonus_date_could_be_two ("31/31/1961", &day_first, &month_first));
  g_assert_false (tonus_date_could_be_two ("soon", &day_first, &month_first));
}

static void
test_age (void)
{
  static const struct
  {
    const char *born;
    const char *on;
    guint age;
  } cases[] = {
    { "1985-03-02", "2026-03-01", 40 }, { "1985-03-02", "2026-03-02", 41 },
    { "1985-03-02", "2026-11-23", 41 }, { "2004-02-29", "2026-02-28", 21 },
    { "2004-02-29", "2026-03-01", 22 }, { "2026-11-23", "2026-11-23", 0 },
    { "2026-11-24", "2026-11-23", 0 },  { "1900-12-31", "2026-01-01", 125 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (
        tonus_date_age (tonus_date_parse (cases[i].born), tonus_date_parse (cases[i].on)), ==,
        cases[i].age);
}

static void
test_today (void)
{
  g_setenv ("TONUS_TODAY", "2026-02-03", TRUE);
  g_assert_cmpuint (tonus_date_today (), ==, tonus_date_parse ("2026-02-03"));

  /* Nonsense is not a date; the clock is. */
  g_setenv ("TONUS_TODAY", "yesterday", TRUE);
  g_assert_cmpuint (tonus_date_today (), >, tonus_date_parse ("2020-01-01"));
  g_unsetenv ("TONUS_TODAY");
  g_assert_cmpuint (tonus_date_today (), >, tonus_date_parse ("2020-01-01"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/parse", test_parse);
  g_test_add_func ("/base/date/days", test_days_count);
  g_test_add_func ("/base/date/display", test_display);
  g_test_add_func ("/base/date/typed", test_typed);
  g_test_add_func ("/base/date/typed-ambiguous", test_typed_ambiguous);
  g_test_add_func ("/base/date/could-be-two", test_could_be_two);
  g_test_add_func ("/base/date/age", test_age);
  g_test_add_func ("/base/date/today", test_today);
  return g_test_run ();
}
