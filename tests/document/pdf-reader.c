/* pdf-reader.c - a PDF taken apart: its objects, streams and what poppler's tools say of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The objects are read from what qpdf makes of the file: unpacked, in one cross-reference table,
 * and numbered anew.
 */
#include "config.h"
#include "pdf-reader.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

struct _PdfReader
{
  char *path;
  char *data;
  gsize size;
  GArray *offsets;    /* (element-type gsize): by object number */
  GPtrArray *objects; /* (element-type utf8): by object number */
};

static const char *
find_bytes (const char *data, gsize size, const char *needle)
{
  return memmem (data, size, needle, strlen (needle));
}

/* qpdf writes hexadecimal strings in small letters, libharu in capitals. */
static char *
raise_hex_strings (char *object)
{
  for (char *open = strchr (object, '<'); open != NULL; open = strchr (open + 1, '<'))
    for (char *p = open + 1; g_ascii_isxdigit (*p); p++)
      *p = g_ascii_toupper (*p);
  return object;
}

static void
read_table (PdfReader *self)
{
  const char *start =
      g_strrstr_len (self->data + self->size - MIN (self->size, 64), 64, "startxref");
  const char *row;
  guint64 n;

  g_assert_nonnull (start);
  row = self->data + g_ascii_strtoull (start + strlen ("startxref"), NULL, 10);
  g_assert_true (g_str_has_prefix (row, "xref"));
  row = strchr (row, '\n') + 1;
  n = g_ascii_strtoull (strchr (row, ' '), NULL, 10);
  row = strchr (row, '\n') + 1;
  for (guint i = 0; i < n; i++, row += 20)
    {
      gsize offset = g_ascii_strtoull (row, NULL, 10);
      const char *text = self->data + offset;
      gsize left = self->size - offset;
      const char *end = find_bytes (text, left, "endobj");
      const char *stream = find_bytes (text, left, "stream\n");

      if (stream != NULL && stream < end)
        end = stream;
      g_array_append_val (self->offsets, offset);
      g_ptr_array_add (self->objects,
                       i == 0 ? g_strdup ("")
                              : raise_hex_strings (g_strndup (text, (gsize) (end - text))));
    }
}

static void
read_unpacked (PdfReader *self)
{
  g_autofree char *path = g_strconcat (self->path, ".unpacked", NULL);
  g_autofree char *silence = NULL;
  g_autoptr (GError) error = NULL;

  silence = pdf_reader_run (self, "qpdf", "--qdf", "--object-streams=disable",
                            "--normalize-content=n", "@", path, NULL);
  g_assert_cmpstr (silence, ==, "");
  g_file_get_contents (path, &self->data, &self->size, &error);
  g_assert_no_error (error);
  g_unlink (path);
  read_table (self);
}

PdfReader *
pdf_reader_new (GBytes *bytes)
{
  PdfReader *self = g_new0 (PdfReader, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  int file;

  g_assert_nonnull (bytes);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->objects = g_ptr_array_new_with_free_func (g_free);
  file = g_file_open_tmp ("tonus-test-XXXXXX.pdf", &self->path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  report = pdf_reader_run (self, "qpdf", "--check", "@", NULL);
  g_assert_nonnull (strstr (report, "No syntax or stream encoding errors"));
  read_unpacked (self);
  return self;
}

void
pdf_reader_free (PdfReader *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  g_free (self->path);
  g_free (self->data);
  g_array_unref (self->offsets);
  g_ptr_array_unref (self->objects);
  g_free (self);
}

const char *
pdf_reader_get_path (PdfReader *self)
{
  return self->path;
}

char *
pdf_reader_run (PdfReader *self, const char *program, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *problems = NULL;
  char *output = NULL;
  int status = 0;
  va_list arguments;

  g_ptr_array_add (argv, (char *) program);
  va_start (arguments, program);
  for (const char *argument; (argument = va_arg (arguments, const char *)) != NULL;)
    g_ptr_array_add (argv, strcmp (argument, "@") == 0 ? self->path : (char *) argument);
  va_end (arguments);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                &problems, &status, &error);
  g_assert_no_error (error);
  /* Readers put up with a lot; a warning is a fault of ours all the same. */
  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpint (status, ==, 0);
  return output;
}

char *
pdf_reader_get_text (PdfReader *self, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);

  if (page == 0)
    return pdf_reader_run (self, "pdftotext", "-nopgbrk", "@", "-", NULL);
  return pdf_reader_run (self, "pdftotext", "-nopgbrk", "-f", number, "-l", number, "@", "-", NULL);
}

guint
pdf_reader_count_pages (PdfReader *self)
{
  g_autofree char *n = pdf_reader_run (self, "qpdf", "--show-npages", "@", NULL);

  return (guint) g_ascii_strtoull (n, NULL, 10);
}

const char *
pdf_reader_get_object (PdfReader *self, guint number)
{
  g_assert_cmpuint (number, >, 0);
  g_assert_cmpuint (number, <, self->objects->len);
  return g_ptr_array_index (self->objects, number);
}

guint
pdf_reader_count_objects (PdfReader *self)
{
  return self->objects->len;
}

GBytes *
pdf_reader_get_stream (PdfReader *self, guint number)
{
  const char *object = pdf_reader_get_object (self, number);
  const char *data = self->data + g_array_index (self->offsets, gsize, number) + strlen (object);
  guint length_number = pdf_reader_find_reference (object, "Length");
  const char *length = strstr (pdf_reader_get_object (self, length_number), "obj");
  gsize size = g_ascii_strtoull (length + strlen ("obj"), NULL, 10);

  g_assert_true (g_str_has_prefix (data, "stream\n"));
  data += strlen ("stream\n");
  g_assert_null (strstr (object, "FlateDecode"));
  return g_bytes_new (data, size);
}

guint
pdf_reader_find_reference (const char *object, const char *key)
{
  g_autofree char *pattern = g_strdup_printf ("/%s[ \\[\\n]+(\\d+) 0 R", key);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;

  if (!g_regex_match (regex, object, 0, &match))
    return 0;
  number = g_match_info_fetch (match, 1);
  return (guint) g_ascii_strtoull (number, NULL, 10);
}
