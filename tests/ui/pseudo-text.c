/* pseudo-text.c - which words of a text are neither a translation nor somebody's data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "pseudo-text.h"
#include <string.h>
#include "fixture.h"

/* Neither translated nor data. */
static const char *const proper_words[] = { "Tonus", "Ctrl", "Alt", "Esc", "PDF", NULL };

static GPtrArray *data_words; /* longest first */

void
pseudo_text_take_word (const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  if (!data_words)
    data_words = g_ptr_array_new_with_free_func (g_free);
  for (char **line = lines; *line; line++)
    if (**line)
      g_ptr_array_add (data_words, g_strdup (*line));
}

/* What somebody wrote; labels of what was chosen are the program's. */
static gboolean
is_free_text (const char *group, const char *key)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", group, key);
  const TonusField *field = tonus_schema_resolve (tonus_schema_get_default (), path, NULL, NULL);

  return field && (field->kind == TONUS_KIND_TEXT || field->kind == TONUS_KIND_NOTE);
}

static void
read_file (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return;
  groups = g_key_file_get_groups (file, NULL);
  for (char **group = groups; *group; group++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, *group, NULL, NULL);

      for (char **key = keys; *key; key++)
        {
          g_autofree char *value =
              is_free_text (*group, *key) ? g_key_file_get_string (file, *group, *key, NULL) : NULL;

          if (value)
            pseudo_text_take_word (value);
        }
    }
}

static void
read_folder (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        read_folder (inner);
      else
        read_file (inner);
    }
  g_clear_pointer (&dir, g_dir_close);
}

static int
by_length (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(const char *const *) a), second = strlen (*(const char *const *) b);

  return (first < second) - (first > second);
}

void
pseudo_text_take_data (const char *folder)
{
  g_autofree char *last = g_path_get_basename (folder);

  read_folder (folder);
  pseudo_text_take_word (folder);
  pseudo_text_take_word (last);
  pseudo_text_take_word (fixture_home ());
  for (guint i = 0; proper_words[i]; i++)
    pseudo_text_take_word (proper_words[i]);
  for (guint month = 1; month <= 12; month++)
    {
      GDate date;
      char name[32];

      g_date_set_dmy (&date, 1, month, 2026);
      g_date_strftime (name, sizeof name, "%b", &date);
      pseudo_text_take_word (name);
    }
  g_ptr_array_sort (data_words, by_length);
}

/* @text without what stands in brackets, however deep. */
static char *
drop_translated (const char *text)
{
  GString *rest = g_string_new (NULL);
  int depth = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      depth += c == 0x27e6;
      if (depth == 0)
        g_string_append_unichar (rest, c);
      depth -= c == 0x27e7 && depth > 0;
    }
  return g_string_free (rest, FALSE);
}

static gboolean
has_letter (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

gboolean
pseudo_text_is_translated (const char *text)
{
  g_autofree char *rest = drop_translated (text);

  for (guint i = 0; i < data_words->len && has_letter (rest); i++)
    if (strstr (rest, g_ptr_array_index (data_words, i)))
      {
        g_auto (GStrv) parts = g_strsplit (rest, g_ptr_array_index (data_words, i), -1);

        g_free (rest);
        rest = g_strjoinv (" ", parts);
      }
  return !has_letter (rest);
}

gboolean
pseudo_text_is_ours (const char *text)
{
  g_autofree char *rest = drop_translated (text);

  for (const char *p = rest; *p; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

void
pseudo_text_forget (void)
{
  g_clear_pointer (&data_words, g_ptr_array_unref);
}
