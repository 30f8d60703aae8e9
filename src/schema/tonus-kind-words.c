/* tonus-kind-words.c - values of the kinds text, note and ref
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tonus-id.h"
#include "tonus-schema-private.h"
#include "tonus-text.h"

/* The most that a record file holds in one value. */
#define BYTES_MAX (64 * 1024)

gboolean
tonus_value_is_not_tested (const char *text)
{
  return text != NULL && text[0] == '~' && text[1] != '~';
}

char *
tonus_value_from_words (const char *words)
{
  return words != NULL && words[0] == '~' ? g_strconcat ("~", words, NULL) : g_strdup (words);
}

char *
tonus_value_to_words (const char *text)
{
  return g_strdup (text != NULL && text[0] == '~' && text[1] == '~' ? text + 1 : text);
}

/* In what @words differ from the text that would be kept, for a person to put right. */
static gboolean
refuse_unclean (const char *words, const char *clean, gboolean one_line, GError **error)
{
  if (one_line && strchr (words, '\n') != NULL)
    return tonus_refuse_value (error, _ ("has more than one line; write one"));
  if (g_utf8_strlen (words, -1) != g_utf8_strlen (clean, -1))
    return tonus_refuse_value (error,
                               _ ("has blanks at an end or characters that no one can see; remove "
                                  "them"));
  return tonus_refuse_value (
      error, _ ("has tabs, or letters not in Unicode normal form C; write blanks, and "
                "letters with their accents composed"));
}

gboolean
tonus_words_check (const TonusField *field,
                   const TonusLimits *limits,
                   const char *text,
                   GError **error)
{
  gboolean one_line = field->kind == TONUS_KIND_TEXT;
  const char *words = text[0] == '~' ? text + 1 : text;
  g_autofree char *clean = tonus_text_clean (words, one_line);

  if (clean[0] == '\0')
    return tonus_refuse_value (error, _ ("is empty; leave it out instead"));
  if (!g_str_equal (words, clean))
    return refuse_unclean (words, clean, one_line, error);

  glong length = g_utf8_strlen (words, -1);
  if (length > (glong) field->length)
    return tonus_refuse_value (error, _ ("has %ld characters; at most %u fit"), length,
                               field->length);
  if (strlen (words) > BYTES_MAX)
    return tonus_refuse_value (error,
                               _ ("has more than 64 KiB; no record holds that in one field"));
  return TRUE;
}

char *
tonus_words_read_typed (const TonusField *field,
                        const TonusLimits *limits,
                        const char *typed,
                        guint32 today,
                        GError **error)
{
  /* A doubled "~" was typed by someone who knows the grammar, or shown so by edit_text. */
  return g_str_has_prefix (typed, "~~") ? g_strdup (typed) : tonus_value_from_words (typed);
}

char *
tonus_words_display (const TonusField *field, const char *text)
{
  return tonus_value_to_words (text);
}

char *
tonus_verbatim_display (const TonusField *field, const char *text)
{
  return g_strdup (text);
}

/* "#section/row" of an object. */
static gboolean
check_ref_row (const TonusField *field, const char *target, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (target, "/", 3);
  const TonusSection *section = NULL;

  if (g_strv_length (parts) == 2 && g_strv_contains ((const char *const *) field->to, parts[0]))
    section = tonus_schema_find_section (tonus_section_get_schema (field->section), parts[0]);
  if (section == NULL || !tonus_section_row_is_valid (section, parts[1]))
    {
      g_autofree char *to = g_strjoinv (", ", field->to);
      return tonus_refuse_value (error, _ ("“%s” names no row of: %s"), target, to);
    }
  return TRUE;
}

/* May @field point at whole objects? */
static gboolean
takes_objects (const TonusField *field)
{
  for (guint i = 0; field->to[i] != NULL; i++)
    if (tonus_schema_has_kind (field->to[i]))
      return TRUE;
  return FALSE;
}

gboolean
tonus_ref_check (const TonusField *field,
                 const TonusLimits *limits,
                 const char *text,
                 GError **error)
{
  g_autofree char *object = g_strndup (text, strcspn (text, "#"));

  if (!tonus_id_is_valid (object))
    return tonus_refuse_value (error, _ ("“%s” is no object's id: 26 letters a-z and digits 2-7"),
                               object);
  if (text[TONUS_ID_LENGTH] == '#')
    return check_ref_row (field, text + TONUS_ID_LENGTH + 1, error);
  if (!takes_objects (field))
    return tonus_refuse_value (error, _ ("names an object but no row of it; add “#section/row”"));
  return TRUE;
}

char *
tonus_ref_read_typed (const TonusField *field,
                      const TonusLimits *limits,
                      const char *typed,
                      guint32 today,
                      GError **error)
{
  return g_strdup (typed);
}
