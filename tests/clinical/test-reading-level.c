/* test-reading-level.c - the grade of texts whose words, sentences and syllables are known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "tonus-reading-level.h"

static void
assert_count (const char *text, guint sentences, guint words, guint syllables)
{
  TonusReadingCount count = tonus_reading_count (text);

  g_test_message ("“%s”", text);
  g_assert_cmpuint (count.sentences, ==, sentences);
  g_assert_cmpuint (count.words, ==, words);
  g_assert_cmpuint (count.syllables, ==, syllables);
}

/* Textbook sentences: their published reading ease, 116.1 and 69.0, tells their syllables. */
static void
test_known_texts (void)
{
  assert_count ("The cat sat on the mat.", 1, 6, 6);
  g_assert_cmpfloat_with_epsilon (tonus_reading_grade ("The cat sat on the mat."), -1.45, 0.005);

  const char *passage = "This sentence, taken as a reading passage unto itself, is being used to "
                        "prove a point.";
  assert_count (passage, 1, 16, 23);
  g_assert_cmpfloat_with_epsilon (tonus_reading_grade (passage), 7.61, 0.005);
}

/* By hand, from counts. */
static void
test_formula (void)
{
  static const struct
  {
    TonusReadingCount count;
    double grade;
  } cases[] = {
    { { 10, 150, 210 }, 6.78 },   /* 0.39 × 15 + 11.8 × 1.4 − 15.59 */
    { { 1, 13, 24 }, 11.26 },     /* 0.39 × 13 + 11.8 × 24 / 13 − 15.59 */
    { { 100, 570, 581 }, -1.34 }, /* a first reader of 5.7 words to a sentence */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (tonus_reading_count_grade (&cases[i].count), cases[i].grade,
                                    0.006);
}

static void
test_syllables (void)
{
  static const struct
  {
    const char *word;
    guint n;
  } words[] = {
    { "knee", 1 },      { "move", 1 },     { "moves", 1 },    { "squeezes", 2 }, { "moved", 1 },
    { "lifted", 2 },    { "ankle", 2 },    { "ankles", 2 },   { "whole", 1 },    { "people", 2 },
    { "muscle", 2 },    { "buttocks", 2 }, { "belly", 2 },    { "you", 1 },      { "easier", 3 },
    { "position", 3 },  { "shoulder", 2 }, { "movement", 2 }, { "sideways", 2 }, { "diet", 2 },
    { "fluid", 2 },     { "squeeze", 1 },  { "area", 3 },     { "the", 1 },      { "spasm", 2 },
    { "create", 2 },    { "going", 2 },    { "saying", 2 },   { "quiet", 2 },    { "hmm", 1 },
    { "emergency", 4 }, { "idea", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_count (words[i].word, 1, 1, words[i].n);
}

static void
test_words_and_sentences (void)
{
  assert_count ("Lift. Hold! Lower?", 3, 3, 4);
  assert_count ("Lift\nHold\n\nLower\n", 3, 3, 4);
  assert_count ("Wait… then lift", 2, 3, 3);
  assert_count ("hip-wide", 1, 2, 2);
  assert_count ("don't don’t", 1, 2, 2);
  assert_count ("Hold 30 seconds.", 1, 3, 5);
  assert_count ("Use 7.5 kg.", 1, 4, 4);
  assert_count ("Lift (slowly) — and breathe …", 1, 4, 5);
  assert_count ("CAFÉ café", 1, 2, 4);
  assert_count ("... !? – ", 0, 0, 0);
  assert_count ("", 0, 0, 0);
  assert_count (NULL, 0, 0, 0);
  assert_count ("\xff\xfe", 0, 0, 0);
}

static void
test_no_words_no_grade (void)
{
  g_assert_true (isnan (tonus_reading_grade ("")));
  g_assert_true (isnan (tonus_reading_grade ("… –")));
  g_assert_true (isnan (tonus_reading_grade (NULL)));
}

/* Plainer words and shorter sentences read easier. */
static void
test_order (void)
{
  double plain = tonus_reading_grade ("Lie on your back. Bend your knees. Lift your hips.");
  double long_sentence =
      tonus_reading_grade ("Lie on your back and bend your knees and then lift your hips up.");
  double learned = tonus_reading_grade ("Assume a supine position. Maintain lumbopelvic neutral "
                                        "alignment throughout the activity.");

  g_assert_cmpfloat (plain, <, long_sentence);
  g_assert_cmpfloat (long_sentence, <, learned);
  g_assert_cmpfloat (learned, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-level/known-texts", test_known_texts);
  g_test_add_func ("/reading-level/formula", test_formula);
  g_test_add_func ("/reading-level/syllables", test_syllables);
  g_test_add_func ("/reading-level/words-and-sentences", test_words_and_sentences);
  g_test_add_func ("/reading-level/no-words", test_no_words_no_grade);
  g_test_add_func ("/reading-level/order", test_order);
  return g_test_run ();
}
