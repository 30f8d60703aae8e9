/* tonus-index-cache.c - the index on the disk: rows as they are in memory, then their texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read with one call and ready to be shown: the first frame of the window waits for it.  It never
 * leaves this computer, so its numbers are this computer's.  A cache that is cut, altered or of
 * another version is as good as none.
 */
#include "config.h"

#include "tonus-index-private.h"

#include <string.h>

#define MAGIC "tonus-index 2\n"
#define CACHE_MAX (256 * 1024 * 1024)

typedef struct
{
  char magic[16];
  char practice[32];
  guint32 schema;
  guint32 row_size;
  guint32 n_rows;
  guint32 text_size;
  guint64 sum; /* of what follows */
} Head;

typedef struct
{
  TonusFolderStamp stamp;
  guint32 texts[TONUS_INDEX_N_TEXTS]; /* where they begin */
  guint32 episodes, unsigned_visits, newest_unsigned, report_days, certified_to;
  guint8 has_alerts, is_damaged, is_shown, unused;
} DiskRow;

static char *
build_path (TonusPractice *practice)
{
  return g_build_filename (practice->cache_folder, "index", NULL);
}

static Head
make_head (TonusPractice *practice)
{
  Head head = { .magic = MAGIC, .schema = TONUS_SCHEMA_VERSION, .row_size = sizeof (DiskRow) };

  g_strlcpy (head.practice, practice->id, sizeof head.practice);
  return head;
}

/* Against accidents: every step can be undone, so no single change goes unnoticed.  It is read by
 * words, because a cryptographic hash would take longer than everything else here. */
static guint64
sum_of (const guint8 *bytes, gsize length)
{
  guint64 sum = length;

  while (length > 0)
    {
      guint64 word = 0;
      gsize step = MIN (length, sizeof word);
      memcpy (&word, bytes, step);
      sum = (sum ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      sum ^= sum >> 29;
      bytes += step;
      length -= step;
    }
  return sum;
}

/* --- writing --- */

static DiskRow
pack (TonusIndexRow *row, GByteArray *texts)
{
  const TonusIndexEntry *entry = &row->entry;
  DiskRow disk = { .stamp = row->stamp,
                   .episodes = entry->episodes,
                   .unsigned_visits = entry->unsigned_visits,
                   .newest_unsigned = entry->newest_unsigned,
                   .report_days = entry->report_days,
                   .certified_to = entry->certified_to,
                   .has_alerts = entry->has_alerts,
                   .is_damaged = entry->is_damaged,
                   .is_shown = row->is_shown };

  for (guint i = 0; i < TONUS_INDEX_N_TEXTS; i++)
    {
      const char *text = *tonus_index_row_text (row, i);
      disk.texts[i] = texts->len;
      g_byte_array_append (texts, (const guint8 *) text, (guint) strlen (text) + 1);
    }
  return disk;
}

void
tonus_index_cache_write (TonusPractice *practice, GPtrArray *rows)
{
  g_autofree char *path = build_path (practice);
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  Head head = make_head (practice);

  g_byte_array_append (whole, (const guint8 *) &head, sizeof head);
  for (guint i = 0; i < rows->len; i++)
    {
      DiskRow disk = pack (rows->pdata[i], texts);
      g_byte_array_append (whole, (const guint8 *) &disk, sizeof disk);
    }
  g_byte_array_append (whole, texts->data, texts->len);
  head.n_rows = rows->len;
  head.text_size = texts->len;
  head.sum = sum_of (whole->data + sizeof head, whole->len - sizeof head);
  memcpy (whole->data, &head, sizeof head);
  if (whole->len <= CACHE_MAX && tonus_make_folder (practice->io, practice->cache_folder, NULL))
    tonus_save_replacing (practice->io, path, whole->data, whole->len, NULL);
}

/* --- reading --- */

/* Is @bytes a whole cache of this practice and this version? */
static gboolean
check_whole (TonusPractice *practice, const guint8 *bytes, gsize length)
{
  Head wanted = make_head (practice);
  Head head;

  if (length < sizeof head)
    return FALSE;
  memcpy (&head, bytes, sizeof head);
  wanted.n_rows = head.n_rows;
  wanted.text_size = head.text_size;
  wanted.sum = sum_of (bytes + sizeof head, length - sizeof head);
  return memcmp (&wanted, &head, sizeof head) == 0 &&
         length == sizeof head + (gsize) head.n_rows * sizeof (DiskRow) + head.text_size &&
         (head.text_size == 0 || bytes[length - 1] == '\0');
}

/* FALSE: it points out of @texts. */
static gboolean
unpack (TonusIndexRow *row, const DiskRow *disk, const char *texts, guint32 text_size)
{
  for (guint i = 0; i < TONUS_INDEX_N_TEXTS; i++)
    {
      if (disk->texts[i] >= text_size)
        return FALSE;
      *tonus_index_row_text (row, i) = texts + disk->texts[i];
    }
  row->stamp = disk->stamp;
  row->entry.episodes = disk->episodes;
  row->entry.unsigned_visits = disk->unsigned_visits;
  row->entry.newest_unsigned = disk->newest_unsigned;
  row->entry.report_days = disk->report_days;
  row->entry.certified_to = disk->certified_to;
  row->entry.has_alerts = disk->has_alerts;
  row->entry.is_damaged = disk->is_damaged;
  row->is_shown = disk->is_shown;
  return TRUE;
}

/* Takes @data, a sound cache with at least one row. */
static GPtrArray *
take_rows (guint8 *data)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (tonus_index_row_free);
  TonusIndexBlock *block = g_new (TonusIndexBlock, 1);
  gboolean is_sound = TRUE;
  Head head;

  memcpy (&head, data, sizeof head);
  const char *texts = (const char *) data + sizeof head + head.n_rows * sizeof (DiskRow);
  g_atomic_ref_count_init (&block->references);
  block->rows = g_new0 (TonusIndexRow, head.n_rows);
  block->texts = data;
  for (guint i = 0; i < head.n_rows; i++)
    {
      DiskRow disk;
      memcpy (&disk, data + sizeof head + i * sizeof disk, sizeof disk);
      if (i > 0)
        g_atomic_ref_count_inc (&block->references);
      block->rows[i].block = block;
      g_ptr_array_add (rows, &block->rows[i]);
      is_sound = unpack (&block->rows[i], &disk, texts, head.text_size) && is_sound;
    }
  if (!is_sound)
    g_clear_pointer (&rows, g_ptr_array_unref);
  return rows;
}

GPtrArray *
tonus_index_cache_read (TonusPractice *practice)
{
  g_autofree char *path = build_path (practice);
  GBytes *bytes = tonus_read_file (practice->io, path, CACHE_MAX, NULL);
  gsize length = 0;

  if (bytes == NULL)
    return NULL;
  guint8 *data = g_bytes_unref_to_data (bytes, &length);
  if (check_whole (practice, data, length) && length > sizeof (Head))
    return take_rows (data);
  gboolean is_empty = length == sizeof (Head) && check_whole (practice, data, length);
  g_free (data);
  return is_empty ? g_ptr_array_new_with_free_func (tonus_index_row_free) : NULL;
}
