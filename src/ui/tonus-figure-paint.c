/* tonus-figure-paint.c - the cairo player of a drawing that is a list of paths and photos
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-figure-paint.h"

static void
trace (cairo_t *cr, const TonusFigureSegment *segment)
{
  const float *p = segment->p;

  switch (segment->kind)
    {
    case 'M':
      cairo_move_to (cr, p[0], p[1]);
      break;
    case 'L':
      cairo_line_to (cr, p[0], p[1]);
      break;
    case 'C':
      cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
      break;
    case 'Z':
      cairo_close_path (cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw (cairo_t *cr, const TonusFigureOp *op)
{
  if (op->has_fill)
    {
      cairo_set_source_rgb (cr, op->fill[0], op->fill[1], op->fill[2]);
      cairo_fill_preserve (cr);
    }
  if (op->has_stroke)
    {
      cairo_set_source_rgb (cr, op->stroke[0], op->stroke[1], op->stroke[2]);
      cairo_set_line_width (cr, op->line_width);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/* (transfer full) */
static cairo_surface_t *
make_surface (const TonusFigureOp *op)
{
  int width = (int) tonus_image_get_width (op->image);
  int height = (int) tonus_image_get_height (op->image);
  const guint8 *from = tonus_image_get_pixels (op->image);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  unsigned char *to = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; to && y < height; y++)
    {
      guint32 *row = (guint32 *) (void *) (to + y * stride);

      for (int x = 0; x < width; x++, from += 3)
        {
          guint8 grey = (guint8) ((from[0] * 299 + from[1] * 587 + from[2] * 114 + 500) / 1000);

          row[x] =
              op->is_grey ? grey * 0x010101u : (guint32) (from[0] << 16 | from[1] << 8 | from[2]);
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* A list counts upwards, an image's rows downwards. */
static void
show_image (cairo_t *cr, const TonusFigureOp *op)
{
  const TonusFigurePanel *place = &op->place;
  cairo_surface_t *surface = make_surface (op);

  cairo_save (cr);
  cairo_translate (cr, place->x, place->y + place->height);
  cairo_scale (cr, place->width / tonus_image_get_width (op->image),
               -place->height / tonus_image_get_height (op->image));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  /* Else the edge would be half as strong. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, tonus_image_get_width (op->image), tonus_image_get_height (op->image));
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

static void
play (cairo_t *cr, const TonusFigureOp *op, const TonusFigureSegment *segments)
{
  if (op->kind == TONUS_FIGURE_POP)
    {
      cairo_restore (cr);
      return;
    }
  cairo_new_path (cr);
  if (op->kind == TONUS_FIGURE_IMAGE)
    {
      show_image (cr, op);
      return;
    }
  for (guint i = op->first; i < op->first + op->n; i++)
    trace (cr, &segments[i]);
  if (op->kind == TONUS_FIGURE_DRAW)
    {
      draw (cr, op);
      return;
    }
  cairo_save (cr);
  cairo_clip (cr);
}

void
tonus_figure_paint (cairo_t *cr, const TonusFigureList *list, double x, double y)
{
  guint n_ops, n_segments;
  const TonusFigureOp *ops = tonus_figure_list_get_ops (list, &n_ops);
  const TonusFigureSegment *segments = tonus_figure_list_get_segments (list, &n_segments);

  cairo_save (cr);
  /* A list counts upwards from its bottom. */
  cairo_translate (cr, x, y + tonus_figure_list_get_height (list));
  cairo_scale (cr, 1, -1);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < n_ops; i++)
    play (cr, &ops[i], segments);
  cairo_restore (cr);
}
