/* tonus-not-tested.c - "~refused", "~unable pain": not tested, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-not-tested.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-kind.h"
#include "tonus-schema-private.h"
#include "tonus-text.h"

/* Most characters after the reason. */
#define WORDS_MAX 200

/* What a schema without the catalogue "not-tested" goes by. */
static const char *const plain_reasons[] = { "refused",   "unable", "unsafe", "deferred",
                                             "equipment", "other",  NULL };

/* Cuts @text ("~unable pain") into reason and words; @words is NULL when there are none. */
static char *
split (const char *text, const char **words)
{
  gsize length = strcspn (text + 1, " ");

  *words = text[1 + length] != '\0' ? text + 1 + length + 1 : NULL;
  return g_strndup (text + 1, length);
}

static TonusCatalogue *
find_reasons (const TonusField *field)
{
  return tonus_schema_find_catalogue (tonus_section_get_schema (field->section), "not-tested");
}

static gboolean
is_reason (const TonusField *field, const char *reason)
{
  TonusCatalogue *reasons = find_reasons (field);

  return reasons != NULL ? tonus_catalogue_lookup (reasons, reason) != NULL
                         : g_strv_contains (plain_reasons, reason);
}

gboolean
tonus_not_tested_check (const TonusField *field, const char *text, GError **error)
{
  const char *words;
  g_autofree char *reason = split (text, &words);

  if (!is_reason (field, reason))
    return tonus_refuse_value (error,
                               _ ("“%s” is no reason for not testing, such as refused, unable or "
                                  "deferred"),
                               reason);
  if (words == NULL)
    return TRUE;

  g_autofree char *clean = tonus_text_clean (words, TRUE);
  if (clean[0] == '\0' || !g_str_equal (clean, words))
    return tonus_refuse_value (error, _ ("the words after “~%s” are not plain text on one line"),
                               reason);
  if (g_utf8_strlen (words, -1) > WORDS_MAX)
    return tonus_refuse_value (error,
                               _ ("the words after “~%s” are too long; at most %d characters fit"),
                               reason, WORDS_MAX);
  return TRUE;
}

/* The id of the reason a person typed, by id, label or beginning.  Among words only the id will do:
 * "~e" there is more likely to mean about e. */
static const char *
find_reason (const TonusField *field, const char *typed)
{
  gboolean among_words = (tonus_kind_get_row (field->kind)->takes & TONUS_TAKES_LENGTH) != 0;
  TonusCatalogue *reasons = find_reasons (field);
  const TonusEntry *entry;

  if (reasons == NULL)
    return g_strv_contains (plain_reasons, typed) ? typed : NULL;
  entry = among_words ? tonus_catalogue_lookup (reasons, typed)
                      : tonus_catalogue_find_typed (reasons, typed);
  return entry != NULL ? entry->id : NULL;
}

char *
tonus_not_tested_read_typed (const TonusField *field, const char *typed)
{
  g_autofree char *text = tonus_text_clean (typed, TRUE);
  const char *words;
  g_autofree char *first = split (text, &words);
  gsize length = strlen (first);

  if (length > 0 && strchr (":,", first[length - 1]) != NULL)
    first[length - 1] = '\0';

  /* A label may be of several words: the whole is tried before its first word. */
  const char *reason = words != NULL ? find_reason (field, text + 1) : NULL;
  if (reason != NULL)
    return g_strconcat ("~", reason, NULL);

  reason = find_reason (field, first);
  if (reason == NULL)
    return NULL;
  if (words == NULL)
    return g_strconcat ("~", reason, NULL);
  return g_strconcat ("~", reason, " ", words + strspn (words, " "), NULL);
}

/* "Refused" as it stands within a sentence; names and abbreviations keep their capitals. */
static char *
lower_first (const char *label)
{
  const char *rest = g_utf8_next_char (label);

  if (!g_unichar_islower (g_utf8_get_char (rest)))
    return g_strdup (label);

  GString *text = g_string_new (NULL);
  g_string_append_unichar (text, g_unichar_tolower (g_utf8_get_char (label)));
  g_string_append (text, rest);
  return g_string_free (text, FALSE);
}

char *
tonus_not_tested_display (const TonusField *field, const char *text)
{
  const char *words;
  g_autofree char *reason = split (text, &words);
  TonusCatalogue *reasons = find_reasons (field);
  const TonusEntry *entry = reasons != NULL ? tonus_catalogue_lookup (reasons, reason) : NULL;
  g_autofree char *label =
      entry != NULL ? lower_first (tonus_entry_label (entry)) : g_strdup (reason);

  return words != NULL ? g_strdup_printf (_ ("not tested: %s (%s)"), label, words)
                       : g_strdup_printf (_ ("not tested: %s"), label);
}
