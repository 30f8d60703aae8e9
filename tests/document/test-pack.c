/* test-pack.c - a packed PDF is the same document in fewer bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The linker leads the call in tonus_pdf_finish() through here, so what libharu wrote is at hand.
 */
#include "config.h"
#include "tonus-page.h"
#include "tonus-pdf-pack.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "pdf-reader.h"

#define N_PAGES 200

GBytes *__real_tonus_pdf_pack (GBytes *plain);
GBytes *__wrap_tonus_pdf_pack (GBytes *plain);

static GBytes *last_plain;

GBytes *
__wrap_tonus_pdf_pack (GBytes *plain)
{
  g_clear_pointer (&last_plain, g_bytes_unref);
  last_plain = g_bytes_ref (plain);
  return __real_tonus_pdf_pack (plain);
}

typedef struct
{
  PdfReader *plain, *packed;
  gsize plain_size, packed_size;
} Pair;

static void
clear_pair (Pair *self)
{
  pdf_reader_free (self->plain);
  pdf_reader_free (self->packed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, clear_pair)

static TonusPdf *
new_pdf (void)
{
  /* A title that looks like the file around it. */
  const TonusPdfInfo info = {
    .title = "Škoda endstream\r\nendobj\r\nstream\r\n/Length 7 0 R",
    .author = "endobj (\\) trailer /Prev /Size 3 startxref",
    .language = "en",
    .created = "2026-11-23T10:42:07+01:00",
  };
  g_autoptr (GError) error = NULL;
  TonusPdf *pdf = tonus_pdf_new (TONUS_PAPER_A4, &info, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
draw_page (TonusPdf *pdf, guint number)
{
  static const TonusColour black = { 0, 0, 0 };
  g_autofree char *line = g_strdup_printf ("Page %u: stream, endobj, ½ → €", number);
  guint8 pixels[4 * 8 * 8];

  for (guint i = 0; i < sizeof pixels; i++)
    pixels[i] = (guint8) (i * 7 + number);
  tonus_pdf_add_page (pdf);
  tonus_pdf_open_tag (pdf, TONUS_TAG_H1, NULL);
  tonus_pdf_show (pdf, TONUS_FONT_BOLD, 18, black, 50, 60, line);
  tonus_pdf_close_tag (pdf);
  tonus_pdf_open_tag (pdf, TONUS_TAG_FIGURE, "A person “bridging” <& resting> stream");
  tonus_pdf_image (pdf, pixels, 8, 8, 32, TRUE, 200, 100, 60, 30);
  tonus_pdf_close_tag (pdf);
}

static void
make_pair (Pair *pair, guint n_pages)
{
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_pages; i++)
    draw_page (pdf, i + 1);
  packed = tonus_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  g_assert_nonnull (last_plain);
  pair->plain = pdf_reader_new (last_plain);
  pair->packed = pdf_reader_new (packed);
  pair->plain_size = g_bytes_get_size (last_plain);
  pair->packed_size = g_bytes_get_size (packed);
}

/* All objects, each with the number it has in the file. */
static char *
list_objects (PdfReader *reader, gsize *size)
{
  g_autofree char *path = g_strconcat (pdf_reader_get_path (reader), ".objects", NULL);
  g_autofree char *silence = NULL;
  g_autoptr (GError) error = NULL;
  char *objects = NULL;

  silence = pdf_reader_run (reader, "qpdf", "--qdf", "--object-streams=disable", "--static-id",
                            "--normalize-content=n", "@", path, NULL);
  g_file_get_contents (path, &objects, size, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return objects;
}

static char *
read_with_mutool (PdfReader *reader)
{
  g_autofree char *path = g_strconcat (pdf_reader_get_path (reader), ".txt", NULL);
  g_autofree char *silence = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  silence = pdf_reader_run (reader, "mutool", "convert", "-F", "text", "-o", path, "@", NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return text;
}

static void
check_same_objects (Pair *pair)
{
  gsize plain_size = 0, packed_size = 0;
  g_autofree char *plain = list_objects (pair->plain, &plain_size);
  g_autofree char *packed = list_objects (pair->packed, &packed_size);

  g_assert_nonnull (memmem (plain, plain_size, "Original object ID: 1 0", 23));
  g_assert_cmpmem (plain, plain_size, packed, packed_size);
}

static guint
count (const char *text, const char *needle)
{
  g_auto (GStrv) parts = g_strsplit (text, needle, -1);

  return g_strv_length (parts) - 1;
}

static void
check_same_output (Pair *pair, const char *program, const char *option)
{
  g_autofree char *plain = pdf_reader_run (pair->plain, program, option, "@", "-", NULL);
  g_autofree char *packed = pdf_reader_run (pair->packed, program, option, "@", "-", NULL);

  g_assert_cmpuint (strlen (plain), >, 40);
  g_assert_cmpstr (plain, ==, packed);
}

static void
test_objects_are_the_same (void)
{
  /* No page becomes an empty one. */
  for (guint n_pages = 0; n_pages < 4; n_pages++)
    {
      g_auto (Pair) pair = { 0 };

      make_pair (&pair, n_pages);
      check_same_objects (&pair);
      g_assert_cmpuint (pair.packed_size, <, pair.plain_size);
    }
}

static void
test_readers_agree (void)
{
  g_auto (Pair) pair = { 0 };
  g_autofree char *plain_fonts = NULL, *fonts = NULL, *info = NULL, *text = NULL, *trailer = NULL;

  make_pair (&pair, 3);
  plain_fonts = pdf_reader_run (pair.plain, "pdffonts", "@", NULL);
  fonts = pdf_reader_run (pair.packed, "pdffonts", "@", NULL);
  g_assert_cmpstr (fonts, ==, plain_fonts);
  g_assert_cmpuint (count (fonts, "NotoSans-Bold"), ==, 1);
  check_same_output (&pair, "pdftotext", "-layout");
  info = pdf_reader_run (pair.packed, "pdfinfo", "@", NULL);
  g_assert_nonnull (strstr (info, "Škoda endstream"));
  g_assert_nonnull (strstr (info, "endobj (\\) trailer /Prev /Size 3 startxref\n"));
  g_assert_true (g_regex_match_simple ("Tagged: +yes", info, 0, 0));
  g_assert_true (g_regex_match_simple ("PDF version: +1.7", info, 0, 0));
  text = read_with_mutool (pair.packed);
  g_assert_cmpuint (count (text, "stream, endobj, ½ → €"), ==, 3);
  trailer = pdf_reader_run (pair.packed, "mutool", "show", "@", "trailer", NULL);
  g_assert_nonnull (strstr (trailer, "/Type /XRef"));
  g_assert_cmpuint (count (trailer, "/Size"), ==, 1);
}

static void
test_every_page_of_many (void)
{
  g_auto (Pair) pair = { 0 };
  g_autofree char *places = NULL, *text = NULL, *tree = NULL;
  g_autoptr (GHashTable) streams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) rows = NULL;

  make_pair (&pair, N_PAGES);
  check_same_objects (&pair);
  g_assert_cmpuint (pdf_reader_count_pages (pair.packed), ==, N_PAGES);
  text = pdf_reader_get_text (pair.packed, N_PAGES);
  g_assert_nonnull (strstr (text, "Page 200: "));
  tree = pdf_reader_run (pair.packed, "pdfinfo", "-struct-text", "@", NULL);
  g_assert_cmpuint (count (tree, "Figure"), ==, N_PAGES);
  /* Not one stream that a reader has to unpack for every object. */
  places = pdf_reader_run (pair.packed, "qpdf", "--show-xref", "@", NULL);
  rows = g_strsplit (places, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    if (strstr (rows[i], "stream = ") != NULL)
      {
        const char *stream = strstr (rows[i], "stream = "), *index = strstr (rows[i], "index = ");

        g_hash_table_add (streams, g_strndup (stream, (gsize) (index - stream)));
        g_assert_cmpuint (g_ascii_strtoull (index + strlen ("index = "), NULL, 10), <, 200);
      }
  g_assert_cmpuint (g_hash_table_size (streams), >, 3);
  g_assert_cmpuint (g_hash_table_size (streams), <, 20);
}

static void
test_nothing_is_left_in_the_clear (void)
{
  g_auto (Pair) pair = { 0 };
  g_autofree char *plain = NULL, *packed = NULL;
  guint n_streams;

  make_pair (&pair, 3);
  plain = pdf_reader_run (pair.plain, "qpdf", "--show-xref", "@", NULL);
  packed = pdf_reader_run (pair.packed, "qpdf", "--show-xref", "@", NULL);
  g_assert_cmpuint (count (plain, "compressed; stream"), ==, 0);
  g_assert_cmpuint (count (packed, "compressed; stream"), >, 20);
  /* The streams’ lengths are gone, two streams are new. */
  n_streams = count (packed, "uncompressed; offset") - 2;
  g_assert_cmpuint (n_streams, >, 5);
  g_assert_cmpuint (count (packed, "compressed; stream"), ==,
                    count (plain, "uncompressed; offset") - 2 * n_streams);
}

static void
test_same_bytes (void)
{
  g_auto (Pair) pair = { 0 };
  g_autoptr (GBytes) first = NULL, second = NULL;

  make_pair (&pair, 3);
  first = __real_tonus_pdf_pack (last_plain);
  second = __real_tonus_pdf_pack (last_plain);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpuint (g_bytes_get_size (first), ==, pair.packed_size);
}

static const struct
{
  const char *word, *other;
} faults[] = {
  { "%PDF-1.7", "%PDF-1.3" },
  { "\nstartxref\n", "\nstartxxxx\n" },
  { "\nxref\n0 ", "\nxref\n1 " },
  { " 00000 n\r\n", " 00001 n\r\n" },
  { "\n2 0 obj\n", "\n2 1 obj\n" },
  { "\nendobj\n3 0 obj\n", "\nendxxx\n3 0 obj\n" },
  { " 0 R\n/Filter", " 1 R\n/Filter" },
  { "stream\r\n", "streak\r\n" },
  { "/Info 3 0 R\n/Size", "/Prev 3 0 R\n/Size" },
  { "/Info 3 0 R\n/Size", "/Info 3 0 R\n/Sise" },
};

static void
pack_fault (gconstpointer user_data)
{
  const char *word = faults[GPOINTER_TO_UINT (user_data)].word;
  const char *other = faults[GPOINTER_TO_UINT (user_data)].other;
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (GBytes) packed = NULL, broken = NULL;
  gsize size = 0;
  char *data, *place;

  draw_page (pdf, 1);
  packed = tonus_pdf_finish (pdf, NULL);
  data = g_bytes_unref_to_data (g_steal_pointer (&last_plain), &size);
  place = memmem (data, size, word, strlen (word));
  /* Not found: the wrong assertion for the test that waits for one of the packer. */
  g_assert_nonnull (place);
  memcpy (place, other, strlen (other));
  broken = g_bytes_new_take (data, size);
  g_bytes_unref (__real_tonus_pdf_pack (broken));
}

/* Never a file that looks packed and is not what it was. */
static void
test_other_files_are_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pack/refused/subprocess/%u", i);

      g_test_trap_subprocess (path, 0, 0);
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("*tonus-pdf-pack.c*assertion failed*");
    }
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/objects-are-the-same", test_objects_are_the_same);
  g_test_add_func ("/pack/readers-agree", test_readers_agree);
  g_test_add_func ("/pack/every-page-of-many", test_every_page_of_many);
  g_test_add_func ("/pack/nothing-is-left-in-the-clear", test_nothing_is_left_in_the_clear);
  g_test_add_func ("/pack/same-bytes", test_same_bytes);
  g_test_add_func ("/pack/other-files-are-refused", test_other_files_are_refused);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pack/refused/subprocess/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), pack_fault);
    }
  status = g_test_run ();
  g_clear_pointer (&last_plain, g_bytes_unref);
  return status;
}
