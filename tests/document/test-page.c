/* test-page.c - what a reader, a screen reader and a program find in our PDFs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-font.h"
#include "tonus-page.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "pdf-reader.h"

static const TonusColour black = { 0, 0, 0 };
static const TonusColour red = { 0.72, 0.15, 0.10 };

static TonusPdf *
new_pdf (const char *title)
{
  const TonusPdfInfo info = {
    .title = title, .author = "Zoë Müller", .language = "en", .created = "2026-11-23T10:42:07+01:00"
  };
  g_autoptr (GError) error = NULL;
  TonusPdf *pdf = tonus_pdf_new (TONUS_PAPER_A4, &info, &error);

  g_assert_no_error (error);
  tonus_pdf_add_page (pdf);
  return pdf;
}

static GBytes *
finish (TonusPdf *pdf)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tonus_pdf_finish (pdf, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static void
show_tagged (TonusPdf *pdf, TonusTag tag, TonusFontFace face, double y, const char *text)
{
  tonus_pdf_open_tag (pdf, tag, NULL);
  tonus_pdf_show (pdf, face, 12, black, 50, y, text);
  tonus_pdf_close_tag (pdf);
}

static void
draw_sample (TonusPdf *pdf)
{
  guint8 pixels[4 * 8 * 8];

  for (guint i = 0; i < sizeof pixels; i++)
    pixels[i] = (guint8) (i * 7);
  show_tagged (pdf, TONUS_TAG_H1, TONUS_FONT_BOLD, 60, "Home exercises");
  show_tagged (pdf, TONUS_TAG_P, TONUS_FONT_REGULAR, 90,
               "Škoda, Nguyễn, їжак, Łódź: ½ → € … × ° ≥");
  tonus_pdf_fill_rect (pdf, 50, 100, 100, 40, 7, red);
  tonus_pdf_stroke_rect (pdf, 50, 150, 100, 40, 0, 0.8, red);
  tonus_pdf_line (pdf, 50, 200, 150, 200, 1, black);
  tonus_pdf_fill_circle (pdf, 300, 120, 11, red);
  tonus_pdf_open_tag (pdf, TONUS_TAG_FIGURE, "A person “bridging” <& resting>");
  tonus_pdf_image (pdf, pixels, 8, 8, 32, TRUE, 200, 100, 60, 30);
  tonus_pdf_image (pdf, pixels, 8, 4, 32, FALSE, 200, 150, 60, 30);
  tonus_pdf_close_tag (pdf);
}

static guint
count_in_streams (PdfReader *reader, const char *needle)
{
  guint n = 0;

  for (guint i = 1; i < pdf_reader_count_objects (reader); i++)
    {
      g_autoptr (GBytes) stream = NULL;

      if (pdf_reader_find_reference (pdf_reader_get_object (reader, i), "Length") == 0)
        continue;
      stream = pdf_reader_get_stream (reader, i);
      if (memmem (g_bytes_get_data (stream, NULL), g_bytes_get_size (stream), needle,
                  strlen (needle)))
        n++;
    }
  return n;
}

static void
test_text_is_read_back (void)
{
  static const char *const lines[] = {
    "Škoda, Nguyễn, їжак, Łódź",
    /* A line of single signs only would be read as one letter-spaced word. */
    "signs ½ → € … × ° ≥ ≤ − ✓ ☐",
    "office, affluent, flow, fi",
    "x̣̍ and q̃ stand alone",
    "mỗi ǅ ẖ ḓ Ẕ Ǯ ʘ Ω Ж",
    "AVATAR Te To Wa",
  };
  g_autoptr (TonusPdf) pdf = new_pdf ("Text");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *expected =
      g_strjoin ("\n", lines[0], lines[1], lines[2], lines[3], lines[4], lines[5], "", NULL);
  g_autofree char *text = NULL;
  g_autofree char *trimmed = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_cmphex (tonus_pdf_find_missing (pdf, TONUS_FONT_REGULAR, lines[i]), ==, 0);
      show_tagged (pdf, TONUS_TAG_P, TONUS_FONT_REGULAR, 60 + 16 * i, lines[i]);
    }
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  text = pdf_reader_get_text (reader, 0);
  g_strchomp (text);
  trimmed = g_strconcat (text, "\n", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *composed = g_utf8_normalize (lines[i], -1, G_NORMALIZE_NFC);

      if (strstr (trimmed, composed) == NULL)
        g_error ("“%s” is not in “%s”", composed, trimmed);
    }
  g_assert_cmpuint (g_utf8_strlen (trimmed, -1), <=, g_utf8_strlen (expected, -1) + 20);
}

static void
test_decomposed_text_is_composed (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("NFD");
  double composed = tonus_pdf_measure (pdf, TONUS_FONT_REGULAR, 12, "Škoda");
  double decomposed = tonus_pdf_measure (pdf, TONUS_FONT_REGULAR, 12, "S\u030ckoda");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PdfReader) reader = NULL;

  g_assert_cmpfloat_with_epsilon (composed, decomposed, 1e-9);
  g_assert_cmpfloat (composed, >, 12);
  show_tagged (pdf, TONUS_TAG_P, TONUS_FONT_REGULAR, 60, "S\u030ckoda");
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  g_assert_cmpuint (count_in_streams (reader, "<0160>"), ==, 1);
}

static void
test_fonts_are_embedded (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("Fonts");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;

  draw_sample (pdf);
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  fonts = pdf_reader_run (reader, "pdffonts", "@", NULL);
  lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_assert_true (g_regex_match_simple ("^[A-Z]{6}\\+NotoSans", lines[i], 0, 0));
      g_assert_true (
          g_regex_match_simple ("CID TrueType +Identity-H +yes yes yes", lines[i], 0, 0));
    }
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 20000);
}

static void
test_structure (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("Structure");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *info = NULL, *tree = NULL;

  draw_sample (pdf);
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  info = pdf_reader_run (reader, "pdfinfo", "@", NULL);
  tree = pdf_reader_run (reader, "pdfinfo", "-struct-text", "@", NULL);
  g_assert_true (g_regex_match_simple ("Tagged: +yes", info, 0, 0));
  g_assert_true (g_regex_match_simple ("PDF version: +1.7", info, 0, 0));
  g_assert_nonnull (strstr (tree, "H1 (block)\n    \"Home exercises\""));
  g_assert_nonnull (strstr (tree, "P (block)\n    \"Škoda, Nguyễn, їжак, Łódź: ½ → € … × ° ≥\""));
  g_assert_nonnull (strstr (tree, "Figure"));
}

static guint
count_in_objects (PdfReader *reader, const char *needle)
{
  guint n = 0;

  for (guint i = 1; i < pdf_reader_count_objects (reader); i++)
    if (strstr (pdf_reader_get_object (reader, i), needle) != NULL)
      n++;
  return n;
}

static guint
find_catalog (PdfReader *reader)
{
  for (guint i = 1; i < pdf_reader_count_objects (reader); i++)
    if (strstr (pdf_reader_get_object (reader, i), "/Type /Catalog") != NULL)
      return i;
  g_assert_not_reached ();
}

static void
test_catalog (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("Catalog");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PdfReader) reader = NULL;
  const char *catalog;

  draw_sample (pdf);
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  catalog = pdf_reader_get_object (reader, find_catalog (reader));
  g_assert_nonnull (strstr (catalog, "/Lang (en)"));
  g_assert_nonnull (strstr (catalog, "/DisplayDocTitle true"));
  g_assert_nonnull (strstr (catalog, "/Marked true"));
  g_assert_cmpuint (count_in_objects (reader, "/Tabs /S"), ==, 1);
  g_assert_cmpuint (count_in_objects (reader, "/S /Figure"), ==, 1);
  /* “ is U+201C: the alternative text is UTF-16. */
  g_assert_cmpuint (count_in_objects (reader, "/Alt <FEFF0041"), ==, 1);
}

static void
count_element_cb (GMarkupParseContext *context,
                  const char *element,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  ++*(guint *) user_data;
}

static void
test_metadata (void)
{
  static const GMarkupParser parser = { .start_element = count_element_cb };
  g_autoptr (TonusPdf) pdf = new_pdf ("Übung <A & B> \"Škoda\" 体操");
  g_autoptr (GBytes) bytes = NULL, xmp = NULL;
  g_autoptr (PdfReader) reader = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *info = NULL;
  guint n = 0, number;

  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  info = pdf_reader_run (reader, "pdfinfo", "-isodates", "@", NULL);
  g_assert_nonnull (strstr (info, "Übung <A & B> \"Škoda\" 体操\n"));
  g_assert_nonnull (strstr (info, "Zoë Müller\n"));
  g_assert_nonnull (strstr (info, "2026-11-23T"));
  number =
      pdf_reader_find_reference (pdf_reader_get_object (reader, find_catalog (reader)), "Metadata");
  xmp = pdf_reader_get_stream (reader, number);
  context = g_markup_parse_context_new (&parser, 0, &n, NULL);
  g_markup_parse_context_parse (context, g_bytes_get_data (xmp, NULL),
                                (gssize) g_bytes_get_size (xmp), &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 8);
  g_assert_null (
      g_strstr_len (g_bytes_get_data (xmp, NULL), (gssize) g_bytes_get_size (xmp), "pdfuaid"));
  g_assert_null (
      g_strstr_len (g_bytes_get_data (xmp, NULL), (gssize) g_bytes_get_size (xmp), "pdfaid"));
}

static void
test_no_date_without_one (void)
{
  const TonusPdfInfo info = { .title = "Undated", .language = "es", .created = "yesterday" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPdf) pdf = tonus_pdf_new (TONUS_PAPER_LETTER, &info, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  text = pdf_reader_run (reader, "pdfinfo", "@", NULL);
  g_assert_null (strstr (text, "CreationDate"));
  g_assert_true (g_regex_match_simple ("Page size: +612 x 792 pts \\(letter\\)", text, 0, 0));
}

/* The fonts are the system's and may be of another release elsewhere, so the bytes are compared
 * between two runs and not with a stored hash. */
static void
test_same_calls_same_bytes (void)
{
  g_autoptr (GBytes) first = NULL;
  g_autofree char *hash = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TonusPdf) pdf = new_pdf ("Same");
      g_autoptr (GBytes) bytes = NULL;

      draw_sample (pdf);
      bytes = finish (pdf);
      if (first == NULL)
        first = g_bytes_ref (bytes);
      g_assert_true (g_bytes_equal (first, bytes));
    }
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, first);
  g_test_message ("SHA-256 %s", hash);
}

static gpointer
draw_in_thread (gpointer user_data)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("Threads");

  draw_sample (pdf);
  return finish (pdf);
}

/* Fonts are shared by all documents of the process. */
static void
test_threads_do_not_disturb (void)
{
  GThread *threads[4];
  g_autoptr (GBytes) first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("document", draw_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) bytes = g_thread_join (threads[i]);

      if (first == NULL)
        first = g_bytes_ref (bytes);
      g_assert_true (g_bytes_equal (first, bytes));
    }
}

static void
test_tags_go_on_over_pages (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("Two pages");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *tree = NULL;

  tonus_pdf_open_tag (pdf, TONUS_TAG_P, NULL);
  tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 12, black, 50, 800, "begins here ");
  tonus_pdf_add_page (pdf);
  tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 12, black, 50, 50, "and ends there");
  tonus_pdf_close_tag (pdf);
  tonus_pdf_go_to_page (pdf, 0);
  tonus_pdf_open_artifact (pdf);
  tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 8, black, 50, 830, "Page 1 of 2");
  tonus_pdf_close_artifact (pdf);
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  tree = pdf_reader_run (reader, "pdfinfo", "-struct-text", "@", NULL);
  g_assert_cmpuint (pdf_reader_count_pages (reader), ==, 2);
  g_assert_cmpuint (count_in_objects (reader, "/Type /MCR"), ==, 1);
  g_assert_nonnull (strstr (tree, "begins here"));
  g_assert_nonnull (strstr (tree, "and ends there"));
  g_assert_null (strstr (tree, "Page 1"));
}

static void
test_marks_are_balanced (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("Marks");
  g_autoptr (GBytes) bytes = NULL, content = NULL;
  g_autoptr (PdfReader) reader = NULL;
  g_autoptr (GRegex) opens = g_regex_new ("B[DM]C\\n", 0, 0, NULL),
                     ends = g_regex_new ("EMC\\n", 0, 0, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) opened = NULL, ended = NULL;
  guint page = 0;

  /* Text in no tag becomes a paragraph, a shape in none becomes decoration. */
  tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 12, black, 50, 50, "untagged q\u0303");
  draw_sample (pdf);
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  for (guint i = 1; i < pdf_reader_count_objects (reader) && page == 0; i++)
    page = pdf_reader_find_reference (pdf_reader_get_object (reader, i), "Contents");
  content = pdf_reader_get_stream (reader, page);
  text = g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  opened = g_regex_split (opens, text, 0);
  ended = g_regex_split (ends, text, 0);
  g_assert_cmpuint (g_strv_length (opened), ==, g_strv_length (ended));
  g_assert_true (g_str_has_prefix (text, "/P<</MCID 0>>BDC"));
  g_assert_nonnull (strstr (text, "/Artifact BMC"));
  g_assert_nonnull (strstr (text, "/Span<</ActualText<FEFF00710303>>>BDC"));
}

static void
test_missing_characters_are_reported (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("Missing");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *text = NULL;

  g_assert_cmphex (tonus_pdf_find_missing (pdf, TONUS_FONT_REGULAR, ""), ==, 0);
  g_assert_cmphex (tonus_pdf_find_missing (pdf, TONUS_FONT_REGULAR, "plain ½ text"), ==, 0);
  g_assert_cmphex (tonus_pdf_find_missing (pdf, TONUS_FONT_REGULAR, "体操 😀 שלום"), ==, 0);
  /* No font has what Unicode has not assigned. */
  g_assert_cmphex (tonus_pdf_find_missing (pdf, TONUS_FONT_BOLD, "well \u0378 done"), ==, 0x378);
  g_assert_cmpfloat (tonus_pdf_measure (pdf, TONUS_FONT_REGULAR, 10, "\u0378"), >, 1);
  g_assert_cmpstr (tonus_pdf_get_missing (pdf), ==, "");
  show_tagged (pdf, TONUS_TAG_P, TONUS_FONT_REGULAR, 60, "well \u0378 done \u0379\u0378");
  show_tagged (pdf, TONUS_TAG_P, TONUS_FONT_REGULAR, 80, "\u200d\u2066here\u2069 \ufe0f");
  g_assert_cmpstr (tonus_pdf_get_missing (pdf), ==, "\u0378\u0379");
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  text = pdf_reader_get_text (reader, 0);
  g_assert_nonnull (strstr (text, "well \u0378 done"));
}

static void
test_odd_text (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("");
  g_autofree char *word = g_strnfill (10000, 'w');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PdfReader) reader = NULL;

  g_assert_cmpfloat (tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 10, black, 50, 50, ""), ==, 0);
  g_assert_cmpfloat (tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 10, black, 50, 60, "     "), >, 10);
  g_assert_cmpfloat (tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 10, black, 50, 70, word), >, 50000);
  tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 10, black, 50, 80, "tab\there \xff\xfe broken \xc3");
  tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 10, black, 50, 90, "soft\u00adhyphen zero\u200bwidth");
  tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 10, black, 50, 100, "\u0301alone \u0301");
  tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 10, black, 50, 110, "שלום नमस्ते");
  bytes = finish (pdf);
  reader = pdf_reader_new (bytes);
  g_assert_cmpuint (pdf_reader_count_pages (reader), ==, 1);
}

static void
test_kerning_is_measured_and_drawn (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ("Kerning");
  double pair = tonus_pdf_measure (pdf, TONUS_FONT_REGULAR, 100, "AV");
  double apart = tonus_pdf_measure (pdf, TONUS_FONT_REGULAR, 100, "A") +
                 tonus_pdf_measure (pdf, TONUS_FONT_REGULAR, 100, "V");

  g_assert_cmpfloat (pair, <, apart - 1);
  g_assert_cmpfloat (tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 100, black, 50, 200, "AV"), ==, pair);
  g_assert_cmpfloat (tonus_pdf_ascent (pdf, TONUS_FONT_REGULAR, 10), >, 8);
  g_assert_cmpfloat (tonus_pdf_descent (pdf, TONUS_FONT_REGULAR, 10), >, 1);
}

static void
test_missing_font (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) damaged = NULL;

  g_assert_null (tonus_font_load (NULL, "No Such Family", 400, &error));
  g_assert_error (error, TONUS_DOCUMENT_ERROR, TONUS_DOCUMENT_ERROR_FONT);
  g_assert_nonnull (strstr (error->message, "install the package fonts-noto-core"));
  g_assert_null (tonus_font_load (g_test_get_filename (G_TEST_DIST, "test-page.c", NULL),
                                  "No Such Family", 700, &damaged));
  g_assert_error (damaged, TONUS_DOCUMENT_ERROR, TONUS_DOCUMENT_ERROR_FONT);
}

static void
test_font_by_name (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusFont) font = tonus_font_load ("/nonexistent.ttf", "Noto Sans", 700, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (font->name, ==, "NotoSans-Bold");
  g_assert_cmpint (font->ascent, >, font->cap_height);
  g_assert_cmpint (font->descent, >, 0);
  g_assert_cmpint (font->box[0], <, font->box[2]);
}

static void
test_first_error_sticks (void)
{
  const TonusColour impossible = { 7, 0, 0 };
  g_autoptr (TonusPdf) pdf = new_pdf ("Error");
  g_autoptr (GError) error = NULL;

  tonus_pdf_fill_rect (pdf, 0, 0, 10, 10, 0, impossible);
  draw_sample (pdf);
  tonus_pdf_add_page (pdf);
  draw_sample (pdf);
  g_assert_null (tonus_pdf_finish (pdf, &error));
  g_assert_error (error, TONUS_DOCUMENT_ERROR, TONUS_DOCUMENT_ERROR_PDF);
  g_assert_nonnull (strstr (error->message, "0x1056"));
}

static void
test_numbers_must_be_numbers (void)
{
  static const double wrong[] = { NAN, INFINITY, -INFINITY };

  if (g_test_subprocess ())
    {
      g_autoptr (TonusPdf) pdf = new_pdf ("NaN");

      tonus_pdf_line (pdf, 0, 0, wrong[1], 10, 1, black);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*isfinite*");
}

static void
test_text_must_have_a_place (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (TonusPdf) pdf = new_pdf ("NaN");

      tonus_pdf_show (pdf, TONUS_FONT_REGULAR, 10, black, NAN, 10, "nowhere");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*isfinite*");
}

static void
test_paper (void)
{
  TonusPaper paper = TONUS_PAPER_A4;

  g_assert_true (tonus_paper_parse ("letter", &paper));
  g_assert_cmpint (paper, ==, TONUS_PAPER_LETTER);
  g_assert_true (tonus_paper_parse ("a4", &paper));
  g_assert_cmpint (paper, ==, TONUS_PAPER_A4);
  g_assert_false (tonus_paper_parse ("A4 ", &paper));
  g_assert_false (tonus_paper_parse (NULL, &paper));
  g_assert_cmpint (tonus_paper_default (), <=, TONUS_PAPER_LETTER);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/text-is-read-back", test_text_is_read_back);
  g_test_add_func ("/page/decomposed-text-is-composed", test_decomposed_text_is_composed);
  g_test_add_func ("/page/fonts-are-embedded", test_fonts_are_embedded);
  g_test_add_func ("/page/structure", test_structure);
  g_test_add_func ("/page/catalog", test_catalog);
  g_test_add_func ("/page/metadata", test_metadata);
  g_test_add_func ("/page/no-date-without-one", test_no_date_without_one);
  g_test_add_func ("/page/same-calls-same-bytes", test_same_calls_same_bytes);
  g_test_add_func ("/page/threads-do-not-disturb", test_threads_do_not_disturb);
  g_test_add_func ("/page/tags-go-on-over-pages", test_tags_go_on_over_pages);
  g_test_add_func ("/page/marks-are-balanced", test_marks_are_balanced);
  g_test_add_func ("/page/missing-characters-are-reported", test_missing_characters_are_reported);
  g_test_add_func ("/page/odd-text", test_odd_text);
  g_test_add_func ("/page/kerning-is-measured-and-drawn", test_kerning_is_measured_and_drawn);
  g_test_add_func ("/page/missing-font", test_missing_font);
  g_test_add_func ("/page/font-by-name", test_font_by_name);
  g_test_add_func ("/page/first-error-sticks", test_first_error_sticks);
  g_test_add_func ("/page/numbers-must-be-numbers", test_numbers_must_be_numbers);
  g_test_add_func ("/page/text-must-have-a-place", test_text_must_have_a_place);
  g_test_add_func ("/page/paper", test_paper);
  return g_test_run ();
}
