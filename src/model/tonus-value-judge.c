/* tonus-value-judge.c - the value that words in a text stand for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-record-private.h"

#include <string.h>

/* Another spelling of the same value: "7.50" reads, "7.5" is written; accents composed; a row's
 * name for its id, for what was free words before it became a list.  NULL: none. */
static char *
respell (const TonusField *field, const char *words)
{
  g_autofree char *other = NULL;

  if (field->kind == TONUS_KIND_DECIMAL || field->kind == TONUS_KIND_SCORE)
    {
      if (strchr (words, '.') == NULL)
        return NULL;
      other = g_strdup (words);
      gsize length = strlen (other);
      while (length > 0 && other[length - 1] == '0')
        other[--length] = '\0';
      if (length > 0 && other[length - 1] == '.')
        other[--length] = '\0';
    }
  else if (field->kind == TONUS_KIND_TEXT || field->kind == TONUS_KIND_NOTE)
    other = g_utf8_normalize (words, -1, G_NORMALIZE_NFC);
  else if (field->kind == TONUS_KIND_CHOICE)
    {
      const TonusEntry *entry = tonus_catalogue_find_called (field->choices, words);

      other = entry != NULL ? g_strdup (entry->id) : NULL;
    }
  return g_strcmp0 (other, words) == 0 ? NULL : g_steal_pointer (&other);
}

char *
tonus_value_judge (
    const TonusField *field, const char *row, const char *chosen, char **words, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (tonus_field_check (field, row, chosen, *words, &problem))
    return g_steal_pointer (words);
  g_autofree char *other = respell (field, *words);
  if (other != NULL && tonus_field_check (field, row, chosen, other, NULL))
    return g_steal_pointer (&other);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
