/* test-bidi.c - in which order a text of two directions is seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The oracle is FriBidi's own reordering of a line, character by character.
 */
#include "config.h"
#include "tonus-bidi.h"
#include "tonus-stretch.h"
#include "tonus-text.h"

#include <fribidi.h>
#include <string.h>

/* @text as it is seen, without the marks. */
static char *
arrange (const char *text, gboolean document_is_rtl)
{
  const gsize length = strlen (text);
  gboolean is_rtl = tonus_bidi_is_rtl (text, length, document_is_rtl);
  g_autofree guint8 *levels = tonus_bidi_find_levels (text, length, is_rtl);
  g_autoptr (GArray) runs = tonus_bidi_arrange (text, levels, 0, length);
  GString *seen = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const TonusBidiRun *run = &g_array_index (runs, TonusBidiRun, i);
      g_autofree char *part = g_strndup (text + run->start, run->length);
      g_autofree char *turned = run->is_rtl ? g_utf8_strreverse (part, -1) : g_strdup (part);

      g_string_append (seen, turned);
    }
  return g_string_free (seen, FALSE);
}

static void
append_seen (GString *seen, gunichar c)
{
  if (!tonus_bidi_is_mark (c))
    g_string_append_unichar (seen, c);
}

/* What FriBidi makes of characters @from to @to of the paragraph @text as a line. */
static char *
arrange_slowly (const char *text, gboolean is_rtl, glong from, glong to)
{
  glong n = 0;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &n);
  g_autofree FriBidiCharType *types = g_new (FriBidiCharType, n + 1);
  g_autofree FriBidiBracketType *brackets = g_new (FriBidiBracketType, n + 1);
  g_autofree FriBidiLevel *levels = g_new0 (FriBidiLevel, n + 1);
  FriBidiParType base = is_rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  GString *seen = g_string_new (NULL);

  fribidi_get_bidi_types (characters, (int) n, types);
  fribidi_get_bracket_types (characters, (int) n, types, brackets);
  g_assert_cmpint (fribidi_get_par_embedding_levels_ex (types, brackets, (int) n, &base, levels),
                   !=, 0);
  g_assert_cmpint (fribidi_reorder_line (FRIBIDI_FLAGS_DEFAULT & ~FRIBIDI_FLAG_REORDER_NSM, types,
                                         (int) (to - from), (int) from, base, levels, characters,
                                         NULL),
                   !=, 0);
  for (glong i = from; i < to; i++)
    append_seen (seen, characters[i]);
  return g_string_free (seen, FALSE);
}

static void
check (const char *text, gboolean document_is_rtl, const char *expected)
{
  g_autofree char *seen = arrange (text, document_is_rtl);

  g_assert_cmpstr (seen, ==, expected);
}

static void
test_base_direction (void)
{
  check ("Squat (wall).", FALSE, "Squat (wall).");
  check ("שלום.", FALSE, ".םולש");
  check ("שלום.", TRUE, ".םולש");
  /* A text that is all of the other direction is seen in its own. */
  check ("Squat (wall).", TRUE, "Squat (wall).");
  /* In a sentence of the document's language it is not: the point is the sentence's. */
  check ("אב Squat.", TRUE, ".Squat בא");
  check ("Squat אב.", FALSE, "Squat בא.");
  check ("Squat אבגדהוז חטי.", FALSE, ".יטח זוהדגבא Squat");
  /* Numbers of a list. */
  check ("1.", FALSE, "1.");
  check ("1.", TRUE, ".1");
  check ("", TRUE, "");
}

static void
test_values_are_isolated (void)
{
  g_autofree char *phone = tonus_text_isolate_ltr ("+43 1 234-56");
  g_autofree char *sentence = g_strdup_printf ("אב %s גד", phone);
  g_autofree char *name = tonus_text_isolate ("אב (ג)");
  g_autofree char *english = g_strdup_printf ("For %s: 3 × 10", name);
  g_autofree char *evil = tonus_text_isolate ("\u202eab\u2067\u2067");
  g_autofree char *quiet = g_strdup_printf ("For %s: 3 × 10", evil);

  check (sentence, TRUE, "דג +43 1 234-56 בא");
  check ("אב +43 1 234-56 גד", TRUE, "דג 234-56 1 43+ בא");
  /* Brackets are turned to the other side when they are shaped. */
  check (english, FALSE, "For )ג( בא: 3 × 10");
  check (quiet, FALSE, "For ab: 3 × 10");
}

/* Isolates and Arabic digits come first: what FriBidi makes of isolates without letters is no
 * matter of lines, and no mark can stand for a neighbouring Arabic digit. */
#define N_SPECIAL 5
static const char *const bits[] = {
  "\u2066", "\u2067", "\u2068", "\u2069", "٤", "a", "Bc", " ", "  ",     "1",      "23",
  ".",      ",",      "-",      "+",      "%", "€", "/",  ":", "א",      "בג",     "ع",
  "مر",     "ָ",       "ِ",       "é",      "–", "!", "体", "😀", "\u200e", "\u200f", "\u061c",
};

static char *
build_random (int max, int first)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, max); i > 0; i--)
    g_string_append (text, bits[g_test_rand_int_range (first, G_N_ELEMENTS (bits))]);
  return tonus_stretch_clean (text->str, text->len);
}

static void
test_order_is_fribidis (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = build_random (25, 0);
      gboolean document_is_rtl = g_test_rand_bit ();
      gboolean is_rtl = tonus_bidi_is_rtl (text, strlen (text), document_is_rtl);
      g_autofree char *seen = arrange (text, document_is_rtl);
      g_autofree char *expected = arrange_slowly (text, is_rtl, 0, g_utf8_strlen (text, -1));

      g_assert_cmpstr (seen, ==, expected);
      if (tonus_bidi_is_plain (text, strlen (text), document_is_rtl))
        g_assert_cmpstr (seen, ==, text);
    }
}

/* A line ends at a blank or, in an emergency, between two letters: never before a mark or within a
 * number. */
static gboolean
may_cut (const char *text, const char *at)
{
  gunichar before, after = g_utf8_get_char (at);

  if (at == text || *at == '\0')
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (at));
  if (g_unichar_ismark (after))
    return FALSE;
  return before == ' ' || (g_unichar_isalpha (before) && g_unichar_isalpha (after));
}

static const char *
choose_cut (const char *text, const char *from)
{
  const char *at = from;

  do
    at = g_utf8_offset_to_pointer (from,
                                   g_test_rand_int_range (0, (int) g_utf8_strlen (from, -1) + 1));
  while (!may_cut (text, at));
  return at;
}

/* Blanks at its end are no part of a line. */
static const char *
drop_blanks (const char *from, const char *to)
{
  for (const char *p; to > from; to = p)
    {
      p = g_utf8_prev_char (to);
      if (*p != ' ' && !tonus_bidi_is_mark (g_utf8_get_char (p)))
        break;
    }
  return to;
}

/* A line shown alone is seen as it is in its paragraph. */
static void
check_random_line (const char *text)
{
  gboolean document_is_rtl = g_test_rand_bit ();
  gboolean is_rtl = tonus_bidi_is_rtl (text, strlen (text), document_is_rtl);
  const char *from = choose_cut (text, text);
  const char *to = drop_blanks (from, choose_cut (text, from));
  g_autofree char *line =
      tonus_bidi_cut_line (text, strlen (text), is_rtl, (gsize) (from - text), (gsize) (to - text));
  g_autofree char *seen = arrange (line, document_is_rtl);
  g_autofree char *expected = arrange_slowly (text, is_rtl, g_utf8_pointer_to_offset (text, from),
                                              g_utf8_pointer_to_offset (text, to));

  if (strcmp (seen, expected) != 0)
    {
      g_autofree char *one = g_strescape (text, NULL), *other = g_strescape (line, NULL);
      g_autofree char *ours = g_strescape (seen, NULL), *theirs = g_strescape (expected, NULL);

      g_error ("“%s” from %td to %td, cut as “%s”: “%s” is not “%s”", one, from - text, to - text,
               other, ours, theirs);
    }
}

static void
test_lines_are_seen_as_in_their_paragraph (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = build_random (25, N_SPECIAL);

      check_random_line (text);
    }
}

/* Values of several words, isolated in a sentence and cut there. */
static void
test_isolates_go_on_over_lines (void)
{
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int j = g_test_rand_int_range (0, 4); j >= 0; j--)
        {
          static const char *const values[] = { "Anna B. Lee", "אבג דה", "مر حب א", "a 12 אב (ג)",
                                                "אב 3 cd" };
          const char *value = values[g_test_rand_int_range (0, G_N_ELEMENTS (values))];
          g_autofree char *words = build_random (6, N_SPECIAL);
          g_autofree char *isolated =
              g_test_rand_bit () ? tonus_text_isolate (value) : tonus_text_isolate_ltr (value);

          g_string_append_printf (text, "%s %s ", words, isolated);
        }
      check_random_line (text->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bidi/base-direction", test_base_direction);
  g_test_add_func ("/bidi/values-are-isolated", test_values_are_isolated);
  g_test_add_func ("/bidi/order-is-fribidis", test_order_is_fribidis);
  g_test_add_func ("/bidi/lines-are-seen-as-in-their-paragraph",
                   test_lines_are_seen_as_in_their_paragraph);
  g_test_add_func ("/bidi/isolates-go-on-over-lines", test_isolates_go_on_over_lines);
  return g_test_run ();
}
