/* tonus-handout-gaps.c - what a handout lacks, for the therapist to read before it is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-gaps.h"

#include <glib/gi18n-lib.h>

#include "tonus-handout-words.h"

typedef gboolean (*Lacks) (const TonusHandoutExercise *exercise);

static gboolean
lacks_all_words (const TonusHandoutExercise *exercise)
{
  return exercise->words == TONUS_HANDOUT_WORDS_FOREIGN;
}

static gboolean
lacks_some_words (const TonusHandoutExercise *exercise)
{
  return exercise->words == TONUS_HANDOUT_WORDS_MIXED;
}

static gboolean
lacks_dose (const TonusHandoutExercise *exercise)
{
  return exercise->lacks_dose;
}

static gboolean
lacks_band (const TonusHandoutExercise *exercise)
{
  return exercise->lacks_band;
}

/* "Clam, Bridge"; NULL when it is none of them. */
static char *
join_names (const TonusHandout *content, Lacks lacks)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < content->exercises->len; i++)
    {
      const TonusHandoutExercise *exercise = g_ptr_array_index (content->exercises, i);

      if (lacks (exercise))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", exercise->name);
    }
  return g_string_free (names, names->len == 0);
}

/* @format: of the language and the names. */
static void
add_words (GPtrArray *gaps, const TonusHandout *content, const char *format, Lacks lacks)
{
  g_autofree char *names = join_names (content, lacks);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (names != NULL)
    g_ptr_array_add (gaps, g_strdup_printf (format,
                                            tonus_handout_words_name_language (
                                                tonus_schema_get_default (), content->language),
                                            names));
#pragma GCC diagnostic pop
}

static void
add_named (GPtrArray *gaps, const TonusHandout *content, const char *lead, Lacks lacks)
{
  g_autofree char *names = join_names (content, lacks);

  if (names != NULL)
    g_ptr_array_add (gaps, g_strdup_printf ("%s: %s", lead, names));
}

GPtrArray *
tonus_handout_list_gaps (const TonusHandout *content)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (g_free);

  if (content->phone == NULL)
    g_ptr_array_add (gaps, g_strdup (_ ("No phone number of the clinic to call: add it under "
                                        "Menu, Practice.")));
  add_words (gaps, content, _ ("No %s text: %s"), lacks_all_words);
  add_words (gaps, content, _ ("Not all in %s: %s"), lacks_some_words);
  add_named (gaps, content, _ ("No dose"), lacks_dose);
  add_named (gaps, content, _ ("No band colour"), lacks_band);
  return gaps;
}
