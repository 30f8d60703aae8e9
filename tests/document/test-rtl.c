/* test-rtl.c - documents that are read from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-flow.h"

#include <string.h>

#include "pdf-reader.h"

static const TonusColour black = { 0, 0, 0 };

static TonusPdf *
new_pdf (const char *language)
{
  const TonusPdfInfo info = { .title = "Direction", .language = language };
  g_autoptr (GError) error = NULL;
  TonusPdf *pdf = tonus_pdf_new (TONUS_PAPER_A4, &info, &error);

  g_assert_no_error (error);
  return pdf;
}

static PdfReader *
finish (TonusPdf *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tonus_pdf_finish (pdf, &error);

  g_assert_no_error (error);
  return pdf_reader_new (bytes);
}

/* Left and right end of a word of the page. */
static void
find_word (PdfReader *reader, const char *word, double *left, double *right)
{
  g_autofree char *html = pdf_reader_run (reader, "pdftotext", "-bbox", "@", "-", NULL);
  g_autofree char *pattern =
      g_strdup_printf ("xMin=\"([-0-9.]+)\" yMin=\"[-0-9.]+\" xMax=\"([-0-9.]+)\"[^>]*>%s<", word);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *min = NULL, *max = NULL;

  if (!g_regex_match (regex, html, 0, &match))
    g_error ("“%s” is not in %s", word, html);
  min = g_match_info_fetch (match, 1);
  max = g_match_info_fetch (match, 2);
  *left = g_ascii_strtod (min, NULL);
  *right = g_ascii_strtod (max, NULL);
}

static void
test_direction_follows_from_the_language (void)
{
  static const struct
  {
    const char *language;
    gboolean is_rtl;
  } cases[] = { { "en", FALSE }, { "ar", TRUE },  { "he", TRUE },  { "fa-IR", TRUE },
                { "ur", TRUE },  { "de", FALSE }, { "hi", FALSE }, { "zz", FALSE },
                { "", FALSE },   { "yi", TRUE },  { "zh", FALSE }, { "no such language", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TonusPdf) pdf = new_pdf (cases[i].language);

      g_assert_cmpint (tonus_pdf_is_rtl (pdf), ==, cases[i].is_rtl);
    }
}

static void
test_aligned_text (void)
{
  static const char *const languages[] = { "en", "he" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (TonusPdf) pdf = new_pdf (languages[i]);
      g_autoptr (PdfReader) reader = NULL;
      double left, right;

      tonus_pdf_add_page (pdf);
      for (guint align = 0; align < 3; align++)
        {
          static const char *const words[] = { "START  ", "MIDDLE ", "END" };

          tonus_pdf_show_aligned (pdf, TONUS_FONT_BOLD, 12, black, align, 100, 300,
                                  100 + 20 * align, words[align]);
        }
      reader = finish (pdf);
      find_word (reader, "START", &left, &right);
      g_assert_cmpfloat_with_epsilon (i == 0 ? left : right, i == 0 ? 100 : 400, 0.1);
      find_word (reader, "MIDDLE", &left, &right);
      g_assert_cmpfloat_with_epsilon ((left + right) / 2, 250, 0.1);
      find_word (reader, "END", &left, &right);
      g_assert_cmpfloat_with_epsilon (i == 0 ? right : left, i == 0 ? 400 : 100, 0.1);
    }
}

static void
test_columns_are_mirrored (void)
{
  static const char *const head[] = { "ONE", "TWO", NULL };
  static const double widths[] = { 1, 2 };
  const TonusFlowSettings settings = {
    .left = 50, .right = 50, .top = 60, .bottom = 60, .foot = "FOOT", .page_format = "NUMBER%u/%u"
  };
  g_autoptr (TonusPdf) pdf = new_pdf ("ar");
  g_autoptr (TonusFlow) flow = tonus_flow_new (pdf, &settings);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (PdfReader) reader = NULL;
  const double end = tonus_pdf_get_width (pdf) - 50;
  double left, right, other;

  tonus_flow_pair (flow, "LABEL", "VALUE");
  tonus_flow_list_item (flow, "1.", "ITEM");
  tonus_flow_table (flow, widths, 2, head, rows);
  tonus_flow_end (flow);
  reader = finish (pdf);
  find_word (reader, "LABEL", &left, &right);
  g_assert_cmpfloat_with_epsilon (right, end, 0.1);
  find_word (reader, "VALUE", &other, &right);
  g_assert_cmpfloat (right, <, left);
  /* Alone and signs: from right to left, ".1". */
  find_word (reader, "[^<]*1[^<]*", &left, &right);
  g_assert_cmpfloat_with_epsilon (right, end, 0.1);
  find_word (reader, "ITEM", &other, &right);
  g_assert_cmpfloat (right, <, left);
  find_word (reader, "ONE", &left, &right);
  find_word (reader, "TWO", &other, &right);
  g_assert_cmpfloat (right, <, left);
  find_word (reader, "FOOT", &left, &right);
  g_assert_cmpfloat_with_epsilon (right, end, 0.1);
  find_word (reader, "NUMBER1/1", &left, &right);
  g_assert_cmpfloat_with_epsilon (left, 50, 0.1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rtl/direction-follows-from-the-language",
                   test_direction_follows_from_the_language);
  g_test_add_func ("/rtl/aligned-text", test_aligned_text);
  g_test_add_func ("/rtl/columns-are-mirrored", test_columns_are_mirrored);
  return g_test_run ();
}
