/* test-time.c - times of day, and moments that read back as the same second anywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-date.h"

#include <locale.h>
#include <time.h>

static void
test_parse (void)
{
  static const char *const bad[] = { "",         "9:05",  "09:5",   "24:00",  "23:60",
                                     "09.05",    "0905",  "09:05 ", " 09:05", "-1:00",
                                     "09:05:00", "ab:cd", "09:0x",  "+9:05" };

  g_assert_cmpint (tonus_time_parse ("00:00"), ==, 0);
  g_assert_cmpint (tonus_time_parse ("09:05"), ==, 545);
  g_assert_cmpint (tonus_time_parse ("23:59"), ==, 1439);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s”", bad[i]);
      g_assert_cmpint (tonus_time_parse (bad[i]), ==, -1);
    }
  g_assert_cmpint (tonus_time_parse (NULL), ==, -1);
}

static void
test_typed (void)
{
  static const struct
  {
    const char *typed;
    int minutes;
  } cases[] = {
    { "9:05", 545 },    { "09:05", 545 },   { "0905", 545 },     { "905", 545 },
    { "9.05", 545 },    { "9:05 am", 545 }, { "9:05 pm", 1265 }, { "9:05PM", 1265 },
    { "9 pm", 1260 },   { "9pm", 1260 },    { "12 am", 0 },      { "12 pm", 720 },
    { "12:30 am", 30 }, { " 9:05 ", 545 },  { "23:59", 1439 },   { "0:00", 0 },
    { "0000", 0 },      { "1:00 am", 60 },  { "", -1 },          { "9", -1 },
    { "24:00", -1 },    { "9:5", -1 },      { "9:60", -1 },      { "9:055", -1 },
    { "13 pm", -1 },    { "0 am", -1 },     { "0:30 pm", -1 },   { "pm", -1 },
    { "9:05 xm", -1 },  { "9:05 m", -1 },   { "9,05", -1 },      { "090", -1 },
    { "99:99", -1 },    { "12345", -1 },    { "-9:05", -1 },     { "9:", -1 },
    { ":05", -1 },      { "9:0", -1 },      { "am", -1 },        { "a m", -1 },
    { "000:05", -1 },   { "noon", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpint (tonus_time_read_typed (cases[i].typed), ==, cases[i].minutes);
    }
  g_assert_cmpint (tonus_time_read_typed (NULL), ==, -1);
}

static void
test_moment (void)
{
  static const struct
  {
    const char *text;
    gint64 seconds;
  } cases[] = {
    { "1970-01-01T00:00:00+00:00", 0 },
    { "1970-01-01T00:00:00Z", 0 },
    { "1970-01-01T01:00:00+01:00", 0 },
    { "2026-11-23T10:42:07+01:00", 1795426927 },
    { "2026-11-23T04:42:07-05:00", 1795426927 },
    { "2026-11-23T15:27:07+05:45", 1795426927 },
    { "2026-11-23T09:42:07Z", 1795426927 },
    { "2026-11-23T10:42:07", -1 },
    { "2026-11-23 10:42:07+01:00", -1 },
    { "2026-11-23T10:42:07+0100", -1 },
    { "2026-11-23T10:42:07+01:00x", -1 },
    { "2026-11-23T10:42:60Z", -1 },
    { "2026-11-23T24:00:00Z", -1 },
    { "2026-11-31T10:42:07Z", -1 },
    { "2026-11-23T10:42:07+25:00", -1 },
    { "2026-11-23T10:42", -1 },
    { "1969-12-31T23:59:59Z", -1 },
    { "1970-01-01T00:00:00+01:00", -1 },
    { "", -1 },
    { NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text != NULL ? cases[i].text : "(null)");
      g_assert_cmpint (tonus_moment_parse (cases[i].text), ==, cases[i].seconds);
    }
}

static void
assert_moments_return (const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
  tzset ();
  for (guint round = 0; round < 2000; round++)
    {
      gint64 seconds = g_test_rand_int () & G_MAXINT32;
      g_autofree char *text = tonus_moment_format (seconds);
      g_assert_cmpint (tonus_moment_parse (text), ==, seconds);
    }
}

static void
test_moment_round_trip (void)
{
  assert_moments_return ("UTC0");
  assert_moments_return ("CET-1CEST,M3.5.0,M10.5.0/3");
  assert_moments_return ("NST3:30NDT,M3.2.0,M11.1.0");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/time/parse", test_parse);
  g_test_add_func ("/base/time/typed", test_typed);
  g_test_add_func ("/base/time/moment", test_moment);
  g_test_add_func ("/base/time/moment-round-trip", test_moment_round_trip);
  return g_test_run ();
}
