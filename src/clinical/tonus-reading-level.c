/* tonus-reading-level.c - how many years of school an English text asks for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-reading-level.h"

#include <math.h>
#include <string.h>

/* --- syllables of a word in small letters a to z --------------------------------------------- */

static gboolean
is_vowel (char letter)
{
  return letter != '\0' && strchr ("aeiouy", letter) != NULL;
}

static gboolean
begins_with_any (const char *text, const char *const *beginnings)
{
  for (; *beginnings != NULL; beginnings++)
    if (g_str_has_prefix (text, *beginnings))
      return TRUE;
  return FALSE;
}

static gboolean
ends_with_any (const char *text, const char *const *ends)
{
  for (; *ends != NULL; ends++)
    if (g_str_has_suffix (text, *ends))
      return TRUE;
  return FALSE;
}

/* Is the vowel at @at, which follows a vowel, a syllable of its own?  @n: syllables before it. */
static gboolean
is_spoken_apart (const char *word, gsize at, guint n)
{
  static const char *const apart[] = { "io", "ia", "iu", "eo", "ua", "uo", NULL };
  static const char *const together[] = { "tio", "sio", "cio", "gio", "cia", "tia", "qua",
                                          "quo", "gua", "xio", "geo", "hio", "peo", NULL };
  static const char *const more[] = { "iet", "ience", "yi", NULL };
  static const char *const create[] = { "eate", "eati", NULL };
  static const char *const fluid[] = { "uid", "uin", NULL };
  const char *pair = word + at - 1;

  if (begins_with_any (pair, apart))
    return at < 2 || !begins_with_any (pair - 1, together);
  if (begins_with_any (pair, more))
    return TRUE;
  if (begins_with_any (pair, create))
    return at >= 2 && pair[-1] == 'r';
  if (begins_with_any (pair, fluid))
    return at < 2 || strchr ("qg", pair[-1]) == NULL;
  if (g_str_equal (pair, "oing") || g_str_equal (pair, "eing"))
    return TRUE;
  /* "easier", "area", but "pier", "tea" */
  return n > 1 &&
         (g_str_equal (pair, "ier") || g_str_equal (pair, "iest") || g_str_equal (pair, "ea"));
}

static guint
count_vowel_groups (const char *word)
{
  gboolean follows_vowel = FALSE;
  guint n = 0;

  for (gsize i = 0; word[i] != '\0'; i++)
    {
      /* "you", "years" */
      gboolean vowel = is_vowel (word[i]) && !(i == 0 && word[0] == 'y' && is_vowel (word[1]));

      if (vowel && (!follows_vowel || is_spoken_apart (word, i, n)))
        n++;
      follows_vowel = vowel;
    }
  return n;
}

/* "-le" after a consonant is spoken: "an·kle". */
static gboolean
is_spoken_le (const char *word, gsize end)
{
  return end >= 3 && word[end - 2] == 'l' && !is_vowel (word[end - 3]) && word[end - 3] != 'l';
}

/* A last e that is not spoken, also before s or d: "move", "moves", "moved". */
static gboolean
has_silent_end (const char *word)
{
  static const char *const hissing[] = { "ses", "zes", "ces", "ges", "xes", "ches", "shes", NULL };
  gsize length = strlen (word);
  gsize end = length;

  if (g_str_has_suffix (word, "es"))
    end = ends_with_any (word, hissing) ? 0 : length - 1;
  else if (g_str_has_suffix (word, "ed"))
    end = length > 2 && strchr ("td", word[length - 3]) != NULL ? 0 : length - 1;
  return end >= 2 && word[end - 1] == 'e' && !is_vowel (word[end - 2]) && !is_spoken_le (word, end);
}

/* A silent e inside: "move·ment", "some·thing", "side·ways". */
static gboolean
has_silent_middle (const char *word)
{
  static const char *const ends[] = { "ment", "ments", "ful",   "less", "ness", "ly", "way",
                                      "ways", "thing", "where", "time", "one",  NULL };

  for (guint i = 0; ends[i] != NULL; i++)
    {
      gsize length = strlen (word);
      gsize end = strlen (ends[i]);

      if (g_str_has_suffix (word, ends[i]) && length >= end + 3)
        {
          const char *e = word + length - end - 1;

          if (*e == 'e' && !is_vowel (e[-1]) && is_vowel (e[-2]))
            return TRUE;
        }
    }
  return FALSE;
}

static guint
count_syllables (const char *word)
{
  guint n = count_vowel_groups (word);

  if (n > 1 && has_silent_end (word))
    n--;
  if (n > 1 && has_silent_middle (word))
    n--;
  /* "rhyth·m", "spas·m" */
  if (g_str_has_suffix (word, "sm") || g_str_has_suffix (word, "thm"))
    n++;
  return n;
}

/* --- words and sentences --------------------------------------------------------------------- */

/* Closes the word that stands in @letters, if any. */
static void
close_word (TonusReadingCount *count, GString *letters, guint *figures)
{
  if (letters->len == 0 && *figures == 0)
    return;
  count->words++;
  count->syllables += *figures;
  if (letters->len > 0)
    count->syllables += MAX (count_syllables (letters->str), *figures > 0 ? 0 : 1);
  g_string_truncate (letters, 0);
  *figures = 0;
}

static gboolean
ends_sentence (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c == '.')
    return !g_ascii_isdigit (at[1]);
  return c == '!' || c == '?' || c == '\n' || c == 0x2026;
}

/* Letters beyond a to z count by what they are made of; an accent makes an e spoken: "café". */
static void
add_letter (GString *letters, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (g_unichar_tolower (c), FALSE, parts, G_N_ELEMENTS (parts));
  char letter = parts[0] < 0x80 ? (char) parts[0] : 'x';

  g_string_append_c (letters, letter == 'e' && n > 1 ? 'a' : letter);
}

TonusReadingCount
tonus_reading_count (const char *text)
{
  TonusReadingCount count = { 0 };
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  guint figures = 0, closed = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalpha (c))
        add_letter (letters, c);
      else if (g_unichar_isdigit (c))
        figures++;
      else if (c != '\'' && c != 0x2019)
        close_word (&count, letters, &figures);
      if (ends_sentence (at) && count.words > closed)
        {
          count.sentences++;
          closed = count.words;
        }
    }
  close_word (&count, letters, &figures);
  if (count.words > closed)
    count.sentences++;
  return count;
}

double
tonus_reading_count_grade (const TonusReadingCount *count)
{
  double words = count->words;

  if (count->words == 0 || count->sentences == 0)
    return NAN;
  return 0.39 * words / count->sentences + 11.8 * count->syllables / words - 15.59;
}

double
tonus_reading_grade (const char *text)
{
  TonusReadingCount count = tonus_reading_count (text);

  return tonus_reading_count_grade (&count);
}
