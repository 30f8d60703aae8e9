/* test-flow.c - running text: every byte placed, pages broken where a reader would
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-bidi.h"
#include "tonus-flow.h"
#include "tonus-stretch.h"

#include <string.h>

#include "pdf-reader.h"

static const TonusTextStyle body = { TONUS_FONT_REGULAR, 10, 13.5, { 0, 0, 0 } };

#define MARGIN 50.0

static TonusPdf *
new_pdf (void)
{
  const TonusPdfInfo info = { .title = "Flow", .language = "en" };
  g_autoptr (GError) error = NULL;
  TonusPdf *pdf = tonus_pdf_new (TONUS_PAPER_A4, &info, &error);

  g_assert_no_error (error);
  return pdf;
}

static TonusFlow *
new_flow (TonusPdf *pdf)
{
  const TonusFlowSettings settings = { .left = MARGIN,
                                       .right = MARGIN,
                                       .top = 60,
                                       .bottom = MARGIN,
                                       .head = "RUNNING HEAD",
                                       .foot = "RUNNING FOOT",
                                       .page_format = "Page %u of %u" };

  return tonus_flow_new (pdf, &settings);
}

static PdfReader *
finish (TonusPdf *pdf, TonusFlow *flow)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  tonus_flow_end (flow);
  bytes = tonus_pdf_finish (pdf, &error);
  g_assert_no_error (error);
  return pdf_reader_new (bytes);
}

/* What is seen of @text: neither blanks nor marks of direction. */
static char *
find_seen (const char *text)
{
  g_autofree char *clean = tonus_stretch_clean (text, strlen (text));
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ' && !tonus_bidi_is_mark (g_utf8_get_char (p)))
      g_string_append_unichar (kept, g_utf8_get_char (p));
  /* Apart: a mark that began a line must not join what ended the last one. */
  return g_utf8_normalize (kept->str, -1, G_NORMALIZE_NFD);
}

/* Nothing is lost but blanks, and nothing is wider than the column. */
static void
check_lines (TonusPdf *pdf, GPtrArray *lines, const char *text, double width)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *expected = find_seen (text), *placed = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      g_autofree char *seen = find_seen (line);

      /* The hyphen of a soft hyphen at the end. */
      if (g_str_has_suffix (seen, "\u00ad\u2010"))
        seen[strlen (seen) - strlen ("\u2010")] = '\0';
      g_string_append (joined, seen);
      g_assert_false (g_str_has_suffix (line, " "));
      g_assert_true (g_utf8_validate (line, -1, NULL));
      if (g_utf8_strlen (seen, -1) > 1)
        g_assert_cmpfloat (tonus_pdf_measure (pdf, body.face, body.size, line), <=, width + 0.01);
    }
  placed = g_utf8_normalize (joined->str, -1, G_NORMALIZE_NFD);
  g_assert_cmpstr (placed, ==, expected);
}

static void
test_every_byte_is_placed (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autofree char *long_word = g_strnfill (10000, 'm');
  const char *const texts[] = {
    "One line.",
    "Stehen Sie aufrecht, die Füße hüftbreit. Atmen Sie ein und senken Sie langsam das Gesäß.",
    "https://example.org/a/very/long/address/that/goes/"
    "on?and=on&more=0123456789abcdefghijklmnopqrstuvwxyz",
    "well-known twenty-five-year-old non-steroidal anti-inflammatory",
    "今日は、膝の体操をゆっくり行ってください。痛みが出たら止めてください。",
    "Nguyễn Thị Ánh Tuyết đứng thẳng, hai chân rộng bằng vai, hít vào và từ từ hạ thấp người "
    "xuống.",
    "two  blanks   and\ttabs   between ",
    long_word,
  };
  static const double widths[] = { 495, 180, 90, 40, 11 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        g_autoptr (GPtrArray) lines = tonus_flow_break (pdf, &body, texts[i], widths[j]);

        check_lines (pdf, lines, texts[i], widths[j]);
      }
}

static void
check_split (TonusPdf *pdf, const char *text, double width, const char *expected)
{
  g_autoptr (GPtrArray) lines = tonus_flow_break (pdf, &body, text, width);
  g_autofree char *joined = NULL;

  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("|", (char **) lines->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_where_lines_end (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ();

  check_split (pdf, "", 100, "");
  check_split (pdf, "     ", 100, "");
  check_split (pdf, "\n", 100, "|");
  check_split (pdf, "one\r\ntwo\rthree\n\nfive", 100, "one|two|three||five");
  check_split (pdf, "aaa bbb", 20, "aaa|bbb");
  check_split (pdf, "aaa bbb ccc", 45, "aaa bbb|ccc");
  check_split (pdf, "non-stop", 30, "non-|stop");
  /* A soft hyphen is seen where a line ends, and only there. */
  check_split (pdf, "non\u00adstop", 30, "non\u00ad\u2010|stop");
  check_split (pdf, "non\u00adstop", 60, "non\u00adstop");
  /* Thai has no blanks between its words. */
  check_split (pdf, "สวัสดีครับ", tonus_pdf_measure (pdf, body.face, body.size, "สวัสดี") + 4,
               "สวัสดี|ครับ");
  check_split (pdf, "体操运动", 21, "体操|运动");
  /* A no-break blank holds. */
  check_split (pdf, "ab 10\u00a0cm", 38, "ab|10\u00a0cm");
  /* Narrower than a letter: one letter a line, a letter and its marks together. */
  check_split (pdf, "x\u0323\u030dy", 1, "x\u0323\u030d|y");
  /* What is exactly as wide as the column fits. */
  check_split (pdf, "aaa bbb", tonus_pdf_measure (pdf, body.face, body.size, "aaa bbb"), "aaa bbb");
}

static guint
count_matches (const char *text, const char *needle)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, needle)) != NULL; p += strlen (needle))
    n++;
  return n;
}

static void
test_two_hundred_pages (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (TonusFlow) flow = new_flow (pdf);
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *text = NULL, *last = NULL, *page = NULL;
  guint n_pages;

  for (guint i = 0; i < 5500; i++)
    {
      g_autofree char *line =
          g_strdup_printf ("Paragraph number %u ends here. The knees stay above the feet, the "
                           "back stays long; breathe out on the way up and in on the way down.",
                           i);

      tonus_flow_paragraph (flow, &body, line);
    }
  reader = finish (pdf, flow);
  n_pages = pdf_reader_count_pages (reader);
  g_assert_cmpuint (n_pages, >=, 200);
  text = pdf_reader_get_text (reader, 0);
  g_assert_cmpuint (count_matches (text, "Paragraph number "), ==, 5500);
  g_assert_cmpuint (count_matches (text, "RUNNING HEAD"), ==, n_pages - 1);
  g_assert_cmpuint (count_matches (text, "RUNNING FOOT"), ==, n_pages);
  last = g_strdup_printf ("Page %u of %u", n_pages, n_pages);
  page = pdf_reader_get_text (reader, n_pages);
  g_assert_nonnull (strstr (page, last));
}

/* Headings at every height of a page: the words after a heading are on its page. */
static void
test_headings_are_not_left_alone (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (TonusFlow) flow = new_flow (pdf);
  g_autoptr (PdfReader) reader = NULL;
  guint n_headings = 0;

  for (guint i = 0; i < 150; i++)
    {
      tonus_flow_heading (flow, TONUS_TAG_H2, "HEADING");
      tonus_flow_heading (flow, TONUS_TAG_H3, "UNDER");
      tonus_flow_rule (flow);
      tonus_flow_space (flow, i % 7);
      tonus_flow_paragraph (flow, &body, "FIRST words of it");
      for (guint j = 0; j < i % 5; j++)
        tonus_flow_list_item (flow, "•", "An item of a list");
    }
  reader = finish (pdf, flow);
  for (guint i = 1; i <= pdf_reader_count_pages (reader); i++)
    {
      g_autofree char *text = pdf_reader_get_text (reader, i);

      g_assert_cmpuint (count_matches (text, "HEADING"), ==, count_matches (text, "FIRST"));
      g_assert_cmpuint (count_matches (text, "UNDER"), ==, count_matches (text, "FIRST"));
      n_headings += count_matches (text, "HEADING");
    }
  g_assert_cmpuint (n_headings, ==, 150);
}

static void
test_a_heading_alone_is_drawn (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (TonusFlow) flow = new_flow (pdf);
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *text = NULL;

  tonus_flow_heading (flow, TONUS_TAG_H1, "Nothing follows");
  reader = finish (pdf, flow);
  text = pdf_reader_get_text (reader, 0);
  g_assert_nonnull (strstr (text, "Nothing follows"));
}

/* The place of each word: (element-type double), four a word, in points from the top left. */
static GArray *
read_boxes (PdfReader *reader)
{
  g_autofree char *html = pdf_reader_run (reader, "pdftotext", "-bbox", "@", "-", NULL);
  g_autoptr (GRegex) regex = g_regex_new (
      "xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\"", 0, 0,
      NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (double));

  g_regex_match (regex, html, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    for (int i = 1; i <= 4; i++)
      {
        g_autofree char *number = g_match_info_fetch (match, i);
        double value = g_ascii_strtod (number, NULL);

        g_array_append_val (boxes, value);
      }
  return boxes;
}

static void
check_inside_page (PdfReader *reader)
{
  g_autoptr (GArray) boxes = read_boxes (reader);

  g_assert_cmpuint (boxes->len, >, 4);
  for (guint i = 0; i < boxes->len; i += 4)
    {
      g_assert_cmpfloat (g_array_index (boxes, double, i), >=, MARGIN - 0.5);
      g_assert_cmpfloat (g_array_index (boxes, double, i + 1), >=, 10);
      g_assert_cmpfloat (g_array_index (boxes, double, i + 2), <=, 595.28 - MARGIN + 0.5);
      g_assert_cmpfloat (g_array_index (boxes, double, i + 3), <=, 841.89 - 10);
    }
}

static void
test_tables (void)
{
  static const double widths[] = { 3, 1, 2 };
  static const char *const head[] = { "MOTION", "SIDE", "REMARK", NULL };
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (TonusFlow) flow = new_flow (pdf);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *text = NULL, *tree = NULL;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("Row %u: hip flexion, passive, lying on the back", i);
      const char *cells[] = { name, i % 2 ? "left" : "right", "pain at the end of the range, firm",
                              NULL };

      /* A row may end early. */
      if (i % 10 == 0)
        cells[2] = NULL;
      g_ptr_array_add (rows, g_strdupv ((char **) cells));
    }
  tonus_flow_heading (flow, TONUS_TAG_H2, "Table");
  tonus_flow_table (flow, widths, 3, head, rows);
  tonus_flow_paragraph (flow, &body, "After it.");
  reader = finish (pdf, flow);
  check_inside_page (reader);
  text = pdf_reader_get_text (reader, 0);
  g_assert_cmpuint (pdf_reader_count_pages (reader), >, 3);
  g_assert_cmpuint (count_matches (text, "MOTION"), ==, pdf_reader_count_pages (reader));
  g_assert_cmpuint (count_matches (text, "Row "), ==, 120);
  tree = pdf_reader_run (reader, "pdfinfo", "-struct-text", "@", NULL);
  g_assert_cmpuint (count_matches (tree, "MOTION"), ==, 1);
  g_assert_cmpuint (count_matches (tree, "TH:"), ==, 3);
  g_assert_cmpuint (count_matches (tree, "    TR\n"), ==, 121);
  g_assert_cmpuint (count_matches (tree, "      TD"), ==, 360);
  g_assert_cmpuint (count_matches (tree, "RUNNING"), ==, 0);
  g_assert_cmpuint (count_matches (tree, "lying on the back\""), ==, 120);
}

/* Whatever a clinic is called and a column is headed, nothing leaves the sheet and nothing is
 * endless. */
static void
test_heads_that_are_too_long (void)
{
  static const double widths[] = { 1, 40 };
  g_autofree char *words = g_strnfill (3000, 'h');
  const TonusFlowSettings settings = { .left = 50,
                                       .right = 50,
                                       .top = 60,
                                       .bottom = 50,
                                       .head = words,
                                       .foot = words,
                                       .page_format = "%u/%u" };
  const char *const head[] = {
    "A head in a narrow column that is much taller than any page is, so that it "
    "cannot be repeated on every page without end, however long the table is",
    "B", NULL
  };
  const char *cells[] = { "a", "b", NULL };
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (TonusFlow) flow = tonus_flow_new (pdf, &settings);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (PdfReader) reader = NULL;

  for (guint i = 0; i < 100; i++)
    g_ptr_array_add (rows, cells);
  tonus_flow_table (flow, widths, 2, head, rows);
  reader = finish (pdf, flow);
  check_inside_page (reader);
  g_assert_cmpuint (pdf_reader_count_pages (reader), <, 10);
}

/* Random text of what makes trouble; the seed is the test program's. */
static void
test_hostile_text (void)
{
  static const char *const bits[] = {
    "a",      "W",      " ",      "  ",     "\n",     "\r\n",     "\t",     "-",
    "\u00ad", "\u200b", "\u00a0", "\u0301", "\u0323", "ffi",      "😀",      "👩\u200d⚕️",
    "שלום",   "مرحبا",  "क्षि",    "ไทย",    "体操",   "\u2028",   "\u202e", "→",
    "½",      "Nguyễn", "їжак",   "\xff",   "\xc3",   "https://", "€",      "(",
    ")",      "…"
  };
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (TonusFlow) flow = new_flow (pdf);
  g_autoptr (PdfReader) reader = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) lines = NULL;
      g_autofree char *valid = NULL;
      double width = g_test_rand_double_range (1, 300);

      for (int j = g_test_rand_int_range (0, 60); j > 0; j--)
        g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      valid = g_utf8_make_valid (text->str, -1);
      lines = tonus_flow_break (pdf, &body, text->str, width);
      check_lines (pdf, lines, valid, MAX (width, 60));
      tonus_flow_paragraph (flow, &body, text->str);
    }
  reader = finish (pdf, flow);
  g_assert_cmpuint (pdf_reader_count_pages (reader), >, 1);
}

/* A cell taller than a page is cut between lines, and read as one cell. */
static void
test_a_row_taller_than_a_page (void)
{
  static const double widths[] = { 1, 1 };
  static const char *const head[] = { "HEAD", "OTHER", NULL };
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (TonusFlow) flow = new_flow (pdf);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *text = NULL;
  const char *cells[] = { NULL, "short", NULL };

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (long_text, "word%u ", i);
  cells[0] = long_text->str;
  g_ptr_array_add (rows, cells);
  tonus_flow_paragraph (flow, &body, "Before.");
  tonus_flow_table (flow, widths, 2, head, rows);
  tonus_flow_pair (flow, "A label", long_text->str);
  tonus_flow_list_item (flow, "•", long_text->str);
  reader = finish (pdf, flow);
  check_inside_page (reader);
  text = pdf_reader_get_text (reader, 0);
  g_assert_cmpuint (pdf_reader_count_pages (reader), >=, 5);
  for (guint i = 0; i < 1000; i += 37)
    {
      g_autofree char *word = g_strdup_printf ("word%u\n", i);
      g_autofree char *inner = g_strdup_printf ("word%u ", i);

      g_assert_cmpuint (count_matches (text, word) + count_matches (text, inner), ==, 3);
    }
}

static void
test_lines_are_read_with_blanks (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (TonusFlow) flow = new_flow (pdf);
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *tree = NULL;

  tonus_flow_pair (flow, "Label", "value");
  tonus_flow_paragraph (
      flow, &body,
      "This paragraph is long enough to be broken into two lines or more, and the word at the end "
      "of a line must not run into the word at the beginning of the next.\nNew line.");
  reader = finish (pdf, flow);
  tree = pdf_reader_run (reader, "pdfinfo", "-struct-text", "@", NULL);
  g_assert_nonnull (strstr (tree, "\"Label value\""));
  g_assert_nonnull (strstr (
      tree,
      "two lines or more, and the word at the end of a line must not run into the word at the "
      "beginning of the next. New line.\""));
}

static void
test_take_breaks_the_page (void)
{
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (TonusFlow) flow = new_flow (pdf);
  g_autoptr (PdfReader) reader = NULL;
  double first = tonus_flow_take (flow, 500), second, third;

  tonus_flow_heading (flow, TONUS_TAG_H2, "Above the block");
  second = tonus_flow_take (flow, 400);
  g_assert_cmpfloat (first, ==, 60);
  g_assert_cmpuint (tonus_pdf_get_n_pages (pdf), ==, 2);
  g_assert_cmpfloat (second, >, 60);
  third = tonus_flow_take (flow, 100);
  g_assert_cmpfloat_with_epsilon (third, second + 400, 1e-9);
  g_assert_cmpfloat (tonus_flow_get_left (flow), ==, MARGIN);
  g_assert_cmpfloat_with_epsilon (tonus_flow_get_column_width (flow), 495.28, 1e-9);
  reader = finish (pdf, flow);
  g_assert_cmpuint (pdf_reader_count_pages (reader), ==, 2);
}

static void
test_page_numbers_in_another_order (void)
{
  const TonusFlowSettings settings = { .left = 50,
                                       .right = 50,
                                       .top = 50,
                                       .bottom = 50,
                                       .page_format = "%2$u Seiten, 100 %, Seite %1$u" };
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (TonusFlow) flow = tonus_flow_new (pdf, &settings);
  g_autoptr (PdfReader) reader = NULL;
  g_autofree char *text = NULL;

  tonus_flow_take (flow, 700);
  tonus_flow_take (flow, 700);
  reader = finish (pdf, flow);
  text = pdf_reader_get_text (reader, 1);
  g_assert_nonnull (strstr (text, "2 Seiten, 100 %, Seite 1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/every-byte-is-placed", test_every_byte_is_placed);
  g_test_add_func ("/flow/where-lines-end", test_where_lines_end);
  g_test_add_func ("/flow/two-hundred-pages", test_two_hundred_pages);
  g_test_add_func ("/flow/headings-are-not-left-alone", test_headings_are_not_left_alone);
  g_test_add_func ("/flow/a-heading-alone-is-drawn", test_a_heading_alone_is_drawn);
  g_test_add_func ("/flow/tables", test_tables);
  g_test_add_func ("/flow/heads-that-are-too-long", test_heads_that_are_too_long);
  g_test_add_func ("/flow/hostile-text", test_hostile_text);
  g_test_add_func ("/flow/a-row-taller-than-a-page", test_a_row_taller_than_a_page);
  g_test_add_func ("/flow/lines-are-read-with-blanks", test_lines_are_read_with_blanks);
  g_test_add_func ("/flow/take-breaks-the-page", test_take_breaks_the_page);
  g_test_add_func ("/flow/page-numbers-in-another-order", test_page_numbers_in_another_order);
  return g_test_run ();
}
