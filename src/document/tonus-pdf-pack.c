/* tonus-pdf-pack.c - a finished PDF written again in less space
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-pack.h"

#include <gio/gio.h>
#include <string.h>

/* A reader unpacks a whole object stream to get at one object of it. */
#define N_IN_STREAM 200

/* The numbers are those of a cross-reference stream. */
typedef enum
{
  KIND_FREE = 0,
  KIND_PLAIN = 1,
  KIND_PACKED = 2
} Kind;

typedef struct
{
  const char *text; /* between "1 0 obj" and "endobj" */
  gsize length;
  Kind kind;
  gsize place; /* the offset, or the number of the object stream; 0 when free */
  guint index; /* in the object stream */
} Entry;

typedef struct
{
  const char *data;
  gsize size;
  GArray *entries;  /* (element-type Entry): by object number */
  GString *trailer; /* the entries of the trailer without its size */
  GString *out;
} Packer;

static Entry *
get_entry (Packer *self, gsize number)
{
  g_assert (number < self->entries->len);
  return &g_array_index (self->entries, Entry, number);
}

/* Moves @at past @word. */
static void
expect (const char **at, const char *end, const char *word)
{
  gsize length = strlen (word);

  g_assert ((gsize) (end - *at) >= length && memcmp (*at, word, length) == 0);
  *at += length;
}

/* There is always a sign behind: the file ends with “%%EOF”. */
static gsize
read_number (const char **at)
{
  return g_ascii_strtoull (*at, (char **) at, 10);
}

static const char *
find (const char *text, gsize length, const char *word)
{
  const char *place = memmem (text, length, word, strlen (word));

  g_assert (place != NULL);
  return place;
}

/* Objects are written one after the other: each ends where the next begins. */
static void
find_text (Packer *self, gsize number, gsize table)
{
  Entry *entry = get_entry (self, number);
  gsize stop = number + 1 < self->entries->len ? get_entry (self, number + 1)->place : table;
  const char *at = self->data + entry->place, *end = self->data + stop;
  g_autofree char *head = g_strdup_printf ("%zu 0 obj\n", number);

  g_assert (entry->place < stop && stop < self->size);
  expect (&at, end, head);
  entry->text = at;
  entry->length = (gsize) (end - at) - strlen ("\nendobj\n");
  g_assert (entry->length < (gsize) (end - at));
  at += entry->length;
  expect (&at, end, "\nendobj\n");
}

static void
read_trailer (Packer *self, const char *at, const char *end)
{
  g_autofree char *size = g_strdup_printf ("/Size %u", self->entries->len);
  const char *stop;
  guint n_replaced;

  expect (&at, end, "trailer\n<<\n");
  stop = find (at, (gsize) (end - at), "\n>>\nstartxref\n");
  g_string_append_len (self->trailer, at, stop - at);
  n_replaced = g_string_replace (self->trailer, size, "", 1);
  g_assert (n_replaced == 1);
  /* An earlier table or a cipher would need more than is done here. */
  g_assert (strstr (self->trailer->str, "/Prev") == NULL);
  g_assert (strstr (self->trailer->str, "/Encrypt") == NULL);
}

static void
read_table (Packer *self)
{
  const char *end = self->data + self->size;
  gsize n_last = MIN (self->size, 64), table, n;
  const char *at = find (end - n_last, n_last, "startxref\n");

  expect (&at, end, "startxref\n");
  table = read_number (&at);
  g_assert (table < self->size);
  at = self->data + table;
  expect (&at, end, "xref\n0 ");
  n = read_number (&at);
  expect (&at, end, "\n");
  g_array_set_size (self->entries, (guint) n);
  for (gsize i = 0; i < n; i++)
    {
      get_entry (self, i)->place = read_number (&at);
      get_entry (self, i)->kind = KIND_PACKED;
      expect (&at, end, i == 0 ? " 65535 f\r\n" : " 00000 n\r\n");
    }
  get_entry (self, 0)->kind = KIND_FREE;
  read_trailer (self, at, end);
  for (gsize i = 1; i < n; i++)
    find_text (self, i, table);
}

static gboolean
is_stream (const Entry *entry)
{
  gsize length = strlen ("endstream");

  return entry->length > length &&
         memcmp (entry->text + entry->length - length, "endstream", length) == 0;
}

/* The length of a stream is an object of its own to libharu, which learns it late. */
static void
copy_stream (Packer *self, gsize number)
{
  Entry *entry = get_entry (self, number), *length_entry;
  const char *end = entry->text + entry->length, *at, *after, *digits;
  gsize length;

  after = at = find (entry->text, entry->length, "/Length ") + strlen ("/Length ");
  length_entry = get_entry (self, read_number (&after));
  expect (&after, end, " 0 R\n");
  digits = length_entry->text;
  length = read_number (&digits);
  g_assert (digits == length_entry->text + length_entry->length);
  g_assert (length_entry->kind == KIND_PACKED);
  length_entry->kind = KIND_FREE;
  length_entry->place = 0;
  entry->kind = KIND_PLAIN;
  entry->place = self->out->len;
  g_string_append_printf (self->out, "%zu 0 obj\n", number);
  g_string_append_len (self->out, entry->text, at - entry->text);
  g_string_append_printf (self->out, "%zu\n", length);
  g_string_append_len (self->out, after, end - after);
  g_string_append (self->out, "\nendobj\n");
  at = find (after, (gsize) (end - after), "stream\r\n") + strlen ("stream\r\n") + length;
  expect (&at, end, "\nendstream");
}

GBytes *
tonus_pdf_deflate (const char *data, gsize size, int level)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, level);
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (memory, G_CONVERTER (zlib));

  /* Memory takes everything. */
  if (!g_output_stream_write_all (out, data, size, NULL, NULL, NULL) ||
      !g_output_stream_close (out, NULL, NULL))
    g_assert_not_reached ();
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* @entries: what its dictionary says besides the length and the filter. */
static void
append_packed (Packer *self, gsize number, const char *entries, const char *data, gsize size)
{
  g_autoptr (GBytes) packed = tonus_pdf_deflate (data, size, 6);
  gsize length = 0;
  const char *bytes = g_bytes_get_data (packed, &length);

  g_string_append_printf (self->out, "%zu 0 obj\n<<%s/Filter/FlateDecode/Length %zu>>stream\n",
                          number, entries, length);
  g_string_append_len (self->out, bytes, (gssize) length);
  g_string_append (self->out, "\nendstream\nendobj\n");
}

static gsize
add_entry (Packer *self)
{
  const Entry entry = { .kind = KIND_PLAIN, .place = self->out->len };

  g_array_append_val (self->entries, entry);
  return self->entries->len - 1;
}

/* The first object from @first on that is to be packed, else @n_objects. */
static gsize
find_packed (Packer *self, gsize first, gsize n_objects)
{
  while (first < n_objects && get_entry (self, first)->kind != KIND_PACKED)
    first++;
  return first;
}

/* Packs objects from @first on.  Returns the first that is left, else @n_objects. */
static gsize
append_object_stream (Packer *self, gsize first, gsize n_objects)
{
  gsize number = add_entry (self), i;
  g_autoptr (GString) places = g_string_new (NULL), texts = g_string_new (NULL);
  g_autofree char *entries = NULL;
  guint n = 0;

  for (i = first; i < n_objects && n < N_IN_STREAM; i = find_packed (self, i + 1, n_objects))
    {
      Entry *entry = get_entry (self, i);

      g_string_append_printf (places, "%zu %zu ", i, texts->len);
      g_string_append_len (texts, entry->text, (gssize) entry->length);
      g_string_append_c (texts, '\n');
      entry->place = number;
      entry->index = n++;
    }
  entries = g_strdup_printf ("/Type/ObjStm/N %u/First %zu", n, places->len);
  g_string_append_len (places, texts->str, (gssize) texts->len);
  append_packed (self, number, entries, places->str, places->len);
  return i;
}

/* Each row less the row above it, as in a PNG: rows are much alike. */
static GString *
build_rows (Packer *self, guint n_columns)
{
  GString *rows = g_string_new (NULL);
  guint64 above = 0;

  for (gsize i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = get_entry (self, i);
      guint64 row = (guint64) entry->kind << 8 * (n_columns - 1) | (guint64) entry->place << 16 |
                    (entry->kind == KIND_FREE ? 65535 : entry->index);

      g_string_append_c (rows, 2); /* the filter “Up” */
      for (guint j = n_columns; j-- > 0;)
        g_string_append_c (rows, (char) (guint8) ((row >> 8 * j) - (above >> 8 * j)));
      above = row;
    }
  return rows;
}

static void
append_table (Packer *self)
{
  gsize place = self->out->len, number = add_entry (self);
  g_autoptr (GString) rows = NULL;
  g_autofree char *entries = NULL;
  guint n_place = 1;

  while (MAX (place, number) >> 8 * n_place != 0)
    n_place++;
  rows = build_rows (self, n_place + 3);
  entries =
      g_strdup_printf ("/Type/XRef/Size %u/W[1 %u 2]/DecodeParms<</Predictor 12/Columns %u>>\n%s",
                       self->entries->len, n_place, n_place + 3, self->trailer->str);
  append_packed (self, number, entries, rows->str, rows->len);
  g_string_append_printf (self->out, "startxref\n%zu\n%%%%EOF\n", place);
}

GBytes *
tonus_pdf_pack (GBytes *plain)
{
  Packer self = { 0 };
  gsize n_objects;

  g_return_val_if_fail (plain != NULL, NULL);

  self.data = g_bytes_get_data (plain, &self.size);
  self.entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self.trailer = g_string_new (NULL);
  self.out = g_string_sized_new (self.size);
  read_table (&self);
  n_objects = self.entries->len;
  g_assert (g_str_has_prefix (self.data, "%PDF-1.7\n"));
  g_string_append_len (self.out, self.data, (gssize) get_entry (&self, 1)->place);
  for (gsize i = 1; i < n_objects; i++)
    if (is_stream (get_entry (&self, i)))
      copy_stream (&self, i);
  for (gsize i = find_packed (&self, 1, n_objects); i < n_objects;)
    i = append_object_stream (&self, i, n_objects);
  append_table (&self);
  g_array_unref (self.entries);
  g_string_free (self.trailer, TRUE);
  return g_string_free_to_bytes (self.out);
}
