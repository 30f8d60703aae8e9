/* tonus-handout-words.c - words and numbers as the patient reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout-words.h"

#include <string.h>

#include "tonus-date.h"

TonusHandoutWords
tonus_handout_words_find (TonusSchema *schema, const char *language)
{
  return (TonusHandoutWords){ .catalogue = tonus_schema_find_catalogue (schema, "handout-words"),
                              .language = language };
}

static const char *
find_column (const TonusHandoutWords *self, const char *id, const char *column)
{
  const TonusEntry *entry =
      self->catalogue != NULL ? tonus_catalogue_lookup (self->catalogue, id) : NULL;

  return entry != NULL ? tonus_entry_get_local (entry, column, self->language) : NULL;
}

const char *
tonus_handout_word (const TonusHandoutWords *self, const char *id)
{
  return find_column (self, id, "text");
}

/* What is filled in is not looked at again: a name may hold "%s". */
static char *
fill (const char *format, const char *first, const char *second)
{
  const char *values[] = { first, second };
  GString *text = g_string_new (NULL);
  guint n_filled = 0;

  for (const char *p = format; *p != '\0'; p++)
    {
      gboolean is_place = p[0] == '%' && (p[1] == 'd' || p[1] == 's');

      if (is_place && n_filled < G_N_ELEMENTS (values) && values[n_filled] != NULL)
        {
          g_string_append (text, values[n_filled++]);
          p++;
        }
      else
        g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

char *
tonus_handout_word_fill (const TonusHandoutWords *self,
                         const char *id,
                         const char *first,
                         const char *second)
{
  const char *format = tonus_handout_word (self, id);

  return format != NULL ? fill (format, first, second) : NULL;
}

char *
tonus_handout_word_count (const TonusHandoutWords *self, const char *id, const char *number)
{
  gboolean is_one = g_strcmp0 (number, "1") == 0;
  const char *format = find_column (self, id, is_one ? "one" : "many");

  return format != NULL && number != NULL ? fill (format, number, NULL) : NULL;
}

char *
tonus_handout_word_count_int (const TonusHandoutWords *self, const char *id, int number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%d", number) : NULL;

  return tonus_handout_word_count (self, id, text);
}

char *
tonus_handout_word_date (const TonusHandoutWords *self, guint32 day)
{
  g_autofree char *iso = tonus_date_format (day);
  g_auto (GStrv) parts = g_strsplit (iso, "-", 3);
  g_autofree char *id = NULL;
  const char *month;
  guint64 number = 0;

  if (g_strv_length (parts) != 3 ||
      !g_ascii_string_to_unsigned (parts[1], 10, 1, 12, &number, NULL))
    return g_steal_pointer (&iso);
  id = g_strdup_printf ("month-%u", (guint) number);
  month = tonus_handout_word (self, id);
  if (month == NULL)
    return g_steal_pointer (&iso);
  return g_strdup_printf ("%s %s %s", parts[2] + (parts[2][0] == '0'), month, parts[0]);
}

char *
tonus_handout_words_get_language (const TonusHandoutWords *self)
{
  const TonusEntry *entry =
      self->catalogue != NULL ? tonus_catalogue_lookup (self->catalogue, "title") : NULL;
  g_autofree char *tag = g_ascii_strdown (self->language != NULL ? self->language : "", -1);

  g_strdelimit (tag, "_", '-');
  while (entry != NULL && *tag != '\0')
    {
      g_autofree char *key = g_strdup_printf ("text[%s]", tag);
      char *dash = strrchr (tag, '-');

      if (tonus_entry_get (entry, key) != NULL)
        return g_steal_pointer (&tag);
      *(dash != NULL ? dash : tag) = '\0';
    }
  return g_strdup ("en");
}

static gint
compare_tags (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

GStrv
tonus_handout_words_list_languages (TonusSchema *schema)
{
  TonusHandoutWords words = tonus_handout_words_find (schema, NULL);
  const TonusEntry *title =
      words.catalogue != NULL ? tonus_catalogue_lookup (words.catalogue, "title") : NULL;
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  if (title != NULL && title->attributes != NULL)
    {
      g_hash_table_iter_init (&iter, title->attributes);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (g_str_has_prefix (key, "text[") && g_str_has_suffix (key, "]"))
          g_ptr_array_add (
              tags, g_strndup ((char *) key + strlen ("text["), strlen (key) - strlen ("text[]")));
    }
  g_ptr_array_sort (tags, compare_tags);
  g_ptr_array_insert (tags, 0, g_strdup ("en"));
  g_ptr_array_add (tags, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

const char *
tonus_handout_words_name_language (TonusSchema *schema, const char *tag)
{
  TonusCatalogue *languages = tonus_schema_find_catalogue (schema, "language");
  const TonusEntry *entry = languages != NULL ? tonus_catalogue_lookup (languages, tag) : NULL;

  return entry != NULL ? tonus_entry_label (entry) : tag;
}
