/* tonus-kind-choice.c - values of the kinds choice, grade and choices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
tonus_choice_check (const TonusField *field,
                    const TonusLimits *limits,
                    const char *text,
                    GError **error)
{
  /* Retired rows too: old records hold them. */
  if (tonus_catalogue_lookup (field->choices, text) != NULL)
    return TRUE;
  return tonus_refuse_value (error, _ ("“%s” is not in the list “%s”"), text,
                             tonus_catalogue_get_id (field->choices));
}

char *
tonus_choice_read_typed (const TonusField *field,
                         const TonusLimits *limits,
                         const char *typed,
                         guint32 today,
                         GError **error)
{
  const TonusEntry *entry = tonus_catalogue_find_typed (field->choices, typed);

  if (entry != NULL)
    return g_strdup (entry->id);
  tonus_refuse_value (error,
                      _ ("“%s” is not in the list “%s”, or fits more than one of its rows"),
                      typed, tonus_catalogue_get_label (field->choices));
  return NULL;
}

char *
tonus_choice_display (const TonusField *field, const char *text)
{
  const TonusEntry *entry = tonus_catalogue_lookup (field->choices, text);

  return g_strdup (entry != NULL ? tonus_entry_label (entry) : text);
}

gboolean
tonus_choices_check (const TonusField *field,
                     const TonusLimits *limits,
                     const char *text,
                     GError **error)
{
  int last = -1;

  if (!g_str_has_suffix (text, ";"))
    return tonus_refuse_value (error, _ ("“%s” is no list: each of its ids is followed by “;”"),
                               text);

  g_auto (GStrv) ids = g_strsplit (text, ";", -1);
  for (guint i = 0; ids[i + 1] != NULL; i++)
    {
      if (!tonus_choice_check (field, limits, ids[i], error))
        return FALSE;

      int place = (int) tonus_catalogue_lookup (field->choices, ids[i])->index;
      if (place <= last)
        return tonus_refuse_value (error,
                                   _ ("“%s” stands twice or out of order; the list's order is that "
                                      "of “%s”"),
                                   ids[i], tonus_catalogue_get_id (field->choices));
      last = place;
    }
  return TRUE;
}

/* The chosen rows in catalogue order, each once. */
static char *
spell_choices (const TonusField *field, GHashTable *chosen)
{
  GPtrArray *entries = tonus_catalogue_get_entries (field->choices);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      TonusEntry *entry = g_ptr_array_index (entries, i);
      if (g_hash_table_contains (chosen, entry))
        g_string_append_printf (text, "%s;", entry->id);
    }
  return g_string_free (text, FALSE);
}

/* What separates the items of @typed: "," unless there is a ";", or nothing if all of it is one
 * row. */
static const char *
separator_of (const TonusField *field, const char *typed)
{
  if (strchr (typed, ';') != NULL)
    return ";";
  return tonus_catalogue_find_typed (field->choices, typed) != NULL ? "\n" : ",";
}

char *
tonus_choices_read_typed (const TonusField *field,
                          const TonusLimits *limits,
                          const char *typed,
                          guint32 today,
                          GError **error)
{
  g_auto (GStrv) items = g_strsplit (typed, separator_of (field, typed), -1);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *id = NULL;

      g_strstrip (items[i]);
      if (items[i][0] == '\0')
        continue;
      id = tonus_choice_read_typed (field, limits, items[i], today, error);
      if (id == NULL)
        return NULL;
      g_hash_table_add (chosen, (gpointer) tonus_catalogue_lookup (field->choices, id));
    }
  if (g_hash_table_size (chosen) > 0)
    return spell_choices (field, chosen);

  tonus_refuse_value (error, _ ("“%s” names nothing"), typed);
  return NULL;
}

/* The labels of a list of ids, joined. */
static char *
join_labels (const TonusField *field, const char *text, const char *separator)
{
  g_auto (GStrv) ids = g_strsplit (text, ";", -1);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (ids[i][0] == '\0')
        continue;

      g_autofree char *label = tonus_choice_display (field, ids[i]);
      if (labels->len > 0)
        g_string_append (labels, separator);
      g_string_append (labels, label);
    }
  return g_string_free (labels, FALSE);
}

char *
tonus_choices_display (const TonusField *field, const char *text)
{
  return join_labels (field, text, ", ");
}

char *
tonus_choices_edit_text (const TonusField *field, const char *text)
{
  return join_labels (field, text, "; ");
}
