/* pdf-raster.c - a page as it is seen, and as Pango would have drawn it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "pdf-raster.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>

#define DPI 150

void
pdf_raster_clear (PdfRaster *raster)
{
  g_free (raster->pixels);
}

void
pdf_raster_read (PdfReader *reader, PdfRaster *raster)
{
  g_autofree char *stem = g_strdup_printf ("%s-page", pdf_reader_get_path (reader));
  g_autofree char *path = g_strdup_printf ("%s.pgm", stem);
  g_autofree char *dpi = g_strdup_printf ("%d", DPI);
  g_autofree char *printed =
      pdf_reader_run (reader, "pdftoppm", "-gray", "-singlefile", "-r", dpi, "@", stem, NULL);
  g_autofree char *data = NULL;
  g_auto (GStrv) head = NULL;
  gsize size, n;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  head = g_strsplit_set (data, " \n", 4);
  raster->width = (int) g_ascii_strtoll (head[1], NULL, 10);
  raster->height = (int) g_ascii_strtoll (head[2], NULL, 10);
  n = (gsize) raster->width * (gsize) raster->height;
  g_assert_cmpuint (size, >, n);
  raster->pixels = g_memdup2 (data + size - n, n);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static PangoLayout *
make_layout (const char *language, const char *fonts, const char *text, cairo_t *cr)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *description = pango_font_description_from_string (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_resolution (context, 72);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_font_description_set_size (description, 20 * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);
  cairo_font_options_destroy (options);
  return layout;
}

void
pdf_raster_draw_pango (const char *language,
                       const char *fonts,
                       const char *text,
                       const PdfRaster *like,
                       PdfRaster *raster)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, like->width, like->height);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = make_layout (language, fonts, text, cr);
  const guint8 *data;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, DPI / 72.0, DPI / 72.0);
  cairo_move_to (cr, 50, 100 - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  *raster = *like;
  raster->pixels = g_malloc_n ((gsize) like->width, (gsize) like->height);
  for (int y = 0; y < like->height; y++)
    for (int x = 0; x < like->width; x++)
      raster->pixels[y * like->width + x] =
          data[y * cairo_image_surface_get_stride (surface) + 4 * x];
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
has_ink_near (const PdfRaster *raster, int x, int y)
{
  for (int i = MAX (y - 1, 0); i <= MIN (y + 1, raster->height - 1); i++)
    for (int j = MAX (x - 1, 0); j <= MIN (x + 1, raster->width - 1); j++)
      if (raster->pixels[i * raster->width + j] < 160)
        return TRUE;
  return FALSE;
}

guint
pdf_raster_count_lost_ink (const PdfRaster *one, const PdfRaster *other)
{
  guint n = 0;

  for (int y = 0; y < one->height; y++)
    for (int x = 0; x < one->width; x++)
      if (one->pixels[y * one->width + x] < 100 && !has_ink_near (other, x, y))
        n++;
  return n;
}
