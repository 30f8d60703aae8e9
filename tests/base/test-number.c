/* test-number.c - one number, one spelling, in every locale; nothing typed changes its meaning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-text.h"

#include <locale.h>
#include <math.h>

/* The comma run must really be one, or it proves nothing. */
static void
test_locale (void)
{
  gboolean wants_comma = g_getenv ("TONUS_TEST_COMMA") != NULL;

  g_assert_cmpstr (localeconv ()->decimal_point, ==, wants_comma ? "," : ".");
}

static void
test_typed (void)
{
  static const struct
  {
    const char *typed;
    double value;
  } cases[] = {
    { "0", 0 },
    { "7", 7 },
    { "007", 7 },
    { "7.5", 7.5 },
    { "7,5", 7.5 },
    { "-7,5", -7.5 },
    { "+3", 3 },
    { "\xe2\x88\x92"
      "4.25",
      -4.25 },
    { ".5", 0.5 },
    { ",5", 0.5 },
    { "-.5", -0.5 },
    { "7.50", 7.5 },
    { "0,125", 0.125 },
    { "1.250", 1.25 },
    { "1234,5", 1234.5 },
    { "-0", 0 },
    { "123456789012345", 123456789012345.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = NAN;
      g_test_message ("%s", cases[i].typed);
      g_assert_true (tonus_number_read_typed (cases[i].typed, &value));
      g_assert_cmpfloat (value, ==, cases[i].value);
      g_assert_false (value == 0 && signbit (value));
      g_assert_true (tonus_number_read_typed (cases[i].typed, NULL));
    }
}

static void
test_typed_refused (void)
{
  static const char *const cases[] = {
    "",         " ",      "x",
    "12,5x",    "12 5",   " 7",
    "7 ",       "7.",     "7,",
    ".",        "-",      "+",
    "--7",      "+-7",    "7-",
    "7.5.1",    "7,5,1",  "7.5,1",
    "1e3",      "1E3",    "inf",
    "nan",      "0x10",   "1'000",
    "1,000",    "12,345", "-999,999",
    "1 000",    "7\n",    "\xd9\xa7",
    "\xc2\xbd", "%d",     "1234567890123456",
    "7.5cm",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = 42;
      g_test_message ("“%s”", cases[i]);
      g_assert_false (tonus_number_read_typed (cases[i], &value));
      g_assert_cmpfloat (value, ==, 42);
    }
  g_assert_false (tonus_number_read_typed (NULL, NULL));
}

static void
test_parse (void)
{
  static const char *const good[] = { "0", "7", "-7.5", "0.5", "7.50", "-0", "999999999999999" };
  static const char *const bad[] = { "",    "+7",  "7,5", " 7",  "7 ",   "07",  "-07.5", ".5", "7.",
                                     "1e3", "--7", "-",   "nan", "0x1f", "1_0", "7\n",   "00" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (tonus_number_parse (good[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s”", bad[i]);
      g_assert_false (tonus_number_parse (bad[i], NULL));
    }
  g_assert_false (tonus_number_parse (NULL, NULL));
}

static void
test_format (void)
{
  static const struct
  {
    double value;
    guint digits;
    const char *text;
  } cases[] = {
    { 7.5, 1, "7.5" },
    { 7.5, 3, "7.5" },
    { 7, 2, "7" },
    { -7.25, 2, "-7.25" },
    { 100, 0, "100" },
    { 100, 2, "100" },
    { 0, 1, "0" },
    { -0.0, 1, "0" },
    { -0.04, 1, "0" },
    { 0.1, 6, "0.1" },
    { 1234.5, 1, "1234.5" },
    { 0.05, 2, "0.05" },
    { 1e15, 1, "1000000000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tonus_number_format (cases[i].value, cases[i].digits);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* text → value → text is the identity for every number of up to so many digits. */
static void
test_round_trip (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      guint digits = (guint) g_test_rand_int_range (0, 7);
      gint64 whole = g_test_rand_int () % 100000000;
      double value = (double) whole / pow (10, digits) * (g_test_rand_bit () ? -1 : 1);
      g_autofree char *text = tonus_number_format (value, digits);
      double parsed = NAN, typed = NAN;

      g_assert_true (tonus_number_parse (text, &parsed));
      g_autofree char *again = tonus_number_format (parsed, digits);
      g_assert_cmpstr (again, ==, text);

      g_assert_true (tonus_number_read_typed (text, &typed));
      g_assert_cmpfloat (typed, ==, parsed);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/locale", test_locale);
  g_test_add_func ("/base/number/typed", test_typed);
  g_test_add_func ("/base/number/typed-refused", test_typed_refused);
  g_test_add_func ("/base/number/parse", test_parse);
  g_test_add_func ("/base/number/format", test_format);
  g_test_add_func ("/base/number/round-trip", test_round_trip);
  return g_test_run ();
}
