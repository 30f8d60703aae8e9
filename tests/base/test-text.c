/* test-text.c - what people paste comes out fit to keep, and folds to what they search for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-text.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *text;
  const char *note; /* cleaned as a note */
  const char *line; /* cleaned as one line; NULL: the same */
} CleanCase;

static const CleanCase clean_cases[] = {
  { "", "", NULL },
  { "   \t\r\n ", "", NULL },
  { "Pain on stairs", "Pain on stairs", NULL },
  { "  both ends\t", "both ends", NULL },
  { "\xc2\xa0\xe3\x80\x80wide blanks\xe2\x80\x89", "wide blanks", NULL },
  { "a\nb", "a\nb", "a b" },
  { "a\r\nb", "a\nb", "a b" },
  { "a\rb", "a\nb", "a b" },
  { "a\n\nb", "a\n\nb", "a  b" },
  { "a\x0b"
    "b",
    "a\nb", "a b" },
  { "a\xc2\x85"
    "b",
    "a\nb", "a b" },
  { "a\xe2\x80\xa8"
    "b\xe2\x80\xa9"
    "c",
    "a\nb\nc", "a b c" },
  { "a\tb", "a b", NULL },
  { "  indented\n  second", "indented\n  second", "indented   second" },
  { "bell\a and \x1b[31mred\x1b[0m", "bell and [31mred[0m", NULL },
  { "del\x7f"
    "ete, C1 \xc2\x9b"
    "x",
    "delete, C1 x", NULL },
  { "\xe2\x80\xae"
    "drowssap\xe2\x80\xac",
    "drowssap", NULL },
  { "\xe2\x81\xa6"
    "isolate\xe2\x81\xa9",
    "isolate", NULL },
  { "mark\xe2\x80\x8f kept", "mark\xe2\x80\x8f kept", NULL },
  { "\xef\xbb\xbf"
    "byte order mark",
    "byte order mark", NULL },
  { "non\xef\xbf\xbe"
    "character",
    "noncharacter", NULL },
  { "e\xcc\x81", "\xc3\xa9", NULL },
  { "e\xe2\x80\xad\xcc\x81", "\xc3\xa9", NULL },
  { "\xc3\xa9t\xc3\xa9 \xe2\x80\x9cquoted\xe2\x80\x9d \xe2\x80\x94 95\xc2\xb0",
    "\xc3\xa9t\xc3\xa9 \xe2\x80\x9cquoted\xe2\x80\x9d \xe2\x80\x94 95\xc2\xb0", NULL },
  { "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\xd9\x88\xd8\xa7\xd9\x87\xd9\x85",
    "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\xd9\x88\xd8\xa7\xd9\x87\xd9\x85", NULL },
  { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac ok",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac ok", NULL },
  { "broken \xff utf-8", "broken \xef\xbf\xbd utf-8", NULL },
  { "cut \xe2\x82", "cut \xef\xbf\xbd\xef\xbf\xbd", NULL },
  { "[evil]\nkey=value;#\\", "[evil]\nkey=value;#\\", "[evil] key=value;#\\" },
  { "%s%n<b>&amp;</b>", "%s%n<b>&amp;</b>", NULL },
};

static void
assert_clean (const char *text, gboolean one_line, const char *expected)
{
  g_autofree char *clean = tonus_text_clean (text, one_line);
  g_autofree char *again = tonus_text_clean (clean, one_line);

  g_assert_cmpstr (clean, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_clean (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (clean_cases); i++)
    {
      const CleanCase *c = &clean_cases[i];
      assert_clean (c->text, FALSE, c->note);
      assert_clean (c->text, TRUE, c->line != NULL ? c->line : c->note);
    }
}

/* Whatever the bytes: valid, composed, stable, no control character but the line end. */
static void
test_clean_random (void)
{
  static const char *const pieces[] = {
    "a",    "\xcc\x81",     "\xe2\x80\xae", "\n",           "\r",           " ",
    "\xff", "\xc2",         "\xe2\x80",     "\xe1\x84\x80", "\xe1\x85\xa1", "\xcc\xa3",
    "\x01", "\xef\xbb\xbf", "\t",           "\xc2\xa0"
  };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      gboolean one_line = g_test_rand_bit ();
      g_autofree char *clean = tonus_text_clean (text->str, one_line);
      g_autofree char *again = tonus_text_clean (clean, one_line);
      g_autofree char *composed = g_utf8_normalize (clean, -1, G_NORMALIZE_NFC);

      g_assert_cmpstr (clean, ==, again);
      g_assert_cmpstr (clean, ==, composed);
      for (const char *at = clean; *at != '\0'; at = g_utf8_next_char (at))
        g_assert_true (!g_unichar_iscntrl (g_utf8_get_char (at)) || (*at == '\n' && !one_line));
    }
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Anna", "anna" },
    { "Škoda", "skoda" },
    { "s\xcc\x8ckoda", "skoda" },
    { "Straße", "strasse" },
    { "STRASSE", "strasse" },
    { "Müller", "muller" },
    { "Sørensen", "sorensen" },
    { "Łódź", "lodz" },
    { "Đorđević", "dordevic" },
    { "Ægir Œuvre", "aegir oeuvre" },
    { "İzmir ırmak", "izmir irmak" },
    { "ﬁt", "fit" },
    { "Αθήνα", "αθηνα" },
    { "Maitland IV+", "maitland iv+" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = tonus_text_fold (cases[i].text);
      g_autofree char *again = tonus_text_fold (folded);
      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_matches (void)
{
  static const struct
  {
    const char *hay;
    const char *needle;
    gboolean matches;
  } cases[] = {
    { "anna skoda", "", TRUE },
    { "anna skoda", "sko", TRUE },
    { "anna skoda", "sko an", TRUE },
    { "anna skoda", "koda", FALSE },
    { "anna skoda", "sko x", FALSE },
    { "smith-jones", "jon", TRUE },
    { "smith-jones", "-jon", FALSE },
    { "maitland iv+", "iv+", TRUE },
    { "hip (left)", "lef", TRUE },
    { "hip (left)", "(l", TRUE },
    { "", "a", FALSE },
    { "a", "  ", TRUE },
    { "born 1985-03-02", "03", TRUE },
    { "o'neill", "neill", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s” in “%s”", cases[i].needle, cases[i].hay);
      g_assert_cmpint (tonus_text_matches (cases[i].hay, cases[i].needle), ==, cases[i].matches);
    }
}

static void
test_isolate (void)
{
  g_autofree char *name = tonus_text_isolate ("\u202eevil\u2069 x\u2067");
  g_autofree char *phone = tonus_text_isolate_ltr ("+43 1 234");
  g_autofree char *broken = tonus_text_isolate ("a\xff");

  g_assert_cmpstr (name, ==, "\u2068evil x\u2069");
  g_assert_cmpstr (phone, ==, "\u2066+43 1 234\u2069");
  g_assert_cmpstr (broken, ==, "\u2068a\ufffd\u2069");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/clean", test_clean);
  g_test_add_func ("/base/text/clean-random", test_clean_random);
  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/matches", test_matches);
  g_test_add_func ("/base/text/isolate", test_isolate);
  return g_test_run ();
}
