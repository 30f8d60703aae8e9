/* tonus-handout-words.h - words and numbers as the patient reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the catalogue "handout-words", in the language asked for, else English, else nothing.  Formats come
 * from data, so they are never given to printf: "%d" and "%s" are replaced here, one after the other.
 */
#pragma once

#include "tonus-schema.h"

G_BEGIN_DECLS

typedef struct
{
  TonusCatalogue *catalogue; /* (nullable) borrowed */
  const char *language;      /* (nullable) borrowed */
} TonusHandoutWords;

/* @language as in tonus_entry_get_local(). */
TonusHandoutWords tonus_handout_words_find (TonusSchema *schema, const char *language);

/* (transfer none) (nullable) */
const char *tonus_handout_word (const TonusHandoutWords *self, const char *id);

/* The word with its places filled by @first and @second (nullable).  NULL when there is no such word.  (transfer full) */
char *tonus_handout_word_fill (const TonusHandoutWords *self, const char *id, const char *first, const char *second);

/* "1 time", "3 times"; @number is in the record's grammar.  (transfer full) (nullable) */
char *tonus_handout_word_count (const TonusHandoutWords *self, const char *id, const char *number);
char *tonus_handout_word_count_int (const TonusHandoutWords *self, const char *id, int number);

/* "23 Nov 2026" with the months of the language, else "2026-11-23".  (transfer full) */
char *tonus_handout_word_date (const TonusHandoutWords *self, guint32 day);

/* The language that the words are really in: a tag of the catalogue's, else "en".  (transfer full) */
char *tonus_handout_words_get_language (const TonusHandoutWords *self);

/* The tags of all languages there are words in, "en" first.  (transfer full) */
GStrv tonus_handout_words_list_languages (TonusSchema *schema);

/* A language's name for the therapist: "Spanish"; one without a name is called by its tag. */
const char *tonus_handout_words_name_language (TonusSchema *schema, const char *tag);

G_END_DECLS
