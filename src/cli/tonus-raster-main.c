/* tonus-raster-main.c - a PDF on standard input, its first page as PNG on standard output
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include <cairo.h>
#include <gio/gio.h>
#include <poppler.h>
#include <stdio.h>

#define DOTS_PER_POINT (170 / 72.)
#define LARGEST (64 * 1024 * 1024)

static GBytes *
read_all (void)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 block[65536];
  gsize n;

  while ((n = fread (block, 1, sizeof block, stdin)) > 0 && all->len < LARGEST)
    g_byte_array_append (all, block, (guint) n);
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static cairo_surface_t *
render (PopplerPage *page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * DOTS_PER_POINT),
                                        (int) ceil (height * DOTS_PER_POINT));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DOTS_PER_POINT, DOTS_PER_POINT);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  return surface;
}

static cairo_status_t
put (void *nothing, const unsigned char *bytes, unsigned int length)
{
  return fwrite (bytes, 1, length, stdout) == length ? CAIRO_STATUS_SUCCESS
                                                     : CAIRO_STATUS_WRITE_ERROR;
}

/* 0: the picture is on standard output, whole. */
int
main (void)
{
  g_autoptr (GBytes) pdf = read_all ();
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
  PopplerPage *page = document != NULL ? poppler_document_get_page (document, 0) : NULL;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (page == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "no page");
      return 1;
    }
  surface = render (page);
  status = cairo_surface_write_to_png_stream (surface, put, NULL);
  cairo_surface_destroy (surface);
  g_object_unref (page);
  g_object_unref (document);
  return status == CAIRO_STATUS_SUCCESS && fflush (stdout) == 0 ? 0 : 1;
}
