/* keyfile-oracle.c - what GKeyFile makes of a text that our reader accepts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "keyfile-oracle.h"

#include <string.h>

#include "tonus-record-lines.h"
#include "tonus-record-text.h"

static GKeyFile *
load (const char *text, gsize length)
{
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  if (length > 0)
    g_key_file_load_from_data (file, text, length,
                               G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, &error);
  g_assert_no_error (error);
  return file;
}

static guint
count_keys (GKeyFile *file, gsize *n_groups)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, n_groups);
  guint n_keys = 0;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, groups[i], NULL, NULL);

      n_keys += g_strv_length (keys);
    }
  return n_keys;
}

static void
check_key (GKeyFile *file, const char *group, const TonusLine *line)
{
  g_autofree char *key = g_strndup (line->name, line->name_length);
  g_autofree char *raw = g_strndup (line->value, line->value_length);
  g_autofree char *ours = tonus_raw_unescape (line->value, line->value_length);
  g_autoptr (GError) error = NULL;
  g_autofree char *theirs = g_key_file_get_string (file, group, key, &error);
  g_autofree char *their_raw = g_key_file_get_value (file, group, key, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (ours, ==, theirs);
  g_assert_cmpstr (raw, ==, their_raw);
}

void
keyfile_oracle_check_text (const char *text, gsize length)
{
  g_autoptr (GKeyFile) file = load (text, length);
  g_auto (TonusLines) lines = { 0 };
  TonusLine line = { 0 };
  TonusLineKind kind;
  g_autofree char *group = NULL;
  gsize n_groups = 0;
  guint n_our_groups = 0;
  guint n_our_keys = 0;
  gboolean is_sound = tonus_lines_init (&lines, text, length, NULL);

  g_assert_true (is_sound);
  while ((kind = tonus_lines_next (&lines, &line, NULL)) != TONUS_LINE_END)
    {
      g_assert_cmpint (kind, !=, TONUS_LINE_BAD);
      if (kind == TONUS_LINE_GROUP)
        {
          g_free (group);
          group = g_strndup (line.name, line.name_length);
          g_assert_true (g_key_file_has_group (file, group));
          n_our_groups++;
          continue;
        }
      check_key (file, group, &line);
      n_our_keys++;
    }
  g_assert_cmpuint (count_keys (file, &n_groups), ==, n_our_keys);
  g_assert_cmpuint (n_groups, ==, n_our_groups);
}

static gboolean
check_group_cb (TonusRecord *record, const TonusSection *section, const char *row, gpointer data)
{
  GKeyFile *file = data;
  g_autofree char *group =
      row == NULL ? g_strdup (section->id) : g_strdup_printf ("%s/%s", section->id, row);
  g_autoptr (GKeyFile) writer = g_key_file_new ();

  for (guint i = 0; i < section->fields->len; i++)
    {
      const TonusField *field = section->fields->pdata[i];
      if (field->key_index >= 0)
        continue; /* told by the group's name */
      const char *value = tonus_record_get_field (record, field, row);

      g_assert_cmpint (g_key_file_has_key (file, group, field->id, NULL), ==, value != NULL);
      if (value == NULL)
        continue;
      g_autofree char *read = g_key_file_get_string (file, group, field->id, NULL);
      g_autofree char *raw = g_key_file_get_value (file, group, field->id, NULL);
      g_key_file_set_string (writer, group, field->id, value);
      g_autofree char *their_raw = g_key_file_get_value (writer, group, field->id, NULL);

      g_assert_cmpstr (read, ==, value);
      g_assert_cmpstr (raw, ==, their_raw);
    }
  return TRUE;
}

void
keyfile_oracle_check_record (TonusRecord *record)
{
  g_autoptr (GString) text = tonus_record_to_text (record);
  g_autoptr (GKeyFile) file = load (text->str, text->len);
  g_autoptr (GError) error = NULL;

  tonus_record_foreach_group (record, check_group_cb, file);
  keyfile_oracle_check_text (text->str, text->len);

  g_autoptr (TonusRecord) again = tonus_record_from_text (
      tonus_record_get_schema (record), text->str, text->len, TONUS_READ_KEEP, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GString) same = tonus_record_to_text (again);
  g_autoptr (TonusChangeset) difference = tonus_record_diff (record, again);
  g_assert_cmpstr (text->str, ==, same->str);
  g_assert_cmpuint (tonus_changeset_get_size (difference), ==, 0);
}
