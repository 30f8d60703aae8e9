/* tonus-page-shapes.c - rectangles, lines, circles and pictures on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libharu refuses a change of colour or width inside a path, so both are set before the path
 * begins.
 */
#include "config.h"
#include "tonus-page-private.h"

/* How far a Bézier curve's handles reach to look like a quarter circle of radius 1. */
#define CIRCLE_HANDLE 0.5522847498

static gboolean
equal_colours (TonusColour a, TonusColour b)
{
  return a.r == b.r && a.g == b.g && a.b == b.b;
}

void
tonus_page_set_fill (TonusPdf *self, TonusColour colour)
{
  TonusPageState *state = tonus_page_get_state (self);

  if (state->has_fill && equal_colours (state->fill, colour))
    return;
  state->has_fill = TRUE;
  state->fill = colour;
  HPDF_Page_SetRGBFill (tonus_page_get (self), tonus_page_number (colour.r),
                        tonus_page_number (colour.g), tonus_page_number (colour.b));
}

void
tonus_page_set_stroke (TonusPdf *self, TonusColour colour, double line_width)
{
  TonusPageState *state = tonus_page_get_state (self);

  if (!state->has_stroke || state->line_width != line_width)
    HPDF_Page_SetLineWidth (tonus_page_get (self), tonus_page_number (line_width));
  if (!state->has_stroke || !equal_colours (state->stroke, colour))
    HPDF_Page_SetRGBStroke (tonus_page_get (self), tonus_page_number (colour.r),
                            tonus_page_number (colour.g), tonus_page_number (colour.b));
  state->has_stroke = TRUE;
  state->line_width = line_width;
  state->stroke = colour;
}

/* Eighths of a point (0.04 mm) are written with three digits, where 139.13401 is what libharu makes
 * of 139.134: half the bytes of a page of boxes. */
static HPDF_REAL
get_x (double x)
{
  return tonus_page_number (round (x * 8) / 8);
}

static HPDF_REAL
get_y (const TonusPdf *self, double y)
{
  return get_x (self->height - y);
}

static void
move_to (TonusPdf *self, double x, double y)
{
  HPDF_Page_MoveTo (tonus_page_get (self), get_x (x), get_y (self, y));
}

static void
line_to (TonusPdf *self, double x, double y)
{
  HPDF_Page_LineTo (tonus_page_get (self), get_x (x), get_y (self, y));
}

static void
curve_to (TonusPdf *self, double x1, double y1, double x2, double y2, double x3, double y3)
{
  HPDF_Page_CurveTo (tonus_page_get (self), get_x (x1), get_y (self, y1), get_x (x2),
                     get_y (self, y2), get_x (x3), get_y (self, y3));
}

static void
add_rounded_rect (TonusPdf *self, double x, double y, double width, double height, double radius)
{
  const double r = MIN (radius, MIN (width, height) / 2);
  const double h = r * (1 - CIRCLE_HANDLE);
  const double right = x + width, bottom = y + height;

  move_to (self, x + r, y);
  line_to (self, right - r, y);
  curve_to (self, right - h, y, right, y + h, right, y + r);
  line_to (self, right, bottom - r);
  curve_to (self, right, bottom - h, right - h, bottom, right - r, bottom);
  line_to (self, x + r, bottom);
  curve_to (self, x + h, bottom, x, bottom - h, x, bottom - r);
  line_to (self, x, y + r);
  curve_to (self, x, y + h, x + h, y, x + r, y);
  HPDF_Page_ClosePath (tonus_page_get (self));
}

static void
add_rect (TonusPdf *self, double x, double y, double width, double height, double radius)
{
  if (radius > 0)
    add_rounded_rect (self, x, y, width, height, radius);
  else
    HPDF_Page_Rectangle (tonus_page_get (self), get_x (x), get_y (self, y + height), get_x (width),
                         get_x (height));
}

void
tonus_pdf_fill_rect (TonusPdf *self,
                     double x,
                     double y,
                     double width,
                     double height,
                     double radius,
                     TonusColour colour)
{
  tonus_page_mark (self, FALSE);
  tonus_page_set_fill (self, colour);
  add_rect (self, x, y, width, height, radius);
  HPDF_Page_Fill (tonus_page_get (self));
}

void
tonus_pdf_stroke_rect (TonusPdf *self,
                       double x,
                       double y,
                       double width,
                       double height,
                       double radius,
                       double line_width,
                       TonusColour colour)
{
  tonus_page_mark (self, FALSE);
  tonus_page_set_stroke (self, colour, line_width);
  add_rect (self, x, y, width, height, radius);
  HPDF_Page_Stroke (tonus_page_get (self));
}

void
tonus_pdf_line (TonusPdf *self,
                double x0,
                double y0,
                double x1,
                double y1,
                double line_width,
                TonusColour colour)
{
  tonus_page_mark (self, FALSE);
  tonus_page_set_stroke (self, colour, line_width);
  move_to (self, x0, y0);
  line_to (self, x1, y1);
  HPDF_Page_Stroke (tonus_page_get (self));
}

void
tonus_pdf_fill_circle (TonusPdf *self, double cx, double cy, double radius, TonusColour colour)
{
  tonus_pdf_fill_rect (self, cx - radius, cy - radius, 2 * radius, 2 * radius, radius, colour);
}

/* The colours of @pixels without padding and alpha, or the alpha alone. */
static guint8 *
pack_channels (
    const guint8 *pixels, int width, int height, int stride, int n_channels, gboolean want_alpha)
{
  const int n_out = want_alpha ? 1 : 3;
  guint8 *packed = g_malloc_n ((gsize) width * (gsize) height, (gsize) n_out);
  guint8 *out = packed;

  for (int y = 0; y < height; y++)
    {
      const guint8 *in = pixels + (gsize) y * (gsize) stride;

      for (int x = 0; x < width; x++, in += n_channels)
        for (int i = 0; i < n_out; i++)
          *out++ = want_alpha ? in[3] : in[i];
    }
  return packed;
}

static HPDF_Image
load_image (TonusPdf *self,
            const guint8 *pixels,
            int width,
            int height,
            int stride,
            int n_channels,
            gboolean want_alpha)
{
  g_autofree guint8 *packed = pack_channels (pixels, width, height, stride, n_channels, want_alpha);

  return HPDF_LoadRawImageFromMem (self->doc, packed, (HPDF_UINT) width, (HPDF_UINT) height,
                                   want_alpha ? HPDF_CS_DEVICE_GRAY : HPDF_CS_DEVICE_RGB, 8);
}

void
tonus_pdf_image (TonusPdf *self,
                 const guint8 *pixels,
                 int width,
                 int height,
                 int stride,
                 gboolean has_alpha,
                 double x,
                 double y,
                 double box_width,
                 double box_height)
{
  const int n_channels = has_alpha ? 4 : 3;
  double scale, drawn_width, drawn_height;
  HPDF_Image image;

  g_return_if_fail (pixels != NULL && width > 0 && height > 0);
  g_return_if_fail ((gint64) stride >= (gint64) width * n_channels);
  g_return_if_fail ((gint64) width * height <= 100000000);

  image = load_image (self, pixels, width, height, stride, n_channels, FALSE);
  /* Only after an error, which tonus_pdf_finish() will tell. */
  if (image == NULL)
    return;
  if (has_alpha)
    HPDF_Image_AddSMask (image, load_image (self, pixels, width, height, stride, n_channels, TRUE));
  scale = MIN (box_width / width, box_height / height);
  drawn_width = width * scale;
  drawn_height = height * scale;
  tonus_page_mark (self, FALSE);
  HPDF_Page_DrawImage (tonus_page_get (self), image,
                       tonus_page_number (x + (box_width - drawn_width) / 2),
                       tonus_page_number (self->height - y - (box_height + drawn_height) / 2),
                       tonus_page_number (drawn_width), tonus_page_number (drawn_height));
}
