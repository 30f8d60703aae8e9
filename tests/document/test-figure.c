/* test-figure.c - a display list on paper: the same picture that cairo makes of it, stored once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-page.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "figure-cairo.h"
#include "pdf-reader.h"
#include "picture-maker.h"

#define SIDE 120
#define DPI 144

static const float red[3] = { 0.93f, 0.36f, 0.27f };
static const float blue[3] = { 0.05f, 0.32f, 0.66f };
static const float white[3] = { 1, 1, 1 };

static void
add_square (TonusFigureList *list, double x, double y, double side)
{
  tonus_figure_list_move (list, x, y);
  tonus_figure_list_line (list, x + side, y);
  tonus_figure_list_line (list, x + side, y + side);
  tonus_figure_list_line (list, x, y + side);
  tonus_figure_list_close (list);
}

/* Two overlapping squares as one path (nonzero), a clipped stroke, a curve, and a line after the
 * clip in the colour from before it. */
static TonusFigureList *
make_list (double shift)
{
  TonusFigureList *list = tonus_figure_list_new (SIDE, SIDE);

  add_square (list, 10, 10, 60);
  add_square (list, 40, 40, 60);
  tonus_figure_list_draw (list, red, blue, 3);
  add_square (list, 20, 20, 40);
  tonus_figure_list_clip (list);
  tonus_figure_list_move (list, 0, 20 + shift);
  tonus_figure_list_line (list, SIDE, 60 + shift);
  tonus_figure_list_draw (list, NULL, white, 8);
  tonus_figure_list_pop (list);
  tonus_figure_list_move (list, 10, 110);
  tonus_figure_list_curve (list, 40, 60, 80, 160, 110, 80);
  tonus_figure_list_draw (list, NULL, blue, 2.3);
  return list;
}

/* A bar that goes on beyond the list's size. */
static TonusFigureList *
make_wide_list (void)
{
  TonusFigureList *list = tonus_figure_list_new (SIDE / 2, SIDE / 2);

  tonus_figure_list_move (list, -500, 10);
  tonus_figure_list_line (list, 500, 10);
  tonus_figure_list_draw (list, NULL, blue, 6);
  return list;
}

static TonusPdf *
new_pdf (void)
{
  const TonusPdfInfo info = { .title = "Figures", .language = "en" };
  TonusPdf *pdf = tonus_pdf_new (TONUS_PAPER_A4, &info, NULL);

  tonus_pdf_add_page (pdf);
  return pdf;
}

static void
draw (TonusPdf *pdf, TonusFigureList *list, double x, double y)
{
  tonus_pdf_open_tag (pdf, TONUS_TAG_FIGURE, "Lift your hips");
  tonus_pdf_figure (pdf, list, x, y);
  tonus_pdf_close_tag (pdf);
}

static PdfReader *
finish (TonusPdf *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tonus_pdf_finish (pdf, &error);

  g_assert_no_error (error);
  return pdf_reader_new (bytes);
}

/* --- pixels --------------------------------------------------------------------------------- */

static cairo_surface_t *
render_with_cairo (const TonusFigureList *list)
{
  int side = SIDE * DPI / 72;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, side, side);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, 0, side);
  cairo_scale (cr, DPI / 72.0, -DPI / 72.0);
  figure_cairo_play (cr, list);
  cairo_destroy (cr);
  return surface;
}

/* @x, @y, in points, of the box to look at. */
static cairo_surface_t *
render_page (PdfReader *reader, int x, int y)
{
  g_autofree char *base = g_strconcat (pdf_reader_get_path (reader), ".page", NULL);
  g_autofree char *png = g_strconcat (base, ".png", NULL);
  g_autofree char *left = g_strdup_printf ("%d", x * DPI / 72);
  g_autofree char *top = g_strdup_printf ("%d", y * DPI / 72);
  g_autofree char *side = g_strdup_printf ("%d", SIDE * DPI / 72);
  g_autofree char *dpi = g_strdup_printf ("%d", DPI);
  g_autofree char *silence =
      pdf_reader_run (reader, "pdftoppm", "-png", "-singlefile", "-r", dpi, "-x", left, "-y", top,
                      "-W", side, "-H", side, "@", base, NULL);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (png);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_unlink (png);
  return surface;
}

/* The mean difference of two pictures, 0 … 255. */
static double
compare (cairo_surface_t *one, cairo_surface_t *other)
{
  int width = cairo_image_surface_get_width (one), height = cairo_image_surface_get_height (one);
  double sum = 0;

  g_assert_cmpint (cairo_image_surface_get_width (other), ==, width);
  for (int y = 0; y < height; y++)
    {
      const guint8 *a =
          cairo_image_surface_get_data (one) + y * cairo_image_surface_get_stride (one);
      const guint8 *b =
          cairo_image_surface_get_data (other) + y * cairo_image_surface_get_stride (other);

      for (int x = 0; x < 4 * width; x++)
        if (x % 4 != 3)
          sum += ABS ((int) a[x] - (int) b[x]);
    }
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
  return sum / (3.0 * width * height);
}

static void
test_looks_as_with_cairo (void)
{
  g_autoptr (TonusFigureList) list = make_list (0), other = make_list (16);
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (PdfReader) reader = NULL;

  draw (pdf, list, 50, 70);
  reader = finish (pdf);
  g_assert_cmpfloat (compare (render_page (reader, 50, 70), render_with_cairo (list)), <, 1.5);
  /* And the comparison can tell. */
  g_assert_cmpfloat (compare (render_page (reader, 50, 70), render_with_cairo (other)), >, 4);
}

/* A photo cut to a round place, one above it in another size, and a line over both. */
static TonusFigureList *
make_photos (TonusImage *image, gboolean is_grey)
{
  TonusFigureList *list = tonus_figure_list_new (SIDE, SIDE);
  const TonusFigurePanel below = { 10, 10, 90, 60 }, above = { 60, 80, 45, 30 };

  add_square (list, 20, 10, 60);
  tonus_figure_list_clip (list);
  tonus_figure_list_image (list, image, is_grey, &below);
  tonus_figure_list_pop (list);
  tonus_figure_list_image (list, image, is_grey, &above);
  tonus_figure_list_move (list, 5, 5);
  tonus_figure_list_line (list, 100, 100);
  tonus_figure_list_draw (list, NULL, white, 4);
  return list;
}

static TonusImage *
make_image (guint width, guint height)
{
  g_autoptr (GBytes) bytes = picture_make_jpeg (width, height, 0);
  g_autoptr (GError) error = NULL;
  TonusImage *image = tonus_image_new_from_bytes (bytes, "photo", 1000, &error);

  g_assert_no_error (error);
  return image;
}

/* Where it stands, upright, cut and covered, in its colours and without. */
static void
test_photos_look_as_with_cairo (void)
{
  g_autoptr (TonusImage) image = make_image (180, 120);

  for (guint is_grey = 0; is_grey < 2; is_grey++)
    {
      g_autoptr (TonusFigureList) list = make_photos (image, is_grey == 1);
      g_autoptr (TonusFigureList) other = make_photos (image, is_grey == 0);
      g_autoptr (TonusPdf) pdf = new_pdf ();
      g_autoptr (PdfReader) reader = NULL;

      draw (pdf, list, 50, 70);
      reader = finish (pdf);
      g_assert_cmpfloat (compare (render_page (reader, 50, 70), render_with_cairo (list)), <, 3);
      g_assert_cmpfloat (compare (render_page (reader, 50, 70), render_with_cairo (other)), >, 15);
    }
}

/* --- structure ------------------------------------------------------------------------------ */

static guint
count_forms (PdfReader *reader)
{
  guint n = 0;

  for (guint i = 1; i < pdf_reader_count_objects (reader); i++)
    if (strstr (pdf_reader_get_object (reader, i), "/Subtype /Form") != NULL)
      n++;
  return n;
}

static void
test_stored_once (void)
{
  g_autoptr (TonusFigureList) list = make_list (0), same = make_list (0), other = make_list (1);
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (PdfReader) reader = NULL;

  draw (pdf, list, 50, 70);
  draw (pdf, same, 250, 70);
  tonus_pdf_add_page (pdf);
  draw (pdf, list, 50, 70);
  draw (pdf, other, 250, 70);
  reader = finish (pdf);
  g_assert_cmpuint (count_forms (reader), ==, 2);
}

/* The same pixels are one photo, whichever image and list has them; grey ones are another. */
static void
test_photo_stored_once (void)
{
  g_autoptr (TonusImage) image = make_image (180, 120), same = make_image (180, 120);
  g_autoptr (TonusFigureList) one = make_photos (image, FALSE), two = make_photos (same, FALSE);
  g_autoptr (TonusFigureList) grey = make_photos (same, TRUE);
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (PdfReader) reader = NULL;
  guint n = 0, n_grey = 0;

  draw (pdf, one, 50, 70);
  draw (pdf, two, 250, 70);
  draw (pdf, grey, 50, 270);
  reader = finish (pdf);
  for (guint i = 1; i < pdf_reader_count_objects (reader); i++)
    {
      const char *object = pdf_reader_get_object (reader, i);

      n += strstr (object, "/Subtype /Image") != NULL;
      n_grey += strstr (object, "/DeviceGray") != NULL;
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (n_grey, ==, 1);
  g_assert_cmpuint (count_forms (reader), ==, 2);
}

static void
test_is_tagged (void)
{
  g_autoptr (TonusFigureList) list = make_list (0);
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (PdfReader) reader = NULL;
  gboolean has_alt = FALSE;

  draw (pdf, list, 50, 70);
  reader = finish (pdf);
  for (guint i = 1; i < pdf_reader_count_objects (reader); i++)
    {
      const char *object = pdf_reader_get_object (reader, i);

      has_alt = has_alt || (strstr (object, "/S /Figure") != NULL &&
                            strstr (object, "/Alt (Lift your hips)") != NULL &&
                            strstr (object, "/K 0") != NULL);
    }
  g_assert_true (has_alt);
}

static gboolean
is_white (cairo_surface_t *surface, int x0, int x1)
{
  gboolean is_all = TRUE;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = x0; x < x1; x++)
      is_all = is_all && cairo_image_surface_get_data (
                             surface)[y * cairo_image_surface_get_stride (surface) + 4 * x] == 255;
  return is_all;
}

static void
test_stays_in_its_box (void)
{
  g_autoptr (TonusFigureList) list = make_wide_list ();
  g_autoptr (TonusPdf) pdf = new_pdf ();
  g_autoptr (PdfReader) reader = NULL;
  cairo_surface_t *surface;
  const int half = SIDE / 2 * DPI / 72;

  draw (pdf, list, 60, 100);
  reader = finish (pdf);
  surface = render_page (reader, 60, 100);
  g_assert_false (is_white (surface, 0, half));
  g_assert_true (is_white (surface, half + 1, 2 * half));
  cairo_surface_destroy (surface);
}

static void
test_no_number_aborts (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (TonusFigureList) list = tonus_figure_list_new (SIDE, SIDE);
      g_autoptr (TonusPdf) pdf = new_pdf ();

      tonus_figure_list_move (list, 0, 0);
      tonus_figure_list_line (list, NAN, 10);
      tonus_figure_list_draw (list, NULL, blue, 1);
      draw (pdf, list, 0, 0);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/looks-as-with-cairo", test_looks_as_with_cairo);
  g_test_add_func ("/figure/stored-once", test_stored_once);
  g_test_add_func ("/figure/photos-look-as-with-cairo", test_photos_look_as_with_cairo);
  g_test_add_func ("/figure/photo-stored-once", test_photo_stored_once);
  g_test_add_func ("/figure/is-tagged", test_is_tagged);
  g_test_add_func ("/figure/stays-in-its-box", test_stays_in_its_box);
  g_test_add_func ("/figure/no-number", test_no_number_aborts);
  return g_test_run ();
}
