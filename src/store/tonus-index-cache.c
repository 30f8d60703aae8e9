/* tonus-index-cache.c - the index on the disk: lines of tabs, with a checksum
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cache that is cut, altered or of another version is as good as none.
 */
#include "config.h"

#include "tonus-index-private.h"

#include <string.h>

#include "tonus-id.h"

#define CACHE_VERSION 1
#define CACHE_MAX (256 * 1024 * 1024)
#define N_COLUMNS 18

static char *
build_path (TonusPractice *practice)
{
  return g_build_filename (practice->cache_folder, "index", NULL);
}

static char *
build_title (TonusPractice *practice)
{
  return g_strdup_printf ("tonus-index %d schema %d %s\n", CACHE_VERSION, TONUS_SCHEMA_VERSION,
                          practice->id);
}

/* Backslash, tab and newline, so that a line stays a line. */
static void
append_escaped (GString *text, const char *words)
{
  for (const char *at = words; *at != '\0'; at++)
    switch (*at)
      {
      case '\\':
        g_string_append (text, "\\\\");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      default:
        g_string_append_c (text, *at);
      }
  g_string_append_c (text, '\t');
}

static char *
unescape (const char *words)
{
  char *plain = g_strdup (words);
  char *to = plain;

  if (strchr (plain, '\\') == NULL)
    return plain;
  for (const char *at = words; *at != '\0'; at++)
    {
      char c = *at;
      if (c == '\\' && at[1] != '\0')
        {
          at++;
          c = *at == 't' ? '\t' : *at == 'n' ? '\n' : *at;
        }
      *to++ = c;
    }
  *to = '\0';
  return plain;
}

static void
append_row (GString *text, const TonusIndexRow *row)
{
  const TonusIndexEntry *entry = &row->entry;
  const TonusFolderStamp *stamp = &row->stamp;
  const char *words[] = { entry->id,         entry->given,      entry->family,
                          entry->born,       entry->phone,      entry->folded,
                          entry->last_visit, entry->next_visit, row->sort };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    append_escaped (text, words[i]);
  g_string_append_printf (text,
                          "%u\t%u\t%d\t%d\t%" G_GUINT64_FORMAT "\t%" G_GINT64_FORMAT
                          "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\n",
                          entry->episodes, entry->unsigned_visits, entry->is_damaged, row->is_shown,
                          stamp->inode, stamp->mtime, stamp->mtime_ns, stamp->ctime,
                          stamp->ctime_ns);
}

void
tonus_index_cache_write (TonusPractice *practice, GPtrArray *rows)
{
  g_autofree char *path = build_path (practice);
  g_autofree char *title = build_title (practice);
  g_autoptr (GString) text = g_string_new (title);

  for (guint i = 0; i < rows->len; i++)
    if (((TonusIndexRow *) rows->pdata[i])->is_trusted)
      append_row (text, rows->pdata[i]);
  g_autofree char *sum = tonus_hash_of (text->str, text->len);
  g_string_append (text, sum);
  if (tonus_make_folder (practice->io, practice->cache_folder, NULL))
    tonus_save_replacing (practice->io, path, text->str, text->len, NULL);
}

/* @line is cut at its tabs. */
static TonusIndexRow *
parse_row (char *line)
{
  char *columns[N_COLUMNS];
  guint n = 0;

  for (char *at = line; at != NULL && n < N_COLUMNS; n++)
    {
      char *tab = strchr (at, '\t');
      columns[n] = at;
      if (tab != NULL)
        *tab++ = '\0';
      at = tab;
    }
  if (n != N_COLUMNS || !tonus_id_is_valid (columns[0]))
    return NULL;
  TonusIndexRow *row = g_new0 (TonusIndexRow, 1);
  char **words[] = { &row->entry.id,         &row->entry.given,      &row->entry.family,
                     &row->entry.born,       &row->entry.phone,      &row->entry.folded,
                     &row->entry.last_visit, &row->entry.next_visit, &row->sort };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    *words[i] = unescape (columns[i]);
  row->entry.episodes = (guint) g_ascii_strtoull (columns[9], NULL, 10);
  row->entry.unsigned_visits = (guint) g_ascii_strtoull (columns[10], NULL, 10);
  row->entry.is_damaged = columns[11][0] == '1';
  row->is_shown = columns[12][0] == '1';
  row->stamp.inode = g_ascii_strtoull (columns[13], NULL, 10);
  row->stamp.mtime = g_ascii_strtoll (columns[14], NULL, 10);
  row->stamp.mtime_ns = g_ascii_strtoll (columns[15], NULL, 10);
  row->stamp.ctime = g_ascii_strtoll (columns[16], NULL, 10);
  row->stamp.ctime_ns = g_ascii_strtoll (columns[17], NULL, 10);
  row->is_trusted = TRUE;
  return row;
}

/* The lines between the title and the checksum, NULL when either is wrong.  (transfer full) */
static char *
read_lines (TonusPractice *practice)
{
  g_autofree char *path = build_path (practice);
  g_autofree char *title = build_title (practice);
  g_autoptr (GBytes) bytes = tonus_read_file (practice->io, path, CACHE_MAX, NULL);
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (length < strlen (title) + TONUS_HASH_LENGTH || memcmp (text, title, strlen (title)) != 0)
    return NULL;
  gsize body = length - TONUS_HASH_LENGTH;
  g_autofree char *sum = tonus_hash_of (text, body);
  if (memcmp (text + body, sum, TONUS_HASH_LENGTH) != 0)
    return NULL;
  return g_strndup (text + strlen (title), body - strlen (title));
}

GHashTable *
tonus_index_cache_read (TonusPractice *practice)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, tonus_index_row_free);
  g_autofree char *lines = read_lines (practice);

  for (char *at = lines; at != NULL && *at != '\0';)
    {
      char *end = strchr (at, '\n');
      if (end != NULL)
        *end++ = '\0';
      TonusIndexRow *row = parse_row (at);
      if (row != NULL)
        g_hash_table_replace (rows, row->entry.id, row);
      at = end;
    }
  return rows;
}
