/* test-handout-rtl.c - the page of who reads from the right: turned as a whole, but for the pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-handout.h"

#include <string.h>

#include "paper-probe.h"
#include "pdf-reader.h"
#include "sample-arabic.h"

static GBytes *
render (const TonusHandout *content, gboolean is_large)
{
  const TonusHandoutOptions options = { .paper = TONUS_PAPER_A4,
                                        .is_large = is_large,
                                        .created = "2026-11-23T10:42:07+01:00" };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = tonus_handout_render (content, &options, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_sound (void)
{
  g_autoptr (TonusHandout) content = sample_arabic ();

  for (guint is_large = 0; is_large < 2; is_large++)
    {
      g_autoptr (GBytes) pdf = render (content, is_large);
      g_autofree char *tagged = paper_probe_info (pdf, "Tagged");

      paper_probe_check (pdf);
      paper_probe_assert_tidy (pdf);
      g_assert_cmpstr (tagged, ==, "yes");
    }
}

/* Where the words of @text stand, in points from the left; -1: nowhere. */
static double
find_x (PdfReader *reader, const char *text)
{
  g_autofree char *boxes = pdf_reader_run (reader, "pdftotext", "-bbox", "@", "-", NULL);
  g_auto (GStrv) lines = g_strsplit (boxes, "\n", -1);
  g_autofree char *wanted = g_strdup_printf (">%s</word>", text);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], wanted) != NULL)
      return g_ascii_strtod (strstr (lines[i], "xMin=\"") + strlen ("xMin=\""), NULL);
  return -1;
}

static void
test_turned (void)
{
  g_autoptr (TonusHandout) content = sample_arabic ();
  g_autoptr (GBytes) pdf = render (content, FALSE);
  g_autoptr (PdfReader) reader = pdf_reader_new (pdf);

  /* The number in its badge, the first column of the head, the steps' numbers: on the right. */
  g_assert_cmpfloat (find_x (reader, "1"), >, 520);
  g_assert_cmpfloat (find_x (reader, "Riverside"), >, 350);
  g_assert_cmpfloat (find_x (reader, "Dana"), <, 200);
  /* Monday before Tuesday, from the right. */
  g_assert_cmpfloat (find_x (reader, "ن"), >, find_x (reader, "ث"));
}

static GBytes *
find_form (PdfReader *reader, guint which)
{
  guint n = 0;

  for (guint i = 1; i < pdf_reader_count_objects (reader); i++)
    if (strstr (pdf_reader_get_object (reader, i), "/Subtype /Form") != NULL && n++ == which)
      return pdf_reader_get_stream (reader, i);
  return NULL;
}

/* A left hip stays a left hip: the same drawing as on the page that reads from the left. */
static void
test_picture_is_not_turned (void)
{
  g_autoptr (TonusHandout) content = sample_arabic ();
  g_autoptr (GBytes) arabic = render (content, FALSE);
  g_autoptr (PdfReader) turned = pdf_reader_new (arabic);
  g_autoptr (GBytes) latin = NULL;
  g_autoptr (PdfReader) plain = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;

  g_free (content->language);
  content->language = g_strdup ("en");
  latin = render (content, FALSE);
  plain = pdf_reader_new (latin);
  one = find_form (turned, 0);
  other = find_form (plain, 0);
  g_assert_nonnull (one);
  g_assert_true (g_bytes_equal (one, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout-rtl/sound", test_sound);
  g_test_add_func ("/handout-rtl/turned", test_turned);
  g_test_add_func ("/handout-rtl/picture", test_picture_is_not_turned);
  return g_test_run ();
}
